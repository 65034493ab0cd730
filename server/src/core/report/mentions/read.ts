import type { MentionFormat, MentionsFormat } from '../../formats/mention.ts'
import type { Section } from '../../markdown/document.ts'
import type { Span } from '../../text/span.ts'
import { clausesOf, sentencesOf, type Clause } from './clauses.ts'
import { passagesOf, sourceSpan, type Passage } from './passages.ts'
import { patternsOf, type Patterns } from './patterns.ts'
import { quantitiesIn, type Quantity } from './quantities.ts'

/** Of whom a clause gives the number: of all that the tables cover, of the government's own office, of another body. */
export type Scope = { readonly kind: 'all' } | { readonly kind: 'own' | 'body'; readonly words: string }

/** A figure in prose and the fields it speaks of. Offsets count from its section. */
export type ReadMention = {
  readonly item: MentionFormat
  /** Undefined where the clause says that there was none. */
  readonly quantity: Quantity | undefined
  /** The number with its unit, or the clause that says there was none. */
  readonly span: Span
  /** The digits alone. */
  readonly number: Span | undefined
  /** The clause as a reader sees it. */
  readonly clause: string
  readonly scope: Scope
  /** A bracket behind the number says what it counts. */
  readonly explained: boolean
}

/** What the meaning of a clause depends on beside its own words. */
export type Setting = { readonly year: number | undefined; readonly area: boolean }

const kept = new WeakMap<Section, Map<MentionsFormat, Map<string, readonly ReadMention[]>>>()

/** The mentions in one section of the Markdown; kept as long as the section, by form and setting. */
export function readMentions(section: Section, format: MentionsFormat, setting: Setting): readonly ReadMention[] {
  const byFormat = kept.get(section) ?? new Map<MentionsFormat, Map<string, readonly ReadMention[]>>()
  kept.set(section, byFormat)
  const bySetting = byFormat.get(format) ?? new Map<string, readonly ReadMention[]>()
  byFormat.set(format, bySetting)
  const key = `${setting.year ?? ''} ${String(setting.area)}`
  const known = bySetting.get(key)
  if (known !== undefined) return known
  const patterns = patternsOf(format)
  const mentions: ReadMention[] = []
  let heading = ''
  for (const passage of passagesOf(section)) {
    mentions.push(...inPassage(passage, heading, patterns, setting))
    if (passage.heading) heading = passage.text
  }
  bySetting.set(key, mentions)
  return mentions
}

/** How far before a sentence its topic may have been named, in characters. */
const nearby = 400

const remark = /^\([^()]{0,30}(?:仅|只|不含|不包括|本级|审结|办结|新收|口径)/

function inPassage(passage: Passage, heading: string, patterns: Patterns, setting: Setting): readonly ReadMention[] {
  const { text } = passage
  const say = (words: string): string => normalise(words, patterns, setting.year)
  const mentions: ReadMention[] = []
  const topicBefore = (sentence: number, at: number): string | undefined =>
    lastTopic(text.slice(sentence, at), patterns) ??
    lastTopic(text.slice(Math.max(0, sentence - nearby), sentence), patterns) ??
    lastTopic(heading, patterns)
  for (const clause of clausesOf(text, quantitiesIn(text), patterns.empty)) {
    const { quantity } = clause
    const words = `${say(clause.lead)}#${say(clause.tail)}`
    const topic = lastTopic(words, patterns) ?? topicBefore(clause.sentence, quantity.start)
    const item = quantity.exact
      ? itemOf(
          words,
          topic,
          text.slice(clause.sentence, quantity.start),
          `${heading}\n${text.slice(clause.sentence, clause.end)}`,
          clause,
          patterns,
        )
      : undefined
    if (item === undefined) continue
    mentions.push({
      item,
      quantity,
      span: sourceSpan(passage, quantity.start, quantity.end),
      number: sourceSpan(passage, quantity.start, quantity.digitsEnd),
      clause: text.slice(clause.start, clause.end).replace(/^[、,]/, ''),
      explained: remark.test(text.slice(quantity.end)),
      scope: scopeOf(text.slice(clause.sentence, quantity.start), clause.start - clause.sentence, patterns, setting),
    })
  }
  for (const { start, end } of sentencesOf(text))
    for (const match of text.slice(start, end).matchAll(/[^,;:()]+/g)) {
      const from = start + match.index
      const words = say(match[0])
      if (/[#\d]/.test(words) || !/[未无没零]/.test(words)) continue
      const found = patterns.items.find(
        ({ none, unless, amid, item }) =>
          none.some((pattern) => pattern.test(words)) &&
          unless?.test(words) !== true &&
          (item.topic === undefined || (lastTopic(words, patterns) ?? topicBefore(start, from)) === item.topic) &&
          amid?.test(`${heading}\n${text.slice(start, from + match[0].length)}`) !== false,
      )
      if (found === undefined || patterns.elsewhen.test(words)) continue
      mentions.push({
        item: found.item,
        quantity: undefined,
        span: sourceSpan(passage, from, from + match[0].length),
        number: undefined,
        clause: match[0],
        explained: false,
        scope: scopeOf(text.slice(start, from + match[0].length), from - start, patterns, setting),
      })
    }
  return mentions
}

function itemOf(
  words: string,
  topic: string | undefined,
  before: string,
  context: string,
  { part, quantity }: Clause,
  { items, elsewhen }: Patterns,
): MentionFormat | undefined {
  for (const { item, patterns, unless, unlessBefore, amid } of items) {
    if (!item.units.includes(quantity.unit)) continue
    if (item.topic !== undefined && item.topic !== topic) continue
    for (const pattern of patterns) {
      const match = pattern.exec(words)
      if (match === null) continue
      const rest = words.slice(0, match.index)
      // One of several things that share a number, or a number of another time: nothing is certain, nothing is said.
      if (/[、和与或]$|(?<!涉)及$|·含$/.test(rest) || elsewhen.test(words.replace(match[0], ''))) return undefined
      if (unless?.test(words.replace(match[0], '|')) === true || amid?.test(context) === false) break
      if (unlessBefore?.test(before) === true) break
      if (part && item.part !== true) return undefined
      return item
    }
  }
  return undefined
}

/** Years become words relative to the report's own; what looks like a word of a pattern and is none is masked. */
const normalise = (text: string, { neutral }: Patterns, year: number | undefined): string =>
  text.replace(neutral, '·').replace(/(?:19|20)\d{2}年(?:度)?/g, (written) => {
    const by = year === undefined ? 0 : Number(written.slice(0, 4)) - year
    return by === 0 ? '本年' : by === -1 ? '上年' : by === 1 ? '下年' : '他年'
  })

const lastTopic = (text: string, { topics, topicOf }: Patterns): string | undefined => {
  const last = [...text.matchAll(topics)].at(-1)?.[0]
  return last === undefined ? undefined : topicOf(last)
}

/** The scope named last in the sentence holds; another body only within its own clause. */
function scopeOf(before: string, clauseStart: number, patterns: Patterns, { area }: Setting): Scope {
  const last = (pattern: RegExp, from: number): { at: number; words: string } | undefined => {
    const match = [...before.slice(from).matchAll(pattern)].at(-1)
    return match === undefined ? undefined : { at: from + match.index + match[0].length, words: match[0] }
  }
  if (!area) return /(?:所属|下属|直属|分局|各科室)/.test(before) ? { kind: 'body', words: '' } : { kind: 'all' }
  const wide = last(patterns.wide, 0)?.at ?? -1
  const own = last(patterns.own, 0)
  const body = last(patterns.bodies, clauseStart)
  if (body !== undefined && body.at > wide && body.at > (own?.at ?? -1)) return { kind: 'body', words: body.words }
  return own !== undefined && own.at > wide ? { kind: 'own', words: own.words } : { kind: 'all' }
}
