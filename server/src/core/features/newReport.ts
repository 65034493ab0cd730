import { fieldId, fieldsOf } from '../formats/field.ts'
import type { Format } from '../formats/format.ts'
import { formats as official } from '../formats/index.ts'
import { reportSkeleton } from '../formats/skeleton.ts'
import { toText, type Template } from '../formats/template.ts'
import { figureName } from '../report/figureName.ts'
import type { OtherReport } from '../related/related.ts'
import { sameFigure } from '../related/yearly.ts'
import { openingFigures, withOpening } from './openingFigures.ts'

export type NewReport = {
  readonly format?: string
  readonly body: string
  readonly year: number
  /** Last year’s report of the same body, from which the figures are taken that a year begins with. */
  readonly previous?: OtherReport
}

export type MadeReport = {
  readonly text: string
  /** What was taken over from last year’s report; zeros are not told. */
  readonly filled: readonly { readonly name: string; readonly value: string }[]
}

/**
 * A whole report to be filled in: title, preamble, sections, tables of zeros. `year` is the year of the data. Without
 * a form, or with one that is not known, the form in force in that year is taken, and the newest where there is none.
 */
export function newReport(
  { format, body, year, previous }: NewReport,
  formats: readonly Format[] = official,
): MadeReport {
  const chosen = formats.find((it) => it.id === format) ?? formats.find((it) => inForce(it, year)) ?? formats[0]
  if (chosen === undefined) return { text: '', filled: [] }
  const opening =
    previous === undefined
      ? new Map<string, never>()
      : openingFigures(chosen, (field) => sameFigure(chosen, field.id, previous.summary)?.value)
  const fields = chosen.sections.flatMap((section) =>
    chosen.tables
      .filter((table) => table.section === section.id)
      .flatMap((table) =>
        table.blocks.flatMap((block) =>
          block.rows.flatMap((row) => block.columns.map((column) => fieldId(table.id, row.id, column.id))),
        ),
      ),
  )
  const known = fieldsOf(chosen)
  const filled = [...opening].flatMap(([id, { text }]) => {
    const field = known.get(id)
    return field === undefined || text === '0' ? [] : [{ name: figureName(field), value: text }]
  })
  const note: Template = previous === undefined || filled.length === 0 ? [] : [noteOf(previous, filled.length)]
  const values = { body: oneLine(body), year: String(year) }
  return { text: toText([...note, ...withOpening(reportSkeleton(chosen), fields, opening)], values), filled }
}

/** What was filled in is said in the report itself, where nobody who prints it sees it. */
const noteOf = ({ name, summary }: OtherReport, count: number): string =>
  `<!-- 期初数取自${String(summary.head.year ?? '上')}年报告（${name.replace(/-{2,}/g, '—')}）：上年结转、现行有效等 ${count} 格，其余各格为 0；“现行有效件数”是上年末的数，请按本年制发、废止更新。 -->\n\n`

const inForce = ({ years }: Format, year: number): boolean => (years.from ?? year) <= year && year <= (years.to ?? year)

/** The name stands in the title, which is one line. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
