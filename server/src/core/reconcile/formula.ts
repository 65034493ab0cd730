import { digits, zero } from '../text/decimal.ts'
import { valueOf } from '../report/figure.ts'
import type { FilledTerm, Outcome } from './outcome.ts'

/**
 * The arithmetic of some terms as one writes it: `85＋12＋8`. Zeros are left out, for most of a table is zeros;
 * a figure without a value is read as zero, as the caller has found it may be.
 */
export function formula(terms: readonly FilledTerm[]): string {
  const filled = terms
    .map(({ weight, figure }) => ({ weight, value: (figure && valueOf(figure)) ?? zero }))
    .filter(({ weight, value }) => weight !== 0 && !value.eq(0))
  if (filled.length === 0) return terms.length > 1 ? '0＋…＋0' : '0'
  return filled
    .map(({ weight, value }, i) => {
      const sign = weight < 0 ? '−' : i === 0 ? '' : '＋'
      const times = Math.abs(weight) === 1 ? '' : `${Math.abs(weight)}×`
      return `${sign}${times}${value.lt(0) ? `（${digits(value)}）` : digits(value)}`
    })
    .join('')
}

/** The terms that make up one field of an equality once it is solved for it: the other side, less its own side's rest. */
export function termsFor({ left, right }: Pick<Outcome, 'left' | 'right'>, field: string): readonly FilledTerm[] {
  const [own, other] = left.some((term) => term.field === field) ? [left, right] : [right, left]
  const rest = own.filter((term) => term.field !== field)
  return [...other, ...rest.map((term) => ({ ...term, weight: -term.weight }))]
}
