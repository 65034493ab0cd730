import * as vscode from 'vscode'
import type { BaseLanguageClient, Range, TextEdit } from 'vscode-languageclient'
import { say } from '../words.ts'
import { activeMarkdown, applyToVersion, sayNoReport, sayNotApplied } from './activeReport.ts'

type Written = {
  readonly version: number
  readonly edits: readonly TextEdit[]
  readonly added: number
  readonly changed: number
  readonly refused: readonly { readonly message: string; readonly range: Range | null }[]
  readonly faults: readonly string[]
}

/** 由表生成依申请公开段落: writes the paragraph from the tables, or brings the one that is there up to date. */
export async function writeParagraph(client: BaseLanguageClient): Promise<void> {
  const editor = activeMarkdown()
  if (editor === undefined) return
  const { document } = editor
  const uri = client.code2ProtocolConverter.asUri(document.uri)
  const written = await client.sendRequest<Written | null>('zwgk/writeParagraph', { uri })
  if (written === null) {
    sayNoReport()
    return
  }
  const edits = await client.protocol2CodeConverter.asTextEdits([...written.edits])
  const before = document.getText()
  if (edits.length > 0 && !(await applyToVersion(document, written.version, edits))) {
    sayNotApplied()
    return
  }
  const changed = changedRange(before, document)
  if (edits.length > 0 && changed !== undefined) {
    // What has been written is selected, so that it is seen, read over, and taken back with one key.
    editor.selection = new vscode.Selection(changed.start, changed.end)
    editor.revealRange(changed, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
  }
  // The command is done now; the message may stay as long as the user likes.
  void tell(client, document, written)
}

/** From the first character that differs to the last. */
function changedRange(before: string, document: vscode.TextDocument): vscode.Range | undefined {
  const after = document.getText()
  if (before === after) return undefined
  let start = 0
  while (start < after.length && before[start] === after[start]) start++
  let end = 0
  const most = Math.min(before.length, after.length) - start
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++
  return new vscode.Range(document.positionAt(start), document.positionAt(after.length - end))
}

async function tell(client: BaseLanguageClient, document: vscode.TextDocument, written: Written): Promise<void> {
  const template = say('修改模板', 'Change the template')
  const show = say('查看第一处', 'Show the first')
  const { refused, faults } = written
  const first = refused.find(({ range }) => range !== null)?.range ?? undefined
  const isPlain = refused.length === 0 && faults.length === 0
  const picked = isPlain
    ? await vscode.window.showInformationMessage(outcome(written), template)
    : await vscode.window.showWarningMessage(outcome(written), ...(first === undefined ? [] : [show]), template)
  if (picked === template)
    await vscode.commands.executeCommand('workbench.action.openSettings', '@id:zwgk.paragraphTemplate')
  if (picked === show && first !== undefined)
    await vscode.window.showTextDocument(document, { selection: client.protocol2CodeConverter.asRange(first) })
}

function outcome({ added, changed, refused, faults }: Written): string {
  if (faults.length > 0) return faults.join(say('；', '; '))
  const done =
    added > 0 || changed > 0
      ? say(`已按表写好：新写 ${added} 句，改 ${changed} 处。`, `Sentences written: ${added}; changed: ${changed}.`)
      : say('正文与表一致，没有要写、要改的。', 'The text agrees with the tables; nothing to write or to change.')
  if (refused.length === 0) return done
  const reasons = refused
    .slice(0, 3)
    .map(({ message }) => message)
    .join(say('；', '; '))
  const more = refused.length > 3 ? say(`……共 ${refused.length} 处`, ` … (${refused.length} in all)`) : ''
  return added > 0 || changed > 0
    ? say(
        `${done}有的数不能用，相关的句子没有写：${reasons}${more}`,
        `${done} Figures that cannot be used: ${reasons}${more}`,
      )
    : say(`没有写：${reasons}${more}`, `Nothing was written: ${reasons}${more}`)
}
