import type { BlockFormat, ColumnFormat, Format, GroupFormat, RowFormat, TableFormat } from '../formats/format.ts'
import { labelKey, labelKeys, withoutNotes } from '../text/label.ts'

export type RowEntry = { readonly table: TableFormat; readonly block: BlockFormat; readonly row: RowFormat }
export type ColumnEntry = { readonly table: TableFormat; readonly block: BlockFormat; readonly column: ColumnFormat }

export type GroupEntry = { readonly table: TableFormat; readonly block: BlockFormat; readonly group: GroupFormat }

/** What the labels of a format may be looked up by. */
export type LabelIndex = {
  readonly rows: ReadonlyMap<string, readonly RowEntry[]>
  readonly columns: ReadonlyMap<string, readonly ColumnEntry[]>
  /** Labels over several columns, corner words and block heads: they stand in headers only. */
  readonly overColumns: ReadonlySet<string>
  /** Labels before several rows: of groups, and of rows that have parts. */
  readonly beforeRows: ReadonlySet<string>
  readonly groups: ReadonlyMap<string, readonly GroupEntry[]>
}

const kept = new WeakMap<Format, LabelIndex>()

export function labelIndex(format: Format): LabelIndex {
  const known = kept.get(format)
  if (known !== undefined) return known
  const rows = new Map<string, RowEntry[]>()
  const columns = new Map<string, ColumnEntry[]>()
  const overColumns = new Set<string>()
  const beforeRows = new Set<string>()
  const groups = new Map<string, GroupEntry[]>()
  for (const table of format.tables)
    for (const block of table.blocks) {
      for (const text of [block.head, block.corner, ...block.cornerAliases])
        if (text !== undefined) addKeys(text, overColumns)
      for (const row of block.rows) {
        for (const key of rowKeys(row, block)) add(rows, key, { table, block, row })
        for (const label of row.path) addKeys(label, beforeRows)
      }
      for (const column of block.columns) {
        for (const key of columnKeys(column, block)) add(columns, key, { table, block, column })
      }
      for (const group of block.groups) {
        const labels = [group.label, ...group.aliases]
        const over = block.columns.some((column) => column.group === group.label)
        for (const label of labels) addKeys(label, over ? overColumns : beforeRows)
        for (const key of new Set(labels.flatMap(own))) add(groups, key, { table, block, group })
      }
    }
  const index = { rows, columns, overColumns, beforeRows, groups }
  kept.set(format, index)
  return index
}

const own = (label: string): readonly string[] => [labelKey(label), labelKey(withoutNotes(label))]

/** All the words by which a group goes, or a row of which others are parts. */
export function wordsOf(group: string, block: BlockFormat): readonly string[] {
  const known = block.groups.find((it) => it.label === group) ?? block.rows.find((it) => it.label === group)
  return [...new Set([group, ...(known?.aliases ?? [])].flatMap(own))]
}

function rowKeys(row: RowFormat, block: BlockFormat): ReadonlySet<string> {
  // Layouts with few label columns join a row's groups into its label.
  const prefixes = row.path.reduceRight<readonly string[]>(
    (inner, group) => [
      ...inner,
      ...wordsOf(group, block).flatMap((word) => [word, ...inner.map((rest) => word + rest)]),
    ],
    [],
  )
  return new Set(
    [row.label, ...row.aliases].flatMap((label) =>
      own(label).flatMap((key) => [key, ...prefixes.map((prefix) => prefix + key)]),
    ),
  )
}

function columnKeys(column: ColumnFormat, block: BlockFormat): ReadonlySet<string> {
  const keys = [column.label, ...column.aliases].flatMap(own)
  const prefixes = column.group === undefined ? [] : wordsOf(column.group, block)
  return new Set([...keys, ...prefixes.flatMap((prefix) => keys.map((key) => prefix + key))])
}

function add<T>(into: Map<string, T[]>, key: string, value: T): void {
  if (key === '') return
  const list = into.get(key)
  if (list === undefined) into.set(key, [value])
  else list.push(value)
}

function addKeys(text: string, into: Set<string>): void {
  for (const key of own(text)) if (key !== '') into.add(key)
}

/** Longer than any label with its groups and remarks: prose in a cell is not looked up. */
export const longest = 200

/** What a written label may mean, by the most literal of its keys that the format knows. */
export function lookUp<T>(text: string, index: ReadonlyMap<string, readonly T[]>): readonly T[] {
  if (text.length > longest) return []
  for (const key of labelKeys(text)) {
    const found = index.get(key)
    if (found !== undefined) return found
  }
  return []
}

/** Whether a written label is one of a set of group labels. */
export const isAmong = (text: string, keys: ReadonlySet<string>): boolean =>
  text.length <= longest && labelKeys(text).some((key) => keys.has(key))
