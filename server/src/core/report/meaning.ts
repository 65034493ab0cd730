import { labelKey, labelPieces } from '../text/label.ts'
import type { HeaderLabel } from './headers.ts'
import { lookUp, type ColumnEntry, type LabelIndex, type RowEntry } from './labels.ts'

/** What a label, or several joined, may name; `from` tells which labels were used. */
export type Meaning<T> = { readonly entries: readonly T[]; readonly from: readonly HeaderLabel[] }

/** What the labels over one column may name, the innermost label first. */
export type Over = { readonly rows: readonly Meaning<RowEntry>[]; readonly columns: readonly Meaning<ColumnEntry>[] }

/** A label may be split over lines (`商业`, `企业`), so neighbours are also read together. */
export function meaningOver(labels: readonly HeaderLabel[], index: LabelIndex): Over {
  const rows: Meaning<RowEntry>[] = []
  const columns: Meaning<ColumnEntry>[] = []
  for (let last = labels.length; last > 0; last--)
    for (let first = last - 1; first >= 0; first--) {
      const from = labels.slice(first, last)
      const text = from.map((label) => label.cell.text).join('')
      const inRows = lookUp(text, index.rows)
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
  const direct = lookUp(text, index.rows)
  const entries = direct.length > 0 ? direct : rowsBySuffix(text, index)
  if (entries.length < 2) return entries
  const around = new Set([...context, ...labelPieces(text).slice(0, -1)].map(labelKey))
  const score = (entry: RowEntry): number => entry.row.path.filter((group) => around.has(labelKey(group))).length
  const best = Math.max(...entries.map(score))
  return entries.filter((entry) => score(entry) === best)
}

/** Groups and label run together without any mark between them: `不予公开属于国家秘密`. */
function rowsBySuffix(text: string, index: LabelIndex): readonly RowEntry[] {
  const key = labelKey(text)
  for (let at = 1; at < key.length - 1; at++) {
    const entries = index.rows.get(key.slice(at))
    if (entries !== undefined && consistsOf(key.slice(0, at), index.beforeRows)) return entries
  }
  return []
}

const consistsOf = (text: string, words: ReadonlySet<string>): boolean =>
  text === '' ||
  [...words].some((word) => word !== '' && text.startsWith(word) && consistsOf(text.slice(word.length), words))
