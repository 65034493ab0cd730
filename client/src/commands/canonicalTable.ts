import * as vscode from 'vscode'
import type { BaseLanguageClient, TextEdit } from 'vscode-languageclient'
import { say } from '../words.ts'
import { activeMarkdown, applyToVersion, sayNoReport, sayNotApplied } from './activeReport.ts'

type Made = {
  readonly version: number
  readonly edits: readonly TextEdit[]
  readonly changed: number
  readonly kept: readonly string[]
}

/** 规范本表: puts the tables at the cursor or in the selection into the form's own layout. */
export async function canonicalTable(client: BaseLanguageClient): Promise<void> {
  const editor = activeMarkdown()
  if (editor === undefined) return
  const { document, selection } = editor
  const made = await client.sendRequest<Made | null>('zwgk/canonicalTable', {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    range: client.code2ProtocolConverter.asRange(selection),
  })
  if (made === null) {
    sayNoReport()
    return
  }
  if (made.changed === 0) {
    void vscode.window.showInformationMessage(
      say(
        '光标处没有要改的统计表：不在统计表里，或者已经是规定的表式。',
        'Nothing to change: the cursor is in no statistics table, or the table has the official layout.',
      ),
    )
    return
  }
  const edits = await client.protocol2CodeConverter.asTextEdits([...made.edits])
  if (!(await applyToVersion(document, made.version, edits))) {
    sayNotApplied()
    return
  }
  if (made.kept.length > 0)
    void vscode.window.showWarningMessage(
      say(
        `有 ${made.kept.length} 处内容归不进规定的行和列，已列在表下。`,
        `${made.kept.length} texts fit into no row or column; they are listed below the table.`,
      ),
    )
}
