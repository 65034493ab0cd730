import type { Span } from '../text/span.ts'
import type { Cell, Row } from './grid.ts'
import { plainText, visibleSpan } from './plainText.ts'

/** A row of a pipe table whose cells begin at `starts`, each with the pipe before it, and the last ends with the row. */
export function rowOf(starts: readonly number[], span: Span, source: string): Row {
  const cells = starts.map((start, i) => cellOf(start, starts[i + 1] ?? span.end, source))
  // The last pipe may be left out.
  const closed = cells.at(-1)?.room.end !== span.end
  return { span, cells, append: { at: span.end, start: closed ? '' : ' |', open: ' ', close: ' |' } }
}

function cellOf(from: number, to: number, source: string): Cell {
  const start = source[from] === '|' ? from + 1 : from
  const room = { start, end: roomEnd(start, to, source) }
  const raw = source.slice(room.start, room.end)
  const bare = raw.trim()
  if (bare === '') {
    const middle = room.start + Math.min(1, raw.length)
    return { text: '', span: { start: middle, end: middle }, room }
  }
  if (!/[&<\\*_~`]/.test(bare)) {
    const at = room.start + raw.length - raw.trimStart().length
    return { text: bare, span: { start: at, end: at + bare.length }, room }
  }
  const visible = visibleSpan(raw)
  const around = raw.slice(0, visible.start) + raw.slice(visible.end)
  return {
    text: plainText(raw.replaceAll('\\|', '|')),
    span: { start: room.start + visible.start, end: room.start + visible.end },
    room,
    ...(around.trim() !== '' && { marked: true }),
  }
}

/** Blanks may follow the pipe that closes a row; a pipe after an odd number of backslashes is text. */
function roomEnd(start: number, to: number, source: string): number {
  let end = to
  while (end > start && (source[end - 1] === ' ' || source[end - 1] === '\t')) end--
  if (end <= start || source[end - 1] !== '|') return to
  let slashes = end - 1
  while (slashes > start && source[slashes - 1] === '\\') slashes--
  return (end - 1 - slashes) % 2 === 0 ? end - 1 : to
}
