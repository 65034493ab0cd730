import type { Format, TableFormat } from '../formats/format.ts'
import { columnCount, type Cell, type Grid, type Row } from '../markdown/grid.ts'
import { isNumeric } from '../text/reading.ts'
import { assembleTable } from './assembleTable.ts'
import { dataRows, type DataRow, type HeaderLabel } from './headers.ts'
import { labelIndex, lookUp, type ColumnEntry, type LabelIndex, type RowEntry } from './labels.ts'
import { meaningsOver, rowsAfter, rowsNamed, type Over } from './meaning.ts'
import { knownByColumns, slipsIn, withSlips } from './slips.ts'
import type { BoundLabel, BoundTable } from './table.ts'

/**
 * Finds the figures of a form in a table by row label × column label, on whichever axis either stands: what is
 * written before a cell and over it together names a row and a column of one block. Undefined where the table is
 * none of the form's: nothing is then said of it.
 */
export function bindTable(grid: Grid, format: Format): BoundTable | undefined {
  const index = labelIndex(format)
  const bound = bindBy(index, grid, format)
  for (const known of bound === undefined ? knownByColumns(grid, format, index) : [bound]) {
    const slips = slipsIn(grid, known, index)
    const mended = slips.length === 0 ? undefined : bindBy(withSlips(index, slips), grid, format)
    if (mended?.table !== known.table) continue
    const read = new Set(mended.labels.map(({ cell }) => cell))
    return { ...mended, slips: slips.flatMap(({ cell }) => (read.has(cell) ? [cell] : [])) }
  }
  return bound
}

function bindBy(index: LabelIndex, grid: Grid, format: Format): BoundTable | undefined {
  const width = columnCount(grid)
  const meanings = new Map<DataRow['over'], readonly Over[]>()
  const carried: (Cell | undefined)[] = []
  const labelled = dataRows(grid, index, width).flatMap(({ index: at, over }): readonly Labelled[] => {
    const row = grid.rows[at]
    const known = meanings.get(over) ?? meaningsOver(over, index)
    meanings.set(over, known)
    return row === undefined ? [] : [readLabels(row, at, known, over, carried, index)]
  })
  const turned = isTurned(labelled)
  const lines = inOrder(labelled).map((line) => readPlaces(line, turned))
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
  readonly labels: readonly BoundLabel[]
}

type Pair = { readonly row: RowEntry; readonly column: ColumnEntry }

type Labelled = Omit<Line, 'places' | 'unknown'> & {
  readonly row: Row
  readonly meanings: readonly Over[]
  readonly firstFigure: number
  readonly rows: readonly RowEntry[]
  readonly columns: readonly ColumnEntry[]
}

function readLabels(
  row: Row,
  at: number,
  meanings: readonly Over[],
  over: DataRow['over'],
  carried: (Cell | undefined)[],
  index: LabelIndex,
): Labelled {
  const firstFigure = meanings.findIndex(({ rows, columns }) => rows.length > 0 || columns.length > 0)
  const label = readLabel(row.cells.slice(0, Math.max(firstFigure, 0)), carried, index)
  return { at, row, meanings, firstFigure, over, ...label }
}

/** Where a label stands in several groups of the form, the rows before it in the table tell which is meant. */
function inOrder(lines: readonly Labelled[]): readonly Labelled[] {
  let last: RowEntry | undefined
  return lines.map((line) => {
    const rows = rowsAfter(last, line.rows)
    last = rows[0] ?? last
    return rows === line.rows ? line : { ...line, rows }
  })
}

/** Labels such as 总计 and 其他 name a row and a column; which they are meant as follows from those that name only one. */
function isTurned(lines: readonly Labelled[]): boolean {
  const rows = lines.filter((line) => line.rows.length > 0 && line.columns.length === 0).length
  const columns = lines.filter((line) => line.columns.length > 0 && line.rows.length === 0).length
  return columns > rows
}

function readPlaces(line: Labelled, turned: boolean): Line {
  const places: Place[] = []
  const unknown: { cell: Cell; over: HeaderLabel }[] = []
  const { row, meanings, firstFigure, over } = line
  meanings.forEach((meaning, column) => {
    if (firstFigure < 0) return
    const cell = row.cells[column] ?? missingCell(row, column)
    const place = placeOf(cell, line, meaning, turned)
    if (place !== undefined) places.push(place)
    const head = over[column]?.findLast((it) => it.cell.text !== '')
    if (column > firstFigure && head?.inherited === false && meaning.rows.length + meaning.columns.length === 0)
      unknown.push({ cell, over: head })
  })
  const { at, label, labelColumn, groups } = line
  return { at, label, labelColumn, groups, over, places, unknown }
}

type LineLabel = Pick<Labelled, 'label' | 'labelColumn' | 'groups' | 'rows' | 'columns'>

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

/** The usual axes or the turned ones, as the table has them; then both labels over the cell (one row of fifteen). */
function placeOf(cell: Cell, { label, rows, columns }: Labelled, over: Over, turned: boolean): Place | undefined {
  if (label !== undefined && turned) {
    for (const { entries, from } of over.rows) {
      const pair = pairOf(entries, columns)
      if (pair !== undefined)
        return { cell, pair, labels: [columnLabel(label, pair), ...from.map((it) => rowLabel(it.cell, pair))] }
    }
  } else if (label !== undefined) {
    for (const { entries, from } of over.columns) {
      const pair = pairOf(rows, entries)
      if (pair !== undefined)
        return { cell, pair, labels: [rowLabel(label, pair), ...from.map((it) => columnLabel(it.cell, pair))] }
    }
  }
  for (const inner of over.columns)
    for (const outer of over.rows) {
      if (outer.from.some((it) => inner.from.includes(it))) continue
      const pair = pairOf(outer.entries, inner.entries)
      if (pair === undefined) continue
      const labels = [
        ...outer.from.map((it) => rowLabel(it.cell, pair)),
        ...inner.from.map((it) => columnLabel(it.cell, pair)),
      ]
      return { cell, pair, labels }
    }
  return undefined
}

const rowLabel = (cell: Cell, { row }: Pair): BoundLabel => ({ cell, kind: 'row', row: row.row, block: row.block })

const columnLabel = (cell: Cell, { column }: Pair): BoundLabel => ({
  cell,
  kind: 'column',
  column: column.column,
  block: column.block,
})

function pairOf(rows: readonly RowEntry[], columns: readonly ColumnEntry[]): Pair | undefined {
  for (const row of rows) {
    const column = columns.find((it) => it.block === row.block)
    if (column !== undefined) return { row, column }
  }
  return undefined
}

/** A row may have fewer cells than its table has columns: what is not there is blank, at the row's end. */
function missingCell({ cells, append }: Row, column: number): Cell {
  const end = { start: append.at, end: append.at }
  return { text: '', span: end, room: end, missing: true, append: { ...append, skipped: column - cells.length } }
}

/** The table of the form to which most places belong; labels such as 总计 stand in several. */
function mostlyOf(lines: readonly Line[]): TableFormat | undefined {
  const counts = new Map<TableFormat, number>()
  for (const line of lines)
    for (const { pair } of line.places) counts.set(pair.row.table, (counts.get(pair.row.table) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
