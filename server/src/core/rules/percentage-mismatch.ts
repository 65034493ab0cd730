import { quotable } from '../report/figureName.ts'
import { namesOf } from '../report/mentions/fieldNames.ts'
import { mentionsOf, valueOfFields, type Mention } from '../report/mentions/mentions.ts'
import { reads } from '../report/mentions/quantities.ts'
import { readShares, type Share } from '../report/mentions/shares.ts'
import { percentage, placesOf, wrongIn } from '../report/mentions/wrongShares.ts'
import type { Report } from '../report/report.ts'
import { digits, type Decimal } from '../text/decimal.ts'
import { keep } from '../text/keep.ts'
import { shift } from '../text/span.ts'
import { sectionRule } from './rule.ts'

/** A share follows from its counts at the precision written; rounding and cutting off are both right. */
export const percentageMismatch = sectionRule({
  code: 'percentage-mismatch',
  severity: 'information',
  reads: 'tables',
  messages: {
    share: {
      zh: '“{clause}”：{count}÷{whole}＝{expected}%，写的是 {written}%。',
      en: '“{clause}”: {count} ÷ {whole} = {expected}%, but {written}% is written.',
    },
    field: {
      zh: '“{clause}”：表中“{figure}”是 {count}，{count}÷{whole}＝{expected}%，写的是 {written}%。',
      en: '“{clause}”: the table has {count} for “{figure}”, and {count} ÷ {whole} = {expected}%, but {written}% is written.',
    },
    change: { zh: '改为 {expected}%', en: 'Change to {expected}%' },
  },
  *check({ section, at, report }) {
    const groups = readShares(section)
    const { counts, shares } = mentionsOf(report, section, at)
    if (groups.length + shares.length === 0) return
    const wholes = wholesOf(report)
    const every = [...wholes.values()].flat()
    for (const group of groups) {
      const wholesFor = ({ countSpan }: Share): readonly Decimal[] => {
        const mention = counts.find(({ span }) => span.start === at + countSpan.start)
        return wholes.get(mention?.item.topic ?? '') ?? []
      }
      for (const { clause, count, share, whole, expected, span, number } of wrongIn(group, wholesFor, every)) {
        const args = {
          clause: quotable(clause),
          count: digits(count.value),
          whole: digits(whole),
          written: digits(share.value),
          expected,
        }
        yield {
          message: 'share',
          args,
          span: shift(span, at),
          fixes: [{ title: 'change', args, edits: [{ span: shift(number, at), text: expected }], effect: 'text' }],
        }
      }
    }
    for (const mention of shares) yield* sharesOfFields(mention, report, wholes)
  },
})

type Wholes = ReadonlyMap<string, readonly Decimal[]>

/** The totals of the tables that shares of a topic may be of. */
const wholesOf = keep(
  (report: Report): Wholes =>
    new Map(
      Object.entries(report.format.mentions?.shareWholes ?? {}).map(([topic, sums]) => [
        topic,
        sums.flatMap((fields) => valueOfFields(report, fields) ?? []).filter((it) => it.gt(0)),
      ]),
    ),
)

/** 予以公开占32%: the share of what the table has, without its number. */
function* sharesOfFields({ item, quantity, fields, clause, span, number }: Mention, report: Report, wholes: Wholes) {
  const value = valueOfFields(report, item.fields)
  const own = wholes.get(item.topic ?? '') ?? []
  const [whole] = own
  if (quantity === undefined || number === undefined || value === undefined || whole === undefined) return
  const readings = [value, ...(item.accepted ?? []).flatMap((it) => valueOfFields(report, it.fields) ?? [])]
  if (own.some((it) => readings.some((count) => reads(quantity, percentage(count, it))))) return
  const expected = percentage(value, whole).toFixed(placesOf(quantity))
  const args = {
    clause: quotable(clause),
    figure: quotable(namesOf(fields)),
    count: digits(value),
    whole: digits(whole),
    written: digits(quantity.value),
    expected,
  }
  yield {
    message: 'field' as const,
    args,
    span,
    fixes: [{ title: 'change' as const, args, edits: [{ span: number, text: expected }], effect: 'text' as const }],
  }
}
