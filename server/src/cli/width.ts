import { eastAsianWidth } from 'get-east-asian-width'

/** A character as a reader sees it, and how many columns of a terminal it takes. */
export type Glyph = { readonly text: string; readonly columns: number }

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Splits a text into what a terminal shows. Controls are replaced: they would move the cursor or change colours. */
export const glyphs = (text: string): readonly Glyph[] =>
  [...segmenter.segment(printable(text))].map(({ segment }) => ({ text: segment, columns: columnsOf(segment) }))

/** The text with nothing in it that a terminal would obey; a tab becomes one space. */
export const printable = (text: string): string =>
  text.replaceAll('\t', ' ').replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '?')

export const widthOf = (all: readonly Glyph[]): number => all.reduce((sum, { columns }) => sum + columns, 0)

function columnsOf(segment: string): number {
  if (/^[\p{Mn}\p{Me}\p{Cf}]+$/u.test(segment)) return 0
  // An emoji is two columns wide, also where its first character alone would be one.
  if (segment.includes('\ufe0f')) return 2
  return eastAsianWidth(segment.codePointAt(0) ?? 0)
}
