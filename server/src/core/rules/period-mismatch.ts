import { sourceSpan, passagesOf, type Passage } from '../report/mentions/passages.ts'
import { sectionOf, type Report } from '../report/report.ts'
import type { Placed } from '../markdown/document.ts'
import { shift, type Span } from '../text/span.ts'
import { reportRule } from './rule.ts'

const period =
  /(?:统计|数据|起止)[^。;]{0,24}?(\d{4})年(\d{1,2})月(\d{1,2})日(?:起|开始)?[,]?(?:至|到|-|—|~|－)(?:(\d{4})年|当年|同年)?(\d{1,2})月(\d{1,2})日/

/** The title, the period of statistics and the dates of a report speak of one year. Legal source: article 49, 50. */
export const periodMismatch = reportRule({
  code: 'period-mismatch',
  severity: 'warning',
  messages: {
    year: {
      zh: '统计期限写的是 {written}，与标题的 {year} 年不一致。',
      en: 'The period of statistics is {written}, but the title says {year}.',
    },
    range: {
      zh: '统计期限写的是 {written}，应为全年：{expected}。',
      en: 'The period of statistics is {written}; it should be the whole year: {expected}.',
    },
    opening: {
      zh: '总体情况以“{written}年”开头，与标题的 {year} 年不一致，可能是上一年的文字。',
      en: 'The overview opens with {written}, but the title says {year}; perhaps it is last year’s text.',
    },
    signed: {
      zh: '落款日期 {written} 早于统计期末（{year}年12月31日）。',
      en: 'The date at the end, {written}, is before the end of the period, 31 December {year}.',
    },
    digits: { zh: '年份“{written}”多了或者少了数字。', en: 'The year {written} has digits too many.' },
    set: { zh: '改为“{expected}”', en: 'Change to {expected}' },
  },
  *check(report) {
    const year = report.title?.year ?? report.year
    if (year === undefined) return
    const passages = prose(report)
    for (const { at, value } of passages.slice(0, 30)) {
      const match = period.exec(value.text)
      if (match === null) continue
      const [all, from = '', startMonth, startDay, until = from, endMonth, endDay] = match
      const start = match.index + all.indexOf(`${from}年`)
      const span = shift(sourceSpan(value, start, match.index + all.length), at)
      const written = value.text.slice(start, match.index + all.length)
      const expected = `${year}年1月1日至${year}年12月31日`
      const whole = [startMonth, startDay, endMonth, endDay].map(Number).join() === '1,1,12,31'
      const right = Number(from) === year && Number(until) === year
      if (right && whole) break
      yield {
        message: right ? 'range' : 'year',
        args: { written, expected, year },
        span,
        fixes: [{ title: 'set', args: { expected }, edits: [{ span, text: expected }], effect: 'text' }],
      }
      break
    }
    const overview = openingOf(report, passages)
    const opened = overview === undefined ? null : /^((?:19|20)\d{2})年度?,/.exec(overview.value.text)
    if (overview !== undefined && opened !== null && Number(opened[1]) !== year) {
      const span = shift(sourceSpan(overview.value, 0, 4), overview.at)
      yield {
        message: 'opening',
        args: { written: opened[1] ?? '', year },
        span,
        fixes: [
          { title: 'set', args: { expected: `${year}年` }, edits: [{ span, text: String(year) }], effect: 'text' },
        ],
      }
    }
    for (const { at, value } of passages)
      for (const match of value.text.matchAll(/(?<!\d)20\d{3,5}年/g))
        yield {
          message: 'digits',
          args: { written: match[0] },
          span: shift(sourceSpan(value, match.index, match.index + match[0].length), at),
        }
    yield* signature(passages, year)
  },
})

function* signature(passages: readonly Placed<Passage>[], year: number) {
  const last = passages.at(-1)
  const match = last === undefined ? null : /(?:^|\n|[^\d。,;])((\d{4})年\d{1,2}月\d{1,2}日)$/.exec(last.value.text)
  if (last === undefined || match === null || last.value.text.length > 40) return
  const [, written = '', signed = ''] = match
  const end = last.value.text.length
  if (Number(signed) > year || written === `${year}年12月31日`) return
  const span: Span = shift(sourceSpan(last.value, end - written.length, end), last.at)
  yield { message: 'signed' as const, args: { written, year }, span }
}

const prose = ({ document }: Report): readonly Placed<Passage>[] =>
  document.sections.flatMap(({ at, value }) =>
    passagesOf(value).flatMap(({ at: from, value: passage }) =>
      passage.heading ? [] : [{ at: at + from, value: passage }],
    ),
  )

/** The first paragraph of the overview, that is of the first section of the form. */
function openingOf(report: Report, passages: readonly Placed<Passage>[]): Placed<Passage> | undefined {
  const first = report.format.sections[0]
  const section = first === undefined || report.format.freeOutline === true ? undefined : sectionOf(report, first.id)
  if (section === undefined) return undefined
  return passages.find(({ at, value }) => {
    const start = at + (value.at[0] ?? 0)
    return section.body.start <= start && start < section.body.end
  })
}
