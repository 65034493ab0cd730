import type { Block } from '../markdown/block.ts'
import type { Cell, Grid, Row } from '../markdown/grid.ts'
import { fieldId, fieldsOf } from '../formats/field.ts'
import type { Format } from '../formats/format.ts'
import { labelKey, withoutNotes } from '../text/label.ts'
import { readFigure } from '../text/reading.ts'
import { shift, type Span } from '../text/span.ts'
import { assembleTable } from './assembleTable.ts'
import type { Line, Place } from './bindTable.ts'
import { labelIndex, type ColumnEntry, type LabelIndex, type RowEntry } from './labels.ts'
import { readItems, type Item } from './listItems.ts'
import { rowsAfter } from './meaning.ts'
import type { BoundTable } from './table.ts'

type Paragraph = Extract<Block, { readonly kind: 'paragraph' }>

/**
 * Figures written as lines of `label: value` instead of a table. As such lines are found in prose as well, every
 * label must be one of the form's, word for word, and nothing but a unit may follow the value.
 */
export function bindList({ lines, span }: Paragraph, source: string, format: Format): BoundTable | undefined {
  const index = labelIndex(format)
  let context: RowEntry | undefined
  let last: RowEntry | undefined
  const rows: Row[] = []
  const read = lines.flatMap((line): readonly Line[] => {
    const { head, items } = readItems(source.slice(line.span.start, line.span.end))
    const place = (part: Span): Cell => cellAt(shift(part, line.span.start), source)
    const named = head === undefined ? [] : exactly(place(head).text, index.rows)
    const following = rowsAfter(last, named)
    const row = named.length === 1 || following !== named ? following[0] : undefined
    if (items.length === 0) {
      context = row
      return []
    }
    const places = items.flatMap((item) => placeOf(item, head, row, context, place, index, format) ?? [])
    if (places.length < items.length || places.length === 0) {
      context = row
      return []
    }
    last = places[0]?.pair.row ?? last
    if (row !== undefined) context = row
    const labels = places.flatMap((it) => it.labels.map(({ cell }) => cell))
    const cells = [...new Set([...labels, ...places.map(({ cell }) => cell)])]
    cells.sort((a, b) => a.span.start - b.span.start)
    const at = rows.push({ cells, span: line.span, append: { at: line.span.end, start: '', open: '', close: '' } }) - 1
    return [{ at, label: cells[0], labelColumn: 0, groups: [], over: [], places, unknown: [] }]
  })
  const table = read[0]?.places[0]?.pair.row.table
  if (table === undefined) return undefined
  const grid: Grid = { notation: 'list', span, rows }
  return assembleTable(grid, table, read, format)
}

/** The row and the column that an item names: on its own, with the label of its line, or with the row of a line above. */
function placeOf(
  { label, value }: Item,
  head: Span | undefined,
  row: RowEntry | undefined,
  context: RowEntry | undefined,
  place: (part: Span) => Cell,
  index: LabelIndex,
  format: Format,
): Place | undefined {
  const written = label === undefined ? undefined : place(label)
  const columns = written === undefined ? [] : exactly(written.text, index.columns)
  // An item that is all of its line may be a column of the row above; its words may name a row elsewhere, too.
  for (const of of label === head ? [context] : [row, context]) {
    const pair = of === undefined ? undefined : pairOf(of, columns)
    if (pair === undefined) continue
    return toPlace(value, pair, head === undefined || head === label ? undefined : place(head), written, place, format)
  }
  if (written === undefined) return undefined
  const rows = exactly(written.text, index.rows)
  // Of one label in several places of the form the line's own row tells which is meant.
  const meant = rows.find((it) => it.row === row?.row) ?? (rows.length === 1 ? rows[0] : undefined)
  const only = meant === undefined || meant.block.columns.length !== 1 ? undefined : meant.block.columns[0]
  if (meant !== undefined && only !== undefined)
    return toPlace(value, { row: meant, column: { ...meant, column: only } }, written, undefined, place, format)
  const joined = joinedPair(labelKey(written.text), index)
  return joined === undefined ? undefined : toPlace(value, joined, written, undefined, place, format)
}

type Pair = Place['pair']

function pairOf(row: RowEntry, columns: readonly ColumnEntry[]): Pair | undefined {
  const column = columns.find((it) => it.block === row.block)
  return column === undefined ? undefined : { row, column }
}

/** Both labels without anything between them: `规章本年制发件数`. */
function joinedPair(key: string, index: LabelIndex): Pair | undefined {
  for (let at = 2; at < key.length - 1; at++)
    for (const row of index.rows.get(key.slice(0, at)) ?? []) {
      const pair = pairOf(row, index.columns.get(key.slice(at)) ?? [])
      if (pair !== undefined) return pair
    }
  return undefined
}

function toPlace(
  value: Item['value'],
  pair: Pair,
  rowLabel: Cell | undefined,
  columnLabel: Cell | undefined,
  place: (part: Span) => Cell,
  format: Format,
): Place | undefined {
  const field = fieldsOf(format).get(fieldId(pair.row.table.id, pair.row.row.id, pair.column.column.id))
  if (field === undefined) return undefined
  const number = place(value.number)
  const whole = place(value.whole)
  // The unit of the field belongs to the sentence; any other belongs to the figure and shows what is wrong with it.
  const { state } = readFigure(whole.text, field.kind, field.unit?.zh, field.openUnits)
  const reading = readFigure(whole.text, field.kind, field.unit?.zh)
  const needed = state !== 'malformed' || (reading.state === 'malformed' && reading.flaw === 'other-unit')
  const { row, block } = pair.row
  const { column } = pair.column
  return {
    cell: needed ? whole : number,
    pair,
    labels: [
      ...(rowLabel === undefined ? [] : [{ cell: rowLabel, kind: 'row' as const, row, block }]),
      ...(columnLabel === undefined ? [] : [{ cell: columnLabel, kind: 'column' as const, column, block }]),
    ],
  }
}

const cellAt = (span: Span, source: string): Cell => ({ text: source.slice(span.start, span.end), span, room: span })

/** What a label means if it is written word for word, but for its ordinal and remarks in brackets. */
const exactly = <T>(text: string, index: ReadonlyMap<string, readonly T[]>): readonly T[] =>
  index.get(labelKey(text)) ?? index.get(labelKey(withoutNotes(text))) ?? []
