import { accountFor } from '../related/account.ts'
import type { OtherReport } from '../related/related.ts'
import type { PlacedFigure } from '../related/values.ts'
import { compareYears, differs, type YearlyOutcome } from '../related/yearly.ts'
import { figureName, quotable } from '../report/figureName.ts'
import type { Report } from '../report/report.ts'
import { setFigure } from '../report/setFigure.ts'
import { digits, zero, type Decimal } from '../text/decimal.ts'
import { relatedRule, type Finding, type Fix, type Related } from './rule.ts'
import {
  accounting,
  accountMessage,
  nameIn,
  perhaps,
  perhapsMessage,
  placedEdits,
  placedSpan,
  placeOf,
  saidByArithmetic,
  yearOf,
} from './shared/otherReports.ts'

const messages = {
  more: {
    zh: '{figure}：应为 {expected}（{formula}，上年数取自{year}年报告），实填 {actual}，多 {difference}。',
    en: '{figure}: should be {expected} ({formula}, last year’s from the report on {year}), is {actual}, {difference} too many.',
  },
  less: {
    zh: '{figure}：应为 {expected}（{formula}，上年数取自{year}年报告），实填 {actual}，少 {difference}。',
    en: '{figure}: should be {expected} ({formula}, last year’s from the report on {year}), is {actual}, {difference} too few.',
  },
  last: { zh: '{year}年报告：{from}实填 {value}', en: 'Report on {year}: {from} is {value}' },
  now: { zh: '{figure}实填 {value}', en: '{figure} is {value}' },
  perhaps: perhapsMessage,
  set: { zh: '将“{figure}”由 {actual} 改为 {expected}', en: 'Change “{figure}” from {actual} to {expected}' },
  account: accountMessage,
}

type Name = keyof typeof messages

/**
 * A stock is last year’s with what came and without what went. Legal source: article 20 (1), and the columns of the
 * form. What practice accepts as an explanation (清理、修订、自然失效、机构改革), with its number or without, is heard first.
 */
export const stockMismatch = relatedRule({
  code: 'stock-mismatch',
  severity: 'warning',
  whenTyping: 'wait',
  messages,
  *check({ report, related: { previous } }) {
    if (previous === undefined) return
    for (const outcome of compareYears(report, previous)) {
      if (outcome.equation.family.rule !== 'stock-mismatch' || !differs(outcome)) continue
      const finding = findingOn(outcome, previous, report)
      if (finding !== undefined) yield finding
    }
  },
})

function findingOn(outcome: YearlyOutcome, previous: OtherReport, report: Report): Finding<Name> | undefined {
  const { placed, equation, expected, last, now } = outcome
  const { family } = equation
  const difference = (outcome.actual ?? zero).minus(expected)
  const cells = [placed, ...now].map(({ figure }) => figure)
  const account = accountFor(report, family.explained, difference, cells)
  if (account?.kind === 'said' || saidByArithmetic(placed, expected, report)) return undefined
  const severity = family.severity ?? (account === undefined ? undefined : 'information')
  const figure = figureName(placed.figure.field)
  const year = yearOf(previous)
  return {
    message: difference.gt(0) ? 'more' : 'less',
    args: {
      figure,
      expected: digits(expected),
      formula: formulaOf(outcome),
      year,
      actual: placed.figure.cell.text,
      difference: digits(difference.abs()),
    },
    span: placedSpan(placed),
    ...(severity === undefined ? {} : { severity }),
    related: [
      ...last.map((it): Related<Name> => ({
        message: 'last',
        args: { year, from: nameIn(previous, it.field), value: digits(it.figure.value ?? zero) },
        span: placedSpan(placed),
        elsewhere: placeOf(previous, it.figure),
      })),
      ...now.map((it): Related<Name> => ({
        message: 'now',
        args: { figure: figureName(it.figure.field), value: it.figure.cell.text },
        span: placedSpan(it),
      })),
      ...perhaps(account),
    ],
    fixes: [...settings(outcome, difference), ...accounting(report, placed, family.explained, figure, difference)],
  }
}

/** `597＋50－227`: last year’s figures first. */
const formulaOf = ({ last, now }: YearlyOutcome): string =>
  [...last.map(({ weight, figure }) => ({ weight, value: figure.value ?? zero })), ...now]
    .map(({ weight, value }) => value.times(weight))
    .map((value, i) => (value.lt(0) ? '－' : i === 0 ? '' : '＋') + digits(value.abs()))
    .join('')

/**
 * Any of this year’s figures may be the wrong one: each is offered that would make it right alone, and none preferred.
 * First come those that are 0, for the most common slip is to bring the stock up to date and nothing else.
 */
function settings({ placed, expected, now }: YearlyOutcome, difference: Decimal): readonly Fix<Name>[] {
  const set = (of: PlacedFigure, value: Decimal): readonly Fix<Name>[] =>
    value.lt(0)
      ? []
      : [
          {
            title: 'set',
            args: {
              figure: quotable(figureName(of.figure.field)),
              actual: of.figure.cell.text,
              expected: digits(value),
            },
            edits: placedEdits(of, setFigure(of.figure, value)),
            effect: 'figure',
          },
        ]
  const others = now.map((it) => ({ ...it, wanted: it.value.plus(difference.div(it.weight)) }))
  return [
    ...others.filter(({ value }) => value.eq(0)).flatMap((it) => set(it, it.wanted)),
    ...set(placed, expected),
    ...others.filter(({ value }) => !value.eq(0)).flatMap((it) => set(it, it.wanted)),
  ]
}
