import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { say } from '../words.ts'
import { activeMarkdown, sayNoReport } from './activeReport.ts'

/** 复制体检结论: how the active report stands, as plain text on the clipboard. */
export async function copyConclusion(client: BaseLanguageClient): Promise<void> {
  const editor = activeMarkdown()
  if (editor === undefined) return
  const uri = client.code2ProtocolConverter.asUri(editor.document.uri)
  const found = await client.sendRequest<{ readonly text: string } | null>('zwgk/conclusion', { uri })
  if (found === null) {
    sayNoReport()
    return
  }
  await vscode.env.clipboard.writeText(found.text)
  vscode.window.setStatusBarMessage(say('$(check) 已复制体检结论', '$(check) Findings copied'), 4000)
}
