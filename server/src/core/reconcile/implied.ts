import type { Figure } from '../report/figure.ts'
import type { Cause } from './explain.ts'
import { figuresOf, type Broken, type Outcome } from './outcome.ts'
import { totalOf } from './total.ts'

/** A cause with the broken relations that need no explanation of their own once it is mended. */
export type Grouped = { readonly cause: Cause; readonly implied: readonly Broken[] }

/**
 * Puts aside relations that cannot but be broken. Where every figure of a relation is the total of a balanced one,
 * its difference is the sum of the differences of the relations over the addends: the balance of the 总计 column
 * follows from those of the columns. It goes with the first cause that reaches it.
 */
export function groupImplied(causes: readonly Cause[], outcomes: readonly Outcome[]): readonly Grouped[] {
  const soundTotals = new Map<Figure, Outcome>()
  for (const outcome of outcomes) {
    const total = outcome.state === 'balanced' ? totalOf(outcome) : undefined
    if (total !== undefined && !soundTotals.has(total)) soundTotals.set(total, outcome)
  }
  const follows = (outcome: Outcome): boolean => figuresOf(outcome).every((figure) => soundTotals.has(figure))
  const implied = causes.flatMap(({ kind, broken }) => (kind === 'relation' && follows(broken[0]) ? [broken[0]] : []))
  const remaining = causes.filter(({ kind, broken }) => kind !== 'relation' || !implied.some((it) => it === broken[0]))
  const homes = new Map<Broken, Cause>()
  for (const outcome of implied) {
    const addends = new Set(
      figuresOf(outcome).flatMap((total) => {
        const relation = soundTotals.get(total)
        return relation === undefined ? [] : figuresOf(relation).filter((figure) => figure !== total)
      }),
    )
    const reaching = remaining.filter(({ broken }) =>
      broken.some((it) => figuresOf(it).some((figure) => addends.has(figure))),
    )
    const sameFamily = ({ broken }: Cause): boolean =>
      broken.some(({ relation }) => relation.family === outcome.relation.family)
    const home = reaching.find(sameFamily) ?? reaching[0]
    if (home !== undefined) homes.set(outcome, home)
  }
  const stranded = implied.filter((it) => !homes.has(it)).map((it): Cause => ({ kind: 'relation', broken: [it] }))
  return [...remaining, ...stranded].map((cause) => ({
    cause,
    implied: implied.filter((it) => homes.get(it) === cause),
  }))
}
