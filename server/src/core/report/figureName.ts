import type { Field } from '../formats/field.ts'
import { withoutNotes } from '../text/label.ts'
import { readOrdinal } from '../text/ordinal.ts'
import type { RowFormat } from '../formats/format.ts'

/** What a figure is called in messages: `（三）不予公开：5.属于三类内部事务信息·自然人`. The form's words, in any language. */
export const figureName = ({ row, column }: Field): string => `${rowTitle(row)}·${withoutNotes(column.label)}`

/** A name as it stands within quotation marks: its own become the inner ones. */
export const quotable = (name: string): string => name.replace(/“/g, '‘').replace(/”/g, '’')

/**
 * What a row is called in messages: its label with the innermost group, without bracketed remarks. A group that is
 * a whole item of the form (`三、本年度办理结果`) tells nothing and is left out.
 */
export function rowTitle(row: RowFormat): string {
  const group = row.path.at(-1)
  const label = withoutNotes(row.label)
  return group === undefined || readOrdinal(group)?.style === 'section' ? label : `${withoutNotes(group)}：${label}`
}
