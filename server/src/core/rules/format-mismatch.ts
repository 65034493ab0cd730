import { inForce } from '../report/evidence.ts'
import type { Span } from '../text/span.ts'
import type { Report } from '../report/report.ts'
import { reportRule } from './rule.ts'

/**
 * A report keeps to the form that is in force for its year, and to one form throughout. Legal source: the form itself.
 * Where the author has named a form in the document, that it is not the year's has been decided.
 */
export const formatMismatch = reportRule({
  code: 'format-mismatch',
  severity: 'warning',
  reads: 'outline',
  messages: {
    year: {
      zh: '报告年度为 {year} 年，应采用 {due}（{dueId}格式），现为 {basis}（{id}格式）',
      en: 'The report is on {year}, for which {due} (form {dueId}) is in force, but it is in the form of {basis} (form {id})',
    },
    mixed: {
      zh: '报告混用了两种格式：整体为 {basis}（{id}格式），但有 {count} 张表是 {other}（{otherId}格式）的样式',
      en: 'The report mixes two forms: it is in that of {basis} (form {id}), but {count} of its tables are laid out as {other} (form {otherId}) has them',
    },
    foreign: {
      zh: '{table}：“{label}”是 {other} 的栏目',
      en: '{table}: “{label}” belongs to the form of {other}',
    },
    keep: { zh: '确认采用 {id} 格式（插入注释）', en: 'Confirm the form {id} (inserts a comment)' },
  },
  *check(report) {
    const { format, detection, dueFormat, year, foreignTables } = report
    const own = { basis: format.basis, id: format.id }
    const [first] = foreignTables
    if (first !== undefined) {
      const same = foreignTables.filter((it) => it.format === first.format)
      const other = { other: first.format.basis, otherId: first.format.id }
      yield {
        message: 'mixed',
        args: { ...own, ...other, count: same.length },
        span: place(report) ?? first.span,
        related: same.map(({ table, label, span }) => ({
          message: 'foreign' as const,
          args: { ...other, table: table.title, label },
          span,
        })),
      }
    } else if (
      dueFormat !== undefined &&
      year !== undefined &&
      !inForce(format, year) &&
      (detection.source === 'content' || detection.source === 'setting')
    ) {
      const start = report.document.frontMatter?.span.end ?? (report.document.text.startsWith('\ufeff') ? 1 : 0)
      yield {
        message: 'year',
        args: { ...own, year, due: dueFormat.basis, dueId: dueFormat.id },
        span: place(report) ?? { start, end: start },
        fixes: [
          {
            title: 'keep',
            args: own,
            edits: [{ span: { start, end: start }, text: `<!-- zwgk-format: ${format.id} -->\n\n` }],
            effect: 'text',
          },
        ],
      }
    }
  },
})

const place = ({ title, sections }: Report): Span | undefined => title?.span ?? sections[0]?.title.content
