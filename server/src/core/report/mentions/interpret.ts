import type { MentionFormat } from '../../formats/mention.ts'
import { endsSentence, type Clause } from './clauses.ts'
import { scopeOf, type Scope } from './scope.ts'
import { matches, type Meanings, type SenseRule } from './senses.ts'
import type { Token } from './tokens.ts'
import { isTelling, means, topicOf, understand, understandAll, understandLead, type Understood } from './understand.ts'

/**
 * What headings above a paragraph say of it. Disputes below one on disclosure are over disclosure if it names disputes;
 * else they may be any that the body decides.
 */
export type Subject = { readonly topic: string | undefined; readonly amid: Amid }

/** Whether a dispute named here is one over disclosure. */
type Amid = 'yes' | 'perhaps' | 'no'

type Context = Subject & { readonly area: boolean }

export type Interpreted = {
  readonly item: MentionFormat
  readonly clause: Clause
  readonly scope: Scope
}

/** What holds from clause to clause. A bracket begins with what holds before it and leaves it as it was. */
type State = {
  /** What the sentence has named, and what was named before it. */
  topic: string | undefined
  topicBefore: string | undefined
  /** Words of an unknown subject stood in this sentence. */
  strange: boolean
  time: string | undefined
  not: boolean
  part: boolean
  scope: Scope
  amid: boolean
  /** The dispute named last in the sentence is not one over disclosure. */
  alien: boolean
  /** Senses of the clause before that hold for what is joined to it. */
  carried: readonly string[]
  /** Senses that the sentence has named so far. */
  seen: Set<string>
  /** The sentence has a number. */
  counts: boolean
  previous: string | undefined
}

/** A topic that is none of the form's: numbers of unknown things stood before. */
const unknown = '?'

/** What a heading says of what stands below it. */
export function subjectOf(tokens: readonly Token[], meanings: Meanings): Subject {
  const words = tokens.flatMap((it) => (it.kind === 'word' ? [it.senses] : []))
  const topic = topicOf(words, meanings)
  return { topic, amid: isAmid(words, meanings) ? (isDispute(topic, meanings) ? 'yes' : 'perhaps') : 'no' }
}

const isDispute = (topic: string | undefined, { disputes }: Meanings): boolean =>
  topic !== undefined && disputes.has(topic)

const isAmid = (words: readonly (readonly string[])[], { amid }: Meanings): boolean =>
  words.some((senses) => senses.some((it) => amid.has(it)))

/** Reads a paragraph clause by clause. */
export function interpret(
  text: string,
  clauses: readonly Clause[],
  meanings: Meanings,
  context: Context,
): readonly Interpreted[] {
  const found: Interpreted[] = []
  let subject: Subject = context
  let state = begin(subject.topic)
  const stack: State[] = []
  let depth = 0
  let amidBefore: Amid = context.amid
  clauses.forEach((clause, i) => {
    if (i > 0 && endsSentence(clause.before)) {
      const dispute = isDispute(state.topic, meanings)
      if (!state.counts && isOpening(text, clauses, i))
        subject = {
          topic: state.topic ?? subject.topic,
          amid: state.amid ? (dispute ? 'yes' : 'perhaps') : subject.amid,
        }
      amidBefore =
        dispute && !state.alien && (state.amid || amidBefore !== 'no') ? 'yes' : state.amid ? 'perhaps' : subject.amid
      state = begin(state.topic ?? (state.topicBefore === unknown ? unknown : state.topicBefore) ?? subject.topic)
      stack.length = 0
      depth = 0
    }
    for (; depth < clause.depth; depth++) {
      stack.push(state)
      state = { ...state, part: true, not: false }
    }
    for (; depth > clause.depth; depth--) state = { ...(stack.pop() ?? state), counts: state.counts }
    if (clause.before === ';') state.part = false
    const own = clause.quantity === undefined ? understandAll(clause.lead, meanings) : understand(clause, meanings)
    if (means(own, 'among')) state.part = true
    if (isAmid(own.words, meanings)) state.amid = true
    noticeDispute(own, state, meanings, amidBefore)
    if (clause.quantity !== undefined) state.counts = true
    state.scope = scopeOf(clause, text, state.scope, meanings, context.area)
    const meant = withState(carried(joined(own, clauses, i, meanings), clauses, i, meanings), clause, state, meanings)
    const amid = !state.alien && (state.amid || amidBefore !== 'no')
    const item =
      clause.quantity === undefined
        ? deniedBy(meant, state, meanings, amid)
        : countedBy(meant, clause, state, meanings, amid)
    if (item !== undefined) found.push({ item, clause, scope: state.scope })
    settle(own, meant, clause, item, state, meanings)
  })
  return found
}

const begin = (topicBefore: string | undefined): State => ({
  topic: undefined,
  topicBefore,
  strange: false,
  time: undefined,
  not: false,
  part: false,
  scope: { kind: 'all' },
  amid: false,
  alien: false,
  carried: [],
  seen: new Set(),
  counts: false,
  previous: undefined,
})

/**
 * A dispute that the sentence does not call one over disclosure may be any that the body decides: 办理行政复议案件288件.
 * It is one over disclosure where the text before it speaks of such, or where nobody is said to do anything about it.
 */
function noticeDispute(own: Understood, state: State, meanings: Meanings, amidBefore: Amid): void {
  if (!isDispute(topicOf(own.words, meanings), meanings)) return
  const acted = own.words.some((senses) => senses.some((it) => meanings.verbs.has(it) || it === 'judicial'))
  state.alien = !state.amid && amidBefore !== 'yes' && (amidBefore === 'no' || acted || own.leadGap)
}

/** (二)依申请公开。 or 二是做好依申请公开。: a sentence that announces what follows it, up to the next of its kind. */
function isOpening(text: string, clauses: readonly Clause[], next: number): boolean {
  let first = next - 1
  while (first > 0 && !endsSentence(clauses[first]?.before ?? '')) first--
  const from = clauses[first]?.start ?? 0
  const written = text.slice(from, clauses[next]?.start ?? 0)
  return (from === 0 || /^[（(]?[一二三四五六七八九十\d]{1,2}(?:[)）、.．]|是)/.test(written)) && written.length < 40
}

/** 予以公开、部分公开共8件: what is counted is all that is joined. */
function joined(own: Understood, clauses: readonly Clause[], at: number, meanings: Meanings): Understood {
  if (
    clauses[at]?.quantity === undefined ||
    !own.telling ||
    clauses[at].lead.some((it) => it.kind === 'word' && it.senses.includes('way'))
  )
    return own
  let all = own
  for (let i = at; i > 0; i--) {
    const before = clauses[i - 1]
    if (clauses[i]?.before !== '、' || before === undefined || before.quantity !== undefined) break
    all = union(understandLead(before.lead, meanings), all)
  }
  return all
}

const union = (first: Understood, then: Understood): Understood => ({
  words: [...first.words, ...then.words],
  leadGap: first.leadGap,
  innerGap: then.innerGap || first.innerGap || then.leadGap,
  gap: then.gap || first.gap,
  telling: first.telling || then.telling,
})

/** 受理申请,共105件; 信访类(12件): what is counted stands before the mark. 12件信访、重复申请等不予处理: behind it. */
function carried(own: Understood, clauses: readonly Clause[], at: number, meanings: Meanings): Understood {
  const clause = clauses[at]
  if (clause?.quantity === undefined) return own
  const [before, next] = [clauses[at - 1], clauses[at + 1]]
  if (
    clause.after === '、' &&
    next?.quantity === undefined &&
    next !== undefined &&
    !clause.lead.some((it) => isTelling(it, meanings))
  ) {
    const behind = understandLead(next.lead, meanings)
    if (own.telling && means(behind, 'etc')) return { ...union(own, behind), innerGap: own.innerGap || behind.gap }
  }
  if (own.telling || own.gap || before === undefined || before.quantity !== undefined || before.after === '') return own
  const led = /[,:]/.test(clause.before) && before.depth === clause.depth
  const bracketed = clause.before === '(' && before.depth + 1 === clause.depth
  if (!led && !bracketed) return own
  const lead = understandLead(before.lead, meanings)
  return lead.telling && !means(lead, 'not') ? lead : own
}

/** A clause with what still holds: the year named before, and 未 before an item of a list. */
function withState(meant: Understood, clause: Clause, state: State, { times }: Meanings): Understood {
  const dated = meant.words.some((senses) => senses.some((it) => times.has(it) || it === 'this'))
  const words = [
    ...meant.words,
    ...(state.time !== undefined && !dated ? [[state.time]] : []),
    ...(state.not && clause.before === '、' && clause.quantity === undefined ? [['not']] : []),
    ...(clause.before === '、' && state.carried.length > 0 ? [state.carried] : []),
  ]
  return words.length === meant.words.length ? meant : { ...meant, words }
}

/** The item that a clause counts, if its words leave no doubt. */
function countedBy(
  meant: Understood,
  { quantity }: Clause,
  state: State,
  meanings: Meanings,
  amid: boolean,
): MentionFormat | undefined {
  if (quantity === undefined || !quantity.exact || !meant.telling || meant.innerGap) return undefined
  const share = quantity.unit === '%'
  if (share && !means(meant, 'share')) return undefined
  for (const { item, says } of meanings.items) {
    if ((!share && !item.units.includes(quantity.unit)) || !fits(says, item, meant, state, meanings, amid)) continue
    if (item.after !== undefined && !item.after.includes(state.previous ?? '')) continue
    return item.part === false && state.part && !share ? undefined : item
  }
  return undefined
}

/** The item that a clause without a number says there were none of. */
const deniedBy = (meant: Understood, state: State, meanings: Meanings, amid: boolean): MentionFormat | undefined =>
  !meant.telling || meant.innerGap || meanings.limits.some((it) => means(meant, it))
    ? undefined
    : meanings.items.find(({ item, none }) => fits(none, item, meant, state, meanings, amid))?.item

function fits(
  rules: readonly SenseRule[],
  item: MentionFormat,
  meant: Understood,
  state: State,
  meanings: Meanings,
  amid: boolean,
): boolean {
  if (item.amid === true && !amid) return false
  if (item.unlessBefore?.some((it) => state.seen.has(it)) === true) return false
  if (!rules.some((rule) => matches(rule, meant.words, meanings.loose))) return false
  const named = topicOf(meant.words, meanings)
  // Words that speak for themselves need no subject; one that the sentence has named must agree.
  const topic = named ?? spokenOf(meant, state, meanings) ?? (item.firm === true ? item.topic : state.topicBefore)
  if (item.topic !== undefined && topic !== item.topic) return false
  return named !== undefined || item.firm === true || (!meant.leadGap && !state.strange)
}

/** What the sentence speaks of; 复议3件,诉讼5件,均获维持 says it of both. */
function spokenOf(meant: Understood, { topic, seen }: State, meanings: Meanings): string | undefined {
  if (!means(meant, 'all') || !isDispute(topic, meanings)) return topic
  const both = topicOf([[...seen]], meanings)
  return isDispute(both, meanings) ? both : topic
}

/** What the clause leaves for those behind it. */
function settle(
  own: Understood,
  meant: Understood,
  clause: Clause,
  item: MentionFormat | undefined,
  state: State,
  meanings: Meanings,
): void {
  const { quantity } = clause
  const named = topicOf(own.words, meanings)
  const counted = quantity !== undefined && meanings.caseUnits.has(quantity.unit)
  const handled = own.words.some((senses) => senses.some((it) => meanings.verbs.has(it)))
  if (named !== undefined) {
    state.topic = named
    state.strange = false
  } else if (counted && item === undefined && own.gap && (handled || !own.telling)) state.topic = unknown
  else if (quantity === undefined && own.gap && handled) state.strange = true
  const time = own.words.flat().find((it) => meanings.times.has(it))
  if (means(own, 'this')) state.time = undefined
  else if (time !== undefined && !own.telling && quantity === undefined && !means(own, 'compared')) state.time = time
  state.not = quantity === undefined && means(meant, 'not')
  state.carried = meant.words.flat().filter((it) => meanings.carries.has(it))
  for (const sense of own.words.flat()) state.seen.add(sense)
  if (quantity !== undefined && quantity.unit !== '%') state.previous = item?.id
}
