import { shift } from '../text/span.ts'
import type { Block } from './block.ts'
import type { Cell, Grid, Row } from './grid.ts'

/** The same block further on in the source. A merged cell stays one object at all its places. */
export function shiftBlock(block: Block, by: number): Block {
  if (by === 0) return block
  const span = shift(block.span, by)
  if (block.kind === 'heading') return { ...block, span, content: shift(block.content, by) }
  if (block.kind === 'paragraph')
    return { ...block, span, lines: block.lines.map((line) => ({ ...line, span: shift(line.span, by) })) }
  return block.kind === 'table' ? { ...block, span, grid: shiftGrid(block.grid, by) } : { ...block, span }
}

function shiftGrid(grid: Grid, by: number): Grid {
  const moved = new Map<Cell, Cell>()
  const cellOf = (cell: Cell): Cell => {
    const known = moved.get(cell)
    if (known !== undefined) return known
    const { append } = cell
    const value = {
      ...cell,
      span: shift(cell.span, by),
      room: shift(cell.room, by),
      ...(append !== undefined && { append: { ...append, at: append.at + by } }),
    }
    moved.set(cell, value)
    return value
  }
  const rows = grid.rows.map((row): Row => ({
    cells: row.cells.map(cellOf),
    span: shift(row.span, by),
    append: { ...row.append, at: row.append.at + by },
  }))
  return { ...grid, span: shift(grid.span, by), rows }
}
