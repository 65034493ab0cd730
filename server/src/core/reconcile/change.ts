import { zero, type Decimal } from '../text/decimal.ts'
import { valueOf, type Figure } from '../report/figure.ts'
import { figuresOf, type FilledTerm, type Outcome } from './outcome.ts'
import { holds } from './reconcile.ts'
import { toleranceOf } from './tolerance.ts'

/** How many of the relations that can be checked would be broken if the figures had these values. */
export function brokenIf(outcomes: readonly Outcome[], values: ReadonlyMap<Figure, Decimal>): number {
  return outcomes.filter((outcome) => {
    if (outcome.state !== 'balanced' && outcome.state !== 'broken') return false
    if (!figuresOf(outcome).some((figure) => values.has(figure))) return outcome.state === 'broken'
    const change = (terms: readonly FilledTerm[]): Decimal =>
      terms.reduce((total, { figure, weight }) => {
        const value = figure && values.get(figure)
        return figure === undefined || value === undefined
          ? total
          : total.plus(value.minus(valueOf(figure) ?? zero).times(weight))
      }, zero)
    const { left, right, leftSum, rightSum, relation } = outcome
    return !holds(leftSum.plus(change(left)), relation.operator, rightSum.plus(change(right)), toleranceOf(outcome))
  }).length
}
