import type { Analysis } from '../analyse.ts'
import { fieldsOf } from '../formats/field.ts'
import type { Format } from '../formats/format.ts'
import type { LedgerColumn, LedgerFormat } from '../formats/ledger.ts'
import { valueOf, type Figure } from '../report/figure.ts'
import { figureName } from '../report/figureName.ts'
import { figureOf } from '../report/mentions/mentions.ts'
import type { Report } from '../report/report.ts'
import { setFigures } from '../report/setFigure.ts'
import { decimal, type Decimal } from '../text/decimal.ts'
import { labelKey } from '../text/label.ts'
import { message, type Message, type Text } from '../text/message.ts'
import { shift, type Edit } from '../text/span.ts'
import { findColumns, type LedgerColumns } from './ledger/columns.ts'
import { declaredSeparator, readCsv, separators, type CsvRow } from './ledger/csv.ts'
import { tallyLedger, type LedgerNote } from './ledger/tally.ts'
import { ledgerWords } from './ledger/words.ts'

/** What filling a table from a ledger comes to. */
export type FilledFromLedger = {
  /** They change figures of the table and nothing else. */
  readonly edits: readonly Edit[]
  readonly changed: number
  readonly counted: number
  /** The sums that a reader looks at first, in the words of the form. */
  readonly sums: readonly { readonly label: string; readonly value: number }[]
  /** Which columns of the ledger were read as what. */
  readonly columns: readonly { readonly column: LedgerColumn; readonly header: string }[]
  readonly outside: readonly LedgerNote[]
  readonly notUnderstood: readonly LedgerNote[]
  /** What was taken for granted, and figures that the table of the report has no cell for. */
  readonly remarks: readonly Message[]
  /** Why nothing can be filled in. */
  readonly faults: readonly Message[]
}

/**
 * Makes the figures of a table from a ledger of applications, given as text of separated values. `own` are words of the
 * user's: what stands in the ledger, as a label of the form or as the name of one of the four columns. Undefined where the
 * document is no report.
 */
export function fillFromLedger(
  { report }: Pick<Analysis, 'report'>,
  text: string,
  own: Readonly<Record<string, string>> = {},
): FilledFromLedger | undefined {
  if (report === undefined) return undefined
  const { format, year } = report
  const { ledger } = format
  if (ledger === undefined) return nothing([message(texts.noLedger, { format: format.title.zh })])
  const table = format.tables.find(({ id }) => id === ledger.table)
  if (!report.tables.some(({ value }) => value.table === table))
    return nothing([message(texts.noTable, { table: table?.title ?? '', english: table?.english ?? '' })])
  if (year === undefined) return nothing([message(texts.noYear)])
  const { rows, columns } = readLedger(text, ledger, own)
  const missing = (['applicant', 'outcome', 'received'] as const).filter((it) => columns.at[it] === undefined)
  if (missing.length > 0) return nothing(missing.map((it) => missingColumn(it, ledger)))
  const tally = tallyLedger(rows, columns, ledgerWords(ledger, format, own), year, ledger, format)
  if (tally.counted === 0)
    return {
      ...nothing([message(texts.nothingCounted, { year })]),
      outside: tally.outside,
      notUnderstood: tally.notUnderstood,
    }
  const { changes, absent } = changesOf(tally.figures, report)
  return {
    edits: changes.flatMap(({ at, figures }) =>
      setFigures(figures).map(({ span, text }) => ({ span: shift(span, at), text })),
    ),
    changed: changes.reduce((sum, { figures }) => sum + figures.length, 0),
    counted: tally.counted,
    sums: sumsOf(tally.figures, ledger, format),
    columns: (['applicant', 'outcome', 'received', 'answered'] as const).flatMap((column) => {
      const found = columns.at[column]
      return found === undefined ? [] : [{ column, header: found.header }]
    }),
    outside: tally.outside,
    notUnderstood: tally.notUnderstood,
    remarks: [...(columns.at.answered === undefined ? [message(texts.noAnswered)] : []), ...absent],
    faults: [],
  }
}

const nothing = (faults: readonly Message[]): FilledFromLedger => ({
  edits: [],
  changed: 0,
  counted: 0,
  sums: [],
  columns: [],
  outside: [],
  notUnderstood: [],
  remarks: [],
  faults,
})

/** The rows as the separator cuts them with which the header says most. */
function readLedger(
  text: string,
  ledger: LedgerFormat,
  own: Readonly<Record<string, string>>,
): { readonly rows: readonly CsvRow[]; readonly columns: LedgerColumns } {
  const headers = new Map(
    Object.entries(own).flatMap(([header, means]): readonly (readonly [string, LedgerColumn])[] => {
      const column = columnNames.find(([, name]) => labelKey(name.zh) === labelKey(means))?.[0]
      return column === undefined ? [] : [[header, column]]
    }),
  )
  const declared = declaredSeparator(text)
  const read = (declared === undefined ? separators : [declared]).map((separator) => {
    const rows = readCsv(text, separator)
    return { rows, columns: findColumns(rows, ledger, headers) }
  })
  const count = ({ columns }: (typeof read)[number]): number => Object.keys(columns.at).length
  return read.reduce((best, it) => (count(it) > count(best) ? it : best))
}

const columnNames: readonly (readonly [LedgerColumn, Text])[] = [
  ['applicant', { zh: '申请人类型', en: 'kind of applicant' }],
  ['outcome', { zh: '办理结果', en: 'outcome' }],
  ['received', { zh: '收到日期', en: 'date of receipt' }],
  ['answered', { zh: '答复日期', en: 'date of the answer' }],
]

/** What a column of a ledger is called. */
export const columnName = (column: LedgerColumn): Text =>
  columnNames.find(([it]) => it === column)?.[1] ?? { zh: column, en: column }

const missingColumn = (column: LedgerColumn, { headers }: LedgerFormat): Message => {
  const { zh, en } = columnName(column)
  return message(texts.noColumn, { name: zh, english: en, known: headers[column].slice(0, 6).join('、') })
}

type TableChange = { readonly at: number; readonly figures: readonly (readonly [Figure, Decimal])[] }

/** The figures that are to change, by table; a cell that reads so already is left as it is written. */
function changesOf(
  figures: ReadonlyMap<string, number>,
  report: Report,
): { readonly changes: readonly TableChange[]; readonly absent: readonly Message[] } {
  const byTable = new Map<number, [Figure, Decimal][]>()
  const absent: Message[] = []
  for (const [id, value] of figures) {
    const placed = figureOf(report, id)
    const field = fieldsOf(report.format).get(id)
    if (placed === undefined) {
      if (value !== 0 && field !== undefined)
        absent.push(message(texts.noCell, { figure: figureName(field), value, english: field.row.english }))
      continue
    }
    const { figure, at } = placed
    const { reading } = figure
    const same = reading.state !== 'malformed' && valueOf(figure)?.eq(value) === true
    if (!same) byTable.set(at, [...(byTable.get(at) ?? []), [figure, decimal(value)]])
  }
  return { changes: [...byTable].map(([at, list]) => ({ at, figures: list })), absent }
}

/** The totals of what came in, what was finished and what is left. */
function sumsOf(figures: ReadonlyMap<string, number>, ledger: LedgerFormat, format: Format): FilledFromLedger['sums'] {
  const block = format.tables.find(({ id }) => id === ledger.table)?.blocks.find(({ id }) => id === ledger.block)
  const last = block?.columns.at(-1)?.id ?? ''
  const rows = block?.rows.filter(({ path }) => path.length === 0 || path.length === 1) ?? []
  return rows.flatMap(({ id, label, path }) => {
    const value = figures.get(`${ledger.table}.${id}.${last}`)
    const isSum =
      path.length === 0 ||
      format.relations.some(({ table, derived }) => table === ledger.table && derived?.term.row === id)
    return value === undefined || !isSum ? [] : [{ label, value }]
  })
}

const texts = {
  noLedger: {
    zh: '{format}没有可以由台账生成的表',
    en: 'the form of this report ({format}) has no table that could be made from a ledger',
  },
  noTable: {
    zh: '报告里没有“{table}”，请先补上',
    en: 'the report has no “{table}” ({english}): add it first',
  },
  noYear: {
    zh: '看不出是哪一年的报告：请在标题里写明年度',
    en: 'the year of the report is not known: write it in the title',
  },
  noColumn: {
    zh: '台账里没有找到“{name}”一列。认得的列名有{known}等；别的列名请在设置 zwgk.ledgerWords 里写明',
    en: 'the ledger has no column for the {english}. Known headers are {known} and others; name yours in the setting zwgk.ledgerWords',
  },
  nothingCounted: {
    zh: '台账里没有一行可以计入{year}年度',
    en: 'no row of the ledger can be counted for {year}',
  },
  noAnswered: {
    zh: '台账没有答复日期一列：有办理结果的，都按在报告年度办结计',
    en: 'the ledger has no dates of answers: whatever has an outcome is counted as finished in the year of the report',
  },
  noCell: {
    zh: '表中没有“{figure}”一格，应填的 {value} 没有写',
    en: 'the table has no cell for “{figure}” ({english}): {value} was not written',
  },
} satisfies Readonly<Record<string, Text>>
