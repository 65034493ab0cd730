import type { MentionFormat, MentionsFormat } from '../../formats/mention.ts'
import type { Section } from '../../markdown/document.ts'
import type { Span } from '../../text/span.ts'
import { clausesOf } from './clauses.ts'
import { interpret, subjectOf, type Interpreted, type Subject } from './interpret.ts'
import { lexiconOf } from './lexicon.ts'
import { passagesOf, sourceSpan, type Passage } from './passages.ts'
import { quantitiesIn, type Quantity } from './quantities.ts'
import { paired } from './respective.ts'
import type { Scope } from './scope.ts'
import { meaningsOf } from './senses.ts'
import { tokensOf } from './tokens.ts'
import { isTelling } from './understand.ts'

/** A figure in prose and the fields it speaks of. Offsets count from its section. */
export type ReadMention = {
  readonly item: MentionFormat
  /** Undefined where the clause says that there was none. */
  readonly quantity: Quantity | undefined
  /** The number with its unit, or the clause that says there was none. */
  readonly span: Span
  /** The digits alone. */
  readonly number: Span | undefined
  /** From the word that denies to the end of its clause: 未收到申请. */
  readonly denial: Span | undefined
  /** The clause as a reader sees it. */
  readonly clause: string
  readonly scope: Scope
  /** A bracket behind the number says what it counts. */
  readonly explained: boolean
}

/** What the meaning of a clause depends on beside its own words. */
export type Setting = {
  readonly year: number | undefined
  /** The body reports for all bodies of an area. */
  readonly area: boolean
  /** The body may itself decide disputes about others. */
  readonly judges: boolean
}

/** What a section says of the form's fields: numbers, and shares of totals that stand without their number. */
export type ReadSection = { readonly counts: readonly ReadMention[]; readonly shares: readonly ReadMention[] }

const nothing: ReadSection = { counts: [], shares: [] }

const kept = new WeakMap<Section, Map<MentionsFormat, Map<string, ReadSection>>>()

/** The mentions in one section of the Markdown; kept as long as the section, by form and setting. */
export function readMentions(section: Section, format: MentionsFormat, setting: Setting): ReadSection {
  const byFormat = kept.get(section) ?? new Map<MentionsFormat, Map<string, ReadSection>>()
  kept.set(section, byFormat)
  const bySetting = byFormat.get(format) ?? new Map<string, ReadSection>()
  byFormat.set(format, bySetting)
  const key = `${setting.year ?? ''} ${String(setting.area)} ${String(setting.judges)}`
  const known = bySetting.get(key)
  if (known !== undefined) return known
  const mentions = telling.test(section.text) ? readPassages(section, format, setting) : []
  const isShare = ({ quantity }: ReadMention): boolean => quantity?.unit === '%'
  const read =
    mentions.length === 0
      ? nothing
      : { counts: mentions.filter((it) => !isShare(it)), shares: mentions.filter(isShare) }
  bySetting.set(key, read)
  return read
}

/** Without a number and without a word that denies or claims all there is nothing to compare. */
const telling = /[\d０-９零未无没均全]|[二两三四五六七八九十][件宗起]/

const remark = /^\([^()]{0,30}(?:仅|只|不含|不包括|本级|审结|办结|新收|口径)/

function readPassages(section: Section, format: MentionsFormat, setting: Setting): readonly ReadMention[] {
  const lexicon = lexiconOf(format)
  const meanings = meaningsOf(format)
  let heading: Subject = { topic: undefined, amid: 'no' }
  return passagesOf(section).flatMap((passage): readonly ReadMention[] => {
    const { text } = passage
    const tokens = tokensOf(text, passage.heading ? [] : quantitiesIn(text), lexicon, setting.year)
    if (passage.heading) {
      heading = subjectOf(tokens, meanings)
      return []
    }
    const clauses = paired(
      clausesOf(tokens, (word) => isTelling(word, meanings)),
      meanings,
    )
    return interpret(text, clauses, meanings, { ...heading, area: setting.area, judges: setting.judges }).map((it) =>
      place(it, passage),
    )
  })
}

function place({ item, clause, scope }: Interpreted, passage: Passage): ReadMention {
  const { quantity } = clause
  const { text } = passage
  return {
    item,
    quantity,
    span:
      quantity === undefined
        ? sourceSpan(passage, clause.start, clause.end)
        : sourceSpan(passage, quantity.start, quantity.end),
    number: quantity === undefined ? undefined : sourceSpan(passage, quantity.start, quantity.digitsEnd),
    denial: denialOf(clause, passage),
    clause: text.slice(clause.start, clause.end),
    scope,
    explained: quantity !== undefined && remark.test(text.slice(quantity.end, quantity.end + 60)),
  }
}

function denialOf({ quantity, lead, end }: Interpreted['clause'], passage: Passage): Span | undefined {
  const not = quantity === undefined ? lead.find((it) => it.kind === 'word' && it.senses.includes('not')) : undefined
  return not === undefined ? undefined : sourceSpan(passage, not.start, end)
}
