import { readOrdinal, toChinese } from '../text/ordinal.ts'
import type { Edit, Span } from '../text/span.ts'
import { lineSelector, type BodyLine } from './bodyLines.ts'
import { sectionDepth } from './insertSection.ts'
import type { Report, ReportSection } from './report.ts'
import { strayTitles } from './strayTitles.ts'

/** A title in a series that is numbered throughout. */
export type Numbered = {
  readonly text: string
  readonly content: Span
  /** The ordinal as written, `（ ）` for one that was left empty, and nothing where there is none. */
  readonly mark: string
  readonly value: number | undefined
  /** The ordinal that the form gives it. */
  readonly official: number | undefined
}

const numbered = (text: string, content: Span, official?: number): Numbered => {
  const ordinal = readOrdinal(text)
  // A dash stands for 一 only by accident; what it should be is for the rule on titles to say.
  const value = ordinal?.style === 'dash' ? official : ordinal?.value
  return { text, content, mark: ordinal?.text ?? emptyMark(text) ?? '', value, official }
}

const emptyMark = (text: string): string | undefined => /^[（(][ \u3000]*[)）]/.exec(text)?.[0]

/** The titles of the sections, together with headings among them that the form does not know but that count as they do. */
export function sectionSeries(report: Report): readonly Numbered[] {
  const { format, sections, repeated, headings, document } = report
  const first = sections[0]
  if (first === undefined) return []
  const depth = sectionDepth(report)
  const known = new Set([...sections.map((it) => it.title), ...repeated].map(({ content }) => content.start))
  const own = sections
    .filter(({ section }) => section.annex !== true)
    .map(({ section, title }) => {
      const official = format.freeOutline === true ? undefined : format.sections.indexOf(section) + 1
      return numbered(title.text.trim(), title.content, official)
    })
  const strangers = headings
    .filter((it) => it.depth === depth && it.span.start > first.title.span.start && it.ordinal?.style === 'section')
    .filter(({ content }) => !known.has(content.start))
  const lines = strayTitles(report).filter(({ form }) => form === 'line')
  return [
    ...own,
    ...strangers.map(({ text, content }) => numbered(text, content)),
    ...lines.map(({ span }) => numbered(document.text.slice(span.start, span.end), span)),
  ].sort((a, b) => a.content.start - b.content.start)
}

/**
 * The series （一）（二）… within a section: one for each run of headings of the same depth, and one for the lines of
 * prose that begin so. Lines count only where no table of the form was pasted as text, whose rows begin so too.
 */
export function topicSeries(report: Report, { section, body }: ReportSection): readonly (readonly Numbered[])[] {
  const { document, format } = report
  const lines = topicLines(document, body)
  const series: Numbered[][] = []
  const open = new Map<number, Numbered[]>()
  for (const line of lines) {
    if (line.kind !== 'heading') continue
    for (const depth of [...open.keys()]) if (depth > line.depth) open.delete(depth)
    if (!opensTopic(line.text)) continue
    const run = open.get(line.depth) ?? []
    if (run.length === 0) series.push(run)
    open.set(line.depth, run)
    run.push(numbered(line.text, line.span))
  }
  if (format.tables.some((table) => table.section === section.id)) return series
  const prose = lines.filter(({ kind }) => kind === 'prose')
  return [...series, prose.map(({ text, span }) => numbered(text, span))].filter((run) => run.length > 0)
}

const topicLines = lineSelector(
  (line, before) => line.kind === 'heading' || (opensTopic(line.text) && begins(line, before)),
)

/** A title goes on after its ordinal; what follows in 第二十条第⏎（一）项 is no title. */
const opensTopic = (text: string): boolean =>
  (readOrdinal(text)?.style === 'topic' || emptyMark(text) !== undefined) &&
  !/^[（(][^（()）]*[)）][\s\u3000]*(?:[项款条类目至到—－-]|[、和及与][（(]|$)/.test(text)

/** Text with hard line breaks may break within a sentence. */
const begins = (line: BodyLine, before: BodyLine | undefined): boolean =>
  line.first ||
  before === undefined ||
  before.kind === 'heading' ||
  /[。；;：:！!？?.”"」）)]$/.test(before.text.trim())

/** Writes an ordinal of the same kind with another value; undefined where the title is written with escapes. */
export function renumber(
  { content, mark, text }: Numbered,
  value: number,
  model: string,
  source: string,
): Edit | undefined {
  const shown = mark === '' ? text : mark
  const found = source.slice(content.start, content.end).indexOf(shown)
  if (found < 0) return undefined
  const start = content.start + found
  return { span: { start, end: start + mark.length }, text: ordinalLike(mark, value, model) }
}

/** `（二）` from `（三）`; where nothing or an empty bracket is written, as the model has it. */
export function ordinalLike(mark: string, value: number, model: string): string {
  if (/^[（(][ \u3000]*[)）]/.test(mark)) return mark.replace(/[ \u3000]*(?=[)）])/, toChinese(value))
  const like = mark === '' || readOrdinal(mark)?.style === 'dash' ? model : mark
  return /[\d０-９]/.test(like)
    ? like.replace(/[\d０-９]+/, String(value))
    : like.replace(/[一二三四五六七八九十⼀⼆⼋⼗]+/u, toChinese(value))
}
