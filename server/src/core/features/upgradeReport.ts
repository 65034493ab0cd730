import type { Analysis } from '../analyse.ts'
import { fieldId, fieldsOf } from '../formats/field.ts'
import type { Format, SectionFormat } from '../formats/format.ts'
import { reportSkeleton, sectionSkeleton, sectionTitle, tableSkeleton } from '../formats/skeleton.ts'
import { toText, type Template, type Values } from '../formats/template.ts'
import { meansTheSame } from '../formats/yearly.ts'
import { findFigure } from '../related/values.ts'
import { closingStart } from '../report/closing.ts'
import { inForce } from '../report/evidence.ts'
import { valueOf } from '../report/figure.ts'
import type { Report, ReportSection } from '../report/report.ts'
import { fold } from '../text/label.ts'
import { lineEndingOf } from '../text/lines.ts'
import { shift } from '../text/span.ts'
import { openingFigures, withOpening, type Opening } from './openingFigures.ts'

export type Upgraded = {
  readonly text: string
  /** The id of the form of the new report. */
  readonly format: string
  /** The year of the new report's data. */
  readonly year: number
  /** How many figures and how many sections of prose were carried over. */
  readonly figures: number
  readonly sections: number
  /** What was not, in the words of the old report's form. */
  readonly dropped: readonly string[]
}

/**
 * The report of the next year, begun from last year's: in the current form, with the name of the body, the prose under
 * the sections where it belongs, and the figures that a year begins with. A report of long ago becomes one of the first
 * year of the current form. Undefined where the year is not known.
 */
export function upgradeReport({ report, formats }: Analysis): Upgraded | undefined {
  if (report?.year === undefined) return undefined
  const next = report.year + 1
  const isCurrent = (it: Format): boolean => it.years.to === undefined
  const format = isCurrent(report.format) && inForce(report.format, next) ? report.format : formats.find(isCurrent)
  if (format === undefined) return undefined
  const year = Math.max(next, format.years.from ?? next)
  const values: Values = { body: report.title?.body ?? '××机关', year: String(year) }
  // What was left at the end of a year is what the next one begins with, and no later one.
  const figures: Opening = year === next ? carriedFigures(report, format) : new Map()
  const used = new Set<ReportSection>()
  const parts = format.sections.map((section) => {
    const from = report.sections.filter((it) => belongs(it.section.id, section, format))
    const prose = from.flatMap((it) => proseOf(it, report, format) ?? [])
    for (const it of from) used.add(it)
    return toText(filled(section, format, prose.join('\n\n'), figures), values)
  })
  const dropped = [
    ...report.sections.filter((it) => !used.has(it)).map(({ section }) => section.title),
    ...droppedFigures(report, figures),
  ]
  const head = toText(reportSkeleton({ ...format, sections: [] }), values)
  const text = [note(report, format, figures.size, dropped), head.trimEnd(), ...parts.map((it) => it.trimEnd()), '']
  const sections = report.sections.filter((it) => used.has(it) && proseOf(it, report, format) !== undefined).length
  return {
    text: text.join('\n\n').replace(/\n+$/, '\n').replaceAll('\n', lineEndingOf(report.document.text)),
    format: format.id,
    year,
    figures: figures.size,
    sections,
    dropped,
  }
}

const belongs = (id: string, { id: own }: SectionFormat, { succession }: Format): boolean =>
  id === own || succession?.sections[own]?.includes(id) === true

/** What the new report begins with; of the figures of one form and of another only those that mean the same. */
function carriedFigures(report: Report, format: Format): Opening {
  const old = fieldsOf(report.format)
  return openingFigures(format, (field) => {
    const before = old.get(field.id)
    const figure =
      before !== undefined && meansTheSame(field, before) ? findFigure(report, field.id)?.figure : undefined
    return figure && valueOf(figure)
  })
}

/** The tables of which figures other than 0 stay behind, with their number. */
function droppedFigures({ tables, format }: Report, carried: Opening): readonly string[] {
  const sources = new Set([...carried.values()].flatMap(({ from }) => from))
  return format.tables.flatMap((table) => {
    const left = tables
      .filter(({ value }) => value.table === table)
      .flatMap(({ value }) => [...value.figures])
      .filter(([id, { reading }]) => !sources.has(id) && reading.state !== 'zero' && reading.state !== 'blank')
    return left.length === 0 ? [] : [`${table.title}中的 ${left.length} 个数`]
  })
}

/** A section of the new form: last year's prose where there is any, and the form's own tables with what they begin with. */
function filled(section: SectionFormat, format: Format, prose: string, figures: Opening): Template {
  const tables = format.tables.filter((table) => table.section === section.id)
  const own = sectionSkeleton(section, { ...format, tables: [] })
  const begun: Template = prose === '' ? own : [`## ${sectionTitle(section, format)}\n\n${prose}\n`]
  return [
    ...begun,
    ...tables.flatMap((table): Template => {
      const fields = table.blocks.flatMap((block) =>
        block.rows.flatMap((row) => block.columns.map((column) => fieldId(table.id, row.id, column.id))),
      )
      return ['\n', ...withOpening(tableSkeleton(table), fields, figures)]
    }),
  ]
}

/** What a section says in words; undefined where it says nothing. */
function proseOf({ body }: ReportSection, report: Report, format: Format): string | undefined {
  const { document, tables } = report
  const end = body.end < document.text.length ? body.end : closingStart(document, body.start)
  const cut = tables
    .map(({ at, value }) => shift(value.grid.span, at))
    .filter(({ start }) => start >= body.start && start < end)
    .sort((a, b) => a.start - b.start)
  let text = ''
  let at = body.start
  for (const span of cut) {
    text += `${document.text.slice(at, span.start)}\n`
    at = span.end
  }
  text += document.text.slice(at, Math.max(at, end))
  const notes = new Set(
    [...report.format.tables, ...format.tables].flatMap((it) => (it.note === undefined ? [] : [fold(it.note)])),
  )
  const kept = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter((line) => line.trim() === '' || !notes.has(fold(line)))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return kept === '' ? undefined : kept
}

function note(report: Report, format: Format, figures: number, dropped: readonly string[]): string {
  const left = dropped.length === 0 ? '' : `未带入：${dropped.join('；')}。`
  const text = `由${String(report.year)}年报告（${report.format.title.zh}）生成，按${format.title.zh}编排。正文沿用上年文字，年份和数字请逐句核改；已带入期初数 ${figures} 个，其余各格为 0。${left}`
  return `<!-- ${text.replace(/-{2,}/g, '—')} -->`
}
