import { sumBefore } from '../related/before.ts'
import type { OtherReport } from '../related/related.ts'
import { figureName, quotable } from '../report/figureName.ts'
import { agreesWith, changeFor } from '../report/mentions/change.ts'
import { compare } from '../report/mentions/compare.ts'
import { namesOf } from '../report/mentions/fieldNames.ts'
import { readGrowth, type Growth } from '../report/mentions/growth.ts'
import { mentionsOf, valueOfFields, type Mention } from '../report/mentions/mentions.ts'
import { reads } from '../report/mentions/quantities.ts'
import type { Report } from '../report/report.ts'
import { digits, type Decimal } from '../text/decimal.ts'
import { shift } from '../text/span.ts'
import { relatedRule, type Finding } from './rule.ts'
import { figureSpan } from './shared/figureSpan.ts'
import { placeOf, yearOf } from './shared/otherReports.ts'

const messages = {
  share: {
    zh: '“{clause}”：{year}年报告“{figure}”是 {last}，（{now}－{last}）÷{last}＝{signed}，写的是“{said}”。',
    en: '“{clause}”: “{figure}” is {last} in the report on {year}, and ({now} − {last}) ÷ {last} = {signed}, but “{said}” is written.',
  },
  count: {
    zh: '“{clause}”：{year}年报告“{figure}”是 {last}，{now}－{last}＝{signed}，写的是“{said}”。',
    en: '“{clause}”: “{figure}” is {last} in the report on {year}, and {now} − {last} = {signed}, but “{said}” is written.',
  },
  base: {
    zh: '“{clause}”写的上年数是 {written}，{year}年报告“{figure}”是 {last}。',
    en: '“{clause}” says that it was {written} last year, but “{figure}” is {last} in the report on {year}.',
  },
  now: { zh: '{figure}实填 {value}', en: '{figure} is {value}' },
  before: { zh: '{year}年报告：{figure}实填 {value}', en: 'Report on {year}: {figure} is {value}' },
  instead: { zh: '改为“{instead}”', en: 'Write “{instead}”' },
  change: { zh: '改为 {last}', en: 'Change to {last}' },
}

/**
 * What the text says of growth follows from this year's table and from last year's report. Only growth of a number that
 * the tables have and that agrees with them; nothing that is written as about so many.
 */
export const growthMismatch = relatedRule({
  code: 'growth-mismatch',
  severity: 'information',
  whenTyping: 'wait',
  messages,
  *check({ report, related: { previous } }) {
    if (previous === undefined) return
    for (const { at, value: section } of report.document.sections) {
      const growths = readGrowth(section)
      if (growths.length === 0) continue
      const mentions = mentionsOf(report, section, at).counts
      for (const growth of growths) {
        const finding = onGrowth(growth, at, mentions, report, previous)
        if (finding !== undefined) yield finding
      }
    }
  },
})

function onGrowth(
  growth: Growth,
  at: number,
  mentions: readonly Mention[],
  report: Report,
  previous: OtherReport,
): Finding<keyof typeof messages> | undefined {
  const { of, year, base, baseSpan } = growth
  const lastYear = previous.summary.head.year
  if (of.step.gt(1) || (year !== undefined && year !== lastYear)) return undefined
  const mention = mentions.find(({ span }) => span.start === at + growth.ofSpan.start)
  if (mention === undefined || mention.scope.kind !== 'all') return undefined
  if (compare(mention, report).state !== 'agrees') return undefined
  const [first, ...more] = readingsOf(mention, report, previous)
  if (first === undefined) return undefined
  // It may be said of another number of the sentence, such as the one of which this one is a part.
  const near = mentions.filter(
    ({ span, item }) =>
      item !== mention.item && span.start >= at + growth.sentence.start && span.end <= at + growth.sentence.end,
  )
  const others = [...more, ...near.flatMap((it) => readingsOf(it, report, previous))]
  const args = {
    clause: quotable(growth.clause),
    said: growth.said,
    figure: quotable(namesOf(mention.fields)),
    year: yearOf(previous),
    now: digits(first.now),
    last: digits(first.last),
  }
  const related = [
    ...mention.figures.slice(0, most).map(({ figure, at: tableAt }) => ({
      message: 'now' as const,
      args: { figure: figureName(figure.field), value: figure.cell.text },
      span: shift(figureSpan(figure), tableAt),
    })),
    ...mention.fields.slice(0, most).flatMap((field) => {
      const figure = previous.summary.figure(field.id)
      return figure?.value === undefined
        ? []
        : [
            {
              message: 'before' as const,
              args: { figure: figureName(field), year: yearOf(previous), value: digits(figure.value) },
              span: shift(growth.span, at),
              elsewhere: placeOf(previous, figure),
            },
          ]
    }),
  ]
  if (base !== undefined && baseSpan !== undefined) {
    if ([first, ...others].some(({ last }) => reads(base, last))) return undefined
    // Where the sentence does not even follow from its own number, `percentage-mismatch` says so.
    if (![of, ...growth.others].some(({ value }) => agreesWith(growth, value, base.value))) return undefined
    const span = shift(baseSpan, at)
    return {
      message: 'base',
      args: { ...args, written: digits(base.value) },
      span,
      related,
      fixes: base.step.gt(1) ? [] : [{ title: 'change', args, edits: [{ span, text: args.last }], effect: 'text' }],
    }
  }
  const bearsOut = ({ now, last }: Reading): boolean => agreesWith(growth, now, last)
  if ([first, { ...first, now: of.value }, ...others].some(bearsOut)) return undefined
  const { signed, instead, edits } = changeFor(growth, first.now, first.last)
  const placed = edits.map((it) => ({ ...it, span: shift(it.span, at) }))
  return {
    message: growth.by === 'percent' ? 'share' : 'count',
    args: { ...args, signed },
    span: shift(growth.span, at),
    related,
    fixes: instead === undefined ? [] : [{ title: 'instead', args: { instead }, edits: placed, effect: 'text' }],
  }
}

/** More cells than these are not shown. */
const most = 4

/** A sum of fields as this year's tables and last year's have it. */
type Reading = { readonly now: Decimal; readonly last: Decimal }

/**
 * What the mention may stand for: its own fields, and whatever else its item may be that comes to the number written.
 * Last year's number may also be what its parts come to. None where last year's report lacks any of its own.
 */
function readingsOf({ item, quantity }: Mention, report: Report, { summary }: OtherReport): readonly Reading[] {
  const all = [item.fields, ...(item.accepted ?? []).map(({ fields }) => fields)]
  const own = sumBefore(report.format, item.fields, summary)
  if (quantity === undefined || own.length === 0) return []
  return all.flatMap((fields) => {
    const now = valueOfFields(report, fields)
    if (now === undefined || (fields !== item.fields && !reads(quantity, now))) return []
    return sumBefore(report.format, fields, summary).map((last) => ({ now, last }))
  })
}
