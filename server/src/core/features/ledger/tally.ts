import { fieldId } from '../../formats/field.ts'
import type { Format } from '../../formats/format.ts'
import type { LedgerFormat } from '../../formats/ledger.ts'
import { relationsOf } from '../../formats/relation.ts'
import { labelKey } from '../../text/label.ts'
import { message, type Args, type Message } from '../../text/message.ts'
import { totalsOf } from './words.ts'
import type { LedgerColumns } from './columns.ts'
import type { CsvRow } from './csv.ts'
import { readDate, type LedgerDate } from './dates.ts'
import { texts } from './texts.ts'
import type { LedgerWords } from './words.ts'

/** A line of the ledger that was not counted, and why. */
export type LedgerNote = { readonly line: number; readonly message: Message }

export type Tally = {
  /** Every field of the table by its id: counts, and totals of them. */
  readonly figures: ReadonlyMap<string, number>
  /** How many applications were counted. */
  readonly counted: number
  /** Applications of other years. */
  readonly outside: readonly LedgerNote[]
  readonly notUnderstood: readonly LedgerNote[]
}

/** Where one application is counted: when it came in, and what became of it. */
type Counted = { readonly column: string; readonly intake: string; readonly result: string }

type Verdict =
  | { readonly kind: 'counted'; readonly as: Counted }
  | { readonly kind: 'outside' | 'not-understood'; readonly message: Message }
  /** Blank, or the header once more. */
  | { readonly kind: 'nothing' }

/**
 * Counts the applications of a ledger for one year. What came in this year is received, what came in before and was
 * still open is carried in; what was answered this year is counted under its outcome, and the rest is carried out. A row
 * that leaves anything open is listed and not counted.
 */
export function tallyLedger(
  rows: readonly CsvRow[],
  columns: LedgerColumns,
  words: LedgerWords,
  year: number,
  ledger: LedgerFormat,
  format: Format,
): Tally {
  const counts = new Map<string, number>()
  const outside: LedgerNote[] = []
  const notUnderstood: LedgerNote[] = []
  let counted = 0
  const header = keyOf(rows[columns.row])
  for (const row of rows.slice(columns.row + 1)) {
    const verdict = keyOf(row) === header ? { kind: 'nothing' as const } : judge(row, columns, words, year, ledger)
    if (verdict.kind === 'counted') {
      counted++
      const { column, intake, result } = verdict.as
      for (const id of [intake, result]) {
        const field = fieldId(ledger.table, id, column)
        counts.set(field, (counts.get(field) ?? 0) + 1)
      }
    } else if (verdict.kind !== 'nothing')
      (verdict.kind === 'outside' ? outside : notUnderstood).push({ line: row.line, message: verdict.message })
  }
  return { figures: withTotals(counts, ledger, format), counted, outside, notUnderstood }
}

const keyOf = (row: CsvRow | undefined): string => (row?.cells ?? []).map(labelKey).join('\n')

function judge(
  { cells }: CsvRow,
  { at, count }: LedgerColumns,
  words: LedgerWords,
  year: number,
  ledger: LedgerFormat,
): Verdict {
  if (cells.every((it) => it === '')) return { kind: 'nothing' }
  const no = (name: keyof typeof texts, args?: Args): Verdict => ({
    kind: 'not-understood',
    message: message(texts[name], args),
  })
  const other = (name: keyof typeof texts, args?: Args): Verdict => ({
    kind: 'outside',
    message: message(texts[name], args),
  })
  if (cells.some((it) => /[\r\n]/.test(it) && it.split(/[,;\t，|]/).length > count)) return no('swallowed')
  if (cells.slice(count).some((it) => it !== '')) return no('tooMany', { count: cells.length, header: count })
  const cell = (role: keyof LedgerColumns['at']): string => cells[at[role]?.index ?? -1] ?? ''
  const [applicant, outcome, received, answered] = (['applicant', 'outcome', 'received', 'answered'] as const).map(
    cell,
  ) as [string, string, string, string]
  if (applicant === '' && outcome === '' && received === '' && answered === '')
    return no('noApplication', { text: shortened(cells.find((it) => it !== '') ?? '') })

  if (applicant === '') return no('applicantBlank')
  const who = words.applicant(applicant)
  if (who.kind !== 'one')
    return no(who.kind === 'several' ? 'applicantSeveral' : 'applicantUnknown', { value: shortened(applicant) })
  if (received === '') return no('receivedBlank')
  const from = readDate(received)
  if (from === undefined) return no('dateUnknown', { header: at.received?.header ?? '', value: shortened(received) })
  const to = answered === '' ? undefined : readDate(answered)
  if (answered !== '' && to === undefined)
    return no('dateUnknown', { header: at.answered?.header ?? '', value: shortened(answered) })
  if (to !== undefined && isBefore(to, from)) return no('answeredFirst', { received, answered })
  const what = outcome === '' ? ({ kind: 'pending' } as const) : words.outcome(outcome)
  if (from.year > year) return other('later', { received })
  if (from.year < year && to !== undefined && to.year < year) return other('earlier', { answered })

  const as = (result: string): Verdict => ({
    kind: 'counted',
    as: { column: who.id, intake: from.year === year ? ledger.received : ledger.carriedIn, result },
  })
  // Whatever became of it later, at the end of this year it was open.
  if (to !== undefined && to.year > year) return as(ledger.carriedOut)
  if (what.kind === 'several') return no('outcomeSeveral', { value: shortened(outcome) })
  if (what.kind === 'unknown') return no('outcomeUnknown', { value: shortened(outcome) })
  if (what.kind === 'pending') return to === undefined ? as(ledger.carriedOut) : no('outcomeBlank', { answered })
  if (to !== undefined) return as(what.id)
  if (at.answered !== undefined) return no('answeredBlank', { value: shortened(outcome) })
  return from.year === year ? as(what.id) : no('undated')
}

const isBefore = (a: LedgerDate, b: LedgerDate): boolean =>
  a.year < b.year || (a.order !== undefined && b.order !== undefined && a.order < b.order)

/** A cell may hold a whole story. */
const shortened = (text: string): string => {
  const characters = Array.from(text.replace(/\s+/g, ' '))
  return characters.length > 24 ? `${characters.slice(0, 24).join('')}…` : characters.join('')
}

/** Every field of the table: what was counted, 0 where nothing was, and the totals that the form makes of them. */
function withTotals(
  counts: ReadonlyMap<string, number>,
  ledger: LedgerFormat,
  format: Format,
): ReadonlyMap<string, number> {
  const block = format.tables.find(({ id }) => id === ledger.table)?.blocks.find(({ id }) => id === ledger.block)
  const totalRows = totalsOf(ledger, format, 'row')
  const totalColumns = totalsOf(ledger, format, 'column')
  const figures = new Map<string, number>()
  for (const row of block?.rows ?? [])
    for (const column of block?.columns ?? []) {
      const field = fieldId(ledger.table, row.id, column.id)
      if (!totalRows.has(row.id) && !totalColumns.has(column.id)) figures.set(field, counts.get(field) ?? 0)
    }
  // A total of totals is known once its parts are.
  const sums = relationsOf(format).filter(
    ({ family, derived }) => family.table === ledger.table && family.block === ledger.block && derived?.as === 'total',
  )
  for (let left = sums; left.length > 0;) {
    const ready = left.filter(({ right }) => right.every(({ field }) => figures.has(field)))
    if (ready.length === 0) break
    for (const { derived, right } of ready)
      if (derived !== undefined)
        figures.set(
          derived.field,
          right.reduce((sum, { field, weight }) => sum + weight * (figures.get(field) ?? 0), 0),
        )
    left = left.filter((it) => !ready.includes(it))
  }
  return figures
}
