import type { Format, SectionFormat, TopicFormat } from '../formats/format.ts'
import type { Piece } from '../markdown/document.ts'
import { labelKey, withoutNotes } from '../text/label.ts'
import { readOrdinal, type Ordinal } from '../text/ordinal.ts'
import type { Span } from '../text/span.ts'
import { closeTo } from '../text/distance.ts'
import { sectionTitled, titleIndex } from './titleIndex.ts'

/** How a title is written in Markdown. `hash`: with marks but without the blank after them, so that it is only text. */
export type TitleForm = 'heading' | 'hash' | 'line'

/** How well a title fits: the official words, another title in use, or only nearly. */
export type TitleMatch = 'official' | 'alias' | 'near'

/** A line that is, or looks meant as, the title of a section of the form. Offsets count from the piece of Markdown that was read. */
export type SectionTitle = {
  readonly section: SectionFormat
  readonly form: TitleForm
  readonly match: TitleMatch
  readonly depth: number
  readonly ordinal: Ordinal | undefined
  /** The title as written, ordinal included. */
  readonly text: string
  /** The whole line with its marks. */
  readonly span: Span
  readonly content: Span
}

export type TopicTitle = {
  readonly topic: TopicFormat
  readonly section: SectionFormat
  readonly span: Span
  readonly content: Span
  readonly text: string
}

/** Any heading, known or not: what numbering is checked on. */
export type AnyHeading = {
  readonly depth: number
  readonly ordinal: Ordinal | undefined
  readonly text: string
  readonly span: Span
  readonly content: Span
}

export type Headings = {
  readonly sections: readonly SectionTitle[]
  readonly topics: readonly TopicTitle[]
  readonly all: readonly AnyHeading[]
}

/** The titles of a form's sections and topics within one piece of the Markdown. */
export function headingsIn({ blocks }: Pick<Piece, 'blocks'>, format: Format): Headings {
  const sections: SectionTitle[] = []
  const topics: TopicTitle[] = []
  const all: AnyHeading[] = []
  const read = (text: string, form: TitleForm, depth: number, span: Span, content: Span): void => {
    const ordinal = readOrdinal(text)
    if (form === 'heading') all.push({ depth, ordinal, text, span, content })
    const found = sectionNamed(text, ordinal, form, format)
    if (found !== undefined) sections.push({ ...found, form, depth, ordinal, text, span, content })
    const topic = topicNamed(text, format)
    if (topic !== undefined) topics.push({ ...topic, span, content, text })
  }
  for (const block of blocks) {
    if (block.kind === 'heading') read(block.text, 'heading', block.depth, block.span, block.content)
    if (block.kind !== 'paragraph') continue
    for (const line of block.lines) {
      if (line.text.length > 50) continue
      const marks = /^(#{1,6})\s*(?=\S)/.exec(line.text)
      const start = line.span.start + (marks?.[0].length ?? 0)
      const content = { start, end: line.span.end }
      read(
        line.text.slice(marks?.[0].length ?? 0),
        marks === null ? 'line' : 'hash',
        marks?.[1]?.length ?? 0,
        line.span,
        content,
      )
    }
  }
  return { sections, topics, all }
}

function sectionNamed(
  text: string,
  ordinal: Ordinal | undefined,
  form: TitleForm,
  format: Format,
): Pick<SectionTitle, 'section' | 'match'> | undefined {
  const title = ordinal === undefined ? text : text.replace(/^[\s\u3000]+/, '').slice(ordinal.text.length)
  const key = labelKey(title)
  if (key === '') return undefined
  // Without marks a line is a title only if it bears an ordinal; a sentence that ends in the same words is none.
  if (form === 'line' && ordinal === undefined) return undefined
  const titled = sectionTitled(key, labelKey(withoutNotes(title)), format)
  if (titled !== undefined) return titled
  if (form === 'line' || (ordinal?.style !== 'section' && ordinal?.style !== 'dash')) return undefined
  // Text that runs on after a title is no slip of the pen in it.
  if (/[。；;：:]\s*\S/.test(title)) return undefined
  const near = format.sections.find((section) =>
    [section.title, ...section.aliases].some((title) => closeTo(labelKey(title), key)),
  )
  return near === undefined ? undefined : { section: near, match: 'near' }
}

const topicNamed = (text: string, format: Format): Pick<TopicTitle, 'topic' | 'section'> | undefined =>
  titleIndex(format).topics.get(labelKey(text))
