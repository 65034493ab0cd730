import type { ContentFormat } from '../formats/format.ts'
import { sectionsWithin, type Placed, type Section } from '../markdown/document.ts'
import { fold } from '../text/label.ts'
import { contains, type Span } from '../text/span.ts'
import { bodyLines, sectionLines, type BodyLine } from './bodyLines.ts'
import type { TopicTitle } from './headings.ts'
import { sectionOf, type Report, type ReportSection } from './report.ts'

/**
 * Whether a report says what it must: its section is there, its topic with text below it, or one of its phrases
 * stands in the prose. A section that has only a title counts as well: that it is empty is another matter.
 */
export function isSaid(content: ContentFormat, report: Report): boolean {
  const { satisfiedBy, within } = content
  if (satisfiedBy !== undefined && sectionOf(report, satisfiedBy) !== undefined) return true
  if (report.topics.some((it) => it.topic.id === satisfiedBy && hasText(it, report))) return true
  const place = within === undefined ? wholeOf(report) : sectionOf(report, within)?.body
  if (place === undefined) return false
  const titles = new Set(
    [...report.sections.map(({ title }) => title), ...report.topics].map(({ content }) => content.start),
  )
  return sectionsWithin(report.document, place).some((part) => saysIn(part, place, content, titles))
}

/** The section in which the sentence belongs, of those that the report has. */
export function homeOf({ satisfiedBy, within, home }: ContentFormat, report: Report): ReportSection | undefined {
  for (const id of [within, ...(home ?? []), satisfiedBy]) {
    const section = id === undefined ? undefined : sectionOf(report, id)
    if (section !== undefined) return section
  }
  return undefined
}

/** The front matter and the title are about the report and not in it. */
const wholeOf = (report: Report): Span => ({
  start: report.title?.span.end ?? report.document.frontMatter?.span.end ?? 0,
  end: report.document.text.length,
})

/**
 * Whether a phrase stands in the prose of one piece between two headings. Titles of sections and topics name what
 * should follow; they say nothing by themselves.
 */
function saysIn(
  { at, value }: Placed<Section>,
  place: Span,
  { phrases }: ContentFormat,
  titles: ReadonlySet<number>,
): boolean {
  // Most pieces hold none of the phrases anywhere, and that is kept.
  if (!holdsAny(value, phrases)) return false
  const wanted = ({ start, end }: Span): boolean =>
    place.start <= at + start && at + end <= place.end && !titles.has(at + start)
  return paragraphsOf(value, ({ span }) => wanted(span)).some((prose) => phrases.some((it) => prose.includes(it)))
}

/** The folded text of each paragraph, of those of its lines that are wanted: nothing is said across two of them. */
function paragraphsOf(section: Section, wanted: (line: BodyLine) => boolean = () => true): readonly string[] {
  const paragraphs: string[] = []
  let open = ''
  for (const line of sectionLines(section)) {
    if (line.first && open !== '') paragraphs.push(open)
    if (line.first) open = ''
    if (wanted(line)) open += line.text
  }
  return [...paragraphs, open].map(fold)
}

const kept = new WeakMap<Section, Map<readonly string[], boolean>>()

function holdsAny(section: Section, phrases: readonly string[]): boolean {
  const byPhrases = kept.get(section) ?? new Map<readonly string[], boolean>()
  kept.set(section, byPhrases)
  const known = byPhrases.get(phrases)
  if (known !== undefined) return known
  const holds = paragraphsOf(section).some((prose) => phrases.some((phrase) => prose.includes(phrase)))
  byPhrases.set(phrases, holds)
  return holds
}

/** Whether anything stands below a topic's title before the next heading of its rank, topic or section. */
function hasText(topic: TopicTitle, report: Report): boolean {
  const { sections, topics, headings, document } = report
  const depth = headings.find(({ content }) => content.start === topic.content.start)?.depth ?? 6
  const starts = [
    ...headings.filter((it) => it.depth <= depth).map(({ span }) => span.start),
    ...topics.map(({ span }) => span.start),
    ...sections.map(({ title }) => title.span.start),
  ].filter((start) => start > topic.span.start)
  const body = { start: topic.span.end, end: Math.min(document.text.length, ...starts) }
  const table = report.tables.some(({ at, value }) => contains(body, at + value.grid.span.start))
  return table || bodyLines(document, body).some(({ text }) => /[\p{L}\p{N}]/u.test(text))
}
