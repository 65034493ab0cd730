import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { say } from '../words.ts'

/** 新建年度报告: asks for the body and the year of the data and opens a report that has all its parts. */
export async function newReport(client: BaseLanguageClient): Promise<void> {
  const title = say('新建年度报告', 'New annual report')
  const body = await vscode.window.showInputBox({
    title: `${title} (1/2)`,
    prompt: say('行政机关全称', 'Full name of the government body'),
    placeHolder: say('例如：安澜县自然资源局', 'for example 安澜县自然资源局'),
    ignoreFocusOut: true,
    validateInput: bodyProblem,
  })
  if (body === undefined) return
  const thisYear = new Date().getFullYear()
  const year = await vscode.window.showInputBox({
    title: `${title} (2/2)`,
    prompt: say('数据所属年度，不是发布年度', 'The year of the data, not of publication'),
    value: String(thisYear - 1),
    ignoreFocusOut: true,
    validateInput: (value) => yearProblem(value, thisYear),
  })
  if (year === undefined) return
  const made = await client.sendRequest<{ text: string } | null>('zwgk/newReport', {
    body: body.trim(),
    year: Number(year.trim()),
  })
  if (made === null) {
    void vscode.window.showErrorMessage(
      say(
        '未能生成年度报告，详见输出面板中的“政务公开年报”。',
        'The report could not be made; see the output channel.',
      ),
    )
    return
  }
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: made.text })
  await vscode.window.showTextDocument(document)
}

function bodyProblem(value: string): string | undefined {
  const name = value.trim()
  if (name === '') return say('请填写行政机关名称', 'The name of the body is needed')
  if (/[\r\n#|<>*`]/.test(name)) return say('名称中不能有 # | < > * ` 等符号', 'The name may not contain # | < > * `')
  return name.length > 50 ? say('名称过长（最多50个字）', 'The name is too long (50 characters at most)') : undefined
}

/** The regulation has been in force since 2008; there is no report on a year that has not begun. */
function yearProblem(value: string, thisYear: number): string | undefined {
  const text = value.trim()
  const year = Number(text)
  return /^\d{4}$/.test(text) && year >= 2008 && year <= thisYear
    ? undefined
    : say(`请填写四位数年份（2008–${thisYear}）`, `A year of four digits is needed (2008–${thisYear})`)
}
