import * as vscode from 'vscode'
import { say } from '../words.ts'

/** The Markdown document that is being edited; says so where there is none. */
export function activeMarkdown(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor
  if (editor?.document.languageId === 'markdown') return editor
  sayNoReport()
  return undefined
}

export const sayNoReport = (): void =>
  void vscode.window.showInformationMessage(
    say(
      '当前文档不是政府信息公开工作年度报告。',
      'The active document is not an annual report on government-information disclosure.',
    ),
  )

/** Applies edits that were made for one version of a document; false where it has changed since or is read-only. */
export async function applyToVersion(
  document: vscode.TextDocument,
  version: number,
  edits: readonly vscode.TextEdit[],
): Promise<boolean> {
  if (document.version !== version) return false
  const edit = new vscode.WorkspaceEdit()
  edit.set(document.uri, [...edits])
  return vscode.workspace.applyEdit(edit)
}

export const sayNotApplied = (): void =>
  void vscode.window.showWarningMessage(
    say(
      '文档在此期间被修改或者是只读的，没有作任何改动。请再试一次。',
      'The document has changed meanwhile or is read-only; nothing was changed. Please try again.',
    ),
  )
