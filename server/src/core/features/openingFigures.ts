import { fieldsOf, type Field } from '../formats/field.ts'
import type { Format } from '../formats/format.ts'
import { yearlyOf } from '../formats/yearly.ts'
import type { Template } from '../formats/template.ts'
import { digits, zero, type Decimal } from '../text/decimal.ts'

/** What figures of a new report begin with, by field, and the fields of last year’s report that they come from. */
export type Opening = ReadonlyMap<string, { readonly from: readonly string[]; readonly text: string }>

/** What last year’s report leaves to a new one that has nothing of its own yet. `last` gives last year’s figures. */
export function openingFigures(format: Format, last: (field: Field) => Decimal | undefined): Opening {
  const fields = fieldsOf(format)
  const opening = new Map<string, { readonly from: readonly string[]; readonly text: string }>()
  for (const equation of yearlyOf(format)) {
    let sum: Decimal | undefined = zero
    for (const { field, weight } of equation.last) {
      const own = fields.get(field)
      const value = own && last(own)
      sum = value === undefined ? undefined : sum?.plus(value.times(weight))
    }
    if (sum !== undefined) opening.set(equation.field, { from: equation.last.map((it) => it.field), text: digits(sum) })
  }
  return opening
}

/** A template whose blanks of figures, one for each of the fields in their order, begin with what last year left. */
export function withOpening(template: Template, fields: readonly string[], opening: Opening): Template {
  let next = 0
  return template.map((piece) =>
    typeof piece === 'object' && 'figure' in piece
      ? { figure: opening.get(fields[next++] ?? '')?.text ?? piece.figure }
      : piece,
  )
}
