import * as vscode from 'vscode'
import type { BaseLanguageClient, Range, TextEdit } from 'vscode-languageclient'
import { say } from '../words.ts'
import { activeMarkdown, applyToVersion, sayNoReport, sayNotApplied } from './activeReport.ts'

type Refused = { readonly message: string; readonly range: Range }

type Recomputed = {
  readonly version: number
  readonly edits: readonly TextEdit[]
  readonly changed: number
  readonly refused: readonly Refused[]
}

/** 重算合计: sets every total of the active report to the sum of its parts and says what came of it. */
export async function recomputeTotals(client: BaseLanguageClient): Promise<void> {
  const editor = activeMarkdown()
  if (editor === undefined) return
  const { document } = editor
  const uri = client.code2ProtocolConverter.asUri(document.uri)
  const result = await client.sendRequest<Recomputed | null>('zwgk/recomputeTotals', { uri })
  if (result === null) {
    sayNoReport()
    return
  }
  const edits = await client.protocol2CodeConverter.asTextEdits([...result.edits])
  if (edits.length > 0 && !(await applyToVersion(document, result.version, edits))) {
    sayNotApplied()
    return
  }
  // The command is done now; the message may stay as long as the user likes.
  void tell(client, document, result)
}

async function tell(client: BaseLanguageClient, document: vscode.TextDocument, result: Recomputed): Promise<void> {
  const first = result.refused[0]
  if (first === undefined) {
    await vscode.window.showInformationMessage(outcome(result))
    return
  }
  const show = say('查看第一处', 'Show the first')
  if ((await vscode.window.showWarningMessage(outcome(result), show)) !== show) return
  const range = client.protocol2CodeConverter.asRange(first.range)
  await vscode.window.showTextDocument(document, { selection: range })
}

function outcome({ changed, refused }: Recomputed): string {
  const done =
    changed === 0
      ? say('没有需要改动的合计。', 'No total had to be changed.')
      : say(`已改动 ${changed} 处合计。`, `Totals changed: ${changed}.`)
  if (refused.length === 0)
    return changed === 0 ? say('各项合计均与分项相符，没有改动。', 'All totals already add up; nothing changed.') : done
  const reasons = refused
    .slice(0, 3)
    .map(({ message }) => message)
    .join(say('；', '; '))
  return say(
    `${done}另有 ${refused.length} 处不能重算：${reasons}${refused.length > 3 ? '……' : ''}`,
    `${done} Not recomputed: ${refused.length} (${reasons}${refused.length > 3 ? ' …' : ''})`,
  )
}
