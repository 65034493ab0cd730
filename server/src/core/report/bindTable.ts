import type { Format, TableFormat } from '../formats/format.ts'
import { columnCount, type Cell, type Grid, type Row } from '../markdown/grid.ts'
import { isNumeric } from '../text/reading.ts'
import { assembleTable } from './assembleTable.ts'
import { dataRows, type DataRow, type HeaderLabel } from './headers.ts'
import { labelIndex, lookUp, type ColumnEntry, type LabelIndex, type RowEntry } from './labels.ts'
import { meaningOver, rowsNamed, type Over } from './meaning.ts'
import type { BoundLabel, BoundTable } from './table.ts'

/**
 * Finds the figures of a form in a table by row label × column label, on whichever axis either stands: what is
 * written before a cell and over it together names a row and a column of one block. Undefined where the table is
 * none of the form's: nothing is then said of it.
 */
export function bindTable(grid: Grid, format: Format): BoundTable | undefined {
  const index = labelIndex(format)
  const width = columnCount(grid)
  const meanings = new Map<DataRow['over'], readonly Over[]>()
  const carried: (Cell | undefined)[] = []
  const lines: Line[] = []
  for (const { index: at, over } of dataRows(grid, index, width)) {
    const row = grid.rows[at]
    const known = meanings.get(over) ?? over.map((labels) => meaningOver(labels, index))
    meanings.set(over, known)
    if (row !== undefined) lines.push(readLine(row, at, known, over, carried, index))
  }
  const table = mostlyOf(lines)
  return table === undefined ? undefined : assembleTable(grid, table, lines, format)
}

/** One data row: what its label may name, and what each of its cells may hold. */
export type Line = {
  readonly at: number
  readonly label: Cell | undefined
  readonly labelColumn: number
  /** The labels of groups that hold for the row, before it. */
  readonly groups: readonly Cell[]
  readonly over: DataRow['over']
  readonly places: readonly Place[]
  readonly unknown: readonly { readonly cell: Cell; readonly over: HeaderLabel }[]
}

export type Place = {
  readonly cell: Cell
  readonly pair: Pair
  readonly inherited: boolean
  readonly labels: readonly BoundLabel[]
}

type Pair = { readonly row: RowEntry; readonly column: ColumnEntry }

function readLine(
  row: Row,
  at: number,
  meanings: readonly Over[],
  over: DataRow['over'],
  carried: (Cell | undefined)[],
  index: LabelIndex,
): Line {
  const firstFigure = meanings.findIndex(({ rows, columns }) => rows.length > 0 || columns.length > 0)
  const labelCells = row.cells.slice(0, Math.max(firstFigure, 0))
  const label = readLabel(labelCells, carried, index)
  const places: Place[] = []
  const unknown: { cell: Cell; over: HeaderLabel }[] = []
  if (firstFigure < 0) return { at, ...label, over, places, unknown }
  meanings.forEach((meaning, column) => {
    const cell = row.cells[column] ?? missingCell(row)
    const place = placeOf(cell, label.label, label.rows, label.columns, meaning)
    if (place !== undefined) places.push(place)
    const head = over[column]?.findLast((it) => it.cell.text !== '')
    if (column > firstFigure && head?.inherited === false && meaning.rows.length + meaning.columns.length === 0)
      unknown.push({ cell, over: head })
  })
  return { at, ...label, over, places, unknown }
}

type LineLabel = Pick<Line, 'label' | 'labelColumn' | 'groups'> & {
  readonly rows: readonly RowEntry[]
  readonly columns: readonly ColumnEntry[]
}

/**
 * The innermost label of a row that the form knows. A blank in front is a merged cell: it carries on the label above,
 * until something is written in a column further out.
 */
function readLabel(cells: readonly Cell[], carried: (Cell | undefined)[], index: LabelIndex): LineLabel {
  cells.forEach((cell, column) => {
    if (cell.text === '' || carried[column] === cell) return
    carried[column] = cell
    carried.length = column + 1
  })
  const context = carried.slice(0, cells.length).filter((cell) => cell !== undefined)
  for (let column = cells.length - 1; column >= 0; column--) {
    const cell = cells[column]
    if (cell === undefined || cell.text === '' || isNumeric(cell.text)) continue
    const groups = context.filter((it) => it !== cell)
    const rows = rowsNamed(
      cell.text,
      groups.map((it) => it.text),
      index,
    )
    const columns = lookUp(cell.text, index.columns)
    if (rows.length + columns.length > 0) return { label: cell, labelColumn: column, groups, rows, columns }
  }
  const column = cells.findLastIndex((cell) => cell.text !== '' && !isNumeric(cell.text))
  return { label: cells[column], labelColumn: column, groups: context, rows: [], columns: [] }
}

/** Tries the axes in order: the usual one, the table turned, and both labels over the cell (one row of fifteen). */
function placeOf(
  cell: Cell,
  label: Cell | undefined,
  rows: readonly RowEntry[],
  columns: readonly ColumnEntry[],
  over: Over,
): Place | undefined {
  const boundRow = (at: Cell, { row, block }: RowEntry): BoundLabel => ({ cell: at, kind: 'row', row, block })
  const boundColumn = (at: Cell, { column, block }: ColumnEntry): BoundLabel => ({
    cell: at,
    kind: 'column',
    column,
    block,
  })
  const inherited = (from: readonly HeaderLabel[]): boolean => from.some((it) => it.inherited)
  const each = (from: readonly HeaderLabel[], make: (at: Cell) => BoundLabel): BoundLabel[] =>
    from.map((it) => make(it.cell))
  if (label !== undefined) {
    for (const { entries, from } of over.columns) {
      const pair = pairOf(rows, entries)
      if (pair !== undefined)
        return {
          cell,
          pair,
          inherited: inherited(from),
          labels: [boundRow(label, pair.row), ...each(from, (at) => boundColumn(at, pair.column))],
        }
    }
    for (const { entries, from } of over.rows) {
      const pair = pairOf(entries, columns)
      if (pair !== undefined)
        return {
          cell,
          pair,
          inherited: inherited(from),
          labels: [boundColumn(label, pair.column), ...each(from, (at) => boundRow(at, pair.row))],
        }
    }
  }
  for (const inner of over.columns)
    for (const outer of over.rows) {
      if (outer.from.some((it) => inner.from.includes(it))) continue
      const pair = pairOf(outer.entries, inner.entries)
      if (pair !== undefined)
        return {
          cell,
          pair,
          inherited: inherited(inner.from),
          labels: [
            ...each(outer.from, (at) => boundRow(at, pair.row)),
            ...each(inner.from, (at) => boundColumn(at, pair.column)),
          ],
        }
    }
  return undefined
}

function pairOf(rows: readonly RowEntry[], columns: readonly ColumnEntry[]): Pair | undefined {
  for (const row of rows) {
    const column = columns.find((it) => it.block === row.block)
    if (column !== undefined) return { row, column }
  }
  return undefined
}

/** A row may have fewer cells than its table has columns: what is not there is blank, at the row's end. */
function missingCell(row: Row): Cell {
  const end = { start: row.span.end, end: row.span.end }
  return { text: '', span: end, room: end, missing: true }
}

/** The table of the form to which most places belong; labels such as 总计 stand in several. */
function mostlyOf(lines: readonly Line[]): TableFormat | undefined {
  const counts = new Map<TableFormat, number>()
  for (const line of lines)
    for (const { pair } of line.places) counts.set(pair.row.table, (counts.get(pair.row.table) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
