import { explain, valueThatBalances, type Cause } from '../reconcile/explain.ts'
import { groupImplied } from '../reconcile/implied.ts'
import { figuresOf, type Broken, type Outcome } from '../reconcile/outcome.ts'
import { sidesOf } from '../reconcile/sides.ts'
import { derivedOf } from '../reconcile/total.ts'
import type { Figure } from '../report/figure.ts'
import { tableRule, type Fix } from './rule.ts'
import { figureSpan } from './shared/figureSpan.ts'
import { onPair, pairMessages } from './shared/pair.ts'
import { addends, alongside, alsoBroken, relatedMessages, sums } from './shared/related.ts'
import { remedyMessages, setting, settingAll, settingWithTotal } from './shared/remedies.ts'
import { reporting } from './shared/reporting.ts'

const { addend, along, alsoSides } = relatedMessages

const messages = {
  unbalanced: {
    zh: '{subject}：{left}（{leftFormula}＝{leftSum}）应等于{right}（{rightFormula}＝{rightSum}），差 {difference}。',
    en: '{subject}: {left} ({leftFormula} = {leftSum}) should equal {right} ({rightFormula} = {rightSum}); they differ by {difference}.',
  },
  addend,
  along,
  alsoSides,
  swapped: pairMessages.swapped,
  moved: pairMessages.moved,
  swap: pairMessages.swap,
  move: pairMessages.move,
  ...remedyMessages,
}

export const balanceMismatch = tableRule({
  code: 'balance-mismatch',
  severity: 'error',
  whenTyping: 'wait',
  messages,
  *check({ reconciliation: { outcomes } }) {
    for (const { cause, implied } of groupImplied(explain(outcomes), outcomes)) {
      const [outcome, ...others] = cause.broken
      const reported = reporting([...cause.broken, ...implied], 'error')
      const only = cause.broken.every(({ relation }) => relation.family.rule === 'balance-mismatch')
      if (only && cause.kind === 'pair')
        yield {
          ...reported,
          ...onPair(cause, implied, [...cause.broken, ...implied].flatMap(alsoBroken).filter(isSides)),
        }
      const sides = sidesOf(outcome)
      if (!only || cause.kind === 'pair' || sides === undefined) continue
      const blamed = cause.kind === 'figure' ? cause : undefined
      const figure = blamed?.figure ?? derivedOf(outcome) ?? figuresOf(outcome).at(-1)
      if (figure === undefined) continue
      const reached = [...others, ...implied].flatMap(alsoBroken).filter(isSides)
      yield {
        ...reported,
        message: 'unbalanced',
        args: { ...sides, ...sums(outcome) },
        span: figureSpan(figure),
        related: [...alongside(blamed?.along ?? []), ...reached, ...addends(cause.broken, undefined)],
        fixes: blamed === undefined ? solving(figure, outcome, outcomes) : mending(blamed, outcomes),
      }
    }
  },
})

type Blamed = Extract<Cause, { kind: 'figure' }>

function mending(cause: Blamed, outcomes: readonly Outcome[]): readonly Fix<keyof typeof remedyMessages>[] {
  const { figure, value, broken, along } = cause
  const alone = setting(figure, value, broken, outcomes)
  return along.length > 0 ? [settingAll(cause, along), alone] : [{ ...alone, preferred: true }]
}

/** Nothing singles out a figure: the one that the form solves for may be set, with the total over it, but never unasked. */
function solving(
  figure: Figure,
  outcome: Broken,
  outcomes: readonly Outcome[],
): readonly Fix<keyof typeof remedyMessages>[] {
  const value = valueThatBalances(outcome, figure)
  if (value?.gte(0) !== true) return []
  const alone = setting(figure, value, [outcome], outcomes)
  const both = settingWithTotal(figure, value, [outcome], outcomes)
  return both === undefined ? [alone] : [both, alone]
}

const isSides = <T extends { readonly message: string }>(it: T): it is T & { readonly message: 'alsoSides' } =>
  it.message === 'alsoSides'
