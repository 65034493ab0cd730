import type { SectionFormat, TableFormat } from '../../formats/format.ts'
import { reconcile } from '../../reconcile/reconcile.ts'
import type { Placed } from '../../markdown/document.ts'
import { sectionOf, type Report } from '../../report/report.ts'
import type { BoundTable } from '../../report/table.ts'
import { inLocale, type Locale } from '../../text/message.ts'
import { shift } from '../../text/span.ts'
import { tally } from '../tally.ts'
import { findingNode, take, takeMissing } from './findings.ts'
import { worst, type CheckupNode, type Telling } from './node.ts'
import { relationNodes } from './relations.ts'

/** The tables that the form puts into a section: each as it stands in the report, in one or several pieces, or missing. */
export function tableNodes(report: Report, section: SectionFormat, telling: Telling): readonly CheckupNode[] {
  return report.format.tables
    .filter((table) => table.section === section.id)
    .flatMap((table) => {
      const pieces = report.tables.filter(({ value }) => value.table === table)
      if (pieces.length > 0) return [tableNode(report, table, pieces, telling)]
      // Of a section that is missing it goes without saying.
      const told = table.optional === true || sectionOf(report, section.id) === undefined
      return told ? [] : [missingTable(table, telling)]
    })
}

const nameOf = (table: TableFormat, locale: Locale): string => inLocale({ zh: table.title, en: table.english }, locale)

function missingTable(table: TableFormat, { rest, locale }: Telling): CheckupNode {
  const findings = takeMissing(rest, 'table-missing', table.title)
  return {
    id: table.id,
    kind: 'table',
    label: nameOf(table, locale),
    detail: inLocale({ zh: '缺', en: 'missing' }, locale),
    state: 'missing',
    span: findings[0]?.span,
    children: findings.map((problem) => findingNode(problem, `${table.id}/`, locale)),
  }
}

function tableNode(
  report: Report,
  table: TableFormat,
  pieces: readonly Placed<BoundTable>[],
  telling: Telling,
): CheckupNode {
  const { rest, waived, locale } = telling
  const outcomes = pieces.flatMap(({ value }) => reconcile(value, report.format).outcomes)
  const findings = pieces.flatMap(({ at, value }) => take(rest, shift(value.grid.span, at)))
  const children = [
    ...findings.map((problem) => findingNode(problem, `${table.id}/`, locale)),
    ...pieces.flatMap((piece, i) =>
      relationNodes(piece, i === 0 ? table.id : `${table.id}#${i}`, report.format, telling),
    ),
  ]
  const { balanced, total } = tally(outcomes, waived)
  const [first] = pieces
  return {
    id: table.id,
    kind: 'table',
    label: nameOf(table, locale),
    detail:
      total === 0 ? '' : inLocale({ zh: `勾稽 ${balanced}/${total}`, en: `${balanced}/${total} balanced` }, locale),
    state: worst(children) ?? 'balanced',
    span: first && { start: first.value.grid.span.start + first.at, end: first.value.grid.span.start + first.at },
    children,
  }
}
