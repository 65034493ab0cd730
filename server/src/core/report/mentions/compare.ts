import { fieldId } from '../../formats/field.ts'
import type { Text } from '../../text/message.ts'
import { decimal, zero, type Decimal } from '../../text/decimal.ts'
import { valueOf, type Figure } from '../figure.ts'
import { figureName } from '../figureName.ts'
import type { Report } from '../report.ts'
import { mentionsIn, sumOfParts, valueOfFields, type Mention } from './mentions.ts'
import { reads } from './quantities.ts'

/** How a mention stands to the tables. */
export type Comparison =
  | { readonly state: 'agrees' }
  /** It cannot be compared. */
  | { readonly state: 'unknown' }
  /** It agrees in a reading that the sentence does not name. */
  | { readonly state: 'unsaid'; readonly written: Decimal; readonly expected: Decimal; readonly reading: Text }
  /** It may be the number of the government's own office alone. */
  | { readonly state: 'scope'; readonly written: Decimal; readonly expected: Decimal; readonly words: string }
  | {
      readonly state: 'differs'
      readonly written: Decimal
      readonly expected: Decimal
      /** A cell that the number was perhaps taken from. */
      readonly taken?: { readonly figure: Figure; readonly name: string }
    }

/** Compares a mention with its figures; accepted readings are tried in order before anything is said. */
export function compare(mention: Mention, report: Report): Comparison {
  const { item, scope, quantity } = mention
  const money = mention.fields.some(({ unit }) => unit?.zh === '万元')
  const says = (value: Decimal): boolean => {
    if (quantity === undefined) return value.eq(0)
    if (!money) return reads(quantity, value)
    const factor = quantity.unit === '元' ? 10000 : quantity.unit === '亿元' ? decimal('0.0001') : 1
    return reads(quantity, value.times(factor))
  }
  const expected = valueOfFields(report, item.fields)
  if (expected === undefined) return { state: 'unknown' }
  if (says(expected)) return { state: 'agrees' }
  // A total that does not add up is reported in its table; prose that has the right sum is right.
  const parts = item.fields.length === 1 ? sumOfParts(report, item.fields[0] ?? '') : undefined
  if (parts !== undefined && says(parts)) return { state: 'agrees' }
  if (scope.kind === 'body') return { state: 'unknown' }
  const written = quantity?.value ?? zero
  for (const { fields, unsaid } of item.accepted ?? []) {
    const value = valueOfFields(report, fields)
    if (value === undefined || !says(value)) continue
    return unsaid === undefined || mention.explained
      ? { state: 'agrees' }
      : { state: 'unsaid', written, expected, reading: unsaid }
  }
  if (scope.kind === 'own') {
    const wide = mentionsIn(report).some((it) => it.item === item && it.scope.kind === 'all')
    const told = report.format.mentions?.scope.told.some((it) => mention.clause.includes(it)) === true
    if (written.lte(expected))
      return wide || told || mention.explained
        ? { state: 'unknown' }
        : { state: 'scope', written, expected, words: scope.words }
  }
  const taken = takenFrom(mention, report, says)
  return { state: 'differs', written, expected, ...(taken !== undefined && { taken }) }
}

/** The figure of the same row in another column, or one item of a group, that the number agrees with. */
function takenFrom(
  { fields, figures, quantity }: Mention,
  report: Report,
  says: (value: Decimal) => boolean,
): { readonly figure: Figure; readonly name: string } | undefined {
  if (quantity === undefined || quantity.value.eq(0)) return undefined
  const beside = fields.flatMap(({ table, block, row }) =>
    block.columns.map((column) => fieldId(table.id, row.id, column.id)),
  )
  const own = figures.map(({ figure }) => figure)
  const near = report.tables.flatMap(({ value }) => beside.flatMap((id) => value.figures.get(id) ?? []))
  const candidates = (own.length > 1 ? [...own, ...near] : near).filter((figure) => {
    const value = valueOf(figure) ?? valueOfFields(report, [figure.field.id])
    return value !== undefined && says(value)
  })
  const figure = candidates[0]
  return figure === undefined || candidates.length > 2 ? undefined : { figure, name: figureName(figure.field) }
}
