import type { Span } from '../../text/span.ts'

/** The line of a cursor and its neighbours; line breaks are in none of them. */
export type Line = {
  readonly offset: number
  readonly start: number
  readonly before: string
  readonly after: string
  /** Undefined on the first line. */
  readonly previous: string | undefined
  /** Undefined on the last line. */
  readonly next: string | undefined
}

/** What was typed on the line up to the cursor, without the indentation. */
export const typedSpan = ({ start, offset, before }: Line): Span => ({
  start: Math.min(offset, start + before.length - before.trimStart().length),
  end: offset,
})

export function lineAt(text: string, offset: number): Line {
  const at = Math.max(0, Math.min(offset, text.length))
  const start = startOf(text, at)
  const end = endOf(text, at)
  const above = start === 0 ? undefined : breakBefore(text, start)
  const below = end === text.length ? undefined : end + (text.startsWith('\r\n', end) ? 2 : 1)
  return {
    offset: at,
    start,
    before: text.slice(start, at),
    after: text.slice(at, end),
    previous: above === undefined ? undefined : text.slice(startOf(text, above), above),
    next: below === undefined ? undefined : text.slice(below, endOf(text, below)),
  }
}

/**
 * A block on lines of its own at the cursor's line: a blank line before and after it where there is text, and no line
 * break of its own where one follows anyway.
 */
export function onOwnLines(block: string, { previous, next }: Line): string {
  const head = previous === undefined || previous.trim() === '' ? '' : '\n'
  const body = block.replace(/\n+$/, '')
  if (next === undefined) return `${head}${body}\n`
  return head + body + (next.trim() === '' ? '' : '\n')
}

function startOf(text: string, offset: number): number {
  const at = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1))
  return offset === 0 ? 0 : at + 1
}

function endOf(text: string, offset: number): number {
  const breaks = /[\r\n]/g
  breaks.lastIndex = offset
  return breaks.exec(text)?.index ?? text.length
}

const breakBefore = (text: string, start: number): number => start - (text.startsWith('\r\n', start - 2) ? 2 : 1)
