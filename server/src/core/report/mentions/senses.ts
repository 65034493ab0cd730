import type { MentionFormat, MentionsFormat } from '../../formats/mention.ts'
import { byWants } from './wanted.ts'

/** What a clause must mean, and what it may mean besides. */
export type SenseRule = { readonly wants: readonly (readonly string[])[]; readonly allows: ReadonlySet<string> }

export type ItemRules = {
  readonly item: MentionFormat
  readonly says: readonly SenseRule[]
  readonly none: readonly SenseRule[]
}

/** The data of a form in the shape in which it is asked. */
export type Meanings = {
  /** The items that words with these senses may count, and those that they may say there were none of. */
  readonly said: (words: readonly (readonly string[])[]) => readonly ItemRules[]
  readonly denied: (words: readonly (readonly string[])[]) => readonly ItemRules[]
  /** The items that other items may not split up. */
  readonly unsplit: ReadonlySet<string>
  /** The topics of which the form has figures. */
  readonly topicsOfItems: ReadonlySet<string>
  readonly loose: ReadonlySet<string>
  readonly limits: readonly string[]
  readonly times: ReadonlySet<string>
  readonly nouns: ReadonlySet<string>
  readonly verbs: ReadonlySet<string>
  readonly amid: ReadonlySet<string>
  readonly caseUnits: ReadonlySet<string>
  readonly carries: ReadonlySet<string>
  readonly carriesToDisputes: ReadonlySet<string>
  readonly disputes: ReadonlySet<string>
  readonly disputeOutcomes: ReadonlySet<string>
  readonly narrower: Readonly<Record<string, string>>
  readonly weakTopics: ReadonlySet<string>
  readonly outcomes: ReadonlySet<string>
  readonly reasons: ReadonlySet<string>
  /** In order of rank: what names a topic, each by senses of which all are wanted. */
  readonly topics: readonly { readonly topic: string; readonly senses: readonly string[] }[]
  /** The senses that name any topic. */
  readonly naming: ReadonlySet<string>
  readonly several: Readonly<Record<string, string>>
  readonly pairs: Readonly<Record<string, readonly string[]>>
  readonly bodies: RegExp
  readonly ownNotBefore: RegExp
}

const kept = new WeakMap<MentionsFormat, Meanings>()

export function meaningsOf(format: MentionsFormat): Meanings {
  const known = kept.get(format)
  if (known !== undefined) return known
  const topics = Object.entries(format.topics).flatMap(([topic, senses]) =>
    senses.map((it) => ({ topic, senses: it.split('+') })),
  )
  const items = format.items.map((item) => ({
    item,
    says: item.says.map(readRule),
    none: (item.none ?? []).map(readRule),
  }))
  const meanings: Meanings = {
    said: byWants(items, ({ says }) => says),
    denied: byWants(items, ({ none }) => none),
    unsplit: new Set(format.items.flatMap(({ unlessWithin }) => unlessWithin ?? [])),
    topicsOfItems: new Set(format.items.flatMap(({ topic }) => topic ?? [])),
    loose: new Set([...format.loose, '@wide', '@own', '@under']),
    limits: format.limits,
    times: new Set(format.times),
    nouns: new Set(format.nouns),
    verbs: new Set(format.verbs),
    amid: new Set(format.amid),
    caseUnits: new Set(format.caseUnits),
    carries: new Set([...format.carries, ...format.carriesToDisputes]),
    carriesToDisputes: new Set(format.carriesToDisputes),
    disputes: new Set(format.disputes),
    disputeOutcomes: new Set(format.disputeOutcomes),
    narrower: format.narrower,
    weakTopics: new Set(format.weakTopics),
    outcomes: new Set(format.outcomes),
    reasons: new Set(format.reasons),
    topics,
    naming: new Set(topics.flatMap(({ senses }) => senses)),
    several: format.several,
    pairs: format.pairs,
    bodies: new RegExp(`(?:${format.scope.bodies.join('|')})$`),
    ownNotBefore: new RegExp(`^(?:${format.scope.ownNotBefore.join('|')})`),
  }
  kept.set(format, meanings)
  return meanings
}

/** `receive|accept application?`. */
export function readRule(rule: string): SenseRule {
  const parts = rule
    .split(' ')
    .map((part) => ({ optional: part.endsWith('?'), senses: part.replace(/\?$/, '').split('|') }))
  return {
    wants: parts.filter(({ optional }) => !optional).map(({ senses }) => senses),
    allows: new Set(parts.flatMap(({ senses }) => senses)),
  }
}

/** Whether words with these senses say what the rule wants and nothing else; each word counts in one of its senses. */
export const matches = (
  { wants, allows }: SenseRule,
  words: readonly (readonly string[])[],
  loose: ReadonlySet<string>,
): boolean =>
  wants.every((some) => words.some((senses) => some.some((sense) => senses.includes(sense)))) &&
  words.every((senses) => senses.some((sense) => allows.has(sense) || loose.has(sense)))
