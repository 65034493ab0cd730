import type { Format } from '../formats/format.ts'
import type { Cell, Grid } from '../markdown/grid.ts'
import { closeTo } from '../text/distance.ts'
import { labelKey, labelKeys } from '../text/label.ts'
import { isNumeric } from '../text/reading.ts'
import { longest, lookUp, type ColumnEntry, type LabelIndex, type RowEntry } from './labels.ts'
import type { BoundTable } from './table.ts'

/** A written label that can only be a slip for one label of the form. */
export type Slip = { readonly cell: Cell } & (
  { readonly kind: 'row'; readonly entry: RowEntry } | { readonly kind: 'column'; readonly entry: ColumnEntry }
)

/** What a table has of the form before its slips are read: nothing at all, where its only row is misspelt. */
export type Known = Pick<BoundTable, 'table' | 'blocks' | 'figures'>

/**
 * The labels that the form does not know but that resemble exactly one of those the table still lacks. A label that
 * resembles two, or two labels that resemble the same, are left alone: binding must never be a guess.
 */
export function slipsIn(grid: Grid, { table, blocks, figures }: Known, index: LabelIndex): readonly Slip[] {
  const rowsBound = new Set([...figures.values()].map(({ field }) => field.row))
  const columnsBound = new Set([...figures.values()].map(({ field }) => field.column))
  const within = figures.size === 0 ? blocks : table.blocks
  const rows = within.flatMap((block) =>
    block.rows.filter((row) => !rowsBound.has(row)).map((row) => ({ table, block, row })),
  )
  const columns = blocks.flatMap((block) =>
    block.columns.filter((column) => !columnsBound.has(column)).map((column) => ({ table, block, column })),
  )
  if (rows.length + columns.length === 0) return []
  const words = wordsByLabel(index)
  const slips = unknownLabels(grid, index).flatMap((cell): readonly Slip[] => {
    const keys = labelKeys(cell.text)
    const alike = (label: object): boolean =>
      (words.get(label) ?? []).some((word) => keys.some((key) => closeTo(word, key)))
    const [row, ...otherRows] = rows.filter((it) => alike(it.row))
    const [column, ...otherColumns] = columns.filter((it) => alike(it.column))
    if (otherRows.length + otherColumns.length > 0 || (row !== undefined && column !== undefined)) return []
    if (row !== undefined) return [{ cell, kind: 'row', entry: row }]
    return column === undefined ? [] : [{ cell, kind: 'column', entry: column }]
  })
  return slips.filter((slip) => slips.every((it) => it === slip || named(it) !== named(slip)))
}

/** Tables of which no row is known, yet a column is, by a label that does not stand in tables of all kinds. */
export function knownByColumns(grid: Grid, format: Format, index: LabelIndex): readonly Known[] {
  const cells = new Set(grid.rows.flatMap((row) => row.cells))
  const entries = [...cells].flatMap(({ text }) =>
    labelKey(text).length < 4 || isNumeric(text) ? [] : lookUp(text, index.columns),
  )
  return format.tables.flatMap((table) => {
    const blocks = table.blocks.filter((block) => entries.some((it) => it.block === block))
    return blocks.length === 0 ? [] : [{ table, blocks, figures: new Map<string, never>() }]
  })
}

const kept = new WeakMap<LabelIndex, ReadonlyMap<object, readonly string[]>>()

/** All the keys by which each row and column of the form may be found. */
function wordsByLabel(index: LabelIndex): ReadonlyMap<object, readonly string[]> {
  const known = kept.get(index)
  if (known !== undefined) return known
  const words = new Map<object, string[]>()
  const note = (label: object, key: string): void => {
    const list = words.get(label)
    if (list === undefined) words.set(label, [key])
    else list.push(key)
  }
  for (const [key, entries] of index.rows) for (const { row } of entries) note(row, key)
  for (const [key, entries] of index.columns) for (const { column } of entries) note(column, key)
  kept.set(index, words)
  return words
}

const named = (slip: Slip): object => (slip.kind === 'row' ? slip.entry.row : slip.entry.column)

/** Every label of the table that stands for nothing in the form, each cell once. */
function unknownLabels(grid: Grid, index: LabelIndex): readonly Cell[] {
  const cells = new Set(grid.rows.flatMap((row) => row.cells))
  return [...cells].filter(({ text }) => {
    if (text === '' || text.length > longest || isNumeric(text)) return false
    return labelKeys(text).every(
      (key) =>
        !index.rows.has(key) && !index.columns.has(key) && !index.beforeRows.has(key) && !index.overColumns.has(key),
    )
  })
}

/** The index with the slips read as the labels that they are slips for. */
export function withSlips(index: LabelIndex, slips: readonly Slip[]): LabelIndex {
  const rows = new Map(index.rows)
  const columns = new Map(index.columns)
  for (const slip of slips) {
    const [key] = labelKeys(slip.cell.text)
    if (key === undefined) continue
    if (slip.kind === 'row') rows.set(key, [slip.entry])
    else columns.set(key, [slip.entry])
  }
  return { ...index, rows, columns }
}
