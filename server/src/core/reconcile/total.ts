import type { Figure } from '../report/figure.ts'
import type { Outcome } from './outcome.ts'

/** The figure that a relation makes the sum of its others; undefined if the form makes none so, or the table lacks it. */
export const totalOf = (outcome: Outcome): Figure | undefined =>
  outcome.relation.derived?.as === 'total' ? derivedOf(outcome) : undefined

/** The figure that the others of a relation determine, as a total or for the balance. */
export const derivedOf = ({ relation: { derived }, figures }: Outcome): Figure | undefined =>
  derived === undefined ? undefined : figures.get(derived.field)
