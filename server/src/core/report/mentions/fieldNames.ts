import type { Field } from '../../formats/field.ts'
import { withoutNotes } from '../../text/label.ts'
import { figureName, rowTitle } from '../figureName.ts'

/** What the sum of fields is called: the label over its rows or columns where there is one, else all of them. */
export function namesOf(fields: readonly Field[]): string {
  const [first, ...others] = fields
  if (first === undefined) return ''
  if (others.length === 0) return figureName(first)
  if (others.every(({ row }) => row === first.row)) {
    const group = first.column.group
    if (group !== undefined && others.every(({ column }) => column.group === group))
      return `${rowTitle(first.row)}·${withoutNotes(group)}`
  }
  const group = first.row.path.at(-1)
  const siblings = first.block.rows.filter(({ path }) => path.at(-1) === group).length
  const whole = siblings === fields.length && others.every(({ row }) => row.path.at(-1) === group)
  if (group !== undefined && whole && others.every(({ column }) => column === first.column))
    return `${withoutNotes(group)}·${withoutNotes(first.column.label)}`
  return fields.map(figureName).join('＋')
}
