import { spanInFrontMatter } from '../markdown/frontMatterSpan.ts'
import type { Report } from '../report/report.ts'
import { readOptions } from '../report/options.ts'
import type { Span } from '../text/span.ts'
import { relatedRule } from './rule.ts'
import { lackArgs, lackMessages } from './shared/lacking.ts'

/**
 * The reports that this one names, or that it is to be added up from, are there and are those of the right year.
 * Without them nothing is compared, which the author should know. The forms require that years and bodies agree.
 */
export const relatedMissing = relatedRule({
  code: 'related-missing',
  severity: 'warning',
  messages: {
    previous: {
      zh: '没有与上年报告核对：文首 previous 所指的不能用。',
      en: 'Not compared with last year’s report: the one named in previous cannot be used.',
    },
    ambiguous: {
      zh: '没有与上年报告核对：有几份都可能是上年报告，请在文首用 previous 写明。',
      en: 'Not compared with last year’s report: several may be it; name one in previous.',
    },
    children: {
      zh: '汇总不可核：下级报告还缺 {count} 份（{names}）。',
      en: 'The roll-up cannot be checked: {count} reports of subordinate bodies are wanting ({names}).',
    },
    ...lackMessages,
  },
  *check({ report, related: { noPrevious, children } }) {
    if (noPrevious !== undefined) {
      const ambiguous = noPrevious.why === 'several'
      const span = ambiguous ? headSpan(report) : keySpan(report, ['previous'])
      yield {
        message: ambiguous ? 'ambiguous' : 'previous',
        span,
        ...(ambiguous && { severity: 'information' }),
        related: [{ message: noPrevious.why, args: lackArgs(noPrevious), span }],
      }
    }
    if (children === undefined || children.lacking.length === 0) return
    const { named, lacking } = children
    const written = readOptions(report.document.frontMatter).children ?? []
    const shown = lacking.slice(0, 3).map(({ name }) => name)
    const spanOf = (name: string): Span => {
      if (named === 'setting') return headSpan(report)
      const i = written.indexOf(name)
      return keySpan(report, i < 0 || written.length === 1 ? ['children'] : ['children', i])
    }
    yield {
      message: 'children',
      args: { count: lacking.length, names: shown.join('、') + (lacking.length > shown.length ? '等' : '') },
      span: named === 'setting' ? headSpan(report) : keySpan(report, ['children']),
      related: lacking.slice(0, most).map((it) => ({ message: it.why, args: lackArgs(it), span: spanOf(it.name) })),
    }
  },
})

/** More would not help anyone; the finding says how many there are. */
const most = 50

/** Where a key under `zwgk` in the front matter has its value. */
function keySpan(report: Report, path: readonly (string | number)[]): Span {
  const { frontMatter, text } = report.document
  return frontMatter === undefined ? headSpan(report) : spanInFrontMatter(frontMatter, text, ['zwgk', ...path])
}

/** What has no place of its own in the report shows on its title. */
const headSpan = ({ title, sections }: Report): Span =>
  title?.span ?? sections[0]?.title.content ?? { start: 0, end: 0 }
