import * as vscode from 'vscode'
import type { Range } from 'vscode-languageclient'
import { say } from './words.ts'

/** A line of the tree as the server sends it. */
export type CheckupNode = {
  readonly id: string
  readonly kind: 'section' | 'table' | 'family' | 'relation' | 'finding' | 'report'
  readonly label: string
  readonly detail: string
  readonly state: keyof typeof looks
  readonly range: Range | null
  readonly children: readonly CheckupNode[]
  /** The report that a click opens, where it is another one. */
  readonly opens?: string
  /** The nodes below are asked for when they are looked at: the bodies below this report, the active one if empty. */
  readonly bodiesOf?: string
}

/** How a state looks, and what a screen reader says of it. */
const looks = {
  balanced: { icon: 'pass', color: 'testing.iconPassed', zh: '平', en: 'balanced' },
  broken: { icon: 'error', color: 'testing.iconFailed', zh: '不平', en: 'broken' },
  unchecked: { icon: 'question', color: 'testing.iconUnset', zh: '不可核', en: 'cannot be checked' },
  'not-applicable': { icon: 'circle-slash', color: 'testing.iconSkipped', zh: '不适用', en: 'not applicable' },
  waived: { icon: 'shield', color: 'testing.iconSkipped', zh: '豁免', en: 'waived' },
  missing: { icon: 'diff-removed', color: 'problemsErrorIcon.foreground', zh: '缺', en: 'missing' },
  error: { icon: 'error', color: 'problemsErrorIcon.foreground', zh: '错误', en: 'error' },
  warning: { icon: 'warning', color: 'problemsWarningIcon.foreground', zh: '警告', en: 'warning' },
  information: { icon: 'info', color: 'problemsInfoIcon.foreground', zh: '提示', en: 'note' },
  hint: { icon: 'lightbulb', color: 'problemsInfoIcon.foreground', zh: '提示', en: 'hint' },
} as const

/** What VS Code shows of a node. A click goes to its place in the report. */
export function checkupItem(node: CheckupNode, uri: string): vscode.TreeItem {
  const { id, kind, label, detail, state, range, opens } = node
  const item = new vscode.TreeItem(label, collapsible(node))
  const { icon, color, zh, en } = looks[state]
  item.id = id
  // What a finding says fills the line; which rule found it is in the tooltip.
  item.description = kind === 'finding' ? '' : detail
  item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(color))
  item.tooltip = [label, detail].filter((it) => it !== '').join('\n')
  item.accessibilityInformation = { label: [label, say(zh, en), detail].filter((it) => it !== '').join('，') }
  item.contextValue = kind
  const title = say('转到', 'Go to')
  if (opens !== undefined) item.command = { command: 'zwgk.goTo', title, arguments: [opens, start] }
  else if (range !== null) item.command = { command: 'zwgk.goTo', title, arguments: [uri, range] }
  return item
}

const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }

/** Open where there is something to see. */
function collapsible({ state, children, bodiesOf }: CheckupNode): vscode.TreeItemCollapsibleState {
  // Of many bodies nothing is asked before somebody wants to see them.
  if (bodiesOf !== undefined) return vscode.TreeItemCollapsibleState.Collapsed
  if (children.length === 0) return vscode.TreeItemCollapsibleState.None
  return state === 'balanced' || state === 'not-applicable' || state === 'waived'
    ? vscode.TreeItemCollapsibleState.Collapsed
    : vscode.TreeItemCollapsibleState.Expanded
}
