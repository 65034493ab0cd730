import { accountFor } from '../related/account.ts'
import type { OtherReport } from '../related/related.ts'
import { compareYears, differs, isTotal, type YearlyOutcome } from '../related/yearly.ts'
import { figureName, quotable, rowTitle } from '../report/figureName.ts'
import type { Report } from '../report/report.ts'
import { setFigure } from '../report/setFigure.ts'
import { digits, sum, zero, type Decimal } from '../text/decimal.ts'
import { shift } from '../text/span.ts'
import { relatedRule, type Finding, type Fix, type Related } from './rule.ts'
import {
  accounting,
  accountMessage,
  explaining,
  mendedBy,
  nameIn,
  perhaps,
  perhapsMessage,
  placedEdits,
  placedSpan,
  placeOf,
  rowIn,
  saidByArithmetic,
  yearOf,
} from './shared/otherReports.ts'
import { alsoBroken, relatedMessages, type RelatedName } from './shared/related.ts'

const messages = {
  more: {
    zh: '{figure}：应为 {expected}（{year}年报告“{from}”），实填 {actual}，多 {difference}。',
    en: '{figure}: should be {expected} (“{from}” in the report on {year}), is {actual}, {difference} too many.',
  },
  less: {
    zh: '{figure}：应为 {expected}（{year}年报告“{from}”），实填 {actual}，少 {difference}。',
    en: '{figure}: should be {expected} (“{from}” in the report on {year}), is {actual}, {difference} too few.',
  },
  moreAlong: {
    zh: '{figure}：应为 {expected}（{year}年报告“{from}”），实填 {actual}，多 {difference}；另有 {others} 格也与上年报告不符。',
    en: '{figure}: should be {expected} (“{from}” in the report on {year}), is {actual}, {difference} too many; {others} more cells disagree with last year’s report.',
  },
  lessAlong: {
    zh: '{figure}：应为 {expected}（{year}年报告“{from}”），实填 {actual}，少 {difference}；另有 {others} 格也与上年报告不符。',
    en: '{figure}: should be {expected} (“{from}” in the report on {year}), is {actual}, {difference} too few; {others} more cells disagree with last year’s report.',
  },
  kinds: {
    zh: '“{row}”的总计与{year}年报告“{fromRow}”一致，但有 {count} 格不符：{figure}应为 {expected}，实填 {actual}。',
    en: 'The total of “{row}” agrees with “{fromRow}” in the report on {year}, but {count} cells do not: {figure} should be {expected}, is {actual}.',
  },
  copied: {
    zh: '“{row}”填的还是{year}年报告“{other}”的数，应填该报告“{fromRow}”的数：{figure}应为 {expected}，实填 {actual}。',
    en: '“{row}” still holds the figures of “{other}” in the report on {year} instead of those of “{fromRow}”: {figure} should be {expected}, is {actual}.',
  },
  last: { zh: '{year}年报告：{from}实填 {value}', en: 'Report on {year}: {from} is {value}' },
  also: {
    zh: '同样不符：{figure}应为 {expected}，实填 {actual}',
    en: 'Disagrees as well: {figure} should be {expected}, is {actual}',
  },
  perhaps: perhapsMessage,
  alsoTotal: relatedMessages.alsoTotal,
  alsoSides: relatedMessages.alsoSides,
  set: { zh: '将“{figure}”由 {actual} 改为 {expected}', en: 'Change “{figure}” from {actual} to {expected}' },
  setRow: {
    zh: '将“{row}”改为{year}年报告的数（改 {count} 格）',
    en: 'Take the figures of “{row}” from the report on {year} ({count} change)',
  },
  account: accountMessage,
}

type Name = keyof typeof messages

/**
 * What was left over last year begins this one, column by column. One finding for all columns of a row. A difference
 * that the report accounts for is none, and one that its words may account for is only pointed out.
 */
export const carryOverMismatch = relatedRule({
  code: 'carry-over-mismatch',
  severity: 'warning',
  whenTyping: 'wait',
  messages,
  *check({ report, related: { previous } }) {
    if (previous === undefined) return
    const outcomes = compareYears(report, previous).filter(
      ({ equation }) => equation.family.rule === 'carry-over-mismatch',
    )
    for (const family of new Set(outcomes.map(({ equation }) => equation.family))) {
      const own = outcomes.filter(({ equation }) => equation.family === family)
      const finding = onFamily(own, previous, report)
      if (finding !== undefined) yield finding
    }
  },
})

function onFamily(all: readonly YearlyOutcome[], previous: OtherReport, report: Report): Finding<Name> | undefined {
  const wrong = all
    .filter(differs)
    .filter(({ placed, expected }) => !saidByArithmetic(placed, expected, report))
    .sort((a, b) => Number(isTotal(report.format, b.equation.field)) - Number(isTotal(report.format, a.equation.field)))
  const [first, ...others] = wrong
  if (first === undefined) return undefined
  const { family } = first.equation
  const by = differenceOf(first)
  const account = accountFor(
    report,
    family.explained,
    by,
    wrong.map(({ placed }) => placed.figure),
  )
  if (account?.kind === 'said') return undefined
  const args = {
    ...named(first, previous),
    row: quotable(rowTitle(first.placed.figure.field.row)),
    fromRow: quotable(first.last.map(({ field }) => rowIn(previous, field)).join('＋')),
  }
  const more = by.gt(0)
  const other = copiedFrom(all, previous)
  const mended = mendedBy(
    wrong.map(({ placed, expected }) => [placed, expected] as const),
    report,
  )
  const totalAgrees = all.some((it) => isTotal(report.format, it.equation.field) && !differs(it))
  const told: Pick<Finding<Name>, 'message' | 'args'> = other !== undefined
    ? { message: 'copied', args: { ...args, other: quotable(other) } }
    : others.length === 0
      ? { message: more ? 'more' : 'less', args }
      : totalAgrees
        ? { message: 'kinds', args: { ...args, count: wrong.length } }
        : { message: more ? 'moreAlong' : 'lessAlong', args: { ...args, others: others.length } }
  return {
    ...told,
    span: placedSpan(first.placed),
    ...((account !== undefined || family.severity !== undefined) && { severity: family.severity ?? 'information' }),
    ...explaining(mended),
    related: [
      ...lastPlaces(first, previous),
      ...others.map((it): Related<Name> => ({
        message: 'also',
        args: named(it, previous),
        span: placedSpan(it.placed),
      })),
      ...perhaps(account),
      ...mended.broken
        .flatMap(alsoBroken)
        .filter(isAlso)
        .map((it) => ({ ...it, span: shift(it.span, first.placed.at) })),
    ],
    fixes: [setting(wrong, args), ...accounting(report, first.placed, family.explained, args.row, by)],
  }
}

/** Of a broken relation only how it is broken is told. */
const isAlso = (it: Related<RelatedName>): it is Related<'alsoTotal' | 'alsoSides'> =>
  it.message === 'alsoTotal' || it.message === 'alsoSides'

const differenceOf = ({ actual, expected }: YearlyOutcome): Decimal => (actual ?? zero).minus(expected)

function named(outcome: YearlyOutcome, previous: OtherReport) {
  const { placed, expected, last } = outcome
  return {
    figure: figureName(placed.figure.field),
    expected: digits(expected),
    actual: placed.figure.cell.text,
    difference: digits(differenceOf(outcome).abs()),
    year: yearOf(previous),
    from: quotable(last.map(({ field }) => nameIn(previous, field)).join('＋')),
  }
}

const lastPlaces = ({ last, placed }: YearlyOutcome, previous: OtherReport): readonly Related<Name>[] =>
  last.map(({ field, figure }) => ({
    message: 'last',
    args: { year: yearOf(previous), from: nameIn(previous, field), value: digits(figure.value ?? zero) },
    span: placedSpan(placed),
    elsewhere: placeOf(previous, figure),
  }))

/** Either report may be wrong, so that taking over last year’s figures is never preferred. */
function setting(wrong: readonly YearlyOutcome[], args: ReturnType<typeof named> & { row: string }): Fix<Name> {
  const edits = wrong.flatMap(({ placed, expected }) => placedEdits(placed, setFigure(placed.figure, expected)))
  const one = { title: 'set', args: { ...args, figure: quotable(args.figure) } } as const
  const several = { title: 'setRow', args: { ...args, count: wrong.length } } as const
  return { ...(wrong.length === 1 ? one : several), edits, effect: 'figure' }
}

/** The same row of last year’s report, where it was left as it stood there. */
function copiedFrom(all: readonly YearlyOutcome[], { summary }: OtherReport): string | undefined {
  const [first] = all
  if (first === undefined || sum(all.map(({ actual }) => actual ?? zero)).eq(0)) return undefined
  const left = all.every(({ actual, equation }) => {
    const before = summary.figure(equation.field)?.value
    return before !== undefined && actual?.eq(before) === true
  })
  return left ? rowIn({ summary }, first.equation.field) : undefined
}
