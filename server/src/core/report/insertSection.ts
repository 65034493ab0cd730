import type { SectionFormat } from '../formats/format.ts'
import { sectionSkeleton } from '../formats/skeleton.ts'
import { toText } from '../formats/template.ts'
import type { Edit, Span } from '../text/span.ts'
import { lineStart } from './bodyLines.ts'
import { closingStart } from './closing.ts'
import type { Report, ReportSection } from './report.ts'

export type Insertion = {
  /** What to point at: the title before which the section belongs, or else the one after which it does. */
  readonly anchor: Span
  /** Puts the whole section in its place, blank lines around it. Line ends are `\n`. */
  readonly edit: Edit
  readonly before: ReportSection | undefined
  readonly after: ReportSection | undefined
}

/**
 * Where a section that the report lacks belongs, and the edit that puts it there. Several sections may belong at one
 * place: each edit is right by itself, and all together where they are applied in the order of the form.
 */
export function sectionInsertion(report: Report, section: SectionFormat): Insertion {
  const { text } = report.document
  const order = report.format.sections
  const rank = (it: ReportSection): number => order.indexOf(it.section)
  const own = order.indexOf(section)
  const after = report.sections.filter((it) => rank(it) < own).sort((a, b) => rank(b) - rank(a))[0]
  const following = report.sections.filter((it) => rank(it) > own)
  const at = after === undefined ? placeBefore(report, following[0]) : placeAfter(report, after, own + 1)
  const before = following.find((it) => it.title.span.start >= at)
  const written = toText(sectionSkeleton(section, report.format, sectionDepth(report)), {
    body: report.title?.body ?? '本机关',
    year: report.year === undefined ? '本' : String(report.year),
  }).trimEnd()
  const atEnd = text.slice(at).trim() === ''
  const from = atEnd ? text.length : at
  const breaks = from === 0 ? 2 : Math.min(2, breaksBefore(text, from))
  const tail = atEnd ? breaks : 2
  return {
    anchor: before?.title.content ?? after?.title.content ?? report.title?.span ?? { start: from, end: from },
    edit: { span: { start: from, end: from }, text: '\n'.repeat(2 - breaks) + written + '\n'.repeat(tail) },
    before,
    after,
  }
}

/** The depth of the report's section headings: that of most of them, or else one below its title. */
export function sectionDepth(report: Report): number {
  const depths = report.sections.filter(({ title }) => title.form === 'heading').map(({ title }) => title.depth)
  const count = (depth: number): number => depths.filter((it) => it === depth).length
  const most = [...new Set(depths)].sort((a, b) => count(b) - count(a) || a - b)[0]
  if (most !== undefined) return most
  const { title } = report
  const above =
    title && report.headings.find(({ content }) => content.start <= title.span.start && title.span.end <= content.end)
  return Math.min(6, (above?.depth ?? 1) + 1)
}

function placeBefore(report: Report, next: ReportSection | undefined): number {
  const { text } = report.document
  return next === undefined ? closingStart(report.document, 0) : lineStart(text, next.title.span.start)
}

/** After all that belongs to the section, but before headings of its own rank that the form does not know, unless their ordinal is lower. */
function placeAfter(report: Report, previous: ReportSection, ordinal: number): number {
  const { document, headings } = report
  const { body, title } = previous
  const depth = title.form === 'heading' ? title.depth : sectionDepth(report)
  const stranger = headings.find(
    (it) =>
      it.span.start >= body.start &&
      it.span.start < body.end &&
      it.depth <= depth &&
      !(it.ordinal?.style === 'section' && it.ordinal.value < ordinal),
  )
  if (stranger !== undefined) return lineStart(document.text, stranger.span.start)
  return body.end < document.text.length ? lineStart(document.text, body.end) : closingStart(document, body.start)
}

const breaksBefore = (text: string, at: number): number =>
  (text.slice(text.slice(0, at).trimEnd().length, at).match(/\r\n|\n|\r/g) ?? []).length
