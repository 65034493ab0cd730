import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Position, Range, TextEdit } from 'vscode-languageserver-protocol/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { root } from './bundle.ts'

export const uri = 'file:///report/2025.md'

/** The report that ships as a sample: a total that is 102 and should be 105, a cell `00`, and no section six. */
export const sample = readFileSync(path.join(root, 'samples', '2025年政府信息公开工作年度报告.md'), 'utf8').replaceAll(
  '\r\n',
  '\n',
)

export const sampleFindings = ['figure-malformed', 'section-missing', 'total-mismatch']

/** The row of the wrong total, as it stands in the sample. */
export const wrongRow = '| 82 | 14 | 1 | 2 | 5 | 1 | 102 |'

export const withRightTotal = sample.replace('| 102 |', '| 105 |')

const documentOf = (text: string): TextDocument => TextDocument.create(uri, 'markdown', 0, text)

export const slice = (text: string, range: Range): string => documentOf(text).getText(range)

/** Where `part` stands within the first occurrence of `whole`. */
export function rangeOf(text: string, whole: string, part = whole): Range {
  const at = text.indexOf(whole)
  if (at < 0) throw new Error(`the text has no ${whole}`)
  const start = at + whole.indexOf(part)
  const document = documentOf(text)
  return { start: document.positionAt(start), end: document.positionAt(start + part.length) }
}

export const positionOf = (text: string, whole: string, part = whole): Position => rangeOf(text, whole, part).start

export const applied = (text: string, edits: readonly TextEdit[]): string =>
  TextDocument.applyEdits(documentOf(text), [...edits])
