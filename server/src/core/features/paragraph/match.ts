import { parting, type Value, type Values } from './fill.ts'
import type { Piece, Sentence } from './template.ts'

/** Where a sentence of the template stands in the text, with whatever figures. */
export type Match = { readonly start: number; readonly end: number }

/**
 * Finds the sentence at one of the places; `text` is folded as a passage is. Every place that the text may be read up to
 * is followed at once, so that the time is the product of the two lengths at most.
 */
export function matchSentence(
  { pieces }: Sentence,
  text: string,
  starts: readonly number[],
  values: Values,
): Match | undefined {
  for (const start of starts) {
    const ends = after(pieces, text, new Set([start]), values, { start: false, end: false })
    const end = Math.max(start, ...ends)
    if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) return { start, end }
  }
  return undefined
}

/** Whether something optional stands before and behind the pieces, so that a mark may be missing there. */
type Seams = { readonly start: boolean; readonly end: boolean }

function after(
  pieces: readonly Piece[],
  text: string,
  from: ReadonlySet<number>,
  values: Values,
  seams: Seams,
): ReadonlySet<number> {
  let places = from
  for (const [i, piece] of pieces.entries()) {
    const own: Seams = {
      start: i === 0 ? seams.start : pieces[i - 1]?.kind === 'choice',
      end: i === pieces.length - 1 ? seams.end : pieces[i + 1]?.kind === 'choice',
    }
    places = new Set(afterPiece(piece, text, places, values, own))
    if (places.size === 0) break
  }
  return places
}

function afterPiece(
  piece: Piece,
  text: string,
  from: ReadonlySet<number>,
  values: Values,
  seams: Seams,
): readonly number[] {
  switch (piece.kind) {
    case 'text':
      return spellings(fold(piece.text), seams).flatMap((words) =>
        [...from].flatMap((at) => (text.startsWith(words, at) ? [at + words.length] : [])),
      )
    case 'blank':
      return [...from].flatMap((at) => afterBlank(values.get(piece.name), text, at) ?? [])
    case 'choice':
      return [
        ...from,
        ...piece.options.flatMap(({ pieces }) => [...after(pieces, text, from, values, { start: true, end: true })]),
      ]
  }
}

/** The words with and without the marks that fall away where what they part is not there. */
function spellings(words: string, { start, end }: Seams): readonly string[] {
  const found = new Set([words])
  if (start && isMark(words.charAt(0))) found.add(words.slice(1))
  if (end) for (const it of [...found]) if (isMark(it.at(-1) ?? '')) found.add(it.slice(0, -1))
  return [...found]
}

const isMark = (character: string): boolean => character !== '' && fold(parting).includes(character)

/** As the text of a passage is: no blanks, and full width folded. */
const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

const number = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/y

/** A year may be another one: last year's report is where this year's begins. */
function afterBlank(value: Value | undefined, text: string, at: number): number | undefined {
  if (value !== undefined && 'words' in value && !/^\d{4}$/.test(value.words)) {
    const words = fold(value.words)
    return words !== '' && text.startsWith(words, at) ? at + words.length : undefined
  }
  number.lastIndex = at
  const found = number.exec(text)
  return found === null ? undefined : at + found[0].length
}
