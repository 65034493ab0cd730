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
  reads: 'outline',
  messages: {
    again: {
      zh: '“{title}”：这一节应只有一处，此处是重复的。依据：{basis}',
      en: '“{title}” ({english}): the section should stand once; this is a repetition. Basis: {basis}',
    },
    pasted: {
      zh: '从“{title}”起连续 {count} 个标题前面都有过，可能整段重复粘贴了。依据：{basis}',
      en: 'From “{title}” on, {count} titles in a row have stood before; perhaps all of it was pasted twice. Basis: {basis}',
    },
    first: { zh: '“{title}”首次出现在此处', en: '“{title}” stands here first' },
    remove: { zh: '删去重复的空标题“{text}”', en: 'Delete the repeated title “{text}” under which there is nothing' },
  },
  *check(report) {
    const { format, sections, repeated } = report
    const titles = [...sections.map((it) => it.title), ...repeated].sort((a, b) => a.span.start - b.span.start)
    const next = new Map(titles.map(({ span }, i) => [span.start, titles[i + 1]?.span.start]))
    for (const run of runsOf(titles, new Set(repeated))) {
      const [begin] = run
      if (begin !== undefined && run.length >= pasted) {
        yield {
          message: 'pasted',
          args: { count: run.length, title: sectionTitle(begin.section, format), basis: format.basis },
          span: begin.content,
          related: run.slice(1, 1 + shown).map(({ section, content }) => ({
            message: 'again' as const,
            args: { title: sectionTitle(section, format), english: section.english, basis: format.basis },
            span: content,
          })),
        }
        continue
      }
      for (const title of run) {
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
    }
  },
})

/** So many repeated titles in a row were not typed again but pasted, with what stands under them. */
const pasted = 3

/** As many places as anybody looks at. */
const shown = 20

/** Repeated titles that follow one another. */
function runsOf(
  titles: readonly SectionTitle[],
  repeated: ReadonlySet<SectionTitle>,
): readonly (readonly SectionTitle[])[] {
  const runs: SectionTitle[][] = []
  let before = false
  for (const title of titles) {
    const again = repeated.has(title)
    if (again && before) runs.at(-1)?.push(title)
    else if (again) runs.push([title])
    before = again
  }
  return runs
}

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
