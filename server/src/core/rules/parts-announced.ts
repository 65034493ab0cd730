import { sectionsWithin } from '../markdown/document.ts'
import { passagesOf, sourceSpan } from '../report/mentions/passages.ts'
import type { Report, ReportSection } from '../report/report.ts'
import { shift, type Span } from '../text/span.ts'
import { reportRule } from './rule.ts'

const announcement =
  /(?:由|共|分为|分|包括|包含|含)[^。;]{0,120}?([一二三四五六七八九十]|\d{1,2})(?:个|大)?部分(?:组成|构成|内容)?/

const digits = '一二三四五六七八九十'

/**
 * As many parts as the preamble announces. Only where every section that the form requires is there: one that is
 * absent is reported for itself.
 */
export const partsAnnounced = reportRule({
  code: 'parts-announced',
  severity: 'information',
  messages: {
    differs: {
      zh: '这里说有{announced}个部分，报告有{present}个。',
      en: '{announced} parts are announced; the report has {present}.',
    },
    change: { zh: '改为“{present}”', en: 'Change to {present}' },
  },
  *check(report) {
    const { format, sections } = report
    const own = sections.filter(({ section }) => section.annex !== true)
    const complete = format.sections.every(
      (section) => !section.required || own.some((it) => it.section.id === section.id),
    )
    const found = format.freeOutline === true || !complete ? undefined : announcementBefore(report, own[0])
    if (found === undefined) return
    const { number, span } = found
    const announced = /\d/.test(number) ? Number(number) : digits.indexOf(number) + 1
    if (announced === own.length || announced < 3 || announced === countOfRank(report, own)) return
    const present = /\d/.test(number) ? String(own.length) : (digits[own.length - 1] ?? String(own.length))
    yield {
      message: 'differs',
      args: { announced: number, present },
      span,
      fixes: [{ title: 'change', args: { present }, edits: [{ span, text: present }], effect: 'text' }],
    }
  },
})

/** The first announcement of parts in what stands before the first section. */
function announcementBefore(
  { document }: Report,
  first: ReportSection | undefined,
): { readonly number: string; readonly span: Span } | undefined {
  const before = first?.title.span.start ?? 0
  for (const { at, value } of sectionsWithin(document, { start: 0, end: before }))
    for (const { at: from, value: passage } of passagesOf(value)) {
      if (passage.heading || at + from + (passage.at[0] ?? 0) >= before) continue
      const match = announcement.exec(passage.text)
      if (match === null) continue
      const [all, number = ''] = match
      const start = match.index + all.lastIndexOf(number)
      return { number, span: shift(sourceSpan(passage, start, start + number.length), at + from) }
    }
  return undefined
}

/** How many headings have the rank of the sections; the sections alone where these are not of one rank. */
function countOfRank({ headings }: Report, own: readonly ReportSection[]): number {
  const ranks = new Set(own.map(({ title }) => headings.find((it) => it.content.start === title.content.start)?.depth))
  const [rank, ...others] = ranks
  return rank === undefined || others.length > 0 ? own.length : headings.filter((it) => it.depth === rank).length
}
