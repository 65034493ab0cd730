import type { Grid, Row } from '../../markdown/grid.ts'
import type { Span } from '../../text/span.ts'

export type Alignment = 'none' | 'left' | 'right' | 'center'

/** A line of a table. Offsets count from the start of the document; the line's end mark is not part of it. */
export type TableLine = {
  readonly span: Span
  readonly indent: string
} & (
  | { readonly kind: 'cells'; readonly cells: readonly string[] }
  | { readonly kind: 'delimiters'; readonly alignments: readonly Alignment[] }
)

/**
 * The lines of a Markdown table with what stands in their cells, byte for byte. Lines without a pipe are left out:
 * they are text that someone wrote right under the table. Undefined where rewriting could change how the table is
 * read, here or by another reader of Markdown.
 */
export function readTable(source: string, grid: Grid, at: number): readonly TableLine[] | undefined {
  const [head, ...body] = grid.rows
  if (head === undefined) return undefined
  const first = readRow(source, head, at)
  const delimiters = first === undefined ? undefined : readDelimiters(source, first.span.end)
  if (first === undefined || delimiters === undefined) return undefined
  const lines: TableLine[] = [first, delimiters]
  for (const row of body) {
    const span = lineAround(source, row.span.start + at)
    if (!source.slice(span.start, span.end).includes('|')) continue
    const line = readRow(source, row, at)
    if (line === undefined) return undefined
    lines.push(line)
  }
  return lines
}

type Cells = Extract<TableLine, { kind: 'cells' }>

function readRow(source: string, row: Row, at: number): Cells | undefined {
  const span = lineAround(source, row.span.start + at)
  const cells = row.cells.map(({ room }) => source.slice(room.start + at, room.end + at).replace(blanks, ''))
  const line = source.slice(span.start, span.end)
  const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
  // A list item or a quotation holds the table, or may do so: readers differ on what belongs to it.
  if (cells.length === 0 || indent.length > 1 || marker.test(line.slice(indent.length))) return undefined
  return piecesOf(line).join('|') === cells.join('|') ? { kind: 'cells', span, indent, cells } : undefined
}

const blanks = /^[ \t]+|[ \t]+$/g
const marker = /^(?:[-*+>]|\d{1,9}[.)])(?:[ \t]|$)/

/**
 * The cells of a line, counted anew, to be sure that nothing but them stands between its pipes. A pipe after two
 * backslashes is counted otherwise than the parser does, for readers differ on whether it ends the cell.
 */
function piecesOf(line: string): readonly string[] {
  const pieces = line.replace(blanks, '').split(/(?<!\\)\|/)
  if (pieces[0] === '') pieces.shift()
  if (pieces.length > 1 && pieces.at(-1) === '') pieces.pop()
  return pieces.map((piece) => piece.replace(blanks, ''))
}

function readDelimiters(source: string, headEnd: number): TableLine | undefined {
  const start = headEnd + (/^(?:\r\n|\n|\r)/.exec(source.slice(headEnd, headEnd + 2))?.[0].length ?? 0)
  const span = lineAround(source, start)
  const line = source.slice(span.start, span.end)
  const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
  const alignments = piecesOf(line).map(alignmentOf)
  return alignments.every((it) => it !== undefined) ? { kind: 'delimiters', span, indent, alignments } : undefined
}

function alignmentOf(piece: string): Alignment | undefined {
  const match = /^(:?)-+(:?)$/.exec(piece)
  if (match === null) return undefined
  const [, left, right] = match
  return left === ':' ? (right === ':' ? 'center' : 'left') : right === ':' ? 'right' : 'none'
}

function lineAround(source: string, offset: number): Span {
  let start = offset
  while (start > 0 && !isBreak(source[start - 1])) start--
  // The mark of a document's encoding is not the line's.
  if (start === 0 && source.startsWith('\ufeff')) start = 1
  let end = offset
  while (end < source.length && !isBreak(source[end])) end++
  return { start, end }
}

const isBreak = (character: string | undefined): boolean => character === '\n' || character === '\r'
