import { passagesOf, sourceSpan } from '../report/mentions/passages.ts'
import { shift } from '../text/span.ts'
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
    const { document, format, sections, headings } = report
    const own = sections.filter(({ section }) => section.annex !== true)
    const complete = format.sections.every(
      (section) => !section.required || own.some((it) => it.section.id === section.id),
    )
    const depths = new Set(
      own.map(({ title }) => headings.find((it) => it.content.start === title.content.start)?.depth),
    )
    const [depth, ...others] = depths
    if (format.freeOutline === true || !complete || own.length === 0) return
    const before = own[0]?.title.span.start ?? 0
    for (const { at, value } of document.sections)
      for (const passage of passagesOf(value)) {
        if (passage.heading || at + (passage.at[0] ?? 0) >= before) continue
        const match = announcement.exec(passage.text)
        const [all = '', number = ''] = match ?? []
        const announced = /\d/.test(number) ? Number(number) : digits.indexOf(number) + 1
        const sameRank =
          depth === undefined || others.length > 0 ? own.length : headings.filter((it) => it.depth === depth).length
        if (match === null || announced === own.length || announced === sameRank || announced < 3) continue
        const start = match.index + all.lastIndexOf(number)
        const span = shift(sourceSpan(passage, start, start + number.length), at)
        const present = /\d/.test(number) ? String(own.length) : (digits[own.length - 1] ?? String(own.length))
        yield {
          message: 'differs',
          args: { announced: number, present },
          span,
          fixes: [{ title: 'change', args: { present }, edits: [{ span, text: present }], effect: 'text' }],
        }
        return
      }
  },
})
