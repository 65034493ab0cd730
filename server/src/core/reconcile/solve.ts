import { digits, zero, type Decimal } from '../text/decimal.ts'
import type { Figure } from '../report/figure.ts'
import type { Outcome } from './outcome.ts'

/**
 * What one figure must be for an equality to hold, when `read` tells the others. Undefined if one of them has no
 * value, if a field is absent, or if the result is none that the field could hold: negative, or a fraction of a count.
 */
export function solve(
  { relation, left, right }: Outcome,
  figure: Figure,
  read: (figure: Figure) => Decimal | undefined,
): Decimal | undefined {
  if (relation.operator !== '=') return undefined
  let weight = 0
  let others = zero
  for (const [terms, side] of [[left, 1] as const, [right, -1] as const])
    for (const term of terms) {
      if (term.figure === figure) {
        weight += side * term.weight
        continue
      }
      const value = term.figure === undefined ? undefined : read(term.figure)
      if (value === undefined) return undefined
      others = others.plus(value.times(side * term.weight))
    }
  if (weight === 0) return undefined
  const value = others.div(-weight)
  const fits = value.gte(0) && (figure.field.kind === 'decimal' || !digits(value).includes('.'))
  return fits ? value : undefined
}
