import type { ParagraphFormat } from '../../formats/paragraph.ts'
import type { SectionFormat, TopicFormat } from '../../formats/format.ts'
import { readTemplate, toText } from '../../formats/template.ts'
import { sectionsWithin, type Placed } from '../../markdown/document.ts'
import { lineEnd } from '../../report/bodyLines.ts'
import { closingStart } from '../../report/closing.ts'
import type { TopicTitle } from '../../report/headings.ts'
import { sectionDepth } from '../../report/insertSection.ts'
import { passagesOf, sourceSpan, type Passage } from '../../report/mentions/passages.ts'
import { sectionOf, type Report, type ReportSection } from '../../report/report.ts'
import { toChinese } from '../../text/ordinal.ts'
import { contains, shift, type Edit, type Span } from '../../text/span.ts'
import { valuesOf } from '../values.ts'

/** Where a paragraph belongs in a report. */
export type Place = {
  readonly topic: TopicFormat
  /** The prose in which its sentences are looked for. */
  readonly body: Span
  /** The title of the topic; undefined where the report has none. */
  readonly title: Span | undefined
  /** Puts new paragraphs where they belong, with a heading where the report has such headings. */
  readonly insert: (text: string) => Edit
}

/** Undefined where the report lacks the section that the paragraph belongs into. */
export function placeFor({ topic: id }: ParagraphFormat, report: Report): Place | undefined {
  const section = report.format.sections.find((it) => it.topics.some((topic) => topic.id === id))
  const topic = section?.topics.find((it) => it.id === id)
  const own = section && sectionOf(report, section.id)
  if (section === undefined || topic === undefined || own === undefined) return undefined
  const title = report.topics.find((it) => it.topic === topic)
  if (title !== undefined) {
    const insert = (text: string): Edit => paragraphAt(report, lineEnd(report.document.text, title.span.end), text)
    return { topic, title: title.span, body: bodyOf(title, own, report), insert }
  }
  const headed = report.topics.filter((it) => it.section === section)
  const insert = (text: string): Edit =>
    headed.length === 0
      ? paragraphAt(report, endOf(own.body, report), text)
      : headedAt(headed, own, topic, section, text, report)
  return { topic, title: undefined, body: { start: own.body.start, end: endOf(own.body, report) }, insert }
}

/** From a topic's title to the next title of its rank, of a topic or of a section. */
function bodyOf(topic: TopicTitle, section: ReportSection, report: Report): Span {
  const depth = report.headings.find(({ content }) => content.start === topic.content.start)?.depth ?? 6
  const starts = [
    ...report.headings.filter((it) => it.depth <= depth).map(({ span }) => span.start),
    ...report.topics.map(({ span }) => span.start),
  ].filter((start) => start > topic.span.start)
  return { start: topic.span.end, end: Math.min(endOf(section.body, report), ...starts) }
}

/** Behind the last words of a part of the report; the name and the date at the end of a report are not of it. */
function endOf({ start, end }: Span, { document }: Report): number {
  const limit = end < document.text.length ? end : closingStart(document, start)
  return Math.max(start, document.text.slice(0, limit).trimEnd().length)
}

/** A heading for the topic with the text below it: behind the topics that come before it in the form. */
function headedAt(
  headed: readonly TopicTitle[],
  own: ReportSection,
  topic: TopicFormat,
  { topics }: SectionFormat,
  text: string,
  report: Report,
): Edit {
  const rank = (it: TopicFormat): number => topics.indexOf(it)
  const before = headed.filter((it) => rank(it.topic) < rank(topic)).at(-1)
  const known = headed.map(({ content }) => report.headings.find((it) => it.content.start === content.start)?.depth)
  const depth = known.find((it) => it !== undefined) ?? sectionDepth(report) + 1
  const heading = `${'#'.repeat(Math.min(6, depth))} （${toChinese(rank(topic) + 1)}）${topic.title}`
  const after = before === undefined ? own.title.span.end : endOf(bodyOf(before, own, report), report)
  return paragraphAt(report, lineEnd(report.document.text, after), `${heading}\n\n${text}`)
}

/** Paragraphs behind a place at the end of a line, blank lines around them. */
export function paragraphAt({ document: { text: source } }: Pick<Report, 'document'>, at: number, text: string): Edit {
  const following = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(source.slice(at))?.[0] ?? ''
  const breaks = following.match(/\r\n|\n|\r/g)?.length ?? 0
  const isLast = source.slice(at).trim() === ''
  return { span: { start: at, end: at }, text: `\n\n${text}${isLast ? '' : '\n'.repeat(Math.max(0, 2 - breaks))}` }
}

/** The passages of prose within a part of the document, each with the place that its offsets count from. */
export const passagesWithin = ({ document }: Report, body: Span): readonly Placed<Passage>[] =>
  sectionsWithin(document, body).flatMap((section) =>
    passagesOf(section.value)
      .map(({ at, value }) => ({ at: section.at + at, value }))
      .filter(({ at, value }) => !value.heading && contains(body, at + (value.at[0] ?? 0))),
  )

/** The first sentence of the topic as a new report has it, with nothing filled in: the new text may take its place. */
export function unfilledSentence(topic: TopicFormat, report: Report, body: Span): Span | undefined {
  const [template = ''] = topic.template
  const whole = toText(readTemplate(template), valuesOf(report))
  const [sentence = ''] = whole.split(/(?<=。)/)
  if (!sentence.includes('（请填写：')) return undefined
  const wanted = sentence.normalize('NFKC').replace(/\s+/g, '')
  for (const { at, value } of passagesWithin(report, body)) {
    const from = value.text.indexOf(wanted)
    if (from >= 0) return shift(sourceSpan(value, from, from + wanted.length), at)
  }
  return undefined
}
