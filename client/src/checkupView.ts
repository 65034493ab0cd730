import * as vscode from 'vscode'
import type { BaseLanguageClient, Range } from 'vscode-languageclient'
import { checkupItem, type CheckupNode } from './checkupItem.ts'
import type { Statuses } from './statuses.ts'

type Checkup = { readonly progress: string; readonly nodes: readonly CheckupNode[] }

export type CheckupView = {
  /** Shows a table of the form in the tree. */
  show(uri: string, table: string): Promise<void>
  dispose(): void
}

/** So long a pause in typing, in milliseconds, brings the tree up to date; its places have moved with every line. */
const pause = 300

/** 年报体检: the active report as a tree of sections, tables, relations and findings. */
export function checkupView(client: BaseLanguageClient, statuses: Statuses): CheckupView {
  const changes = new vscode.EventEmitter<void>()
  const parents = new WeakMap<CheckupNode, CheckupNode>()
  let shown: { readonly uri: string; readonly nodes: readonly CheckupNode[] } | undefined
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const view = vscode.window.createTreeView<CheckupNode>('zwgk.checkup', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changes.event,
      getTreeItem: (node) => checkupItem(node, shown?.uri ?? ''),
      getChildren: (node) => (node?.bodiesOf === undefined ? [...(node?.children ?? shown?.nodes ?? [])] : below(node)),
      getParent: (node) => parents.get(node),
    },
  })

  const below = async (node: CheckupNode): Promise<CheckupNode[]> => {
    const nodes = await client
      .sendRequest<readonly CheckupNode[]>('zwgk/bodies', { uri: shown?.uri, of: node.bodiesOf })
      .catch(() => [])
    // One body may stand in several places of a hierarchy, and an item of the tree in one.
    const own = nodes.map((it) => ({ ...it, id: `${node.id}/${it.id}` }))
    for (const it of own) parents.set(it, node)
    return own
  }
  const adopt = (node: CheckupNode): void => {
    for (const child of node.children) {
      parents.set(child, node)
      adopt(child)
    }
  }
  const load = async (): Promise<void> => {
    clearTimeout(timer)
    const turn = ++asked
    const document = statuses.active() === undefined ? undefined : vscode.window.activeTextEditor?.document
    const uri = document && client.code2ProtocolConverter.asUri(document.uri)
    const found = uri === undefined ? null : await client.sendRequest<Checkup | null>('zwgk/checkup', { uri })
    // The answer to a later question is on its way.
    if (turn !== asked) return
    for (const node of found?.nodes ?? []) adopt(node)
    shown = uri === undefined || found === null ? undefined : { uri, nodes: found.nodes }
    view.description = found?.progress ?? ''
    changes.fire()
  }
  const refresh = (): void => {
    if (view.visible) load().catch(ignore)
  }
  const subscriptions = [
    view,
    changes,
    statuses.onChange(refresh),
    view.onDidChangeVisibility(refresh),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document !== vscode.window.activeTextEditor?.document || statuses.active() === undefined) return
      clearTimeout(timer)
      timer = setTimeout(refresh, pause)
    }),
  ]
  refresh()
  return {
    async show(uri, table) {
      if (shown?.uri !== uri) await load()
      const node = find(shown?.nodes ?? [], table)
      if (node !== undefined) await view.reveal(node, { select: true, focus: true, expand: 2 })
    },
    dispose() {
      clearTimeout(timer)
      for (const it of subscriptions) it.dispose()
    },
  }
}

function find(nodes: readonly CheckupNode[], id: string): CheckupNode | undefined {
  for (const node of nodes) {
    const found = node.id === id ? node : find(node.children, id)
    if (found !== undefined) return found
  }
  return undefined
}

/** A server that is being stopped does not answer; the tree then goes with it. */
const ignore = (): void => undefined

/** Goes to a place in a report, in the editor that shows it if one does. */
export async function goTo(client: BaseLanguageClient, uri: string, range: Range): Promise<void> {
  const place = client.protocol2CodeConverter.asUri(uri)
  const open = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === place.toString())
  const editor = await vscode.window.showTextDocument(
    open?.document ?? (await vscode.workspace.openTextDocument(place)),
    {
      ...(open?.viewColumn === undefined ? {} : { viewColumn: open.viewColumn }),
    },
  )
  const selection = client.protocol2CodeConverter.asRange(range)
  editor.selection = new vscode.Selection(selection.start, selection.end)
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
}
