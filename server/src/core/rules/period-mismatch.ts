import { sourceSpan, passagesOf, type Passage } from '../report/mentions/passages.ts'
import { sectionOf, type Report } from '../report/report.ts'
import { sectionsWithin, type Document, type Placed, type Section } from '../markdown/document.ts'
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
    set: { zh: '改为“{expected}”', en: 'Change to {expected}' },
  },
  *check(report) {
    const year = report.title?.year ?? report.year
    if (year === undefined) return
    for (const { at, value } of firstPassages(report.document)) {
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
    const overview = openingOf(report)
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
    yield* signature(report.document, year)
  },
})

function* signature(document: Document, year: number) {
  const last = lastPassage(document)
  const match = last === undefined ? null : /(?:^|\n|[^\d。,;])((\d{4})年\d{1,2}月\d{1,2}日)$/.exec(last.value.text)
  if (last === undefined || match === null || last.value.text.length > 40) return
  const [, written = '', signed = ''] = match
  const end = last.value.text.length
  if (Number(signed) > year || written === `${year}年12月31日`) return
  const span: Span = shift(sourceSpan(last.value, end - written.length, end), last.at)
  yield { message: 'signed' as const, args: { written, year }, span }
}

/** The period stands in the preamble; a long report is not searched to its end. */
const most = 30

function firstPassages({ parts, places }: Document): readonly Placed<Passage>[] {
  const found: Placed<Passage>[] = []
  for (let i = 0; i < parts.length && found.length < most; i++) found.push(...proseOf(parts[i], places.starts[i] ?? 0))
  return found.slice(0, most)
}

function lastPassage({ parts, places }: Document): Placed<Passage> | undefined {
  for (let i = parts.length - 1; i >= 0; i--) {
    const last = proseOf(parts[i], places.starts[i] ?? 0).at(-1)
    if (last !== undefined) return last
  }
  return undefined
}

const proseOf = (section: Section | undefined, at: number): readonly Placed<Passage>[] =>
  (section === undefined ? [] : passagesOf(section)).flatMap(({ at: from, value }) =>
    value.heading ? [] : [{ at: at + from, value }],
  )

/** The first paragraph of the overview, that is of the first section of the form. */
function openingOf(report: Report): Placed<Passage> | undefined {
  const first = report.format.sections[0]
  const section = first === undefined || report.format.freeOutline === true ? undefined : sectionOf(report, first.id)
  if (section === undefined) return undefined
  const { start, end } = section.body
  for (const { at, value } of sectionsWithin(report.document, section.body))
    for (const passage of proseOf(value, at)) {
      const from = passage.at + (passage.value.at[0] ?? 0)
      if (start <= from && from < end) return passage
    }
  return undefined
}
