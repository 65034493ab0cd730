import { shift, type Span } from '../text/span.ts'
import type { Block } from './block.ts'
import { blocksOf } from './blocks.ts'
import { readFrontMatter, type FrontMatter } from './frontMatter.ts'
import { isTooCostly } from './guard.ts'
import { parseMarkdown } from './parse.ts'
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

/** Reads documents and keeps the sections of the last one by their text, so that a keystroke parses one section. */
export function documentReader(): (text: string) => Document {
  let known = new Map<string, Section>()
  return (text) => {
    const frontMatter = readFrontMatter(text)
    const from = frontMatter?.span.end ?? (text.startsWith('\ufeff') ? 1 : 0)
    const body = text.slice(from)
    const next = new Map<string, Section>()
    const sections = splitAtHeadings(body).map(({ start, end }) => {
      const own = body.slice(start, end)
      const value = next.get(own) ?? known.get(own) ?? readSection(own)
      next.set(own, value)
      return { at: from + start, value }
    })
    known = next
    return { text, frontMatter, sections }
  }
}

export const readDocument = (text: string): Document => documentReader()(text)

/** Every block of the document with its section, in order. */
export function* blocksIn(document: Document): Generator<Placed<Block>> {
  for (const { at, value } of document.sections) for (const block of value.blocks) yield { at, value: block }
}

export const placedSpan = (placed: Placed<{ readonly span: Span }>): Span => shift(placed.value.span, placed.at)

const readSection = (text: string): Section =>
  isTooCostly(text) ? { text, blocks: [], unread: true } : { text, blocks: blocksOf(parseMarkdown(text), text) }
