import type { TextLine } from '../markdown/block.ts'
import { blocksIn, type Document } from '../markdown/document.ts'
import { fold } from '../text/label.ts'
import { shift, type Span } from '../text/span.ts'

/** The title of a report with what it says: whose, and of which year the data are. */
export type Title = {
  readonly text: string
  readonly span: Span
  readonly body: string | undefined
  readonly year: number | undefined
}

const wording = /政府信息公开(?:工作)?(?:(\d{4})年?(?:度)?)?(?:工作)?年度(?:工作)?报告(?:[（(][^（()）]*[)）])?$/

/**
 * The title among the first lines of a document: a heading, a line of text, or two lines of which the first names the
 * body or is broken off, as Word documents have it. A text that merely mentions such a report has none.
 */
export function readTitle(document: Document): Title | undefined {
  let before: TextLine | undefined
  for (const line of firstLines(document, 6)) {
    const title = titleIn(line.text, before?.text ?? '', line.span) ?? titleOver(before, line)
    if (title !== undefined) return title
    before = line
  }
  return undefined
}

function firstLines(document: Document, count: number): readonly TextLine[] {
  const lines: TextLine[] = []
  for (const { at, value } of blocksIn(document)) {
    if (value.kind === 'heading') lines.push({ text: value.text, span: shift(value.content, at) })
    if (value.kind === 'paragraph')
      lines.push(...value.lines.slice(0, count).map(({ text, span }) => ({ text, span: shift(span, at) })))
    if (lines.length >= count) break
  }
  return lines.slice(0, count)
}

/** A title that was broken within its words: neither line is one, but both together are. */
function titleOver(first: TextLine | undefined, second: TextLine): Title | undefined {
  if (first === undefined) return undefined
  return titleIn(first.text + second.text, '', { start: first.span.start, end: second.span.end })
}

function titleIn(line: string, before: string, span: Span): Title | undefined {
  const text = fold(line).replace(/^#+/, '')
  // Punctuation shows a sentence that happens to end in the words of a title.
  if (text.length > 60 || /[《》，。；,;]/.test(text)) return undefined
  const match = wording.exec(text)
  if (match === null) return undefined
  const head = text.slice(0, match.index)
  const year = /(\d{4})年?(?:度)?$/.exec(head) ?? /^(\d{4})年(?:度)?/.exec(head)
  const body = (year === null ? head : head.replace(year[0], '')) || bodyOf(before)
  const digits = year?.[1] ?? match[1] ?? /(\d{4})年/.exec(fold(before))?.[1]
  return {
    text: line,
    span,
    body: body === '' ? undefined : body,
    year: digits === undefined ? undefined : Number(digits),
  }
}

const bodyOf = (line: string): string => {
  const text = fold(line).replace(/\d{4}年?(?:度)?$/, '')
  return text.length <= 40 && /(?:政府|局|委|厅|办|院|处|中心|街道|镇|乡|区|县|市|省|部|队|会|公安)$/.test(text)
    ? text
    : ''
}
