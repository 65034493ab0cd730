import { shift, type Span } from '../text/span.ts'
import type { Block } from './block.ts'
import { changedDocument, oneChange, type TextChange } from './changedDocument.ts'
import { readFrontMatter, type FrontMatter } from './frontMatter.ts'
import { isTooCostly } from './guard.ts'
import { readBlocks } from './readBlocks.ts'
import { splitAtHeadings } from './split.ts'

/** One heading and what follows it. Immutable; offsets count from its own start. */
export type Section = {
  readonly text: string
  readonly blocks: readonly Block[]
  /** The section was too costly to parse and has no blocks for that reason. */
  readonly unread?: true
}

/** A value and where its offset 0 lies in the document. */
export type Placed<T> = { readonly at: number; readonly value: T }

export type Document = {
  readonly text: string
  readonly frontMatter: FrontMatter | undefined
  readonly sections: readonly Placed<Section>[]
}

/** Reads documents one after the other, each as a change of the one before. */
export type DocumentReader = (text: string, edits?: readonly TextChange[]) => Document

/**
 * Reads documents and keeps the sections of the last one, so that a keystroke parses one section. Whoever knows how
 * the text came from the last one says so, one change after the other; then nothing but the sections around the
 * changes is even looked at.
 */
export function documentReader(): DocumentReader {
  let last: Document | undefined
  return (text, edits = []) => {
    const change = edits.length === 0 ? undefined : oneChange(edits)
    last = (last && change && changedDocument(last, text, change, readSection)) ?? wholeDocument(text, last)
    return last
  }
}

function wholeDocument(text: string, last: Document | undefined): Document {
  const known = new Map(last?.sections.map(({ value }) => [value.text, value]))
  const frontMatter = readFrontMatter(text)
  const from = frontMatter?.span.end ?? (text.startsWith('\ufeff') ? 1 : 0)
  const body = text.slice(from)
  const sections = splitAtHeadings(body).map(({ start, end }) => {
    const own = body.slice(start, end)
    const value = known.get(own) ?? readSection(own)
    known.set(own, value)
    return { at: from + start, value }
  })
  return { text, frontMatter, sections }
}

export const readDocument = (text: string): Document => documentReader()(text)

/** Every block of the document with its section, in order. */
export function* blocksIn(document: Pick<Document, 'sections'>): Generator<Placed<Block>> {
  for (const { at, value } of document.sections) for (const block of value.blocks) yield { at, value: block }
}

/** The sections that share a place with a part of the document, in order. */
export function sectionsWithin({ sections }: Document, within: Span): readonly Placed<Section>[] {
  let low = 0
  for (let high = sections.length; low < high;) {
    const middle = (low + high) >> 1
    const { at, value } = sections[middle] ?? { at: 0, value: { text: '' } }
    if (at + value.text.length < within.start) low = middle + 1
    else high = middle
  }
  let end = low
  while ((sections[end]?.at ?? Infinity) <= within.end) end++
  return sections.slice(low, end)
}

export const placedSpan = (placed: Placed<{ readonly span: Span }>): Span => shift(placed.value.span, placed.at)

const readSection = (text: string): Section =>
  isTooCostly(text) ? { text, blocks: [], unread: true } : { text, blocks: readBlocks(text) }
