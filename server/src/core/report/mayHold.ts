import type { Piece, Section } from '../markdown/document.ts'
import { keep } from '../text/keep.ts'

/**
 * Whether a pattern stands anywhere in the text between two headings: a rule that looks for words all over a document
 * then looks only where they are. Each piece is searched once. The pattern may not be a sticky one.
 */
export function mayHold(pattern: RegExp): (section: Section) => boolean {
  const once = new RegExp(pattern.source, pattern.flags.replace('g', ''))
  const holds = keep(({ text }: Piece) => once.test(text))
  return keep(({ pieces }: Section) => pieces.some(({ value }) => holds(value)))
}
