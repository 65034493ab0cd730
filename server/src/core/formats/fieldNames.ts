import { labelKey, labelKeys, withoutNotes } from '../text/label.ts'
import { fieldId } from './field.ts'
import type { BlockFormat, ColumnFormat, Format, RowFormat, TableFormat } from './format.ts'
import { relationsOf } from './relation.ts'

/**
 * The fields that official words stand for: `行·列`, or a row alone for its total. A label over several rows or columns
 * stands for all of them but their own total. Undefined where nothing, or more than one thing, bears the name.
 */
export function fieldsNamed(name: string, format: Format): readonly string[] | undefined {
  const [rowWord = '', columnWord, ...more] = name.split(/[·・•]/)
  if (more.length > 0) return undefined
  const found = format.tables.flatMap((table) =>
    table.blocks.flatMap((block): readonly (readonly string[])[] => {
      const rows = rowsNamed(rowWord, block, table, format)
      const columns = columnWord === undefined ? totalColumn(block, table, format) : columnsNamed(columnWord, block)
      if (rows.length === 0 || columns.length === 0) return []
      return [rows.flatMap((row) => columns.map((column) => fieldId(table.id, row.id, column.id)))]
    }),
  )
  return found.length === 1 ? found[0] : undefined
}

function rowsNamed(word: string, block: BlockFormat, table: TableFormat, format: Format): readonly RowFormat[] {
  const own = block.rows.filter((row) => bears(word, row))
  if (own.length > 0) return own.length === 1 ? own : []
  const labels = block.groups.filter((group) => bears(word, group)).map(({ label }) => label)
  return block.rows.filter(
    ({ id, path }) => path.some((it) => labels.includes(it)) && !isTotal(id, block, table, format),
  )
}

function columnsNamed(word: string, block: BlockFormat): readonly ColumnFormat[] {
  const own = block.columns.filter((column) => bears(word, column))
  if (own.length > 0) return own.length === 1 ? own : []
  const labels = block.groups.filter((group) => bears(word, group)).map(({ label }) => label)
  return block.columns.filter(({ group }) => group !== undefined && labels.includes(group))
}

/** The column that a row's other figures add up to, or the only one. */
function totalColumn(block: BlockFormat, table: TableFormat, format: Format): readonly ColumnFormat[] {
  if (block.columns.length === 1) return block.columns
  const totals = new Set(
    format.relations.flatMap(({ table: of, block: within, each, derived }) =>
      of === table.id && within === block.id && each === 'row' && derived?.as === 'total'
        ? (derived.term.column ?? [])
        : [],
    ),
  )
  return block.columns.filter(({ id }) => totals.has(id))
}

const isTotal = (row: string, { id }: BlockFormat, table: TableFormat, format: Format): boolean =>
  relationsOf(format).some(
    ({ family, derived }) =>
      family.table === table.id &&
      family.block === id &&
      family.each === 'column' &&
      derived?.as === 'total' &&
      family.derived?.term.row === row,
  )

type Labelled = { readonly label: string; readonly aliases: readonly string[] }

function bears(word: string, { label, aliases }: Labelled): boolean {
  const keys = labelKeys(word)
  return [label, withoutNotes(label), ...aliases].some((it) => keys.includes(labelKey(it)))
}
