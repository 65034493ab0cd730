import * as vscode from 'vscode'
import type { Status, Statuses } from './statuses.ts'
import { say } from './words.ts'

/** The item in the language status of a report. It exists only while a report is the active document. */
export function statusItem(statuses: Statuses): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined
  const show = (): void => {
    const status = statuses.active()
    if (status === undefined) {
      item?.dispose()
      item = undefined
      return
    }
    item ??= vscode.languages.createLanguageStatusItem('zwgk.status', { language: 'markdown' })
    item.name = say('政务公开年报', 'Disclosure report')
    item.text = status.summary
    item.detail = `${status.format.basis} · ${status.reason}`
    item.severity = severityOf(status)
    item.command = { command: 'zwgk.showStatus', title: say('查看', 'Show') }
  }
  const subscription = statuses.onChange(show)
  show()
  return new vscode.Disposable(() => {
    subscription.dispose()
    item?.dispose()
  })
}

function severityOf({ findings }: Status): vscode.LanguageStatusSeverity {
  if (findings.error > 0) return vscode.LanguageStatusSeverity.Error
  if (findings.warning > 0) return vscode.LanguageStatusSeverity.Warning
  return vscode.LanguageStatusSeverity.Information
}
