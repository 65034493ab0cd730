import type { ContentFormat } from '../formats/format.ts'
import { readTemplate, toText } from '../formats/template.ts'
import { closingStart } from '../report/closing.ts'
import { contentOf, type Content } from '../report/content.ts'
import { homeOf, isSaid } from '../report/statements.ts'
import type { Report, ReportSection } from '../report/report.ts'
import type { Edit } from '../text/span.ts'
import { reportRule } from './rule.ts'

/**
 * What the regulation wants a report to say must be said, under a title of its own or in a sentence anywhere. A
 * section that is absent or empty is reported under its own name. Legal source: that of each content.
 */
export const statementMissing = reportRule({
  code: 'statement-missing',
  severity: 'warning',
  reads: 'outline',
  messages: {
    inSection: {
      zh: '“{place}”：没有写到“{content}”。依据：{basis}',
      en: '“{place}”: nothing is said about “{content}” ({english}). Basis: {basis}',
    },
    inReport: {
      zh: '全文没有写到“{content}”。依据：{basis}',
      en: 'The report says nothing about “{content}” ({english}). Basis: {basis}',
    },
    insert: { zh: '补写“{content}”', en: 'Add a sentence on “{content}”' },
  },
  *check(report) {
    const { format } = report
    for (const content of format.contents) {
      if (content.recommended === true || isSaid(content, report)) continue
      const home = homeOf(content, report)
      // A section that the form requires and that is absent or empty is reported for itself.
      if (home === undefined ? format.freeOutline !== true : isEmpty(contentOf(report, home))) continue
      const span = home?.title.content ?? report.title?.span
      // A fragment without title and sections, in a form that was set, is no whole report.
      if (span === undefined) continue
      const named = { content: content.title, english: content.english }
      const args = {
        ...named,
        place: home?.title.text ?? '',
        basis: content.basis.join('、'),
      }
      yield {
        message: home === undefined || content.within === undefined ? 'inReport' : 'inSection',
        args,
        span,
        fixes: [
          { title: 'insert', args: named, edits: [insertion(content, home, report)], effect: 'text', preferred: true },
        ],
      }
    }
  },
})

/** Puts the sentence at the end of its section, or in place of a bare 无; without a section at the end of the report. */
function insertion(content: ContentFormat, home: ReportSection | undefined, report: Report): Edit {
  const { document } = report
  const { text } = document
  const sentence = toText(readTemplate(content.template), {
    body: report.title?.body ?? '本机关',
    year: report.year === undefined ? '本' : String(report.year),
  })
  const said = home === undefined ? undefined : contentOf(report, home)
  const [only, ...others] = said?.lines ?? []
  if (said?.bareNone === true && only !== undefined && others.length === 0) return { span: only.span, text: sentence }
  const limit =
    home === undefined || home.body.end === text.length ? closingStart(document, home?.body.start ?? 0) : home.body.end
  const end = text.slice(0, limit).trimEnd().length
  return { span: { start: end, end }, text: `${end === 0 ? '' : '\n\n'}${sentence}` }
}

const isEmpty = ({ lines, other }: Content): boolean => lines.length === 0 && !other
