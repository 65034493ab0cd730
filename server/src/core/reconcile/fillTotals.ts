import { isEmptyFigure, valueOf, type Figure } from '../report/figure.ts'
import { zero, type Decimal } from '../text/decimal.ts'
import type { Outcome } from './outcome.ts'
import { solve } from './solve.ts'
import { totalOf } from './total.ts'

/**
 * The values of blank totals that follow from what is written, and of totals over such totals in turn. A total on
 * which a row and a column disagree is left out. With `blankParts: 'zero'` other blanks are read as zero.
 */
export function fillTotals(
  outcomes: readonly Outcome[],
  blankParts: 'unknown' | 'zero' = 'unknown',
): ReadonlyMap<Figure, Decimal> {
  const totals = new Set(outcomes.flatMap((it) => totalOf(it) ?? []).filter(isEmptyFigure))
  const filled = new Map<Figure, Decimal>()
  const refused = new Set<Figure>()
  const read = (figure: Figure): Decimal | undefined =>
    valueOf(figure) ??
    filled.get(figure) ??
    (blankParts === 'zero' && isEmptyFigure(figure) && !totals.has(figure) ? zero : undefined)
  for (let before = -1; before < filled.size;) {
    before = filled.size
    for (const total of totals) {
      if (filled.has(total) || refused.has(total)) continue
      const wanted = outcomes.filter((it) => totalOf(it) === total).flatMap((it) => solve(it, total, read) ?? [])
      const [value] = wanted
      if (value === undefined) continue
      if (wanted.every((it) => it.eq(value))) filled.set(total, value)
      else refused.add(total)
    }
  }
  return filled
}
