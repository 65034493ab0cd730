import type { Format } from '../formats/format.ts'
import type { Block } from '../markdown/block.ts'
import type { PieceChange } from '../markdown/change.ts'
import { commonStart } from '../markdown/change.ts'
import type { Piece } from '../markdown/document.ts'
import type { Grid } from '../markdown/grid.ts'
import { fold } from '../text/label.ts'
import { readOrdinal } from '../text/ordinal.ts'
import { foldedText } from './facts.ts'
import { readItems } from './listItems.ts'
import { periodIn } from './period.ts'
import { sameShape } from './rebind.ts'

/**
 * What a change within one piece left alone. `prose`: all that anything but the prose of the piece itself is judged by;
 * `figures`: the same, and of its one table all but figures.
 */
export type Alike = 'prose' | 'figures'

/**
 * Whether a report after a change has the outline that it had before: the same titles, ordinals, statements, tables,
 * the same parts that are empty, and the same reasons to be a report in its form. Most keys fall into the middle of a
 * long sentence or into a figure; where it is not certain that nothing else has changed, undefined.
 *
 * Whatever a rule that `reads` the outline looks at is compared here: `test/keystrokes.test.ts` finds what is not.
 */
export function alike(change: PieceChange, formats: readonly Format[]): Alike | undefined {
  const { before, after } = change
  if (before.unread === true || after.unread === true || before.blocks.length !== after.blocks.length) return undefined
  const [table] = before.blocks
  const [now] = after.blocks
  if (before.blocks.length === 1 && table?.kind === 'table' && now?.kind === 'table')
    return inCell(now.grid, change) && sameShape(table.grid, now.grid) !== undefined ? 'figures' : undefined
  if (!before.blocks.every((block, i) => proseAlike(block, after.blocks[i], before, after))) return undefined
  return sameEnds(before.text, after.text) && sameWords(before, after, formats) ? 'prose' : undefined
}

/** Broken HTML has text between its cells. */
const inCell = ({ rows }: Grid, { at, start, newEnd }: PieceChange): boolean =>
  rows.some(({ cells }) => cells.some(({ room }) => room.start <= start - at && newEnd - at <= room.end))

/** Text is put behind what a section says last, and how much white space is there decides on blank lines. */
const sameEnds = (a: string, b: string): boolean =>
  blanksAtEnd(a) === blanksAtEnd(b) && blanksAtStart(a) === blanksAtStart(b)

const blanksAtEnd = (text: string): string => text.slice(text.trimEnd().length)

const blanksAtStart = (text: string): string => text.slice(0, text.length - text.trimStart().length)

function proseAlike(a: Block, b: Block | undefined, before: Piece, after: Piece): boolean {
  if (a.kind === 'heading' && b?.kind === 'heading') return a.text === b.text && sameSource(a, b, before, after)
  if (a.kind !== 'paragraph' || b?.kind !== 'paragraph' || a.lines.length !== b.lines.length) return false
  return (
    a.lines.every(({ text }, i) => {
      const other = b.lines[i]?.text ?? ''
      return text === other || bothPlain(text, other)
    }) && periodIn(a) === periodIn(b)
  )
}

/** The marks of a heading count as well as its words. */
const sameSource = (a: Block, b: Block, before: Piece, after: Piece): boolean =>
  before.text.slice(a.span.start, a.span.end) === after.text.slice(b.span.start, b.span.end)

/** Whether two versions of a line are sentences that cannot be taken for anything else, and are so in the same way. */
function bothPlain(a: string, b: string): boolean {
  const start = commonStart(a, b)
  // What a line may be the title of is read from its beginning.
  if (start < head && (beginsLikeTitle.test(a) || beginsLikeTitle.test(b))) return false
  if (!isLong(a) || !isLong(b) || special.test(a) || special.test(b)) return false
  // Whether the next line begins a sentence depends on how this one ends.
  if (a.at(-1) !== b.at(-1)) return false
  return ordinalsIn(a) === ordinalsIn(b) && isSentence(a) && isSentence(b)
}

/** No title, and no part of one that is quoted, reaches further into its line. */
const head = 72

const beginsLikeTitle = /^[^\p{L}]{0,8}(?:[（(]|[一二三四五六七八九十\d⼀-⿕①-⑳〇零])|^[#\p{P}]/u

/** Longer than any label, title, signature or date, and enough for any section. */
function isLong(text: string): boolean {
  let letters = 0
  for (let i = 0; i < text.length && letters <= long; i++) {
    const code = text.charCodeAt(i)
    if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39))
      letters++
  }
  return letters > long
}

const long = 60

/** A request of a template, an image: what stands for something other than a sentence. */
const special = /请填写|!\[/

/** Ordinals in the text can stand in for titles that are missing from a series. */
const ordinalsIn = (text: string): string => (text.match(/[（(][一二三四五六七八九十]{1,3}[)）]/g) ?? []).join('')

/** Not `label: value`, by which a table may be given without being one. */
const isSentence = (text: string): boolean => readItems(text).items.length === 0 && readOrdinal(text)?.style !== 'dash'

/** The words by which a form is known again, and those that make a statement, stand in the same paragraphs. */
function sameWords(before: Piece, after: Piece, formats: readonly Format[]): boolean {
  const [a, b] = [foldedText(before), foldedText(after)]
  return wordsOf(formats).every((word) => a.includes(word) === b.includes(word))
}

const kept = new WeakMap<readonly Format[], readonly string[]>()

function wordsOf(formats: readonly Format[]): readonly string[] {
  const known = kept.get(formats)
  if (known !== undefined) return known
  const words = [
    ...new Set(
      formats.flatMap(({ fingerprints, contents }) => [
        ...fingerprints.map(fold),
        ...contents.flatMap(({ phrases }) => phrases),
      ]),
    ),
  ]
  kept.set(formats, words)
  return words
}
