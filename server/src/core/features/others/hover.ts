import type { Analysis } from '../../analyse.ts'
import { fieldsOf, type Field } from '../../formats/field.ts'
import { compareWithBodies } from '../../related/rollUp.ts'
import { valueIn } from '../../related/values.ts'
import { compareYears, sameFigure, type YearlyOutcome } from '../../related/yearly.ts'
import { figureName } from '../../report/figureName.ts'
import { digits, type Decimal } from '../../text/decimal.ts'
import { inLocale, type Locale, type Text } from '../../text/message.ts'
import { escapeMarkdown } from '../markup.ts'

/** What other reports say of a figure, a paragraph of Markdown each: last year’s, and those of the bodies below. */
export const otherReports = (analysis: Analysis, field: Field, locale: Locale): readonly string[] => [
  ...lastYear(analysis, field, locale),
  ...bodies(analysis, field, locale),
]

function lastYear({ report, related: { previous } }: Analysis, field: Field, locale: Locale): readonly string[] {
  if (report === undefined || previous === undefined) return []
  const { summary } = previous
  const year = String(summary.head.year ?? '')
  const outcome = compareYears(report, previous).find(({ equation }) => equation.field === field.id)
  if (outcome !== undefined) {
    const title = escapeMarkdown(inLocale(outcome.equation.family.title, locale))
    const heading = { zh: `**与上年** ${title}`, en: `**Against last year** ${title}` }
    const source = inLocale({ zh: `${year}年报告：`, en: `Report on ${year}: ` }, locale)
    return [headed(heading, wordOf(outcome), locale), source + termsOf(outcome, fieldsOf(summary.format), locale)]
  }
  const before = sameFigure(report.format, field.id, summary)?.value
  if (before === undefined) return []
  const actual = valueIn(report, field.id)
  const name = inLocale({ zh: `**上年**（${year}年）`, en: `**Last year** (${year})` }, locale)
  return [parts([`${name} **${digits(before)}**`, actual === undefined ? '' : growth(actual, before, locale)])]
}

const headed = (heading: Text, word: Text, locale: Locale): string =>
  `${inLocale(heading, locale)} — **${inLocale(word, locale)}**`

const parts = (of: readonly string[]): string => of.filter((it) => it !== '').join(gap)

/** As wide as a Chinese character, so that what stands beside each other is told apart. */
const gap = '\u3000'

const wordOf = ({ actual, expected }: YearlyOutcome): Text => {
  if (actual === undefined) return { zh: '不可核', en: 'cannot be checked' }
  return actual.eq(expected) ? { zh: '相符', en: 'agrees' } : { zh: '不符', en: 'differs' }
}

/** Last year’s figures, what they come to with this year’s, and by how much the figure is off. */
function termsOf(
  { last, now, expected, actual }: YearlyOutcome,
  fields: ReadonlyMap<string, Field>,
  locale: Locale,
): string {
  const terms = last.map(({ field, figure }) => {
    const known = fields.get(field)
    const value = figure.value === undefined ? '?' : digits(figure.value)
    return `${escapeMarkdown(known === undefined ? field : figureName(known))} **${value}**`
  })
  const computed = inLocale({ zh: '计算值', en: 'computed' }, locale)
  return parts([
    terms.join(inLocale({ zh: '；', en: '; ' }, locale)),
    now.length === 0 ? '' : `${computed} **${digits(expected)}**`,
    actual === undefined ? '' : differenceOf(actual.minus(expected), locale),
  ])
}

const differenceOf = (by: Decimal, locale: Locale): string =>
  by.eq(0) ? '' : `${inLocale({ zh: '差额', en: 'difference' }, locale)} **${signed(by)}**`

/** The difference from what was, and its share of it. */
function growth(actual: Decimal, before: Decimal, locale: Locale): string {
  const by = actual.minus(before)
  const percent = before.eq(0) || by.eq(0) ? '' : `${by.gt(0) ? '+' : ''}${by.times(100).div(before).toFixed(1)}%`
  const share = percent === '' ? '' : inLocale({ zh: `（${percent}）`, en: ` (${percent})` }, locale)
  return `${inLocale({ zh: '增减', en: 'change' }, locale)} **${signed(by)}**${share}`
}

const signed = (value: Decimal): string => `${value.gt(0) ? '+' : ''}${digits(value)}`

function bodies({ report, related: { children } }: Analysis, field: Field, locale: Locale): readonly string[] {
  if (report === undefined || children === undefined) return []
  const outcome = compareWithBodies(report, children)
    .flat()
    .find((it) => it.field.id === field.id)
  if (outcome === undefined) return []
  const { sum, difference } = outcome
  const heading = { zh: '**下级之和**', en: '**Bodies below**' }
  const read = children.bodies.length - sum.without.length
  const total = inLocale(
    { zh: `${read} 份报告合计 **${digits(sum.value)}**`, en: `${read} reports come to **${digits(sum.value)}**` },
    locale,
  )
  const wanting = children.lacking.length
  const unread = sum.without.length
  if (wanting + unread > 0) {
    const why =
      wanting > 0
        ? { zh: `还缺 ${wanting} 份报告`, en: `${wanting} reports are wanting` }
        : { zh: `${unread} 份报告里的数读不出`, en: `the figure cannot be read in ${unread} reports` }
    const word = { zh: `不可核（${why.zh}）`, en: `cannot be checked (${why.en})` }
    return [headed(heading, word, locale), total]
  }
  if (difference === undefined) return [headed(heading, { zh: '不可核', en: 'cannot be checked' }, locale), total]
  const word = difference.eq(0) ? { zh: '平', en: 'balanced' } : { zh: '不平', en: 'broken' }
  return [headed(heading, word, locale), parts([total, differenceOf(difference, locale)])]
}
