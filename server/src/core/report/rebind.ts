import type { Cell, Grid } from '../markdown/grid.ts'
import { isNumeric } from '../text/reading.ts'
import { readCell, type Figure } from './figure.ts'
import type { BoundTable, UnknownLabel } from './table.ts'

/**
 * The cells of a table by those of another that differs from it in nothing but numbers; undefined where it differs in
 * anything else. What a form makes of two such tables is the same, figure by figure.
 */
export function sameShape(from: Grid, to: Grid): ReadonlyMap<Cell, Cell> | undefined {
  if (from.notation !== to.notation || from.rows.length !== to.rows.length) return undefined
  const cells = new Map<Cell, Cell>()
  for (let i = 0; i < from.rows.length; i++) {
    const [a, b] = [from.rows[i]?.cells ?? [], to.rows[i]?.cells ?? []]
    if (a.length !== b.length) return undefined
    for (let j = 0; j < a.length; j++) {
      const [old, now] = [a[j], b[j]]
      if (old === undefined || now === undefined) return undefined
      if (old.text !== now.text && !(isNumber(old.text) && isNumber(now.text))) return undefined
      const before = cells.get(old)
      // A merged cell is one object at several places, in both or in neither.
      if (before !== undefined && before !== now) return undefined
      cells.set(old, now)
    }
  }
  return new Set(cells.values()).size === cells.size ? cells : undefined
}

/** A number with nothing behind it: remarks and units are words. */
const isNumber = (text: string): boolean => isNumeric(text) && /^[-+\d.,０-９]+$/.test(text)

/** The table with the numbers of another grid of the same shape; undefined where binding must be done anew. */
export function rebind(table: BoundTable, grid: Grid): BoundTable | undefined {
  const cells = table.doubled ? undefined : sameShape(table.grid, grid)
  if (cells === undefined) return undefined
  // A cell that its row lacks has no place in the grid; it was made for the figure and is made anew by binding.
  if ([...table.figures.values()].some(({ cell }) => cell.missing === true)) return undefined
  const moved = (cell: Cell): Cell => cells.get(cell) ?? cell
  const label = (it: UnknownLabel): UnknownLabel => ({ ...it, cell: moved(it.cell) })
  const figures = new Map<string, Figure>()
  for (const [id, figure] of table.figures) {
    const cell = moved(figure.cell)
    const same = cell.text === figure.cell.text
    const reading = same ? figure.reading : readCell(cell.text, figure.field, figure.otherUnit === true)
    figures.set(id, { ...figure, cell, reading })
  }
  return {
    ...table,
    grid,
    figures,
    labels: table.labels.map((it) => ({ ...it, cell: moved(it.cell) })),
    slips: table.slips.map(moved),
    unknownRows: table.unknownRows.map(label),
    unknownColumns: table.unknownColumns.map(label),
  }
}
