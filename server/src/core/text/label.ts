import { remember } from './remember.ts'

/**
 * Labels and titles as they are compared: the same words in any width, spacing, numbering and punctuation are one.
 * Keys are for looking up, never for showing.
 */

const ordinalDigits = '一二三四五六七八九十'

/** An ordinal that stands before a label: `一、`, `（一）`, `1.`, `1、`, `①`. */
const leadingOrdinal = new RegExp(
  `^(?:第?[${ordinalDigits}]{1,3}(?:、|[.．,，:：])|[（(][${ordinalDigits}]{1,3}[)）]、?|[（(]\\d{1,2}[)）]、?|\\d{1,2}(?:[.．、,，)）:：]|(?=\\p{Script=Han}))|[①-⑳])`,
  'u',
)

/** NFKC without white space: Kangxi radicals, full width and compatibility forms fold to the ordinary ones. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2028\u2029\u2060\ufeff\u00ad]+/g, '')
    .toLowerCase()

/** Words only: no ordinal in front, no punctuation anywhere. Bracketed words stay. */
export const labelKey = remember(readKey)

function readKey(text: string): string {
  let folded = fold(text)
  for (let stripped = folded.replace(leadingOrdinal, ''); stripped !== folded && stripped !== '';) {
    folded = stripped
    stripped = folded.replace(leadingOrdinal, '')
  }
  return folded.replace(/[^\p{L}\p{N}]/gu, '')
}

/** Whether anything is left of a text as a label; of most texts their first words say so. */
export const hasWords = (text: string): boolean => surelyWords.test(text) || labelKey(text) !== ''

/** Chinese that no ordinal has. */
const surelyWords = new RegExp(`(?![第${ordinalDigits}])[\\u4e00-\\u9fff]`)

const bracketedOrdinal = new RegExp(`^[（(][${ordinalDigits}\\d]{1,3}[)）]$`)

/** A label without its bracketed remarks; a bracketed ordinal is no remark. */
export function withoutNotes(text: string): string {
  return text.replace(/[（(［[【〔][^（()）［\][】【〔〕]*[)）］\]】〕]/g, (note) =>
    bracketedOrdinal.test(note) ? note : '',
  )
}

/**
 * The pieces of a label in which several levels were joined, such as `三、本年度办理结果：（一）予以公开` or
 * `三（三）1.属于国家秘密`, outermost first. A label of one level is one piece.
 */
export function labelPieces(text: string): readonly string[] {
  const folded = withoutNotes(text.normalize('NFKC'))
  return folded
    .split(pieceBoundary)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && labelKey(piece) !== '')
}

const pieceBoundary = new RegExp(
  `[/／:：|｜>＞→]+|(?=[（(][${ordinalDigits}]{1,3}[)）])|(?<!\\d)(?=\\d{1,2}[.．、](?!\\d))|(?<![${ordinalDigits}第])(?=[${ordinalDigits}]{1,3}、)`,
  'u',
)

/**
 * The ways in which a written label may be looked up, the most literal first: all words, without remarks,
 * and the innermost piece of a joined label.
 */
export const labelKeys = remember(readKeys)

function readKeys(text: string): readonly string[] {
  const pieces = labelPieces(text)
  const last = pieces.at(-1)
  const keys = [labelKey(text), labelKey(withoutNotes(text)), ...(last === undefined ? [] : [labelKey(last)])]
  return [...new Set(keys)].filter((key) => key !== '')
}
