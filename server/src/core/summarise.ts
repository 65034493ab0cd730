import { analyse, waivedRelations } from './analyse.ts'
import type { Format } from './formats/format.ts'
import { readDocument, type Document } from './markdown/document.ts'
import { buildReport } from './report/buildReport.ts'
import { inForce } from './report/evidence.ts'
import { fieldId } from './formats/field.ts'
import type { Report } from './report/report.ts'
import { readHead } from './related/head.ts'
import { summarise, type Summary } from './related/summary.ts'
import type { Settings } from './settings.ts'
import { linesOf } from './text/lines.ts'

/**
 * Reads of a text what is kept of a report that is not open; undefined where it is none. No rule is run but where an
 * author answers for something, so that it costs a fraction of a check.
 */
export function readSummary(text: string, settings: Settings, formats: readonly Format[]): Summary | undefined {
  const head = readHead(text)
  if (head === undefined) return undefined
  const document = readDocument(text)
  const report = build(document, head.year, formats, settings)
  if (report === undefined) return undefined
  const answered = /zwgk-waive|^\s*waive\s*:|[{,]\s*waive\s*:/m.test(text)
  const waived = answered ? waivedRelations(analyse(document, settings, { formats })) : undefined
  return summarise(report, linesOf(text), waived)
}

/** The forms in force in its year come first. */
function build(
  document: Document,
  year: number | undefined,
  formats: readonly Format[],
  { format }: Settings,
): Report | undefined {
  const usual = year === undefined ? [] : formats.filter((it) => inForce(it, year))
  const likely = usual.length === 0 ? undefined : buildReport(document, usual, format)
  return likely !== undefined && isComplete(likely) ? likely : buildReport(document, formats, format)
}

/**
 * Whether a report has every field of its form. Then no form of other years fits it better, and there is no need to
 * try them all, which is most of the work of reading a report.
 */
function isComplete({ format, tables }: Report): boolean {
  const present = new Set(tables.flatMap(({ value }) => [...value.figures.keys()]))
  return format.tables.every((table) =>
    table.blocks.every(({ rows, columns }) =>
      rows.every((row) => columns.every((column) => present.has(fieldId(table.id, row.id, column.id)))),
    ),
  )
}
