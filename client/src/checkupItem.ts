import * as vscode from 'vscode'
import type { Range } from 'vscode-languageclient'
import { say } from './words.ts'

/** A line of the tree as the server sends it. */
export type CheckupNode = {
  readonly id: string
  readonly kind: 'section' | 'table' | 'family' | 'relation' | 'finding'
  readonly label: string
  readonly detail: string
  readonly state: keyof typeof looks
  readonly range: Range | null
  readonly children: readonly CheckupNode[]
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
export function checkupItem(
  { id, kind, label, detail, state, range, children }: CheckupNode,
  uri: string,
): vscode.TreeItem {
  const item = new vscode.TreeItem(label, collapsible(state, children))
  const { icon, color, zh, en } = looks[state]
  item.id = id
  // What a finding says fills the line; which rule found it is in the tooltip.
  item.description = kind === 'finding' ? '' : detail
  item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(color))
  item.tooltip = [label, detail].filter((it) => it !== '').join('\n')
  item.accessibilityInformation = { label: [label, say(zh, en), detail].filter((it) => it !== '').join('，') }
  item.contextValue = kind
  if (range !== null) item.command = { command: 'zwgk.goTo', title: say('转到', 'Go to'), arguments: [uri, range] }
  return item
}

/** Open where there is something to see. */
function collapsible(state: CheckupNode['state'], children: readonly CheckupNode[]): vscode.TreeItemCollapsibleState {
  if (children.length === 0) return vscode.TreeItemCollapsibleState.None
  return state === 'balanced' || state === 'not-applicable' || state === 'waived'
    ? vscode.TreeItemCollapsibleState.Collapsed
    : vscode.TreeItemCollapsibleState.Expanded
}
