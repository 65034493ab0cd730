import { blocksIn, type Document } from '../markdown/document.ts'
import { shift, type Span } from '../text/span.ts'

/** A heading or a line of prose in the document. Offsets count from its start. */
export type BodyLine = {
  readonly kind: 'heading' | 'prose'
  /** Of a heading; 0 for prose. */
  readonly depth: number
  /** What a reader sees, without marks. */
  readonly text: string
  /** The visible text in the source. */
  readonly span: Span
  /** Whether the block begins here; a later line may be the rest of a sentence that was broken by hand. */
  readonly first: boolean
}

/** The headings and lines of prose that lie within a part of the document, in order; tables and comments are neither. */
export function bodyLines(document: Document, within: Span): readonly BodyLine[] {
  const lines: BodyLine[] = []
  for (const { at, value } of blocksIn(document)) {
    if (at + value.span.end <= within.start || at + value.span.start >= within.end) continue
    if (value.kind === 'heading')
      lines.push({
        kind: 'heading',
        depth: value.depth,
        text: value.text,
        span: shift(value.content, at),
        first: true,
      })
    if (value.kind !== 'paragraph') continue
    for (const [i, { text, span }] of value.lines.entries())
      if (text !== '') lines.push({ kind: 'prose', depth: 0, text, span: shift(span, at), first: i === 0 })
  }
  return lines.filter(({ span }) => span.start >= within.start && span.end <= within.end)
}

/** The start of the line in which the offset lies. */
export const lineStart = (text: string, offset: number): number =>
  Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1

/** The end of the line in which the offset lies, before its line break. */
export const lineEnd = (text: string, offset: number): number => {
  const found = /[\r\n]/.exec(text.slice(offset))
  return found === null ? text.length : offset + found.index
}
