import type { BlockFormat, ColumnFormat, FigureKind, Format, RowFormat, TableFormat } from './format.ts'
import type { Text } from '../text/message.ts'

/** One statistical quantity of a format: a row × column of a block. */
export type Field = {
  /** `table.row.column`, such as `t3.r01.c7`. */
  readonly id: string
  readonly table: TableFormat
  readonly block: BlockFormat
  readonly row: RowFormat
  readonly column: ColumnFormat
  readonly kind: FigureKind
  readonly unit: Text | undefined
  readonly openUnits: readonly string[]
}

export const fieldId = (table: string, row: string, column: string): string => `${table}.${row}.${column}`

const kept = new WeakMap<Format, ReadonlyMap<string, Field>>()

/** Every field of the format by its id, in the form's order. */
export function fieldsOf(format: Format): ReadonlyMap<string, Field> {
  const known = kept.get(format)
  if (known !== undefined) return known
  const fields = new Map<string, Field>()
  for (const table of format.tables)
    for (const block of table.blocks)
      for (const row of block.rows)
        for (const column of block.columns) {
          const id = fieldId(table.id, row.id, column.id)
          const kind = column.kind ?? row.kind ?? 'count'
          fields.set(id, {
            id,
            table,
            block,
            row,
            column,
            kind,
            unit: column.unit ?? row.unit,
            openUnits: column.openUnits ?? [],
          })
        }
  kept.set(format, fields)
  return fields
}

/** A row's label with its groups, as one reads it aloud: `（三）不予公开：1.属于国家秘密`. */
export function rowName(row: RowFormat): string {
  const group = row.path.at(-1)
  return group === undefined ? row.label : `${group}：${row.label}`
}
