import type { MentionFormat } from '../../formats/mention.ts'
import type { Clause } from './clauses.ts'
import { matches, type Meanings, type SenseRule } from './senses.ts'
import { isDispute, unknown, type State } from './state.ts'
import { means, topicOf, understandLead, type Understood } from './understand.ts'

/** The item that a clause counts, if its words leave no doubt. */
export function countedBy(
  meant: Understood,
  { quantity }: Clause,
  state: State,
  meanings: Meanings,
  amid: boolean,
): MentionFormat | undefined {
  if (quantity === undefined || !quantity.exact || !meant.telling || meant.innerGap) return undefined
  const share = quantity.unit === '%'
  for (const { item, says } of meanings.said(meant.words)) {
    if ((!share && !item.units.includes(quantity.unit)) || !fits(says, item, meant, state, meanings, amid)) continue
    if (item.after !== undefined && !item.after.includes(state.previous ?? '')) continue
    return item.part === false && state.part && !share ? undefined : item
  }
  return undefined
}

/** Senses of what applicants are given, in whatever words. */
const answers = ['finish', 'publicity', 'publishing']

/** What the words before the number leave open a bracket may say: 公开类答复(予以公开和部分公开)12件. */
export function remarked(
  clause: Clause,
  own: Understood,
  state: State,
  meanings: Meanings,
  amid: boolean,
): MentionFormat | undefined {
  if (clause.remark === undefined || !answers.some((it) => means(own, it)) || means(own, 'kind')) return undefined
  return countedBy(understandLead(clause.remark, meanings), clause, state, meanings, amid)
}

/** The item that a clause without a number says there were none of. */
export const deniedBy = (
  meant: Understood,
  state: State,
  meanings: Meanings,
  amid: boolean,
): MentionFormat | undefined =>
  !meant.telling || meant.innerGap || meanings.limits.some((it) => means(meant, it))
    ? undefined
    : meanings.denied(meant.words).find(({ item, none }) => fits(none, item, meant, state, meanings, amid))?.item

function fits(
  rules: readonly SenseRule[],
  item: MentionFormat,
  meant: Understood,
  state: State,
  meanings: Meanings,
  amid: boolean,
): boolean {
  if (item.amid === true && !amid) return false
  const { knownUnless } = item
  if (knownUnless !== undefined && meant.leadGap && !knownUnless.some((it) => means(meant, it))) return false
  if (item.unlessWithin?.includes(state.within ?? '') === true && !anew(meant, meanings)) return false
  if (item.unlessBefore?.some((it) => state.seen.has(it)) === true) return false
  if (item.ofAll !== undefined && state.counts && !item.ofAll.includes(state.previous ?? '')) return false
  if (!rules.some((rule) => matches(rule, meant.words, meanings.loose))) return false
  const named = topicOf(meant.words, meanings)
  // 除尚未审结的2件外,其余行政复议: what they are of is said behind.
  if (item.amid === true && named === undefined && state.topic === undefined && means(meant, 'excluding')) return false
  // Words that speak for themselves need no subject; one that the sentence has named must agree.
  const spoken = spokenOf(meant, state, meanings)
  const firm = item.firm === true && (spoken === undefined || spoken === unknown)
  const topic = named ?? (firm ? item.topic : (spoken ?? (item.near === true ? undefined : state.topicBefore)))
  if (item.topic !== undefined && topic !== item.topic) return false
  return named !== undefined || item.firm === true || (!meant.leadGap && !state.strange)
}

/** 上年结转2件,新收自然人申请50件: those are no part of what stood before. */
const anew = ({ words }: Understood, { verbs }: Meanings): boolean =>
  words.some((senses) => senses.some((it) => verbs.has(it)))

/** The item whose number is to be split up by what follows, where a clause says so without the number: 上年结转的申请,自然人12件. */
export const announcedBy = ({ words, telling, innerGap }: Understood, meanings: Meanings): string | undefined =>
  !telling || innerGap
    ? undefined
    : meanings
        .said(words)
        .find(
          ({ item, says }) => meanings.unsplit.has(item.id) && says.some((it) => matches(it, words, meanings.loose)),
        )?.item.id

/** What the sentence speaks of; 复议3件,诉讼5件,均获维持 says it of both. */
function spokenOf(meant: Understood, { topic, seen }: State, meanings: Meanings): string | undefined {
  if (!(means(meant, 'all') || means(meant, 'together')) || !isDispute(topic, meanings)) return topic
  const both = topicOf([[...seen]], meanings)
  return isDispute(both, meanings) ? both : topic
}
