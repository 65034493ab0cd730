import { formula, termsFor } from '../../reconcile/formula.ts'
import { figuresOf, type Broken, type Outcome } from '../../reconcile/outcome.ts'
import type { Change } from '../../reconcile/localise.ts'
import { sidesOf } from '../../reconcile/sides.ts'
import { derivedOf, totalOf } from '../../reconcile/total.ts'
import { valueThatBalances } from '../../reconcile/explain.ts'
import { figureName } from '../../report/figureName.ts'
import { valueOf, type Figure } from '../../report/figure.ts'
import { digits } from '../../text/decimal.ts'
import type { Text } from '../../text/message.ts'
import type { Related } from '../rule.ts'
import { figureSpan } from './figureSpan.ts'

export type RelatedName = 'addend' | 'alsoTotal' | 'alsoSides' | 'along'

/** What is attached to a finding about relations. */
export const relatedMessages: { readonly [name in RelatedName]: Text } = {
  addend: { zh: '{figure}实填 {value}', en: '{figure} is {value}' },
  along: {
    zh: '一并有误：{figure}应为 {expected}，实填 {actual}',
    en: 'Wrong as well: {figure} should be {expected} but is {actual}',
  },
  alsoTotal: {
    zh: '同时不平：{figure}应为 {expected}（{formula}），实填 {actual}',
    en: 'Also broken: {figure} should be {expected} ({formula}) but is {actual}',
  },
  alsoSides: {
    zh: '同时不平：{subject}，{left}（{leftFormula}＝{leftSum}）与{right}（{rightFormula}＝{rightSum}）不等',
    en: 'Also broken: {subject}, {left} ({leftFormula} = {leftSum}) and {right} ({rightFormula} = {rightSum}) differ',
  },
}

/** Every figure of the relations that is not zero, each once, but the one the finding itself stands on. */
export function addends(outcomes: readonly Outcome[], subject: Figure | undefined): readonly Related<'addend'>[] {
  const figures = new Set(outcomes.flatMap((outcome) => figuresOf(outcome)))
  return [...figures]
    .filter((figure) => figure !== subject && valueOf(figure)?.eq(0) === false)
    .map((figure) => ({
      message: 'addend',
      args: { figure: figureName(figure.field), value: figure.cell.text },
      span: figureSpan(figure),
    }))
}

/** The other figures of an explanation that takes several. */
export const alongside = (changes: readonly Change[]): readonly Related<'along'>[] =>
  changes.map(({ figure, value }) => ({
    message: 'along',
    args: { figure: figureName(figure.field), expected: digits(value), actual: figure.cell.text },
    span: figureSpan(figure),
  }))

/** Another broken relation of the same cause, shown on the figure that it determines. */
export function alsoBroken(outcome: Broken): readonly Related<RelatedName>[] {
  const total = totalOf(outcome)
  const expected = total === undefined ? undefined : valueThatBalances(outcome, total)
  if (total !== undefined && expected !== undefined)
    return [
      {
        message: 'alsoTotal',
        args: {
          figure: figureName(total.field),
          expected: digits(expected),
          formula: formula(termsFor(outcome, total.field.id)),
          actual: total.cell.text,
        },
        span: figureSpan(total),
      },
    ]
  const sides = sidesOf(outcome)
  const figure = derivedOf(outcome) ?? figuresOf(outcome)[0]
  return sides === undefined || figure === undefined
    ? []
    : [{ message: 'alsoSides', args: { ...sides, ...sums(outcome) }, span: figureSpan(figure) }]
}

export const sums = ({ left, right, leftSum, rightSum }: Broken) => ({
  leftFormula: formula(left),
  leftSum: digits(leftSum),
  rightFormula: formula(right),
  rightSum: digits(rightSum),
  difference: digits(leftSum.minus(rightSum).abs()),
})
