import type { Cell, Grid } from '../markdown/grid.ts'
import { isNumeric } from '../text/reading.ts'
import { readCell, type Figure } from './figure.ts'
import type { BoundTable, UnknownLabel } from './table.ts'

/**
 * The cells of a table by those of another that differs from it in nothing but numbers; undefined where it differs in
 * anything else. What a form makes of two such tables is the same, figure by figure.
 */
export function sameShape(from: Grid, to: Grid): ReadonlyMap<Cell, Cell> | undefined {
  const known = kept.get(to)
  if (known?.from === from) return known.cells
  const cells = pairCells(from, to)
  kept.set(to, { from, cells })
  return cells
}

/** Whether a change is one of figures is asked before anything is made of it. */
const kept = new WeakMap<Grid, { readonly from: Grid; readonly cells: ReadonlyMap<Cell, Cell> | undefined }>()

function pairCells(from: Grid, to: Grid): ReadonlyMap<Cell, Cell> | undefined {
  if (from.notation !== to.notation || from.rows.length !== to.rows.length) return undefined
  const cells = new Map<Cell, Cell>()
  for (let i = 0; i < from.rows.length; i++) {
    const [a, b] = [from.rows[i]?.cells ?? [], to.rows[i]?.cells ?? []]
    // A row that is the same object has the same cells, which stand for themselves.
    if (from.rows[i] === to.rows[i] && from.notation === 'gfm') continue
    // How the row ends decides on how rows beside it are written.
    if (a.length !== b.length || from.rows[i]?.append.start !== to.rows[i]?.append.start) return undefined
    for (let j = 0; j < a.length; j++) {
      const [old, now] = [a[j], b[j]]
      if (old === undefined || now === undefined) return undefined
      if (old.text !== now.text && !(isNumber(old.text) && isNumber(now.text))) return undefined
      // A merged cell is one object at several places, in both or in neither.
      const before = from.notation === 'html' ? cells.get(old) : undefined
      if (before !== undefined && before !== now) return undefined
      cells.set(old, now)
    }
  }
  return from.notation !== 'html' || new Set(cells.values()).size === cells.size ? cells : undefined
}

/** A number with nothing behind it: remarks and units are words. */
const isNumber = (text: string): boolean => isNumeric(text) && /^[-+\d.,０-９]+$/.test(text)

/** The earlier table is known by its figures: it must not be kept in memory for this. */
const rebound = new WeakMap<BoundTable, { readonly figures: object; readonly fields: readonly string[] }>()

/** The fields in whose figures a table differs from the one that it was made from; undefined where it was not. */
export function changedFrom(from: BoundTable, to: BoundTable): readonly string[] | undefined {
  const known = rebound.get(to)
  return known?.figures === from.figures ? known.fields : undefined
}

/** The table with the numbers of another grid of the same shape; undefined where binding must be done anew. */
export function rebind(table: BoundTable, grid: Grid): BoundTable | undefined {
  const cells = table.doubled ? undefined : sameShape(table.grid, grid)
  if (cells === undefined) return undefined
  const moved = (cell: Cell): Cell => cells.get(cell) ?? cell
  const label = (it: UnknownLabel): UnknownLabel => ({ ...it, cell: moved(it.cell) })
  const figures = new Map<string, Figure>()
  const changed: string[] = []
  for (const [id, figure] of table.figures) {
    // A cell that its row lacks has no place in the grid; it was made for the figure and is made anew by binding.
    if (figure.cell.missing === true) return undefined
    const cell = moved(figure.cell)
    if (cell === figure.cell) {
      figures.set(id, figure)
      continue
    }
    const same = cell.text === figure.cell.text
    if (!same) changed.push(id)
    const reading = same ? figure.reading : readCell(cell.text, figure.field, figure.otherUnit === true)
    const { field, copies, otherUnit } = figure
    figures.set(
      id,
      otherUnit === undefined ? { field, cell, copies, reading } : { field, cell, copies, reading, otherUnit },
    )
  }
  const to: BoundTable = {
    ...table,
    grid,
    figures,
    labels: table.labels.map((it) => {
      const cell = moved(it.cell)
      return cell === it.cell ? it : { ...it, cell }
    }),
    slips: table.slips.map(moved),
    unknownRows: table.unknownRows.map(label),
    unknownColumns: table.unknownColumns.map(label),
  }
  rebound.set(to, { figures: table.figures, fields: changed })
  return to
}
