import type { BlockFormat, TableFormat } from '../../formats/format.ts'
import { fold, labelKey, labelPieces, withoutNotes } from '../../text/label.ts'

/** Whether a label says nothing that the form's own labels do not say; remarks in brackets do not count. */
export function wordsOfTable(table: TableFormat): (text: string) => boolean {
  const words = new Set(
    [table.title, ...table.blocks.flatMap(wordsOfBlock)].flatMap((it) => [labelKey(it), labelKey(withoutNotes(it))]),
  )
  words.delete('')
  const longestFirst = [...words].sort((a, b) => b.length - a.length)
  const consists = (key: string): boolean =>
    key === '' || longestFirst.some((word) => key.startsWith(word) && consists(key.slice(word.length)))
  const known = (text: string): boolean => consists(labelKey(text))
  return (text) => {
    if (text.length > 300) return false
    const bare = withoutNotes(text)
    return (
      known(text) ||
      known(bare) ||
      labelPieces(bare).every((piece, _, all) => known(piece) || (all.length > 1 && bareOrdinal.test(fold(piece))))
    )
  }
}

const bareOrdinal = /^[（(]?[一二三四五六七八九十\d]{0,3}[)）]?[、.．]?$/

const wordsOfBlock = (block: BlockFormat): readonly string[] => [
  block.head ?? '',
  block.corner,
  ...block.cornerAliases,
  block.unitColumn ?? '单位',
  ...[...block.rows, ...block.columns, ...block.groups].flatMap(({ label, aliases }) => [label, ...aliases]),
  ...block.rows.flatMap(({ path, unit }) => [...path, unit?.zh ?? '']),
  ...block.columns.flatMap(({ group, unit }) => [group ?? '', unit?.zh ?? '']),
]

/** The bracketed remarks of a written label that the form's own label, its aliases and its groups do not have. */
export function remarksIn(written: string, official: readonly string[]): string {
  const known = new Set(official.flatMap((it) => [fold(it), ...notesIn(it)]).map(bare))
  return notesIn(written)
    .filter((note) => withoutNotes(note) === '' && labelKey(note) !== '' && !known.has(bare(note)))
    .join('')
}

const notesIn = (text: string): readonly string[] =>
  text.match(/[（(［[【〔][^（()）［\][】【〔〕]*[)）］\]】〕]/g) ?? []

const bare = (text: string): string => labelKey(fold(text))
