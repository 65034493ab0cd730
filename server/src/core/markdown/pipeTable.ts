import type { Grid, Row } from './grid.ts'
import { rowOf } from './gridRow.ts'
import type { Line } from './sourceLines.ts'

const delimiters = /^\|?[ \t]*(?::?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*)?(?:\|[ \t]*)?$/

/** Whether a table begins here: a head, and below it a row of dashes for as many cells. */
export function headsTable(head: Line, below: Line | undefined, source: string): boolean {
  if (below === undefined || below.indented || !/[-:|]/.test(source.charAt(below.start))) return false
  const dashes = source.slice(below.start, below.end)
  // Without a pipe or a colon it underlines a heading.
  if (!/[:|]/.test(dashes) || !delimiters.test(dashes)) return false
  const groups = dashes.match(/-+/g)?.length ?? 0
  return (
    groups > 0 && cellStarts(head, source).length === groups && !/^\|[ \t]*$/.test(source.slice(head.start, head.end))
  )
}

/** A table of these rows; the second, the dashes, is none of its rows. */
export function pipeTable(lines: readonly Line[], source: string): Grid {
  const rows = lines.flatMap((line, i): readonly Row[] => {
    const span = { start: line.start, end: line.end }
    return i === 1 ? [] : [rowOf(cellStarts(line, source), span, source)]
  })
  return { notation: 'gfm', span: { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 }, rows }
}

/** Where the cells of a row begin, each with the pipe before it. A pipe with nothing behind it only closes the row. */
function cellStarts({ start, end }: Line, source: string): readonly number[] {
  const starts = [start]
  let pending: number | undefined
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at)
    if (code === space || code === tab) continue
    if (pending !== undefined) starts.push(pending)
    pending = code === pipe && at > start ? at : undefined
    // A backslash and the pipe or backslash after it are text.
    if (code !== backslash) continue
    const next = source.charCodeAt(at + 1)
    if (at + 1 < end && (next === pipe || next === backslash)) at++
  }
  return starts
}

const tab = 9
const space = 32
const backslash = 92
const pipe = 124
