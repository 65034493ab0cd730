import { lazily } from '../text/lazily.ts'
import { lineEndingOf, type Lines } from '../text/lines.ts'
import { shift, type Span } from '../text/span.ts'
import type { Block } from './block.ts'
import { readFrontMatter, type FrontMatter } from './frontMatter.ts'
import { linesIn, partAt, placesOf, type Places } from './places.ts'
import { readSection, type Placed, type Section } from './section.ts'
import { splitAtHeadings } from './split.ts'

export type { Piece, Placed, Section } from './section.ts'

/**
 * A document in its sections. What takes the whole text to be put together, or all sections to be gone through, is
 * done when it is asked for: a keystroke in a document of megabytes must not.
 */
export type Document = {
  readonly frontMatter: FrontMatter | undefined
  /** What stands before the first section: the front matter, or the mark at the start of a file. */
  readonly front: string
  readonly parts: readonly Section[]
  /** Where the parts begin. */
  readonly places: Places
  readonly length: number
  /** The line ending that the text uses; `\n` where it has none. */
  readonly lineEnding: '\n' | '\r\n' | '\r'
  readonly lines: Lines
  /** The parts with their places. */
  readonly sections: readonly Placed<Section>[]
  readonly text: string
}

/** Puts a document together. `front` and the texts of the parts, one after the other, are its text. */
export function documentOf(frontMatter: FrontMatter | undefined, front: string, parts: readonly Section[]): Document {
  const places = placesOf(front, parts)
  return lazily({ frontMatter, front, parts, places, length: places.length }, later)
}

type Own = Pick<Document, 'front' | 'parts' | 'places'>

const later = {
  lineEnding({ front, parts }: Own): Document['lineEnding'] {
    const first = /[\r\n]/.test(front) ? front : parts.find(({ text }) => /[\r\n]/.test(text))?.text
    return lineEndingOf(first ?? '')
  },
  lines: ({ front, parts, places }: Own): Lines => linesIn(front, parts, places),
  sections: ({ parts, places }: Own): readonly Placed<Section>[] =>
    parts.map((value, i) => ({ at: places.starts[i] ?? 0, value })),
  text: ({ front, parts }: Own): string => front + parts.map((part) => part.text).join(''),
}

/** Reads a document. Sections that stand word for word in another, mostly in the same one before a change, are kept. */
export function readDocument(text: string, before?: Document): Document {
  const known = new Map(before?.parts.map((part) => [part.text, part]))
  const frontMatter = readFrontMatter(text)
  const from = frontMatter?.span.end ?? (text.startsWith('\ufeff') ? 1 : 0)
  const body = text.slice(from)
  const parts = splitAtHeadings(body).map(({ start, end }) => {
    const own = body.slice(start, end)
    const part = known.get(own) ?? readSection(own)
    known.set(own, part)
    return part
  })
  return documentOf(frontMatter, text.slice(0, from), parts)
}

/** Reads documents one after the other and keeps the sections that the last one has as well. */
export function documentReader(): (text: string) => Document {
  let last: Document | undefined
  return (text) => (last = readDocument(text, last))
}

/** Every block of the document with its section, in order. */
export function* blocksIn(document: Pick<Document, 'sections'>): Generator<Placed<Block>> {
  for (const { at, value } of document.sections) for (const block of value.blocks) yield { at, value: block }
}

/** The sections that share a place with a part of the document, in order. */
export function sectionsWithin({ parts, places }: Document, within: Span): readonly Placed<Section>[] {
  const found: Placed<Section>[] = []
  for (let i = partAt(places, within.start - 1); i < parts.length; i++) {
    const value = parts[i]
    const at = places.starts[i] ?? 0
    if (value === undefined || at > within.end) break
    if (at + value.text.length >= within.start) found.push({ at, value })
  }
  return found
}

export const placedSpan = (placed: Placed<{ readonly span: Span }>): Span => shift(placed.value.span, placed.at)
