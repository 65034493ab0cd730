import * as vscode from 'vscode'
import type { BaseLanguageClient, TextEdit } from 'vscode-languageclient'
import { say } from '../words.ts'
import { activeMarkdown, sayNoReport, sayNotApplied } from './activeReport.ts'

type RolledUp = {
  readonly version: number
  /** Whether the report names bodies below it at all. */
  readonly named: boolean
  readonly bodies: number
  readonly lacking: readonly string[]
  readonly edits: readonly TextEdit[]
  readonly changed: number
  readonly same: number
  readonly kept: readonly string[]
}

/** 汇总下级年报: fills the tables of the active report with the sums of the reports of the bodies below, if confirmed. */
export async function rollUp(client: BaseLanguageClient): Promise<void> {
  const editor = activeMarkdown()
  if (editor === undefined) return
  const { document } = editor
  const uri = client.code2ProtocolConverter.asUri(document.uri)
  const made = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: say('汇总下级年报', 'Adding up subordinate reports') },
    () => client.sendRequest<RolledUp | null>('zwgk/rollUp', { uri }),
  )
  if (made === null) {
    sayNoReport()
    return
  }
  const nothing = reasonForNothing(made)
  if (nothing !== undefined) {
    void vscode.window.showInformationMessage(nothing)
    return
  }
  const preview = say('预览改动', 'Preview')
  const fill = say(`填入 ${made.changed} 格`, `Fill in ${made.changed} figures`)
  const chosen = await vscode.window.showWarningMessage(
    say(
      `用 ${made.bodies} 份下级报告之和填写本报告的表格？`,
      `Fill in the tables of this report with the sums of ${made.bodies} reports?`,
    ),
    { modal: true, detail: detailOf(made) },
    fill,
    preview,
  )
  if (chosen === undefined) return
  if (!(await apply(client, document, made, chosen === preview))) sayNotApplied()
}

function reasonForNothing({ named, bodies, changed, lacking, kept }: RolledUp): string | undefined {
  if (!named)
    return say(
      '没有写明下级报告。在文首写 zwgk: { children: [部门/*.md] }，或者在设置 zwgk.children 里写明。',
      'No subordinate reports are named. Name them in the front matter, zwgk: { children: [部门/*.md] }, or in the setting zwgk.children.',
    )
  if (bodies === 0)
    return say(
      `没有可以汇总的下级报告（缺 ${lacking.length} 份：${few(lacking)}）。`,
      `There are no subordinate reports to add up (${lacking.length} wanting: ${few(lacking)}).`,
    )
  if (changed > 0) return undefined
  return kept.length === 0
    ? say(`各格都等于 ${bodies} 份下级报告之和，不用改。`, `All figures are the sums of ${bodies} reports already.`)
    : say(
        `没有要改的：${kept.length} 格因下级报告里的数读不出而不能汇总，其余各格都等于下级报告之和。`,
        `Nothing to change: ${kept.length} figures cannot be summed up since a report’s cannot be read; all others are right.`,
      )
}

/** What will happen, and what will not. */
const detailOf = ({ changed, same, kept, lacking }: RolledUp): string =>
  [
    say(`改动 ${changed} 格，另有 ${same} 格已经相符。`, `${changed} figures change; ${same} are right already.`),
    ...(kept.length === 0
      ? []
      : [
          say(
            `${kept.length} 格不动：下级报告里的数读不出（${few(kept)}）。`,
            `${kept.length} stay as they are: a report’s figure cannot be read (${few(kept)}).`,
          ),
        ]),
    ...(lacking.length === 0
      ? []
      : [
          say(
            `还缺 ${lacking.length} 份下级报告（${few(lacking)}），填入的只是已有各份之和。`,
            `${lacking.length} reports are still wanting (${few(lacking)}); the sums are those of the others alone.`,
          ),
        ]),
    say('可以一步撤销。', 'One undo takes it back.'),
  ].join('\n')

const few = (names: readonly string[]): string =>
  names.slice(0, 5).join(say('、', ', ')) + (names.length > 5 ? say('等', ' …') : '')

/** All in one edit, and so in one undo; false where the document has changed meanwhile or cannot be written. */
async function apply(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  { version, edits, bodies }: RolledUp,
  ask: boolean,
): Promise<boolean> {
  if (document.version !== version) return false
  const label = say(`下级报告之和（${bodies} 份）`, `Sums of ${bodies} reports`)
  const own = await client.protocol2CodeConverter.asTextEdits([...edits])
  const edit = new vscode.WorkspaceEdit()
  if (ask)
    for (const { range, newText } of own) edit.replace(document.uri, range, newText, { needsConfirmation: true, label })
  else edit.set(document.uri, own)
  const applied = await vscode.workspace.applyEdit(edit)
  // Whoever discards the preview has seen what would have happened.
  return applied || ask
}
