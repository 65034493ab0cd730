import type { Format, SectionFormat, TopicFormat } from '../../formats/format.ts'
import { sectionSkeleton, sectionTitle } from '../../formats/skeleton.ts'
import { readTemplate, toSnippet } from '../../formats/template.ts'
import { blocksIn, placedSpan } from '../../markdown/document.ts'
import { sectionDepth } from '../../report/insertSection.ts'
import { sectionOf, type Report, type ReportSection } from '../../report/report.ts'
import { inLocale, type Locale } from '../../text/message.ts'
import { toChinese } from '../../text/ordinal.ts'
import { contains } from '../../text/span.ts'
import { sectionCard, topicCard } from '../hover/section.ts'
import { pinyinInitials } from '../pinyin.ts'
import { valuesOf } from '../values.ts'
import { sortKey, type Completion } from './completion.ts'
import { onOwnLines, typedSpan, type Line } from './line.ts'

/** The sections that are missing, the one that belongs here first, and the missing topics of the section around. */
export function headingCompletions(report: Report, line: Line, locale: Locale): readonly Completion[] {
  if (isSwallowed(report, line)) return []
  const typed = /#+/.exec(line.before)?.[0].length ?? 1
  const depth = sectionDepth(report)
  const around = report.sections.findLast((it) => it.title.span.end < line.start)
  return [
    ...(typed <= depth ? sectionCompletions(report, around, depth, line, locale) : []),
    ...(around !== undefined && typed <= depth + 1 ? topicCompletions(report, around, depth + 1, line, locale) : []),
  ]
}

/** Code and comments may hold lines that begin like headings. */
const isSwallowed = ({ document }: Report, { offset }: Line): boolean =>
  [...blocksIn(document)].some(
    (block) => /^(?:code|html|comment)$/.test(block.value.kind) && contains(placedSpan(block), offset),
  )

function sectionCompletions(
  report: Report,
  around: ReportSection | undefined,
  depth: number,
  line: Line,
  locale: Locale,
): readonly Completion[] {
  const { format } = report
  const missing = format.sections.filter((section) => isMissing(section, report, line))
  const after = around === undefined ? -1 : format.sections.indexOf(around.section)
  const rank = (section: SectionFormat): number => {
    const index = format.sections.indexOf(section)
    return index > after ? index : index + format.sections.length
  }
  return missing.map((section) => {
    const title = sectionTitle(section, format)
    return {
      label: title,
      detail: detailOf(section, format, locale),
      documentation: sectionCard(section, format, locale),
      kind: 'section',
      filter: `${'#'.repeat(depth)} ${title} ${pinyinInitials(section.title)} ${section.id}`,
      sort: sortKey(rank(section)),
      span: typedSpan(line),
      snippet: onOwnLines(toSnippet(sectionSkeleton(section, format, depth), valuesOf(report)), line),
    }
  })
}

/** A title of which the last characters are still being typed is not there yet. */
function isMissing(section: SectionFormat, report: Report, { offset }: Line): boolean {
  const present = sectionOf(report, section.id)
  return present === undefined || (present.title.match === 'near' && contains(present.title.span, offset))
}

function detailOf(section: SectionFormat, { tables }: Format, locale: Locale): string {
  const withTable = tables.some((table) => table.section === section.id)
  const zh = withTable ? '补上这一节和它的统计表' : '补上这一节'
  return inLocale({ zh, en: withTable ? `${section.english}, with its table` : section.english }, locale)
}

function topicCompletions(
  report: Report,
  around: ReportSection,
  depth: number,
  line: Line,
  locale: Locale,
): readonly Completion[] {
  const { section } = around
  const present = report.topics.filter(
    (it) => it.section === section && contains(around.body, it.span.start) && !contains(it.span, line.offset),
  )
  return section.topics.flatMap((topic, i): readonly Completion[] => {
    if (present.some((it) => it.topic === topic)) return []
    const title = `（${toChinese(ordinalOf(topic, report, around, line))}）${topic.title}`
    const heading = `${'#'.repeat(Math.min(depth, 6))} ${title}`
    const body = topic.template.flatMap((text) => ['\n', ...readTemplate(text), '\n'])
    return [
      {
        label: title,
        detail: inLocale({ zh: `“${section.title}”应写到的方面`, en: topic.english }, locale),
        documentation: topicCard(topic, section, report.format, locale),
        kind: 'topic',
        filter: `${heading} ${pinyinInitials(topic.title)} ${topic.id}`,
        sort: sortKey(500 + i),
        span: typedSpan(line),
        snippet: onOwnLines(toSnippet([`${heading}\n`, ...body], valuesOf(report)), line),
      },
    ]
  })
}

/** The form's own ordinal, unless the headings of this report are counted otherwise: then the one that follows. */
function ordinalOf(topic: TopicFormat, report: Report, { section, body }: ReportSection, { start }: Line): number {
  const official = section.topics.indexOf(topic) + 1
  const counted = report.headings.filter((it) => it.ordinal?.style === 'topic' && contains(body, it.span.start))
  const asInForm = counted.every((heading) => {
    const known = report.topics.find((it) => it.span.start === heading.span.start)
    return known !== undefined && section.topics.indexOf(known.topic) + 1 === heading.ordinal?.value
  })
  const last = counted.findLast((it) => it.span.end < start)
  return asInForm ? official : (last?.ordinal?.value ?? 0) + 1
}
