import { wordAt, type Lexicon } from './lexicon.ts'
import type { Quantity } from './quantities.ts'

/** A line of prose, word by word. `gap` is what no word of the form covers; `break` a mark that parts clauses. */
export type Token =
  | { readonly kind: 'word'; readonly start: number; readonly end: number; readonly senses: readonly string[] }
  | { readonly kind: 'gap'; readonly start: number; readonly end: number }
  | { readonly kind: 'quantity'; readonly start: number; readonly end: number; readonly quantity: Quantity }
  | { readonly kind: 'break'; readonly start: number; readonly end: number; readonly mark: string }

const marks = new Set('。！!？?\n,;:()、')

const silent = /[\s"“”'‘’《》〈〉「」『』【】[\]·—\-~…．.*_]/

const yearOrDate = /((?:19|20)\d{2})(?:年度|年)|(\d{1,2})月(?:(\d{1,2})[日号]|[底末份初])?|(\d{1,2})[日号]/y

/** Reads a line in one pass. `year` is the report's own. */
export function tokensOf(
  text: string,
  quantities: readonly Quantity[],
  lexicon: Lexicon,
  year: number | undefined,
): readonly Token[] {
  const tokens: Token[] = []
  let gap = -1
  const close = (end: number): void => {
    if (gap >= 0) tokens.push({ kind: 'gap', start: gap, end })
    gap = -1
  }
  let next = 0
  for (let i = 0; i < text.length;) {
    const quantity = quantities[next]
    if (quantity?.start === i) {
      close(i)
      tokens.push({ kind: 'quantity', start: i, end: quantity.end, quantity })
      i = quantity.end
      next++
      continue
    }
    const character = text.charAt(i)
    const word = wordAt(lexicon, text, i)
    if (word !== undefined) {
      close(i)
      tokens.push({ kind: 'word', start: i, end: i + word.length, senses: word.senses })
      i += word.length
      while ((quantities[next]?.start ?? Infinity) < i) next++
    } else if (marks.has(character)) {
      close(i)
      tokens.push({ kind: 'break', start: i, end: i + 1, mark: character })
      i++
    } else if (silent.test(character)) {
      // A mark that says nothing ends no gap and begins none.
      i++
    } else {
      const date = character >= '0' && character <= '9' ? dateAt(text, i, year) : undefined
      if (date === undefined) {
        if (gap < 0) gap = i
        i++
      } else {
        close(i)
        tokens.push({ kind: 'word', start: i, end: i + date.length, senses: date.senses })
        i += date.length
      }
    }
  }
  close(text.length)
  return tokens
}

/** 2023年至2025年: several years are not the report's. */
const years = /(20\d{2})年?度?[至到\-—~](20\d{2})年度?(?!\d|1月1日)/y

/** Years relative to the report's own; the ends of the year say nothing, another date does. */
function dateAt(text: string, at: number, year: number | undefined) {
  years.lastIndex = at
  const span = years.exec(text)
  if (span !== null && span[1] !== span[2]) return { length: span[0].length, senses: ['elsewhen'] }
  yearOrDate.lastIndex = at
  const match = yearOrDate.exec(text)
  if (match === null) return undefined
  const [all, written, month, day] = match
  const by = written === undefined || year === undefined ? 0 : Number(written) - year
  const senses =
    written !== undefined
      ? [by === 0 ? 'this' : by === -1 ? 'last' : by === 1 ? 'next' : 'elsewhen']
      : isEdge(text, at, all, month, day)
        ? []
        : ['elsewhen']
  return { length: all.length, senses }
}

/** The first and the last of the year, and the months from the first to the last; 12月份 alone is a part of it. */
function isEdge(
  text: string,
  at: number,
  written: string,
  month: string | undefined,
  day: string | undefined,
): boolean {
  if (day !== undefined) return (month === '12' && day === '31') || (month === '1' && day === '1')
  if (month === '1') return /^份?[至到\-—~]12月/.test(text.slice(at + written.length, at + written.length + 5))
  return month === '12' && (/[底末]$/.test(written) || /[至到\-—~]$/.test(text.slice(Math.max(0, at - 1), at)))
}
