import type { Outcome } from '../reconcile/outcome.ts'

/** How a relation stands: its outcome, or 豁免 where it is broken and the author has said why. */
export type RelationState = Outcome['state'] | 'waived'

/** `waived` are the ids of the relations of which all that was found is waived. */
export const stateOf = ({ state, relation }: Outcome, waived: ReadonlySet<string>): RelationState =>
  state === 'broken' && waived.has(relation.id) ? 'waived' : state

/** How many relations came out how. `total` leaves out those that do not apply. */
export type Tally = {
  readonly balanced: number
  readonly broken: number
  readonly unchecked: number
  readonly waived: number
  readonly total: number
}

export function tally(outcomes: readonly Outcome[], waived: ReadonlySet<string>): Tally {
  const count = (state: RelationState): number => outcomes.filter((it) => stateOf(it, waived) === state).length
  return {
    balanced: count('balanced'),
    broken: count('broken'),
    unchecked: count('unchecked'),
    waived: count('waived'),
    total: outcomes.length - count('not-applicable'),
  }
}
