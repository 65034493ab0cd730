import { isEmptyFigure, valueOf, type Figure } from '../report/figure.ts'
import { zero, type Decimal } from '../text/decimal.ts'
import { figuresOf, type FilledTerm, type Outcome } from './outcome.ts'
import { holds } from './reconcile.ts'
import { toleranceOf } from './tolerance.ts'

/** What would come of a relation that cannot be checked, if some of its figures had these values. */
export function assume(outcome: Outcome, values: (figure: Figure) => Decimal | undefined): Outcome {
  const { relation, figures, left, right } = outcome
  const read = (figure: Figure): Decimal | undefined => valueOf(figure) ?? values(figure)
  if (outcome.state !== 'unchecked' || outcome.absent.length > 0) return outcome
  if (figuresOf(outcome).some((figure) => read(figure) === undefined)) return outcome
  const sum = (terms: readonly FilledTerm[]): Decimal =>
    terms.reduce((total, { figure, weight }) => total.plus(((figure && read(figure)) ?? zero).times(weight)), zero)
  const [leftSum, rightSum] = [sum(left), sum(right)]
  const state = holds(leftSum, relation.operator, rightSum, toleranceOf(outcome)) ? 'balanced' : 'broken'
  return { relation, figures, left, right, state, leftSum, rightSum, blanksAsZero: true }
}

/** For `assume`: blanks and placeholders are read as zero. */
export const blankAsZero = (figure: Figure): Decimal | undefined => (isEmptyFigure(figure) ? zero : undefined)
