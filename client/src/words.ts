import * as vscode from 'vscode'

/** The sentence in the language that the user chose for the findings, so that all of the extension speaks one. */
export const say = (zh: string, en: string): string =>
  vscode.workspace.getConfiguration('zwgk').get('language') === 'en' ? en : zh
