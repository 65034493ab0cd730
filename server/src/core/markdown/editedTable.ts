import type { Edit } from '../text/span.ts'
import { shift } from '../text/span.ts'
import type { Block } from './block.ts'
import type { Cell, Grid, Row } from './grid.ts'

/** What can be typed into a number and makes nothing else of the line. */
const plain = /^[\d.,]*$/

/**
 * The blocks of a piece that is one pipe table after an edit within a number in it: they equal those that are read from
 * the changed text. Rows before it stay the same objects, and no row is read again. Undefined where it is any other
 * edit, or any other piece.
 */
export function editedTable(blocks: readonly Block[], source: string, edit: Edit): readonly Block[] | undefined {
  const [table, ...others] = blocks
  if (table?.kind !== 'table' || others.length > 0 || table.grid.notation !== 'gfm') return undefined
  const { start, end } = edit.span
  if (!plain.test(edit.text) || !plain.test(source.slice(start, end))) return undefined
  const index = rowAt(table.grid, start)
  const row = table.grid.rows[index]
  // The head decides on whether this is a table at all; what begins a line may begin something else.
  if (index < 1 || row === undefined || end > row.span.end || source[row.span.start] !== '|') return undefined
  const column = row.cells.findIndex(({ span }) => span.start <= start && end <= span.end)
  const cell = row.cells[column]
  if (cell === undefined || cell.span.start === cell.span.end || !plain.test(cell.text)) return undefined
  // What is escaped or referred to is not written as it reads.
  if (source.slice(cell.span.start, cell.span.end) !== cell.text) return undefined
  const at = start - cell.span.start
  const text = cell.text.slice(0, at) + edit.text + cell.text.slice(end - cell.span.start)
  if (text === '') return undefined
  const by = edit.text.length - (end - start)
  const grown: Cell = {
    ...cell,
    text,
    span: { start: cell.span.start, end: cell.span.end + by },
    room: { start: cell.room.start, end: cell.room.end + by },
  }
  const cells = row.cells.map((it, i) => (i < column ? it : i === column ? grown : shiftCell(it, by)))
  const edited: Row = {
    cells,
    span: { start: row.span.start, end: row.span.end + by },
    append: { ...row.append, at: row.append.at + by },
  }
  const rows = table.grid.rows.map((it, i) => (i < index ? it : i === index ? edited : shiftRow(it, by)))
  const grid: Grid = { ...table.grid, span: { start: table.grid.span.start, end: table.grid.span.end + by }, rows }
  return [{ ...table, grid, span: { start: table.span.start, end: table.span.end + by } }]
}

/** The last row that begins before the offset. */
function rowAt({ rows }: Grid, offset: number): number {
  let index = rows.length - 1
  while (index >= 0 && (rows[index]?.span.start ?? 0) > offset) index--
  return index
}

const shiftRow = ({ cells, span, append }: Row, by: number): Row => ({
  cells: cells.map((cell) => shiftCell(cell, by)),
  span: shift(span, by),
  append: { ...append, at: append.at + by },
})

/** A cell of a pipe table is written, and has no more than this. */
const shiftCell = ({ text, span, room, marked }: Cell, by: number): Cell =>
  marked === undefined
    ? { text, span: shift(span, by), room: shift(room, by) }
    : { text, span: shift(span, by), room: shift(room, by), marked }
