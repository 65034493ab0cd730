import { decimal, digits } from './decimal.ts'
import { fromChinese } from './ordinal.ts'
import { readFigure, type NumberKind } from './reading.ts'

/**
 * What a text that is no number was probably meant to be: letters typed for digits, doubled or trailing points,
 * blanks between digits, Chinese numerals. Guesses, the likeliest first; none of them may be applied unasked.
 */
export function candidates(text: string, kind: NumberKind): readonly string[] {
  if (text.length > longest) return []
  // NFKC would turn `8²` into 82: only width is folded.
  const folded = text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, '')
  const likeDigits = folded.replace(/[oOQ〇○]/g, '0').replace(/[lI|!丨]/g, '1')
  const chinese = fromChinese(folded)
  const guesses = [
    likeDigits,
    likeDigits.replace(/[.,、。;:]+$/, ''),
    likeDigits.replace(/\.{2,}/g, '.'),
    likeDigits.replace(/,/g, ''),
    ...(chinese === undefined ? [] : [String(chinese)]),
  ].map((guess) => guess.replace(/^0+(?=\d)/, ''))
  return [...new Set(guesses)].filter((guess) => {
    const { state } = readFigure(guess, kind)
    return guess !== text && (state === 'number' || state === 'zero')
  })
}

/** Longer texts are no slips of the finger, and exact arithmetic on them takes its time. */
const longest = 40

/** How many of each unit make one of the unit that everything is put in. */
const scales: Readonly<Record<string, string>> = {
  元: '1',
  百元: '100',
  千元: '1000',
  万元: '10000',
  亿元: '100000000',
}

/** An amount with its unit in the unit wanted: `251000元` is 25.1 in 万元. Exact; undefined if either is no unit of money. */
export function convert(text: string, unit: string): string | undefined {
  if (text.length > longest) return undefined
  const match = /^(\d[\d,]*(?:\.\d+)?)(元|百元|千元|万元|亿元)$/.exec(text.normalize('NFKC').replace(/\s+/g, ''))
  const [from, to] = [scales[match?.[2] ?? ''], scales[unit]]
  if (match === null || from === undefined || to === undefined) return undefined
  return digits(
    decimal((match[1] ?? '').replaceAll(',', ''))
      .times(decimal(from))
      .div(decimal(to)),
  )
}
