import { valueOf } from '../report/figure.ts'
import { decimal, digits, zero, type Decimal } from '../text/decimal.ts'
import type { Outcome } from './outcome.ts'

/**
 * By how much the sides of a relation may differ. Nothing for counts. Where the form says that figures may be
 * rounded, each stands for what rounds to it: half a unit of the last decimal place written in the relation for every
 * figure that is not zero, times its weight. An editor that drops trailing zeros does not make a figure coarser, so
 * the finest figure counts for all; and whole numbers are held to be exact.
 */
export function toleranceOf({ relation, left, right }: Pick<Outcome, 'relation' | 'left' | 'right'>): Decimal {
  if (relation.family.tolerance !== 'rounding') return zero
  const rounded = [...left, ...right].flatMap(({ figure, weight }) => {
    const value = figure && valueOf(figure)
    return value === undefined || value.eq(0) ? [] : [{ value, weight }]
  })
  const places = Math.max(0, ...rounded.map(({ value }) => (digits(value).split('.')[1] ?? '').length))
  if (places === 0) return zero
  const weights = rounded.reduce((total, { weight }) => total + Math.abs(weight), 0)
  return decimal(weights).times(decimal(`5e-${places + 1}`))
}
