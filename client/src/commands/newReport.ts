import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { say } from '../words.ts'

type Made = {
  readonly text: string
  readonly previous: { readonly uri: string; readonly name: string } | null
  readonly filled: readonly { readonly name: string; readonly value: string }[]
}

/** 新建年度报告: asks for the body and the year of the data and opens a report that has all its parts, and what last year left. */
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
  const made = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: say('查找上年报告', 'Looking for last year’s report') },
    () =>
      client.sendRequest<Made | null>('zwgk/newReport', {
        body: body.trim(),
        year: Number(year.trim()),
      }),
  )
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
  // The command is done now; the message may stay as long as the user likes.
  void tellFilled(client, made)
}

/** Says which figures were taken over from last year’s report, so that nobody takes them for his own. */
async function tellFilled(client: BaseLanguageClient, { previous, filled }: Made): Promise<void> {
  if (previous === null) return
  const shown = filled
    .slice(0, 4)
    .map(({ name, value }) => `${name} ${value}`)
    .join(say('；', '; '))
  const more = filled.length > 4 ? say(`等 ${filled.length} 格`, ` and ${filled.length - 4} more`) : ''
  const text =
    filled.length === 0
      ? say(
          `找到上年报告（${previous.name}），没有要带入的数。`,
          `Last year’s report (${previous.name}) leaves no figures to take over.`,
        )
      : say(
          `已由上年报告（${previous.name}）带入期初数：${shown}${more}。其余各格为 0。`,
          `Taken over from last year’s report (${previous.name}): ${shown}${more}. All other figures are 0.`,
        )
  const open = say('查看上年报告', 'Show last year’s report')
  if ((await vscode.window.showInformationMessage(text, open)) !== open) return
  const uri = client.protocol2CodeConverter.asUri(previous.uri)
  await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside })
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
