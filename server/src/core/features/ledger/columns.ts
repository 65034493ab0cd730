import type { LedgerColumn, LedgerFormat } from '../../formats/ledger.ts'
import { labelKey, withoutNotes } from '../../text/label.ts'
import type { CsvRow } from './csv.ts'

/** Where a ledger says what: the columns by number, as they are headed. */
export type LedgerColumns = {
  /** The number of the row that heads them. */
  readonly row: number
  readonly count: number
  readonly at: Readonly<Partial<Record<LedgerColumn, { readonly index: number; readonly header: string }>>>
}

const roles: readonly LedgerColumn[] = ['applicant', 'outcome', 'received', 'answered']

/** How far down the header may stand, below a title and who filled the ledger in. */
const nearTop = 30

/**
 * The header of a ledger: the row near the top that names most of the columns that matter, by itself or together with
 * the row above it where cells were merged. `own` are headers of the user's own, by what they stand for.
 */
export function findColumns(
  rows: readonly CsvRow[],
  { headers }: LedgerFormat,
  own: ReadonlyMap<string, LedgerColumn>,
): LedgerColumns {
  const candidates = rows.slice(0, nearTop).flatMap((row, i): readonly LedgerColumns[] => {
    const names = row.cells.map((cell) => [cell])
    const above = rows[i - 1]?.cells ?? []
    const merged = row.cells.map((cell, k) => {
      const over = above.slice(0, k + 1).findLast((it) => it !== '') ?? ''
      return cell === '' ? [above[k] ?? ''] : [cell, over + cell]
    })
    return [names, merged].map((all) => ({ row: i, count: row.cells.length, at: columnsIn(all, headers, own) }))
  })
  const count = ({ at }: LedgerColumns): number => Object.keys(at).length
  return candidates.reduce((best, it) => (count(it) > count(best) ? it : best), { row: -1, count: 0, at: {} })
}

function columnsIn(
  names: readonly (readonly string[])[],
  headers: LedgerFormat['headers'],
  own: ReadonlyMap<string, LedgerColumn>,
): LedgerColumns['at'] {
  const keys = names.map((all) => all.flatMap((name) => [labelKey(name), labelKey(withoutNotes(name))]))
  const taken = new Set<number>()
  const at: Partial<Record<LedgerColumn, { index: number; header: string }>> = {}
  for (const role of roles) {
    const words = [...[...own].filter(([, it]) => it === role).map(([word]) => word), ...headers[role]]
    for (const word of words) {
      const index = keys.findIndex((it, i) => !taken.has(i) && it.includes(labelKey(word)))
      if (index < 0) continue
      taken.add(index)
      at[role] = { index, header: names[index]?.at(-1) ?? '' }
      break
    }
  }
  return at
}
