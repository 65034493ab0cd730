import type { Edit } from '../text/span.ts'
import { lineStart } from './bodyLines.ts'
import { closingStart } from './closing.ts'
import type { Report, ReportSection } from './report.ts'

/**
 * The edits that move a section with all its text before another, or to the end of the report where `next` is
 * undefined. Undefined where it is not plain what belongs to the section: a heading of its own rank or a repeated
 * title stands within it. Line ends of what is inserted are `\n`.
 */
export function sectionMove(
  report: Report,
  section: ReportSection,
  next: ReportSection | undefined,
): readonly Edit[] | undefined {
  const { document, headings, repeated } = report
  const { text } = document
  const { title, body } = section
  const inside = ({ start }: { readonly start: number }): boolean => body.start <= start && start < body.end
  const strangers = headings.some(({ depth, span }) => inside(span) && title.form === 'heading' && depth <= title.depth)
  if (strangers || repeated.some(({ span }) => inside(span))) return undefined
  const from = lineStart(text, title.span.start)
  const to = body.end < text.length ? lineStart(text, body.end) : closingStart(document, body.start)
  const at = next === undefined ? closingStart(document, body.end) : lineStart(text, next.title.span.start)
  if (at > from && at < to) return undefined
  const moved = text
    .slice(from, to)
    .trim()
    .replace(/\r\n|\r/g, '\n')
  const breaks = at === 0 ? 2 : Math.min(2, breaksAtEnd(text.slice(0, at)))
  const last = text.slice(at).trim() === ''
  const tail = last ? breaksAtEnd(text) : 2
  return [
    cut(text, from, to),
    { span: { start: at, end: at }, text: '\n'.repeat(2 - breaks) + moved + '\n'.repeat(tail) },
  ]
}

/** At the end of a document the blank lines before the section go with it. */
function cut(text: string, from: number, to: number): Edit {
  if (text.slice(to).trim() !== '') return { span: { start: from, end: to }, text: '' }
  const start = text.slice(0, from).trimEnd().length
  return { span: { start, end: text.length }, text: '\n'.repeat(Math.min(1, breaksAtEnd(text))) }
}

const breaksAtEnd = (text: string): number => (text.slice(text.trimEnd().length).match(/\r\n|\n|\r/g) ?? []).length
