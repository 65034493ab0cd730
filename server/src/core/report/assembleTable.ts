import { fieldId, fieldsOf } from '../formats/field.ts'
import type { Format, TableFormat } from '../formats/format.ts'
import type { Cell, Grid } from '../markdown/grid.ts'
import { fold, labelKey } from '../text/label.ts'
import { isNumeric } from '../text/reading.ts'
import type { Line, Place } from './bindTable.ts'
import { readCell, type Figure } from './figure.ts'
import { isAmong, labelIndex, lookUp } from './labels.ts'
import type { BoundLabel, BoundRow, BoundTable, UnknownLabel } from './table.ts'

/** Puts together what the lines of a table say: its figures, the form's labels in it, and what the form does not have. */
export function assembleTable(grid: Grid, table: TableFormat, lines: readonly Line[], format: Format): BoundTable {
  const figures = new Map<string, Figure>()
  const homes = new Map<string, Line>()
  const rows = new Map<string, BoundRow>()
  const labels = new Map<Cell, BoundLabel>()
  const unknownRows: UnknownLabel[] = []
  const unknownColumns = new Map<Cell, UnknownLabel>()
  let doubled = false
  for (const line of lines) {
    const places = line.places.filter((place) => place.pair.row.table === table)
    const repeated = places.filter((place) => !addFigure(place, line))
    if (line.label !== undefined && hasFigures(line, grid) && (places.length === 0 || repeated.length > 0))
      unknownRows.push({ cell: line.label, why: whyUnknown(line.label, repeated.length > 0, format) })
    if (places.length === 0) continue
    addGroups(line)
    for (const { cell, over } of line.unknown)
      if (isNumeric(cell.text) && !remark.test(labelKey(over.cell.text)))
        unknownColumns.set(over.cell, { cell: over.cell, why: 'unknown' })
  }
  return {
    grid,
    table,
    blocks: table.blocks.filter((block) => [...rows.values()].some((it) => it.block === block)),
    figures,
    rows: [...rows.values()],
    labels: [...labels.values()],
    slips: [],
    unknownRows,
    unknownColumns: [...unknownColumns.values()],
    doubled,
  }

  /** False if the figure stood in an earlier line already: the line repeats it. */
  function addFigure(place: Place, line: Line): boolean {
    const { row, column } = place.pair
    const field = fieldsOf(format).get(fieldId(table.id, row.row.id, column.column.id))
    if (field === undefined) return true
    const before = figures.get(field.id)
    if (before !== undefined) {
      if (homes.get(field.id) !== line) return false
      doubled = true
      // The same figure twice in one line: a merged cell that a converter repeated, or the blanks it left behind.
      if (place.cell !== before.cell && place.cell.text !== '' && place.cell.text === before.cell.text)
        figures.set(field.id, { ...before, copies: [...before.copies, place.cell] })
      return true
    }
    const over = place.labels.filter((it) => it.kind === 'column').map((it) => it.cell.text)
    const otherUnit = namesOtherUnit(over, field.unit?.zh)
    const reading = readCell(place.cell.text, field, otherUnit)
    figures.set(field.id, { field, cell: place.cell, copies: [], reading, ...(otherUnit && { otherUnit }) })
    homes.set(field.id, line)
    for (const label of place.labels) labels.set(label.cell, label)
    if (!rows.has(row.row.id))
      rows.set(row.row.id, { row: row.row, block: row.block, index: line.at, labelColumn: line.labelColumn })
    return true
  }

  function addGroups(line: Line): void {
    const over = new Set(line.over.flatMap((path) => path.map((label) => label.cell)))
    for (const cell of [...line.groups, ...over]) {
      const entry = labels.has(cell)
        ? undefined
        : lookUp(cell.text, labelIndex(format).groups).find((it) => it.table === table)
      if (entry !== undefined) labels.set(cell, { cell, kind: 'group', group: entry.group, block: entry.block })
    }
  }
}

const hasFigures = (line: Line, grid: Grid): boolean =>
  grid.rows[line.at]?.cells.some((cell) => cell !== line.label && isNumeric(cell.text)) ?? false

function whyUnknown(label: Cell, repeated: boolean, format: Format): UnknownLabel['why'] {
  if (repeated) return 'repeated'
  return isAmong(label.text, labelIndex(format).beforeRows) ? 'group' : 'unknown'
}

/** Whether one of the labels over a column names another unit of money than the form does. */
function namesOtherUnit(over: readonly string[], unit: string | undefined): boolean {
  const written = over
    .map((text) => /[(:](?:单位:)?(元|万元|亿元|千元|百元)[)]?/.exec(fold(text))?.[1])
    .find((it) => it !== undefined)
  return unit !== undefined && written !== undefined && written !== unit
}

/** Columns that people add for themselves and in which no statistic is expected. */
const remark = /^(?:备注|说明|单位|序号|编号|行次|栏次|校验|核对)/
