import { eastAsianWidth } from 'get-east-asian-width'

/** How many columns a text takes in a fixed-width font: two for a Chinese character, one for a Latin one. */
export function displayWidth(text: string): number {
  let width = 0
  for (const { segment } of new Intl.Segmenter('zh').segment(text)) width += eastAsianWidth(segment.codePointAt(0) ?? 0)
  return width
}
