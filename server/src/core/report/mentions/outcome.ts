import type { Clause } from './clauses.ts'
import type { Meanings } from './senses.ts'
import type { State } from './state.ts'
import { means, topicOf, type Understood } from './understand.ts'

/** How the clause says that disputes ended, word by word. */
export const outcomesIn = ({ words }: Understood, { disputeOutcomes }: Meanings): State['outcome'] =>
  words.filter((senses) => senses.some((it) => disputeOutcomes.has(it)))

/**
 * How disputes ended, where the clause splits up those that did: 维持3件(复议2件、诉讼1件); 尚未审结的:复议2件,诉讼1件.
 */
export function outcomeAbove(
  own: Understood,
  clause: Clause,
  before: Clause | undefined,
  state: State,
): State['outcome'] {
  if (clause.before === ';') return []
  const announced = before !== undefined && before.depth === clause.depth && before.quantity === undefined
  if (means(own, 'among') || clause.before === ':' || (announced && clause.before === ',')) return state.outcomeBefore
  return state.outcome
}

/** 尚未审结的行政复议3件、行政诉讼5件: what stands before the dispute holds for the next as well. */
export function carriedOn(
  words: Understood['words'],
  { carries, carriesToDisputes, naming }: Meanings,
): State['carried'] {
  const at = words.findIndex((senses) => senses.some((it) => naming.has(it)))
  return words.flatMap((senses, i) => {
    const kept = senses.filter((it) => carries.has(it) && (i < at || at < 0 || !carriesToDisputes.has(it)))
    return kept.length > 0 ? [kept] : []
  })
}

/** 直接起诉5件,法院维持3件: of those five, not of all litigation. */
export function withoutWeak(meant: Understood, { topic }: State, meanings: Meanings): Understood {
  const { narrower, weakTopics } = meanings
  const wider = narrower[topic ?? '']
  if (wider === undefined) return meant
  const words = meant.words.filter(
    (senses) => !senses.some((it) => weakTopics.has(it)) || topicOf([senses], meanings) !== wider,
  )
  return words.length === meant.words.length ? meant : { ...meant, words }
}
