import * as vscode from 'vscode'
import { mayBeReport } from './sniff.ts'

/** Calls `found` at the first open Markdown document that may be a report; from then on it costs nothing. */
export function watchForReports(found: () => void): vscode.Disposable {
  const subscriptions: vscode.Disposable[] = []
  const stop = (): void => {
    for (const it of subscriptions.splice(0)) it.dispose()
  }
  const look = (document: vscode.TextDocument, text: () => string): boolean => {
    if (document.languageId !== 'markdown' || !(isForced(document) || mayBeReport(text()))) return false
    stop()
    found()
    return true
  }
  subscriptions.push(
    vscode.workspace.onDidOpenTextDocument((document) => look(document, () => document.getText())),
    // The rest of the document has been looked at before; only what has changed can make a report of it.
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) =>
      contentChanges.some((change) => look(document, () => around(document, change))),
    ),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('zwgk.format')) lookAtAll(look)
    }),
  )
  lookAtAll(look)
  return new vscode.Disposable(stop)
}

const lookAtAll = (look: (document: vscode.TextDocument, text: () => string) => boolean): void => {
  vscode.workspace.textDocuments.some((document) => look(document, () => document.getText()))
}

/** The setting that names a form makes a report of every Markdown document. */
function isForced(document: vscode.TextDocument): boolean {
  const format = vscode.workspace.getConfiguration('zwgk', document).get<string>('format', 'auto')
  return format !== 'auto' && format !== 'none'
}

/** The changed lines with one more on each side, for a word may be completed or broken across lines by a change. */
function around(document: vscode.TextDocument, { range, text }: vscode.TextDocumentContentChangeEvent): string {
  const from = Math.max(0, range.start.line - 1)
  const to = range.start.line + text.split(/\r\n|\r|\n/).length
  return document.getText(new vscode.Range(from, 0, to + 1, 0))
}
