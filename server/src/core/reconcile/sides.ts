import type { Field } from '../formats/field.ts'
import { figureName, rowTitle } from '../report/figureName.ts'
import type { RowFormat } from '../formats/format.ts'
import { readOrdinal, toChinese } from '../text/ordinal.ts'
import type { FilledTerm, Outcome } from './outcome.ts'

/**
 * A relation put into words: what it speaks of, and what stands on its two sides. `自然人`: `第一项＋第二项`,
 * `第三项＋第四项`. Undefined where a figure is missing, so that nothing could be said of it.
 */
export type Sides = { readonly subject: string; readonly left: string; readonly right: string }

export function sidesOf({ left, right }: Outcome): Sides | undefined {
  const fields = [...left, ...right].flatMap(({ figure }) => (figure === undefined ? [] : [figure.field]))
  const [first] = fields
  if (first === undefined || fields.length < left.length + right.length) return undefined
  const sameColumn = fields.every((field) => field.column === first.column)
  const sameRow = fields.every((field) => field.row === first.row)
  // In a table with a single column the column says nothing.
  const column = first.block.columns.length === 1 ? first.table.title : first.column.label
  const subject = sameColumn ? column : sameRow ? rowTitle(first.row) : first.block.corner
  const items = new Set(fields.map((field) => itemName(field.row)))
  const nameRow = items.size === new Set(fields.map((field) => field.row)).size ? itemName : rowTitle
  const name = (field: Field): string =>
    sameColumn ? nameRow(field.row) : sameRow ? field.column.label : figureName(field)
  const side = (terms: readonly FilledTerm[]): string =>
    terms
      .map(({ weight, figure }, i) => `${weight < 0 ? '−' : i === 0 ? '' : '＋'}${figure ? name(figure.field) : ''}`)
      .join('')
  return { subject, left: side(left), right: side(right) }
}

/**
 * The official note speaks of 第一项, 第二项 …: the ordinal of the outermost label a row stands under. Rows of the same
 * item cannot be told apart so.
 */
function itemName(row: RowFormat): string {
  const ordinal = readOrdinal(row.path[0] ?? row.label)
  return ordinal?.style === 'section' ? `第${toChinese(ordinal.value)}项` : rowTitle(row)
}
