import type { Format } from '../formats/format.ts'
import type { PieceChange } from '../markdown/change.ts'
import type { Document, Placed } from '../markdown/document.ts'
import type { Move } from '../text/move.ts'
import { factsIn } from './facts.ts'
import type { Report } from './report.ts'
import { reportOf } from './reportOf.ts'
import type { BoundTable } from './table.ts'

/**
 * The report after a change that left its outline alone: what it was, with its places moved along. What few ask for
 * and a long report has much of is read from the document when it is asked for.
 */
export function patchReport(
  report: Report,
  document: Document,
  change: PieceChange,
  move: Move,
  formats: readonly Format[],
): Report {
  const { format, detection, title, year, dueFormat } = report
  return reportOf({
    document,
    formats,
    format,
    detection,
    title: title && { ...title, span: move.span(title.span) },
    year,
    dueFormat,
    sections: report.sections.map(({ section, title: own, body }) => ({
      section,
      title: { ...own, span: move.span(own.span), content: move.span(own.content) },
      body: move.span(body),
    })),
    tables: report.tables.map((table) => currentTable(table, change, move, format)),
  })
}

function currentTable(
  { at, value }: Placed<BoundTable>,
  { at: changed, before, after }: PieceChange,
  move: Move,
  format: Format,
): Placed<BoundTable> {
  if (at !== changed) return { at: move.offset(at), value }
  const index = factsIn(before, format).tables.findIndex((it) => it.value === value)
  return { at, value: factsIn(after, format).tables[index]?.value ?? value }
}
