import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { say } from '../words.ts'
import { activeMarkdown } from './activeReport.ts'

type Upgraded = {
  readonly text: string
  readonly year: number
  readonly figures: number
  readonly sections: number
  readonly dropped: readonly string[]
}

/** 升级到现行格式: begins next year's report from the active one, in a new document; the old one stays as it is. */
export async function upgradeReport(client: BaseLanguageClient): Promise<void> {
  const editor = activeMarkdown()
  if (editor === undefined) return
  const uri = client.code2ProtocolConverter.asUri(editor.document.uri)
  const made = await client.sendRequest<Upgraded | null>('zwgk/upgradeReport', { uri })
  if (made === null) {
    void vscode.window.showInformationMessage(
      say(
        '不能由当前文档生成下一年的报告：它不是年度报告，或者看不出是哪一年的。',
        'No report can be begun from this document: it is none, or its year is not known.',
      ),
    )
    return
  }
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: made.text })
  await vscode.window.showTextDocument(document)
  const { year, sections, figures, dropped } = made
  void vscode.window.showInformationMessage(
    say(
      `已生成${year}年报告的草稿：沿用 ${sections} 节文字、${figures} 个期初数${dropped.length > 0 ? `；未带入：${dropped.join('；')}` : ''}。`,
      `A draft of the report on ${year}: prose of ${sections} sections, ${figures} opening figures${dropped.length > 0 ? `; left behind: ${dropped.join('; ')}` : ''}.`,
    ),
  )
}
