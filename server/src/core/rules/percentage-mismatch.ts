import { agreesWith, changeFor } from '../report/mentions/change.ts'
import { quotable } from '../report/figureName.ts'
import type { Format } from '../formats/format.ts'
import type { Section } from '../markdown/document.ts'
import { fieldsMentioned } from '../report/mentions/dependence.ts'
import { namesOf } from '../report/mentions/fieldNames.ts'
import { readGrowth, type Growth } from '../report/mentions/growth.ts'
import { mentionsOf, readerFor, valueOfFields, type Mention } from '../report/mentions/mentions.ts'
import { reads, type Quantity } from '../report/mentions/quantities.ts'
import { readShares, type Share } from '../report/mentions/shares.ts'
import { percentage, placesOf, wrongIn } from '../report/mentions/wrongShares.ts'
import type { Report } from '../report/report.ts'
import { digits, type Decimal } from '../text/decimal.ts'
import { keep } from '../text/keep.ts'
import { shift } from '../text/span.ts'
import { sectionRule } from './rule.ts'

/**
 * A share follows from its counts at the precision written, and so does growth against a number of last year that the
 * sentence itself gives; rounding and cutting off are both right.
 */
export const percentageMismatch = sectionRule({
  code: 'percentage-mismatch',
  severity: 'information',
  reads: 'tables',
  fields: ({ report, section }) => fieldsOfShares(report, section),
  messages: {
    share: {
      zh: '“{clause}”：{count}÷{whole}＝{expected}%，写的是 {written}%。',
      en: '“{clause}”: {count} ÷ {whole} = {expected}%, but {written}% is written.',
    },
    field: {
      zh: '“{clause}”：表中“{figure}”是 {count}，{count}÷{whole}＝{expected}%，写的是 {written}%。',
      en: '“{clause}”: the table has {count} for “{figure}”, and {count} ÷ {whole} = {expected}%, but {written}% is written.',
    },
    growth: {
      zh: '“{clause}”：（{now}－{last}）÷{last}＝{signed}，写的是“{said}”。',
      en: '“{clause}”: ({now} − {last}) ÷ {last} = {signed}, but “{said}” is written.',
    },
    difference: {
      zh: '“{clause}”：{now}－{last}＝{signed}，写的是“{said}”。',
      en: '“{clause}”: {now} − {last} = {signed}, but “{said}” is written.',
    },
    instead: { zh: '改为“{instead}”', en: 'Write “{instead}”' },
    change: { zh: '改为 {expected}%', en: 'Change to {expected}%' },
  },
  *check({ section, at, report }) {
    for (const growth of readGrowth(section)) yield* growthWithin(growth, at)
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

/** Last year's number for one of this year: as written, or as it follows from the count by which it changed. */
function lastOf({ base, count, direction }: Growth, now: Decimal): Decimal | undefined {
  if (base !== undefined || count === undefined) return base?.value
  return direction === 'up' ? now.minus(count.value) : now.plus(count.value)
}

/** 比上年(31件)减少9件: both numbers stand in the sentence. It may be said of any number that it has. */
function* growthWithin(growth: Growth, at: number) {
  const { of, others, base, count, by, clause, said, span } = growth
  const last = lastOf(growth, of.value)
  if (last?.gt(0) !== true || of.step.gt(1) || (base ?? count)?.step.gt(1) !== false) return
  // It may be said of any number of the sentence.
  const bearsOut = ({ value }: Quantity): boolean => agreesWith(growth, value, lastOf(growth, value) ?? last)
  if ([of, ...others].some(bearsOut)) return
  const { signed, instead, edits } = changeFor(growth, of.value, last)
  const args = { clause: quotable(clause), said, now: digits(of.value), last: digits(last), signed }
  const placed = edits.map((it) => ({ ...it, span: shift(it.span, at) }))
  yield {
    message: by === 'percent' ? ('growth' as const) : ('difference' as const),
    args,
    span: shift(span, at),
    fixes:
      instead === undefined
        ? []
        : [{ title: 'instead' as const, args: { instead }, edits: placed, effect: 'text' as const }],
  }
}

/** Of a section without shares none; else those of the totals and of what is mentioned in it. */
function fieldsOfShares(report: Report, section: Section): ReadonlySet<string> {
  const shares = readShares(section).length + (readerFor(report)?.(section).shares.length ?? 0)
  return shares === 0 ? none : withWholes(report.format)(fieldsMentioned(report, section))
}

const none: ReadonlySet<string> = new Set()

const withWholes = keep(({ mentions }: Format) => {
  const wholes = Object.values(mentions?.shareWholes ?? {}).flatMap((sums) => sums.flat())
  return keep(
    (mentioned: ReadonlySet<string>): ReadonlySet<string> =>
      new Set([...mentioned, ...wholes.map((id) => id.replace(/^-/, ''))]),
  )
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
  const own = wholes.get(item.topic ?? item.shareOf ?? '') ?? []
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
