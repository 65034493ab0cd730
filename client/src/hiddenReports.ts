import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

/**
 * Tells the server when no tab shows a document any more. The editor may keep it open for minutes after that, without its
 * findings: those of its file are shown again at once, where all reports have been checked.
 */
export const hiddenReports = (client: BaseLanguageClient): vscode.Disposable =>
  vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
    const left = new Set(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).flatMap(urisOf))
    for (const uri of new Set(closed.flatMap(urisOf)))
      if (!left.has(uri) && /\.(?:md|markdown)$/i.test(uri))
        void client.sendNotification('zwgk/hidden', { uri: client.code2ProtocolConverter.asUri(vscode.Uri.parse(uri)) })
  })

const urisOf = ({ input }: vscode.Tab): readonly string[] => {
  if (input instanceof vscode.TabInputText) return [input.uri.toString()]
  return input instanceof vscode.TabInputTextDiff ? [input.modified.toString(), input.original.toString()] : []
}
