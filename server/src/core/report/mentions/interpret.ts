import type { MentionFormat } from '../../formats/mention.ts'
import { withAround } from './around.ts'
import type { Clause } from './clauses.ts'
import { announcedBy, countedBy, deniedBy, remarked } from './items.ts'
import { given } from './lexicon.ts'
import { carriedOn, outcomeAbove, outcomesIn, withoutWeak } from './outcome.ts'
import { scopeOf, type Level, type Scope } from './scope.ts'
import type { Meanings } from './senses.ts'
import { begin, isDispute, unknown, type State } from './state.ts'
import type { Token } from './tokens.ts'
import { has, means, topicOf, understand, understandAll, understandLead, type Understood } from './understand.ts'

/**
 * What headings above a paragraph say of it. Disputes below one on disclosure are over disclosure if it names disputes;
 * else they may be any that the body decides.
 */
export type Subject = { readonly topic: string | undefined; readonly amid: Amid }

/** Whether a dispute named here is one over disclosure. */
type Amid = 'yes' | 'perhaps' | 'no'

/** What holds at the beginning of a sentence. */
export type Before = {
  /** It is the first of its paragraph. */
  readonly first: boolean
  /** What the headings above and the openings before it have announced. */
  readonly subject: Subject
  /** What the sentences before it spoke of. */
  readonly topic: string | undefined
  readonly amid: Amid
}

/** At the beginning of a paragraph. */
export const beginning = (above: Subject): Before => ({
  first: true,
  subject: above,
  topic: above.topic,
  amid: above.amid,
})

/** What the meaning of a sentence depends on of the body that reports. */
export type Body = {
  /** It reports for all bodies of an area. */
  readonly area: boolean
  /** It may itself decide disputes about others. */
  readonly judges: boolean
  /** Whose area it is. */
  readonly level?: Level
}

export type Interpreted = {
  readonly item: MentionFormat
  readonly clause: Clause
  readonly scope: Scope
}

/** What a heading says of what stands below it. */
export function subjectOf(tokens: readonly Token[], meanings: Meanings): Subject {
  const words = tokens.flatMap((it) => (it.kind === 'word' ? [it.senses] : []))
  const topic = topicOf(words, meanings)
  return { topic, amid: isAmid(words, meanings) ? (isDispute(topic, meanings) ? 'yes' : 'perhaps') : 'no' }
}

const isAmid = (words: readonly (readonly string[])[], { amid }: Meanings): boolean =>
  words.some((senses) => senses.some((it) => amid.has(it)))

/** Reads a sentence clause by clause, and says what holds at the beginning of the next. */
export function interpret(
  text: string,
  clauses: readonly Clause[],
  meanings: Meanings,
  before: Before,
  { area, judges, level }: Body,
): { readonly found: readonly Interpreted[]; readonly after: Before } {
  const found: Interpreted[] = []
  let state = begin(before.topic)
  const stack: State[] = []
  let depth = 0
  clauses.forEach((clause, i) => {
    for (; depth < clause.depth; depth++) {
      stack.push(state)
      state = { ...state, part: true, not: false, outcome: state.outcomeBefore }
    }
    for (; depth > clause.depth; depth--) state = { ...(stack.pop() ?? state), counts: state.counts }
    if (clause.before === ';') {
      state.part = false
      state.within = undefined
    }
    // 直接起诉2件、复议后起诉3件,被纠正1件: perhaps of both.
    if (state.joined && clause.before === ',') state.topic = unknown
    const own = understandAny(clause, meanings)
    if (means(own, 'among')) state.part = true
    state.outcome = outcomeAbove(own, clause, clauses[i - 1], state)
    if (isAmid(own.words, meanings)) state.amid = true
    noticeDispute(own, state, meanings, before.amid, judges)
    const unknownBefore = state.counts && state.previous === undefined
    if (clause.quantity !== undefined) state.counts = true
    state.scope = scopeOf(clause, text, state.scope, meanings, area, level)
    const counted = withAround(own, clauses, i, meanings)
    const meant = withState(counted, clause, state, meanings)
    const amid = !state.alien && (state.amid || before.amid !== 'no')
    const counts =
      clause.quantity === undefined
        ? deniedBy(meant, state, meanings, amid)
        : (countedBy(meant, clause, state, meanings, amid) ?? remarked(clause, own, state, meanings, amid))
    const named = state.topic !== undefined || topicOf(own.words, meanings) !== undefined
    // 办结率98% may be of anything: the sentence has to say of what, unless the words themselves do.
    const open = isRate(clause) && counts?.firm !== true && (unknownBefore || !named)
    const item = open ? undefined : counts
    if (item !== undefined) found.push({ item, clause, scope: state.scope })
    // 解读率100% is no new subject.
    const told = isRate(clause) && item === undefined ? understandLead([], meanings) : own
    settle(told, meant, clause, item, state, meanings)
  })
  return { found, after: clauses.length === 0 ? before : afterSentence(text, clauses, state, before, meanings) }
}

function afterSentence(
  text: string,
  clauses: readonly Clause[],
  state: State,
  { first, subject: above, amid }: Before,
  meanings: Meanings,
): Before {
  const dispute = isDispute(state.topic, meanings)
  const subject: Subject =
    !state.counts && isOpening(text.slice(clauses[0]?.start), first)
      ? {
          topic: state.topic ?? above.topic,
          amid: state.amid ? (dispute ? 'yes' : 'perhaps') : above.amid,
        }
      : above
  return {
    first: false,
    subject,
    topic: state.topic ?? (state.topicBefore === unknown ? unknown : state.topicBefore) ?? subject.topic,
    amid: dispute && !state.alien && (state.amid || amid !== 'no') ? 'yes' : state.amid ? 'perhaps' : subject.amid,
  }
}

/**
 * A dispute that the sentence does not call one over disclosure may be any that the body decides: 办理行政复议案件288件.
 * It is one over disclosure where the text before it speaks of such, or where the body decides none and nobody else is
 * said to do anything about it.
 */
function noticeDispute(own: Understood, state: State, meanings: Meanings, amidBefore: Amid, judges: boolean): void {
  if (!isDispute(topicOf(own.words, meanings), meanings)) return
  const acted = judges && own.words.some((senses) => senses.some((it) => meanings.verbs.has(it) || it === given.wide))
  const judged = means(own, 'judicial')
  const foreign = acted || own.leadGap
  state.alien = !state.amid && (state.alien || judged || (amidBefore !== 'yes' && (amidBefore === 'no' || foreign)))
}

/** (二)依申请公开。 or 二是做好依申请公开。: a sentence that announces what follows it, up to the next of its kind. */
const isOpening = (written: string, first: boolean): boolean =>
  written.length < 40 && (first || /^[（(]?[一二三四五六七八九十\d]{1,2}(?:[)）、.．]|是)/.test(written))

function understandAny(clause: Clause, meanings: Meanings): Understood {
  if (clause.quantity === undefined) return understandAll(clause.lead, meanings)
  if (clause.quantity.unit !== '%') return understand(clause, meanings)
  // What stands behind 占 is the whole; a share without its subject before 占 belongs to the number before it.
  const at = clause.lead.findIndex((it) => has([it], 'share'))
  // 在全部申请中占比54%: that is the whole as well.
  const whole = clause.lead.slice(0, Math.max(at, 0)).findLastIndex((it) => has([it], 'within'))
  if (at >= 0 || !isRate(clause)) return understandLead(clause.lead.slice(whole + 1, Math.max(at, 0)), meanings)
  return understandLead(
    clause.lead.filter(
      (it) => it.kind === 'gap' || it.senses.length === 0 || it.senses.some((sense) => sense !== 'rate'),
    ),
    meanings,
  )
}

/** 维持率83.3%: the share of what stands before 率. */
const isRate = ({ lead, quantity }: Clause): boolean =>
  quantity?.unit === '%' && has(lead, 'rate') && !has(lead, 'share')

/** A clause with what still holds: the year named before, and 未 before an item of a list. */
function withState(said: Understood, clause: Clause, state: State, meanings: Meanings): Understood {
  const meant = withoutWeak(said, state, meanings)
  const dated = meant.words.some((senses) => senses.some((it) => meanings.times.has(it) || it === 'this'))
  const dispute = isDispute(topicOf(meant.words, meanings), meanings)
  const carried = state.carried.filter((senses) => dispute || !senses.some((it) => meanings.carriesToDisputes.has(it)))
  const words = [
    ...meant.words,
    ...(state.time !== undefined && !dated ? [[state.time]] : []),
    ...(state.not && clause.before === '、' && clause.quantity === undefined ? [['not']] : []),
    ...(clause.before === '、' ? carried : []),
    ...(clause.quantity !== undefined && dispute && outcomesIn(meant, meanings).length === 0 ? state.outcome : []),
    // 2024年收到申请12件,均已答复; 2024年行政处罚决定27件、行政许可决定78件: of that year.
    ...(state.timeBefore !== undefined &&
    !dated &&
    (clause.quantity === undefined ? means(meant, 'all') : clause.before === '、')
      ? [[state.timeBefore]]
      : []),
  ]
  return words.length === meant.words.length ? meant : { ...meant, words }
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
  const named = topicOf(withoutWeak(own, state, meanings).words, meanings)
  const counted = quantity !== undefined && meanings.caseUnits.has(quantity.unit)
  const handled = own.words.some((senses) => senses.some((it) => meanings.verbs.has(it)))
  // 行政规范性文件3件,均已解读: what is said of all of them is no new subject.
  const [first] = clause.lead
  const outside = means(own, 'outside')
  const predicate = quantity === undefined && first?.kind === 'word' && first.senses.includes('all')
  const decided = counted && item === undefined && means(own, 'judicial') && isDispute(named, meanings)
  // 受理企业信用修复申请12件: unknown words make it another kind of application.
  const narrowed = counted && item === undefined && own.innerGap && meanings.topicsOfItems.has(named ?? '')
  if (outside || decided || narrowed) state.topic = unknown
  else if (named !== undefined && !(predicate && state.counts)) {
    state.topic = named
    state.strange = false
  } else if (counted && item === undefined && own.gap && (handled || !own.telling)) state.topic = unknown
  else if (quantity === undefined && own.gap && handled) state.strange = true
  if (item !== undefined) state.strange = false
  const counts = quantity === undefined ? undefined : named
  const wider = meanings.narrower[counts ?? '']
  const others = clause.before === '、' && state.counted !== counts
  state.joined = wider !== undefined && others && meanings.narrower[state.counted ?? ''] === wider
  state.counted = counts
  const time = own.words.flat().find((it) => meanings.times.has(it))
  if (means(own, 'this')) state.time = undefined
  else if (time !== undefined && !own.telling && quantity === undefined && !means(own, 'compared')) state.time = time
  state.not = quantity === undefined && means(meant, 'not')
  state.carried = carriedOn(meant.words, meanings)
  for (const sense of own.words.flat()) state.seen.add(sense)
  const outcome = means(meant, 'not') ? [] : outcomesIn(own, meanings)
  state.outcomeBefore = outcome.length > 0 ? outcome : state.outcome
  if (outcome.length > 0) state.outcome = []
  if (quantity === undefined) state.within ??= announcedBy(own, meanings)
  if (quantity === undefined || quantity.unit === '%') return
  state.previous = item?.id
  // 新收60件,上年结转2件,其中自然人50件: of those that were named first.
  if (item?.unlessWithin === undefined) state.within ??= item?.id
  // 上年结转2件、新收60件: what came from one year is counted in the next.
  const crossing = own.words.flat().some((it) => meanings.carries.has(it) || it === 'carry' || it === 'compared')
  const [leading] = own.words
  state.timeBefore = crossing
    ? undefined
    : (leading?.find((it) => meanings.times.has(it)) ?? (clause.before === '、' ? state.timeBefore : undefined))
}
