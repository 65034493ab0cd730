import { sectionsWithin, type Document, type Section } from '../markdown/document.ts'
import { shift, type Span } from '../text/span.ts'

/** A heading or a line of prose in the document. Offsets count from its start. */
export type BodyLine = {
  readonly kind: 'heading' | 'prose'
  /** Of a heading; 0 for prose. */
  readonly depth: number
  /** What a reader sees, without marks. */
  readonly text: string
  /** The visible text in the source. */
  readonly span: Span
  /** Whether the block begins here; a later line may be the rest of a sentence that was broken by hand. */
  readonly first: boolean
}

/** The headings and lines of prose that lie within a part of the document, in order; tables and comments are neither. */
export const bodyLines = lineSelector(() => true)

/**
 * Those of the lines that are wanted; `before` is the line before within the same piece between two headings. Which
 * lines of a section are wanted is kept as long as the section, so that a key costs no more than the section it is in.
 */
export function lineSelector(
  wanted: (line: BodyLine, before: BodyLine | undefined) => boolean,
): (document: Document, within: Span) => readonly BodyLine[] {
  const kept = new WeakMap<Section, readonly BodyLine[]>()
  const linesOf = (section: Section): readonly BodyLine[] => {
    const known = kept.get(section)
    if (known !== undefined) return known
    const all = sectionLines(section)
    const lines = all.filter((line, i) => wanted(line, all[i - 1]))
    kept.set(section, lines)
    return lines
  }
  return (document, within) => {
    const lines: BodyLine[] = []
    for (const { at, value } of sectionsWithin(document, within))
      for (const line of linesOf(value))
        if (at + line.span.start >= within.start && at + line.span.end <= within.end)
          lines.push(at === 0 ? line : { ...line, span: shift(line.span, at) })
    return lines
  }
}

const kept = new WeakMap<Section, readonly BodyLine[]>()

/** The lines of one section. Offsets count from its start. */
export function sectionLines(section: Section): readonly BodyLine[] {
  const known = kept.get(section)
  if (known !== undefined) return known
  const lines: BodyLine[] = []
  for (const block of section.blocks) {
    if (block.kind === 'heading')
      lines.push({ kind: 'heading', depth: block.depth, text: block.text, span: block.content, first: true })
    if (block.kind !== 'paragraph') continue
    for (const [i, { text, span }] of block.lines.entries())
      if (text !== '') lines.push({ kind: 'prose', depth: 0, text, span, first: i === 0 })
  }
  kept.set(section, lines)
  return lines
}

/** The last lines of the document from an offset on, the very last first. */
export function lastLines({ parts, places }: Document, from: number, count: number): readonly BodyLine[] {
  const lines: BodyLine[] = []
  for (let i = parts.length - 1; i >= 0; i--) {
    const value = parts[i]
    const at = places.starts[i] ?? 0
    if (value === undefined) break
    for (const line of sectionLines(value).toReversed()) {
      if (lines.length === count || at + line.span.start < from) return lines
      lines.push({ ...line, span: shift(line.span, at) })
    }
  }
  return lines
}

/** The start of the line in which the offset lies. */
export const lineStart = (text: string, offset: number): number => {
  let at = offset
  while (at > 0 && !isBreak(text.charCodeAt(at - 1))) at--
  return at
}

/** The end of the line in which the offset lies, before its line break. */
export const lineEnd = (text: string, offset: number): number => {
  let at = offset
  while (at < text.length && !isBreak(text.charCodeAt(at))) at++
  return at
}

const isBreak = (code: number): boolean => code === 10 || code === 13
