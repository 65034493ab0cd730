import { labelKey, labelPieces } from '../text/label.ts'
import type { HeaderLabel } from './headers.ts'
import { longest, lookUp, wordsOf, type ColumnEntry, type LabelIndex, type RowEntry } from './labels.ts'

/** What a label, or several joined, may name; `from` tells which labels were used. */
export type Meaning<T> = { readonly entries: readonly T[]; readonly from: readonly HeaderLabel[] }

/** What the labels over one column may name, the innermost label first. */
export type Over = { readonly rows: readonly Meaning<RowEntry>[]; readonly columns: readonly Meaning<ColumnEntry>[] }

/** What the labels over each column of a table may name, read from left to right. */
export function meaningsOver(over: readonly (readonly HeaderLabel[])[], index: LabelIndex): readonly Over[] {
  let last: RowEntry | undefined
  let left: Over['rows'] = []
  return over.map((labels) => {
    const { rows, columns } = meaningOver(labels, index)
    // A cell merged over several columns means the same row in each of them.
    const before = left
    left = rows.map((it) => before.find(({ from }) => sameCells(from, it.from)) ?? inOrder(it, last))
    last = left[0]?.entries[0] ?? last
    return { rows: left, columns }
  })
}

const inOrder = (meaning: Meaning<RowEntry>, last: RowEntry | undefined): Meaning<RowEntry> => ({
  ...meaning,
  entries: rowsAfter(last, meaning.entries),
})

const sameCells = (a: readonly HeaderLabel[], b: readonly HeaderLabel[]): boolean =>
  a.length === b.length && a.every(({ cell }, i) => cell === b[i]?.cell)

/** A label may be split over lines (`商业`, `企业`), so neighbours are also read together. */
function meaningOver(labels: readonly HeaderLabel[], index: LabelIndex): Over {
  const rows: Meaning<RowEntry>[] = []
  const columns: Meaning<ColumnEntry>[] = []
  for (let last = labels.length; last > 0; last--)
    for (let first = last - 1; first >= 0; first--) {
      const from = labels.slice(first, last)
      const text = from.map((label) => label.cell.text).join('')
      const around = labels.slice(0, first).map((label) => label.cell.text)
      const inRows = rowsNamed(text, around, index)
      const inColumns = lookUp(text, index.columns)
      if (inRows.length > 0) rows.push({ entries: inRows, from })
      if (inColumns.length > 0) columns.push({ entries: inColumns, from })
    }
  return { rows, columns }
}

/**
 * The rows that a written label may name. `context` holds the labels of the groups around it: where a label stands
 * in several groups of the form, those whose groups are named here win.
 */
export function rowsNamed(text: string, context: readonly string[], index: LabelIndex): readonly RowEntry[] {
  if (text.length > longest) return []
  const direct = lookUp(text, index.rows)
  const entries = direct.length > 0 ? direct : rowsBySuffix(text, index)
  if (entries.length < 2) return entries
  const around = new Set([...context, ...labelPieces(text).slice(0, -1)].map(labelKey))
  const score = ({ row, block }: RowEntry): number =>
    row.path.filter((group) => wordsOf(group, block).some((word) => around.has(word))).length
  const best = Math.max(...entries.map(score))
  return entries.filter((entry) => score(entry) === best)
}

/**
 * Of rows that bear the same label, the one that is meant after another: one more of the groups that are still open
 * there, or else the next in the order of the form. What cannot be decided so is left as it is.
 */
export function rowsAfter(last: RowEntry | undefined, entries: readonly RowEntry[]): readonly RowEntry[] {
  if (last === undefined || entries.length < 2) return entries
  const open = [...last.row.path, last.row.label]
  const elsewhere = entries.filter(({ block }) => block !== last.block)
  const here = entries.filter(({ block }) => block === last.block)
  const inOpen = here.filter(({ row }) => row.path.length > 0 && row.path.every((group, i) => group === open[i]))
  const place = ({ row, block }: RowEntry): number => block.rows.indexOf(row)
  const next = here.find((entry) => place(entry) > place(last))
  const [chosen = next] = inOpen
  return chosen === undefined ? entries : [chosen, ...elsewhere]
}

/** Groups and label run together without any mark between them: `不予公开属于国家秘密`. */
function rowsBySuffix(text: string, index: LabelIndex): readonly RowEntry[] {
  for (const key of [labelKey(text), labelKey(labelPieces(text).at(-1) ?? '')])
    for (let at = 1; at < key.length - 1; at++) {
      const entries = index.rows.get(key.slice(at))
      if (entries !== undefined && consistsOf(key.slice(0, at), index.beforeRows)) return entries
    }
  return []
}

const consistsOf = (text: string, words: ReadonlySet<string>): boolean =>
  text === '' ||
  [...words].some((word) => word !== '' && text.startsWith(word) && consistsOf(text.slice(word.length), words))
