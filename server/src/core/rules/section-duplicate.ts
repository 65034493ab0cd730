import { sectionTitle } from '../formats/skeleton.ts'
import { bodyLines, lineEnd, lineStart } from '../report/bodyLines.ts'
import type { Report } from '../report/report.ts'
import type { SectionTitle } from '../report/headings.ts'
import type { Edit } from '../text/span.ts'
import { reportRule } from './rule.ts'

/** Each section of the form stands once. Legal source: the form, which lists each once. */
export const sectionDuplicate = reportRule({
  code: 'section-duplicate',
  severity: 'warning',
  messages: {
    again: {
      zh: '“{title}”：这一节应只有一处，此处是重复的。依据：{basis}',
      en: '“{title}” ({english}): the section should stand once; this is a repetition. Basis: {basis}',
    },
    first: { zh: '“{title}”首次出现在此处', en: '“{title}” stands here first' },
    remove: { zh: '删去重复的空标题“{text}”', en: 'Delete the repeated title “{text}” under which there is nothing' },
  },
  *check(report) {
    const { format, sections, repeated } = report
    const starts = [...sections.map((it) => it.title), ...repeated].map((it) => it.span.start).sort((a, b) => a - b)
    const next = new Map(starts.map((start, i) => [start, starts[i + 1]]))
    for (const title of repeated) {
      const first = sections.find((it) => it.section === title.section)
      if (first === undefined) continue
      const [original, copy] = first.title.span.start < title.span.start ? [first.title, title] : [title, first.title]
      const name = sectionTitle(title.section, format)
      const empty = [copy, original].find((it) => emptyTitle(report, it, next.get(it.span.start)) !== undefined)
      const edit = empty && emptyTitle(report, empty, next.get(empty.span.start))
      yield {
        message: 'again',
        args: { title: name, english: title.section.english, basis: format.basis },
        span: copy.content,
        related: [{ message: 'first', args: { title: name }, span: original.content }],
        fixes:
          edit === undefined ? [] : [{ title: 'remove', args: { text: copy.text }, edits: [edit], effect: 'text' }],
      }
    }
  },
})

/** Takes a title out with the blank lines after it, where nothing but another title follows: no text can be lost. */
function emptyTitle({ document }: Report, title: SectionTitle, next: number | undefined): Edit | undefined {
  const { text } = document
  const end = next === undefined ? text.length : lineStart(text, next)
  const start = lineStart(text, title.span.start)
  const below = text.slice(lineEnd(text, title.span.end), end)
  return below.trim() === '' && bodyLines(document, { start, end }).length === 1
    ? { span: { start, end }, text: '' }
    : undefined
}
