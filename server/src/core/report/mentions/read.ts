import type { MentionFormat, MentionsFormat } from '../../formats/mention.ts'
import type { Section } from '../../markdown/document.ts'
import { keep } from '../../text/keep.ts'
import { shift, type Span } from '../../text/span.ts'
import { beginning, subjectOf, type Body, type Interpreted, type Subject } from './interpret.ts'
import { lexiconOf } from './lexicon.ts'
import { passagesOf, sourceSpan, type Passage } from './passages.ts'
import type { Quantity } from './quantities.ts'
import type { Scope } from './scope.ts'
import { meaningsOf } from './senses.ts'
import { cutSentences, sentenceReader } from './sentenceReader.ts'
import { tokensOf } from './tokens.ts'

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
export type Setting = Body & { readonly year: number | undefined }

/** What a section says of the form's fields: numbers, and shares of totals that stand without their number. */
export type ReadSection = { readonly counts: readonly ReadMention[]; readonly shares: readonly ReadMention[] }

const nothing: ReadSection = { counts: [], shares: [] }

type Reader = (section: Section) => ReadSection

const readers = new WeakMap<MentionsFormat, Map<string, Reader>>()

/**
 * What reads the mentions of a section; one and the same for a form and a setting. What it reads is kept as long as the
 * section, and of a changed one as long as the paragraph.
 */
export function mentionsReader(format: MentionsFormat, setting: Setting): Reader {
  const byYear = readers.get(format) ?? new Map<string, Reader>()
  readers.set(format, byYear)
  const key = `${setting.year ?? ''} ${String(setting.area)} ${String(setting.judges)} ${setting.level ?? ''}`
  const reader = byYear.get(key) ?? keep(sectionReader(format, setting))
  byYear.set(key, reader)
  return reader
}

/** Without a number and without a word that denies or claims all there is nothing to compare. */
const telling = /[\d零未无没均全]|[二两三四五六七八九十][件宗起]/

function sectionReader(format: MentionsFormat, setting: Setting): Reader {
  const passageReader = passageReaders(format, setting)
  const isShare = ({ quantity }: ReadMention): boolean => quantity?.unit === '%'
  return (section) => {
    // Of several headings in a row only the last has paragraphs below it.
    let heading: Passage | undefined
    const mentions = passagesOf(section).flatMap(({ at, value }): readonly ReadMention[] => {
      if (value.heading) heading = value
      if (value.heading || !telling.test(value.text)) return []
      return passageReader(heading)(value).map((it) => moved(it, at))
    })
    if (mentions.length === 0) return nothing
    return { counts: mentions.filter((it) => !isShare(it)), shares: mentions.filter(isShare) }
  }
}

type PassageReader = (passage: Passage) => readonly ReadMention[]

/** What reads the paragraphs below a heading: one for all headings that say the same. */
function passageReaders(format: MentionsFormat, setting: Setting): (heading: Passage | undefined) => PassageReader {
  const lexicon = lexiconOf(format)
  const meanings = meaningsOf(format)
  const readSentence = sentenceReader(lexicon, meanings, setting)
  const bySubject = new Map<string, PassageReader>()
  const subject = keep((heading: Passage) => subjectOf(tokensOf(heading.text, [], lexicon, setting.year), meanings))
  return (heading) => {
    const above: Subject = heading === undefined ? { topic: undefined, amid: 'no' } : subject(heading)
    const key = `${above.topic ?? ''} ${above.amid}`
    const reader =
      bySubject.get(key) ??
      keep((passage: Passage) => {
        let before = beginning(above)
        return cutSentences(passage.text).flatMap(({ start, end }): readonly ReadMention[] => {
          const { found, after } = readSentence(passage.text.slice(start, end), before)
          before = after
          return found.map((it) => place(it, passage, start))
        })
      })
    bySubject.set(key, reader)
    return reader
  }
}

const moved = (mention: ReadMention, by: number): ReadMention => ({
  ...mention,
  span: shift(mention.span, by),
  number: mention.number && shift(mention.number, by),
  denial: mention.denial && shift(mention.denial, by),
})

/** A number that is told not to be of all: 12件(仅本级); 区政府办受理12件,其余由各部门受理. */
const remark = /^(?:\([^()]{0,30}(?:仅|只|不含|不包括|本级|审结|办结|新收|口径)|[,;]其余由)/

/** `at` is where the sentence begins in its passage. */
function place({ item, clause, scope }: Interpreted, passage: Passage, at: number): ReadMention {
  const { quantity } = clause
  const { text } = passage
  return {
    item,
    quantity,
    span:
      quantity === undefined
        ? sourceSpan(passage, at + clause.start, at + clause.end)
        : sourceSpan(passage, at + quantity.start, at + quantity.end),
    number: quantity === undefined ? undefined : sourceSpan(passage, at + quantity.start, at + quantity.digitsEnd),
    denial: denialOf(clause, passage, at),
    clause: text.slice(at + clause.start, at + clause.end),
    scope,
    explained: quantity !== undefined && remark.test(text.slice(at + quantity.end, at + quantity.end + 60)),
  }
}

function denialOf({ quantity, lead, end }: Interpreted['clause'], passage: Passage, at: number): Span | undefined {
  const not = quantity === undefined ? lead.find((it) => it.kind === 'word' && it.senses.includes('not')) : undefined
  return not === undefined ? undefined : sourceSpan(passage, at + not.start, at + end)
}
