import { eastAsianWidth } from 'get-east-asian-width'

/**
 * How many columns a text takes in a fixed-width font: two for a Chinese character or an emoji, one for a Latin
 * letter, none for what only combines with the character before it. Characters that East Asian fonts may draw either
 * way, such as “ ” and ①, are narrow unless told otherwise.
 */
export function displayWidth(text: string, ambiguousAsWide = false): number {
  let width = 0
  for (const { segment } of segmenter().segment(text)) width += widthOf(segment, ambiguousAsWide)
  return width
}

let kept: Intl.Segmenter | undefined

/** Made once, for that takes longer than measuring a table. */
const segmenter = (): Intl.Segmenter => (kept ??= new Intl.Segmenter('zh'))

function widthOf(grapheme: string, ambiguousAsWide: boolean): number {
  if (invisible.test(grapheme)) return 0
  // A flag is two narrow letters drawn as one picture; so is a keycap, or a symbol that asks to be drawn as one.
  if (picture.test(grapheme)) return 2
  return eastAsianWidth(grapheme.codePointAt(0) ?? 0, { ambiguousAsWide })
}

const invisible = /^[\p{Mark}\p{Cf}\p{Cc}]+$/u
const picture = /^\p{Regional_Indicator}{2}$|\ufe0f/u
