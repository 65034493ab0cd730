import * as vscode from 'vscode'
import { ExecuteCommandRequest, WorkDoneProgress, type BaseLanguageClient } from 'vscode-languageclient'
import { say } from '../words.ts'

type Summary = {
  readonly files: number
  readonly reports: number
  readonly errors: number
  readonly warnings: number
  readonly notes: number
  readonly unread: readonly string[]
  readonly unreadCount: number
  readonly cancelled: boolean
}

let serial = 0

/** 检查全部年报: every report of the workspace; what is found in files that are not open shows in the Problems view. */
export async function checkAll(client: BaseLanguageClient): Promise<void> {
  if ((vscode.workspace.workspaceFolders ?? []).length === 0) {
    void vscode.window.showInformationMessage(
      say('请先打开年报所在的文件夹。', 'Open the folder of the reports first.'),
    )
    return
  }
  const summary = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: say('检查全部年报', 'Checking all reports'),
      cancellable: true,
    },
    (progress, token) => run(client, progress, token),
  )
  await vscode.commands.executeCommand('setContext', 'zwgk.checkedAll', summary !== null)
  if (summary !== null) void tell(client, summary)
}

async function run(
  client: BaseLanguageClient,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<Summary | null> {
  const workDoneToken = `zwgk.checkAll.${String(++serial)}`
  let percent = 0
  const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
    if (value.kind !== 'report') return
    const now = value.percentage ?? percent
    progress.report({ increment: now - percent, ...(value.message === undefined ? {} : { message: value.message }) })
    percent = now
  })
  try {
    const params = { command: 'zwgk.checkWorkspace', arguments: [{ quiet: true }], workDoneToken }
    return (await client.sendRequest(ExecuteCommandRequest.type, params, token)) as Summary | null
  } finally {
    listener.dispose()
  }
}

async function tell(client: BaseLanguageClient, summary: Summary): Promise<void> {
  const { errors, warnings, notes } = summary
  const show = say('查看问题', 'Show problems')
  const clear = say('清除结果', 'Clear')
  const buttons = errors + warnings + notes > 0 ? [show, clear] : []
  const picked =
    errors > 0
      ? await vscode.window.showWarningMessage(outcome(summary), ...buttons)
      : await vscode.window.showInformationMessage(outcome(summary), ...buttons)
  if (picked === show) await vscode.commands.executeCommand('workbench.actions.view.problems')
  if (picked === clear) await clearChecks(client)
}

/** 清除全部年报的检查结果: takes the findings of files that are not open out of the Problems view. */
export async function clearChecks(client: BaseLanguageClient): Promise<void> {
  await client.sendRequest(ExecuteCommandRequest.type, { command: 'zwgk.clearWorkspace' })
  await vscode.commands.executeCommand('setContext', 'zwgk.checkedAll', false)
}

function outcome({ files, reports, errors, warnings, notes, unread, unreadCount, cancelled }: Summary): string {
  const begun = cancelled ? say('已取消。', 'Cancelled. ') : ''
  const found =
    reports === 0
      ? say(`看了 ${files} 个 Markdown 文件，没有年报。`, `${files} Markdown files, and no report among them.`)
      : errors + warnings + notes === 0
        ? say(`检查了 ${reports} 份年报，没有发现问题。`, `${reports} reports checked, nothing found.`)
        : say(
            `检查了 ${reports} 份年报：错误 ${errors} 处，警告 ${warnings} 处，提示 ${notes} 处。`,
            `${reports} reports checked: ${errors} errors, ${warnings} warnings, ${notes} notes.`,
          )
  if (unreadCount === 0) return begun + found
  const names = unread.map((uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri))).join(say('、', ', '))
  const more = unreadCount > unread.length ? say('等', ' …') : ''
  return (
    begun +
    found +
    say(
      `有 ${unreadCount} 个文件读不出：${names}${more}。`,
      ` ${unreadCount} files could not be read: ${names}${more}.`,
    )
  )
}
