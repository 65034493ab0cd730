import { brokenIf } from '../../reconcile/change.ts'
import type { Change } from '../../reconcile/localise.ts'
import { figuresOf, type Broken, type Outcome } from '../../reconcile/outcome.ts'
import { totalOf } from '../../reconcile/total.ts'
import { valueOf, type Figure } from '../../report/figure.ts'
import { figureName, quotable } from '../../report/figureName.ts'
import { setFigure, setFigures } from '../../report/setFigure.ts'
import { digits, zero, type Decimal } from '../../text/decimal.ts'
import type { Text } from '../../text/message.ts'
import type { Fix } from '../rule.ts'

type Name = 'set' | 'setPartly' | 'setBoth' | 'setAll'

/** What the fixes are called. Each says what it touches, and what remains broken if it is not the whole repair. */
export const remedyMessages: { readonly [name in Name]: Text } = {
  set: { zh: '将“{figure}”由 {actual} 改为 {expected}', en: 'Change “{figure}” from {actual} to {expected}' },
  setPartly: {
    zh: '将“{figure}”由 {actual} 改为 {expected}（另有 {rest} 个相关勾稽关系仍不平）',
    en: 'Change “{figure}” from {actual} to {expected} (leaves {rest} related relations broken)',
  },
  setBoth: {
    zh: '将“{figure}”由 {actual} 改为 {expected}，“{total}”随之改为 {totalExpected}',
    en: 'Change “{figure}” from {actual} to {expected}, and with it “{total}” to {totalExpected}',
  },
  setAll: {
    zh: '将“{figure}”由 {actual} 改为 {expected}，并一并改正另外 {along} 处',
    en: 'Change “{figure}” from {actual} to {expected}, and mend the other {along} figures with it',
  },
}

/** Gives one figure another value; the title says how many relations of the group and of the figure stay broken. */
export function setting(
  figure: Figure,
  value: Decimal,
  group: readonly Broken[],
  outcomes: readonly Outcome[],
): Fix<'set' | 'setPartly'> {
  const concerned = outcomes.filter((it) => group.some((broken) => broken === it) || figuresOf(it).includes(figure))
  const rest = brokenIf(concerned, new Map([[figure, value]]))
  const args = { figure: quotable(figureName(figure.field)), actual: figure.cell.text, expected: digits(value) }
  const edits = setFigure(figure, value)
  return rest === 0
    ? { title: 'set', args, edits, effect: 'figure' }
    : { title: 'setPartly', args: { ...args, rest }, edits, effect: 'figure' }
}

/** Gives a figure another value, and the others that are to blame with it. */
export function settingAll({ figure, value }: Change, along: readonly Change[]): Fix<'setAll'> {
  return {
    title: 'setAll',
    args: {
      figure: quotable(figureName(figure.field)),
      actual: figure.cell.text,
      expected: digits(value),
      along: along.length,
    },
    edits: setFigures([[figure, value], ...along.map((it) => [it.figure, it.value] as const)]),
    effect: 'figure',
  }
}

/**
 * Gives a figure another value together with the balanced total over it, which would break otherwise. Undefined
 * where there is no such total, or where the two do not put everything right.
 */
export function settingWithTotal(
  figure: Figure,
  value: Decimal,
  group: readonly Broken[],
  outcomes: readonly Outcome[],
): Fix<'setBoth'> | undefined {
  const above = outcomes.filter(
    (it) => it.state === 'balanced' && totalOf(it) !== figure && figuresOf(it).includes(figure),
  )
  const total = above.map(totalOf).find((it) => it !== undefined)
  const before = valueOf(figure)
  if (total === undefined || before === undefined) return undefined
  const totalValue = (valueOf(total) ?? zero).plus(value.minus(before))
  const concerned = outcomes.filter(
    (it) => group.some((broken) => broken === it) || figuresOf(it).some((one) => one === figure || one === total),
  )
  const changes = new Map([
    [figure, value],
    [total, totalValue],
  ])
  if (totalValue.lt(0) || brokenIf(concerned, changes) > 0) return undefined
  return {
    title: 'setBoth',
    args: {
      figure: quotable(figureName(figure.field)),
      actual: figure.cell.text,
      expected: digits(value),
      total: quotable(figureName(total.field)),
      totalExpected: digits(totalValue),
    },
    edits: setFigures(changes),
    effect: 'figure',
  }
}
