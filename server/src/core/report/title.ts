import type { Document, Placed } from '../markdown/document.ts'
import { blocksIn } from '../markdown/document.ts'
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
 * The title among the first blocks of a document. It may be a heading, a line of text, or two lines of which the
 * first names the body, as Word documents have it. A text that merely mentions such a report has none.
 */
export function readTitle(document: Document): Title | undefined {
  let seen = 0
  let before = ''
  for (const { at, value } of blocksIn(document)) {
    if (value.kind !== 'heading' && value.kind !== 'paragraph') continue
    for (const line of linesOf({ at, value })) {
      const title = titleIn(line.text, before, line.span)
      if (title !== undefined) return title
      before = line.text
      if (++seen >= 6) return undefined
    }
  }
  return undefined
}

function linesOf({
  at,
  value,
}: Placed<ReturnType<typeof blocksIn> extends Generator<Placed<infer B>> ? B : never>): readonly {
  text: string
  span: Span
}[] {
  if (value.kind === 'heading') return [{ text: value.text, span: shift(value.content, at) }]
  return value.kind === 'paragraph' ? value.lines.map((line) => ({ text: line.text, span: shift(line.span, at) })) : []
}

function titleIn(line: string, before: string, span: Span): Title | undefined {
  const text = fold(line).replace(/^#+/, '')
  if (text.length > 60) return undefined
  const match = wording.exec(text)
  if (match === null) return undefined
  const head = text.slice(0, match.index)
  const year = /(\d{4})年?(?:度)?$/.exec(head)
  const body = (year === null ? head : head.slice(0, year.index)) || bodyOf(before)
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
