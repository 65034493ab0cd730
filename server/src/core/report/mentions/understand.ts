import type { Clause, Word } from './clauses.ts'
import type { Meanings } from './senses.ts'

/** What a clause means, and where words stand in it that no one knows. */
export type Understood = {
  /** The senses of each word that has any. */
  readonly words: readonly (readonly string[])[]
  /** Unknown words stand before the first that tells what is counted. */
  readonly leadGap: boolean
  /** Unknown words stand between words that tell and the number: they narrow down what is counted. */
  readonly innerGap: boolean
  /** Unknown words stand anywhere. */
  readonly gap: boolean
  /** Whether any sense tells what is counted. */
  readonly telling: boolean
}

export const means = ({ words }: Understood, sense: string): boolean => words.some((senses) => senses.includes(sense))

/** A word that tells something of what is counted. */
export const isTelling = (word: Word, meanings: Meanings): boolean =>
  word.kind === 'word' && tells(word.senses, meanings)

const tells = (senses: readonly string[], { loose, times }: Meanings): boolean =>
  senses.some((it) => !loose.has(it) && !times.has(it))

const sensesOf = (words: readonly Word[]): (readonly string[])[] =>
  words.flatMap((it) => (it.kind === 'word' && it.senses.length > 0 ? [it.senses] : []))

/** All of a clause without a number. What an unknown word is joined to by 或 or 和 stands without it. */
export function understandAll(words: readonly Word[], meanings: Meanings): Understood {
  const first = words.findIndex((it) => isTelling(it, meanings))
  const gap = words.findIndex(({ kind }, i) => kind === 'gap' && i > first && first >= 0)
  const and = words.findLastIndex((it, i) => i < gap && i > first && has([it], 'and'))
  return understandLead(and < 0 ? words : words.slice(0, and), meanings)
}

/** What stands before a number. */
export function understandLead(words: readonly Word[], meanings: Meanings): Understood {
  const kept = withoutWays(words)
  const first = kept.findIndex((it) => isTelling(it, meanings))
  const gaps = kept.flatMap((it, i) => (it.kind === 'gap' ? [i] : []))
  return {
    words: gathered(sensesOf(kept), meanings),
    leadGap: gaps.some((i) => first < 0 || i < first),
    innerGap: first >= 0 && gaps.some((i) => i > first),
    gap: gaps.length > 0,
    telling: first >= 0,
  }
}

/**
 * What a clause with a number means. What leads to the number counts, with a noun right behind it (受理12件申请); where
 * nothing leads to it, what follows does (12件予以公开).
 */
export function understand(clause: Clause, meanings: Meanings): Understood {
  const read = understandNumber(clause, meanings)
  return isFormer(clause) ? { ...read, innerGap: true } : read
}

/** 申请由31件降至22件: the first number is of another year. */
const isFormer = ({ lead, tail }: Clause): boolean => has(lead.slice(-1), 'from') || has(tail.slice(0, 1), 'became')

function understandNumber(clause: Clause, meanings: Meanings): Understood {
  const isNoun = (senses: readonly string[]): boolean => senses.some((it) => meanings.nouns.has(it))
  const lead = understandLead(clause.lead, meanings)
  const behind = withoutReason(clause.tail)
  const gapAt = behind.findIndex(({ kind }) => kind === 'gap')
  const near = gapAt < 0 ? behind : behind.slice(0, gapAt)
  if (!lead.telling) {
    const tail = understandLead(near, meanings)
    // 对12件申请发出通知, 12件申请完整提供了信息: what is done with them is unknown, so that they may be some of all.
    const done = tail.words.some((senses) => tells(senses, meanings) && !isNoun(senses))
    const some = !has(near, 'all') && (has(clause.lead, 'object') || (tail.telling && !done))
    return {
      words: gathered([...lead.words, ...tail.words], meanings),
      leadGap: lead.gap,
      innerGap:
        (gapAt >= 0 && some) || isShared(clause) || goesOn(clause) || (has(clause.lead, 'object') && some && !done),
      gap: lead.gap || gapAt >= 0,
      telling: tail.telling,
    }
  }
  // 复议机关对3件案件予以维持: what was done with them stands behind.
  const told = near.some((it) => isTelling(it, meanings) && it.kind === 'word' && !isNoun(it.senses))
  if (has(clause.lead, 'object') && told && gapAt < 0)
    return { ...lead, words: gathered([...lead.words, ...sensesOf(near)], meanings) }
  const onlyNouns = lead.words.every((senses) => !tells(senses, meanings) || isNoun(senses))
  const at = near.findIndex((it) => isTelling(it, meanings))
  const first = near[at]
  // 12件的结果: no predicate.
  const of = has(near.slice(0, 1), 'of')
  const takes = !of && first?.kind === 'word' && isNoun(first.senses) !== onlyNouns && !has(near.slice(0, at), 'all')
  if (takes) return { ...lead, words: gathered([...lead.words, ...sensesOf(joinedTo(near, meanings))], meanings) }
  // 收到申请9件次的咨询: what is counted is what stands behind.
  return of && at >= 0 && isNamed(near, meanings) ? { ...lead, innerGap: true } : lead
}

/** 将上年结转的2件申请与新收申请合并计算: what the second verb is said of is something else. */
function joinedTo(near: readonly Word[], { verbs }: Meanings): readonly Word[] {
  const and = near.findIndex((it) => has([it], 'and'))
  const other = near.slice(and).some((it) => it.kind === 'word' && it.senses.some((sense) => verbs.has(sense)))
  return and > 0 && other ? near.slice(0, and) : near
}

/** 3件复议和5件诉讼尚未审结: what is said of both stands behind the last. */
const goesOn = ({ tail, after }: Clause): boolean => after === '' && has(tail.slice(-1), 'and')

/** 其余12件分别作出部分公开、不予公开等, 其余12件作其他答复: of none of these there are so many. */
const isShared = ({ lead, tail }: Clause): boolean =>
  has(lead, 'rest') && (has(tail, 'respectively') || has(tail, 'otherwise'))

const isNamed = (words: readonly Word[], { naming }: Meanings): boolean =>
  words.some((it) => it.kind === 'word' && it.senses.some((sense) => naming.has(sense)))

/** Whether any of the words has the sense. */
export const has = (words: readonly Word[], sense: string): boolean =>
  words.some((it) => it.kind === 'word' && it.senses.includes(sense))

/** 3件因临近年末转入下年办理: the reason says nothing of what is counted. */
function withoutReason(words: readonly Word[]): readonly Word[] {
  const [first] = words
  if (first?.kind !== 'word' || !first.senses.includes('belong')) return words
  const gap = words.findIndex(({ kind }) => kind === 'gap')
  return gap < 0 ? words : words.slice(gap + 1)
}

/** What names a way, and nothing else. */
const ways = new Set(['kind', 'way', 'etc', 'every', 'through', 'and', 'publishing', 'hotline'])

/** 通过网站、信函等渠道 names every way and narrows nothing down; 通过信函 does. */
function withoutWays(words: readonly Word[]): readonly Word[] {
  const is = (word: Word, sense: string): boolean => word.kind === 'word' && word.senses.includes(sense)
  const to = words.findIndex((it) => is(it, 'way'))
  if (to < 0) return words
  const through = words.findIndex((it) => is(it, 'through'))
  const from = through < 0 || through > to ? 0 : through
  const zone = words.slice(from, to + 1)
  const every = zone.some((it) => is(it, 'etc') || is(it, 'every'))
  const onlyWays = zone.every((it) => it.kind === 'gap' || it.senses.every((sense) => ways.has(sense)))
  return every && onlyWays ? [...words.slice(0, from), ...words.slice(to + 1)] : words
}

/** Several words of one sense may mean more together than each alone. */
function gathered(words: readonly (readonly string[])[], { several }: Meanings): readonly (readonly string[])[] {
  let all = words
  for (const [sense, together] of Object.entries(several))
    if (all.filter((it) => it.includes(sense)).length > 1)
      all = [...all.filter((it) => !it.includes(sense)), [together]]
  return all
}

/** The topic that words name; of several the one named first in the form's data. */
export function topicOf(words: readonly (readonly string[])[], { topics, naming }: Meanings): string | undefined {
  const named = new Set(words.flat().filter((it) => naming.has(it)))
  return named.size === 0 ? undefined : topics.find(({ senses }) => senses.every((it) => named.has(it)))?.topic
}
