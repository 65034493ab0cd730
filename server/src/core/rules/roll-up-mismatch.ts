import { fieldsOf } from '../formats/field.ts'
import type { ExplanationFormat } from '../formats/format.ts'
import { accountFor } from '../related/account.ts'
import type { Children, OtherReport } from '../related/related.ts'
import { compareWithBodies, partsOf, type RollUpOutcome } from '../related/rollUp.ts'
import { rollUpCauses, type Differing, type RollUpCause } from '../related/rollUpCauses.ts'
import { figureName, quotable } from '../report/figureName.ts'
import type { Report } from '../report/report.ts'
import { setFigures } from '../report/setFigure.ts'
import { digits } from '../text/decimal.ts'
import { shift, type Edit } from '../text/span.ts'
import { relatedRule, type Finding, type Related, type Severity } from './rule.ts'
import { bodyMessages, inOtherUnit, listParts, onlyOf, uncheckedBodies } from './shared/bodies.ts'
import {
  accounting,
  accountMessage,
  explaining,
  mendedBy,
  perhaps,
  perhapsMessage,
  placedSpan,
  saidByArithmetic,
} from './shared/otherReports.ts'

const messages = {
  more: {
    zh: '{figure}：应为 {expected}（{count} 份下级报告之和），实填 {actual}，多 {difference}。',
    en: '{figure}: should be {expected} (the sum of {count} reports), is {actual}, {difference} too many.',
  },
  less: {
    zh: '{figure}：应为 {expected}（{count} 份下级报告之和），实填 {actual}，少 {difference}。',
    en: '{figure}: should be {expected} (the sum of {count} reports), is {actual}, {difference} too few.',
  },
  unit: {
    zh: '{figure}：{count} 份下级报告之和为 {expected}，实填 {actual}，少 {difference}；{body}的 {value} 可能是以元为单位填的。',
    en: '{figure}: the sum of {count} reports is {expected}, is {actual}, {difference} too few; the {value} of {body} may be in yuan.',
  },
  forgotten: {
    zh: '{tables}漏加了{body}：有 {cells} 格不等于 {count} 份下级报告之和，差额正好是{body}的数。',
    en: '{tables} lacks {body}: {cells} cells are not the sum of {count} reports, and what is missing is just what {body} reports.',
  },
  doubled: {
    zh: '{tables}把{body}加了两次：有 {cells} 格不等于 {count} 份下级报告之和，差额正好是{body}的数。',
    en: '{tables} counts {body} twice: {cells} cells are not the sum of {count} reports, and what is too much is just what {body} reports.',
  },
  table: {
    zh: '{tables}有 {cells} 格不等于 {count} 份下级报告之和，如{figure}应为 {expected}，实填 {actual}。',
    en: '{cells} cells of {tables} are not the sum of {count} reports; {figure}, for one, should be {expected}, is {actual}.',
  },
  unchecked: {
    zh: '汇总有 {cells} 格不可核：{count} 份下级报告里的数读不出或者没有（{names}）。',
    en: '{cells} cells of the roll-up cannot be checked: in {count} reports the figures cannot be read or are absent ({names}).',
  },
  following: {
    zh: '随之不符：{figure}应为 {expected}，实填 {actual}',
    en: 'Differs with it: {figure} should be {expected}, is {actual}',
  },
  cell: { zh: '{figure}应为 {expected}，实填 {actual}', en: '{figure} should be {expected}, is {actual}' },
  shared: { zh: '可能的原因：{reason}', en: 'Perhaps: {reason} ({english})' },
  perhaps: perhapsMessage,
  ...bodyMessages,
  set: { zh: '将“{figure}”由 {actual} 改为 {expected}', en: 'Change “{figure}” from {actual} to {expected}' },
  setAlong: {
    zh: '将“{figure}”由 {actual} 改为 {expected}，连同随之不符的 {along} 格',
    en: 'Change “{figure}” from {actual} to {expected}, and the {along} figures that differ with it',
  },
  setAll: { zh: '将 {cells} 格改为下级报告之和', en: 'Set {cells} figures to the sums of the reports' },
  account: accountMessage,
}

type Name = keyof typeof messages

/**
 * The tables of a superior body are the sums of those below. One finding for each figure that is wrong by itself, for
 * the whole table of a body that was left out or counted twice, or for a table that is another matter altogether.
 * Nothing is compared while reports are wanting. Legal source: a government’s report covers its whole area.
 */
export const rollUpMismatch = relatedRule({
  code: 'roll-up-mismatch',
  severity: 'warning',
  whenTyping: 'wait',
  messages,
  *check({ report, related: { children } }) {
    const { rollUp } = report.format
    if (rollUp === undefined || children === undefined) return
    if (children.lacking.length > 0 || children.bodies.length === 0) return
    const tables = compareWithBodies(report, children)
    const causes = rollUpCauses(tables, children, report.format)
    const told = new Set<OtherReport>()
    for (const cause of causes) {
      if (cause.kind === 'body') {
        // One body may be missing from several tables; that is one oversight.
        if (told.has(cause.body)) continue
        told.add(cause.body)
        const same = causes.flatMap((it) =>
          it.kind === 'body' && it.body === cause.body && it.how === cause.how ? it.outcomes : [],
        )
        yield* explained(report, rollUp.explained, { ...cause, outcomes: same }, children)
      } else yield* explained(report, rollUp.explained, cause, children)
    }
    yield* onUnchecked(tables.flat(), report)
  },
})

/** A finding unless the report itself accounts for the difference, which may make it milder. */
function* explained(
  report: Report,
  format: ExplanationFormat,
  cause: RollUpCause,
  children: Children,
): Generator<Finding<Name>> {
  const outcomes = cause.kind === 'figure' ? [cause.outcome] : cause.outcomes
  const [first] = outcomes
  if (first === undefined) return
  if (cause.kind === 'figure' && saidByArithmetic(first.placed, first.sum.value, report)) return
  const account = accountFor(
    report,
    format,
    first.difference,
    outcomes.map(({ placed }) => placed.figure),
  )
  if (account?.kind === 'said') return
  const finding = cause.kind === 'figure' ? onFigure(cause, report, children) : onMany(cause, children)
  // What breaks the arithmetic as well is no matter of explanation.
  const severity: Severity | undefined =
    account === undefined || finding.explains !== undefined ? finding.severity : 'information'
  const name = cause.kind === 'figure' ? figureName(first.field) : first.field.table.title
  yield {
    ...finding,
    ...(severity === undefined ? {} : { severity }),
    related: [...(finding.related ?? []), ...perhaps(account)],
    fixes: [...(finding.fixes ?? []), ...accounting(report, first.placed, format, name, first.difference)],
  }
}

function onFigure(
  { outcome, following }: Extract<RollUpCause, { kind: 'figure' }>,
  report: Report,
  children: Children,
): Finding<Name> {
  const { field, difference, placed } = outcome
  const args = { ...named(outcome), count: children.bodies.length }
  const unit = inOtherUnit(outcome, children)
  const shared = difference.lt(0)
    ? report.format.rollUp?.shared.find(({ table, block }) => field.table.id === table && field.block.id === block)
    : undefined
  const mended = mendedBy(
    [outcome, ...following].map((it) => [it.placed, it.sum.value] as const),
    report,
  )
  const set = { figure: quotable(args.figure), actual: args.actual, expected: args.expected, along: following.length }
  return {
    ...(unit === undefined
      ? { message: difference.gt(0) ? 'more' : 'less', args }
      : { message: 'unit', args: { ...args, body: unit.name, value: unit.value } }),
    span: placedSpan(placed),
    ...(shared !== undefined && { severity: 'information' }),
    ...explaining(mended),
    related: [
      ...listParts(outcome, partsOf(field, children)),
      ...following.map((it): Related<Name> => ({ message: 'following', args: named(it), span: placedSpan(it.placed) })),
      ...(shared === undefined
        ? []
        : [
            {
              message: 'shared' as const,
              args: { reason: shared.reason.zh, english: shared.reason.en },
              span: placedSpan(placed),
            },
          ]),
    ],
    // Where a body has probably taken the wrong unit, the sum is no number to take over.
    fixes:
      unit !== undefined
        ? []
        : [
            {
              title: following.length === 0 ? 'set' : 'setAlong',
              args: set,
              edits: edits([outcome, ...following]),
              effect: 'figure',
            },
          ],
  }
}

/** More places than this help nobody; the finding says how many there are. */
const mostPlaces = 30

function onMany(cause: Exclude<RollUpCause, { kind: 'figure' }>, { bodies }: Children): Finding<Name> {
  const { outcomes } = cause
  const [first] = outcomes
  if (first === undefined) throw new Error('a cause without a figure')
  const tables = new Set(outcomes.map(({ field }) => `“${field.table.title}”`))
  const args = { ...named(first), tables: [...tables].join('、'), cells: outcomes.length, count: bodies.length }
  const places = outcomes
    .slice(0, mostPlaces)
    .map((it): Related<Name> => ({ message: 'cell', args: named(it), span: placedSpan(it.placed) }))
  return {
    ...(cause.kind === 'body'
      ? { message: cause.how, args: { ...args, body: cause.body.summary.head.body ?? cause.body.name } }
      : { message: 'table', args }),
    span: placedSpan(first.placed),
    related: [...(cause.kind === 'body' ? listParts(first, onlyOf(cause.body, first)) : []), ...places],
    fixes: [{ title: 'setAll', args: { cells: outcomes.length }, edits: edits(outcomes), effect: 'figure' }],
  }
}

const named = ({ field, placed, sum, difference }: Differing) => ({
  figure: figureName(field),
  expected: digits(sum.value),
  actual: placed.figure.cell.text,
  difference: digits(difference.abs()),
})

/** Either side may be wrong, so that no such change is preferred. */
const edits = (outcomes: readonly Differing[]): readonly Edit[] =>
  [...new Set(outcomes.map(({ placed }) => placed.at))].flatMap((at) =>
    setFigures(
      outcomes.filter(({ placed }) => placed.at === at).map(({ placed, sum }) => [placed.figure, sum.value] as const),
    ).map((edit) => ({ ...edit, span: shift(edit.span, at) })),
  )

function* onUnchecked(outcomes: readonly RollUpOutcome[], report: Report): Generator<Finding<Name>> {
  const open = outcomes.filter(({ sum }) => sum.without.length > 0)
  const [first] = open
  if (first === undefined) return
  const bodies = uncheckedBodies(open, fieldsOf(report.format))
  const names = bodies.slice(0, 3).map(({ name }) => name)
  yield {
    message: 'unchecked',
    args: {
      cells: open.length,
      count: bodies.length,
      names: names.join('、') + (bodies.length > names.length ? '等' : ''),
    },
    span: placedSpan(first.placed),
    severity: 'information',
    related: bodies.slice(0, mostPlaces).map(({ name, cells, example, place }): Related<Name> => ({
      message: 'unread',
      args: { body: name, cells, figure: example },
      span: placedSpan(first.placed),
      elsewhere: place,
    })),
  }
}
