import type { MentionsFormat } from '../../formats/mention.ts'

/** The words of a form by their first two characters, the longest first: few begin alike, and most places begin none. */
export type Lexicon = { readonly byStart: ReadonlyMap<number, readonly Found[]> }

/** A word, how many characters it has, and what it means. */
export type Found = { readonly word: string; readonly length: number; readonly senses: readonly string[] }

/** Senses that the reader itself gives: what the form's data may also name. */
export const given = { wide: '@wide', own: '@own', under: '@under' } as const

const kept = new WeakMap<MentionsFormat, Lexicon>()

export function lexiconOf(format: MentionsFormat): Lexicon {
  const known = kept.get(format)
  if (known !== undefined) return known
  const sensesOf = new Map<string, readonly string[]>()
  const add = (words: readonly string[], ...senses: readonly string[]): void => {
    for (const word of words) sensesOf.set(word, [...(sensesOf.get(word) ?? []), ...senses])
  }
  for (const [sense, words] of Object.entries(format.senses)) add(words, sense)
  add(format.plain)
  add(format.scope.wide, given.wide)
  add(format.scope.own, given.own)
  add(format.scope.under, given.under)
  const byStart = new Map<number, Found[]>()
  for (const [word, senses] of sensesOf) {
    const start = startOf(word, 0, word.length > 1)
    const others = byStart.get(start)
    const found = { word, length: word.length, senses }
    if (others === undefined) byStart.set(start, [found])
    else others.push(found)
  }
  for (const words of byStart.values()) words.sort((a, b) => b.length - a.length)
  const lexicon = { byStart }
  kept.set(format, lexicon)
  return lexicon
}

/** One number for the first character, or for the first two. */
const startOf = (text: string, at: number, two: boolean): number =>
  text.charCodeAt(at) * 0x10000 + (two ? text.charCodeAt(at + 1) : 0)

/** The longest word that begins here. */
export function wordAt({ byStart }: Lexicon, text: string, at: number): Found | undefined {
  const longer = at + 1 < text.length ? byStart.get(startOf(text, at, true)) : undefined
  if (longer !== undefined) for (const it of longer) if (text.startsWith(it.word, at)) return it
  return byStart.get(startOf(text, at, false))?.[0]
}
