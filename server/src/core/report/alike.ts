import type { Format } from '../formats/format.ts'
import type { Block } from '../markdown/block.ts'
import type { PieceChange } from '../markdown/change.ts'
import { commonStart } from '../markdown/change.ts'
import type { Piece } from '../markdown/document.ts'
import type { Grid } from '../markdown/grid.ts'
import { fold, labelKey } from '../text/label.ts'
import { keep } from '../text/keep.ts'
import { readOrdinal } from '../text/ordinal.ts'
import { longestNone } from './content.ts'
import { foldedText } from './fingerprints.ts'
import { readItems } from './listItems.ts'
import { periodIn } from './period.ts'
import { sameShape } from './rebind.ts'
import type { Report } from './report.ts'
import { titleIndex } from './titleIndex.ts'

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
 * `report` is the one before the change, in which a section may be content with less than others. Whatever a rule that
 * `reads` the outline looks at is compared here: `test/keystrokes.test.ts` finds what is not.
 */
export function alike(change: PieceChange, formats: readonly Format[], report?: Report): Alike | undefined {
  const { before, after } = change
  if (before.unread === true || after.unread === true || before.blocks.length !== after.blocks.length) return undefined
  const [table] = before.blocks
  const [now] = after.blocks
  if (before.blocks.length === 1 && table?.kind === 'table' && now?.kind === 'table')
    return inCell(now.grid, change) && sameShape(table.grid, now.grid) !== undefined ? 'figures' : undefined
  const enough = enoughIn(change, formats, report)
  if (!before.blocks.every((block, i) => proseAlike(block, after.blocks[i], change, formats, enough))) return undefined
  return sameEnds(before.text, after.text) && sameWords(change, formats) ? 'prose' : undefined
}

/** Broken HTML has text between its cells. */
const inCell = ({ rows }: Grid, { at, start, newEnd }: PieceChange): boolean =>
  rows.some(({ cells }) => cells.some(({ room }) => room.start <= start - at && newEnd - at <= room.end))

/** Text is put behind what a section says last, and how much white space is there decides on blank lines. */
const sameEnds = (a: string, b: string): boolean =>
  blanksAtEnd(a) === blanksAtEnd(b) && blanksAtStart(a) === blanksAtStart(b)

const blanksAtEnd = (text: string): string => text.slice(text.trimEnd().length)

const blanksAtStart = (text: string): string => text.slice(0, text.length - text.trimStart().length)

function proseAlike(
  a: Block,
  b: Block | undefined,
  { before, after }: PieceChange,
  formats: readonly Format[],
  enough: Enough,
): boolean {
  if (a.kind === 'heading' && b?.kind === 'heading') return a.text === b.text && sameSource(a, b, before, after)
  if (a.kind !== 'paragraph' || b?.kind !== 'paragraph' || a.lines.length !== b.lines.length) return false
  return (
    a.lines.every(({ text }, i) => {
      const other = b.lines[i]?.text ?? ''
      return text === other || bothPlain(text, other, formats, enough)
    }) && periodIn(a) === periodIn(b)
  )
}

/** The marks of a heading count as well as its words. */
const sameSource = (a: Block, b: Block, before: Piece, after: Piece): boolean =>
  before.text.slice(a.span.start, a.span.end) === after.text.slice(b.span.start, b.span.end)

/** Whether two versions of a line are sentences that cannot be taken for anything else, and are so in the same way. */
function bothPlain(a: string, b: string, formats: readonly Format[], enough: Enough): boolean {
  if (beginsLikeTitle.test(a) || beginsLikeTitle.test(b)) {
    const plain = isPlainNumber(a) && isPlainNumber(b)
    if ((!plain && commonStart(a, b) < head) || titlesIn(a, formats) !== titlesIn(b, formats)) return false
  }
  if (special.test(a) || special.test(b)) return false
  if (!isLonger(long, a) || !isLonger(long, b)) {
    // A shorter sentence says it by its end, and must not be what makes its section long enough.
    if (!isLonger(middling, a) || !isLonger(middling, b) || !a.endsWith('。') || !b.endsWith('。')) return false
    if (namesTitle(a, formats) || namesTitle(b, formats)) return false
    if (!enough(a, b)) return false
  }
  // Whether the next line begins a sentence depends on how this one ends.
  if (a.at(-1) !== b.at(-1)) return false
  return ordinalsIn(a) === ordinalsIn(b) && isSentence(a) && isSentence(b)
}

/** Ordinals are read, and lines quoted, no further than this. */
const head = 16

const beginsLikeTitle = /^[^\p{L}]{0,8}(?:[（(]|[一二三四五六七八九十\d⼀-⿕①-⑳〇零])|^[#\p{P}]/u

/** 一是……, 2025年……: a line that begins with a number but bears no ordinal. */
const isPlainNumber = (text: string): boolean =>
  /^[一二三四五六七八九十\d]/.test(text) && readOrdinal(text) === undefined

/** Where a title of the form ends at the start of a line that goes on after it: 一、总体情况。2025年，…… */
function titlesIn(text: string, formats: readonly Format[]): string {
  const start = readOrdinal(text)?.text.length ?? 0
  const ends: number[] = []
  const mark = /[。：:.;；\s]+/g
  mark.lastIndex = start
  for (let end = mark.exec(text); end !== null && end.index - start <= longestTitle; end = mark.exec(text)) {
    const key = labelKey(text.slice(start, end.index))
    if (formats.some((format) => titleIndex(format).titles.has(key))) ends.push(end.index)
  }
  return ends.join()
}

const longestTitle = 50

/** Whether a text has more letters and digits than so many. */
function isLonger(than: number, text: string): boolean {
  let letters = 0
  for (let i = 0; i < text.length && letters <= than; i++) {
    const code = text.charCodeAt(i)
    if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39))
      letters++
  }
  return letters > than
}

/** Longer than any label, title, signature or date, and enough for any section. */
const long = 60

/** Longer than what is said instead of a sentence. */
const middling = 15

/** A sentence that is a title of a form but for its end. */
const namesTitle = (text: string, formats: readonly Format[]): boolean => {
  const key = labelKey(text.slice(readOrdinal(text)?.text.length ?? 0).replace(/[（(][^（）()]*[）)]/g, ''))
  return formats.some((format) => {
    const { names, topics } = titleIndex(format)
    return names.has(key) || topics.has(key)
  })
}

/** Whether a section says enough with either of two versions of a line. */
type Enough = (a: string, b: string) => boolean

/** Either version is as long as anything wants its section to be, or the section says enough without it. */
function enoughIn(change: PieceChange, formats: readonly Format[], report: Report | undefined): Enough {
  const { section, after, at } = change
  return (a, b) => {
    const wanted = Math.max(longestNone, report === undefined ? most(formats) : minimumAt(at, report))
    if (isLonger(wanted, a) && isLonger(wanted, b)) return true
    return section.pieces.some(
      ({ value }) =>
        value !== after &&
        value.blocks.some(
          (block) =>
            block.kind === 'paragraph' && block.lines.some(({ text }) => isLonger(long, text) && !special.test(text)),
        ),
    )
  }
}

const minimumAt = (at: number, { sections }: Report): number =>
  sections.findLast(({ title }) => title.span.start <= at)?.section.statement?.minimumCharacters ?? 0

const most = keep((formats: readonly Format[]) =>
  Math.max(...formats.flatMap(({ sections }) => sections.map(({ statement }) => statement?.minimumCharacters ?? 0))),
)

/** A request of a template, an image: what stands for something other than a sentence. */
const special = /请填写|!\[/

/** Ordinals in the text can stand in for titles that are missing from a series. */
const ordinalsIn = (text: string): string => (text.match(/[（(][一二三四五六七八九十]{1,3}[)）]/g) ?? []).join('')

/** Not `label: value`, by which a table may be given without being one. */
const isSentence = (text: string): boolean => readItems(text).items.length === 0 && readOrdinal(text)?.style !== 'dash'

/**
 * Whether the words by which a form is known again, and those that make a statement, stand in the same paragraphs. Only
 * what lies around the change can have made or unmade one.
 */
function sameWords({ before, after, at, start, end, newEnd }: PieceChange, formats: readonly Format[]): boolean {
  const { groups, words, longest } = wordsOf(formats)
  const around = ({ text }: Piece, to: number): string =>
    text.slice(Math.max(0, start - at - longest), to - at + longest)
  const [a, b] = [around(before, end), around(after, newEnd)]
  // With blanks in them words may reach further than they are long.
  const near = [a, b].map((text) => (/[\s\u200b-\u200f\u2060\ufeff\u00ad]/.test(text) ? undefined : fold(text)))
  if (near.every((text) => text !== undefined && !words.some((word) => text.includes(word)))) return true
  const [all, now] = [foldedText(before), foldedText(after)]
  if (!isOneLine(before) || !isOneLine(after)) return words.every((word) => all.includes(word) === now.includes(word))
  return groups.every((group) => group.some((it) => all.includes(it)) === group.some((it) => now.includes(it)))
}

/** A title on a line above would say the words, but not make the statement. */
const isOneLine = ({ blocks }: Piece): boolean =>
  blocks.length === 1 && blocks[0]?.kind === 'paragraph' && blocks[0].lines.length === 1

/** Of the phrases that make one statement, one is as good as another. */
const wordsOf = keep((formats: readonly Format[]) => {
  const groups = formats.flatMap(({ fingerprints, contents }) => [
    ...fingerprints.map((it) => [fold(it)]),
    ...contents.map(({ phrases }) => phrases),
  ])
  const words = [...new Set(groups.flat())]
  return { groups, words, longest: Math.max(0, ...words.map(({ length }) => length)) }
})
