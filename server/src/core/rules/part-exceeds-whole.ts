import { formula } from '../reconcile/formula.ts'
import { figuresOf, isBroken } from '../reconcile/outcome.ts'
import { sidesOf } from '../reconcile/sides.ts'
import { digits } from '../text/decimal.ts'
import { tableRule } from './rule.ts'
import { figureSpan } from './shared/figureSpan.ts'
import { addends, relatedMessages } from './shared/related.ts'
import { reporting } from './shared/reporting.ts'

const { addend } = relatedMessages

export const partExceedsWhole = tableRule({
  code: 'part-exceeds-whole',
  severity: 'warning',
  whenTyping: 'wait',
  messages: {
    exceeds: {
      zh: '{subject}：{small}（{smallFormula}）不应大于{large}（{largeSum}），多 {difference}。',
      en: '{subject}: {small} ({smallFormula}) should not exceed {large} ({largeSum}); it does by {difference}.',
    },
    addend,
  },
  *check({ reconciliation: { outcomes } }) {
    for (const outcome of outcomes.filter(isBroken)) {
      const { relation, left, right, leftSum, rightSum } = outcome
      const sides = sidesOf(outcome)
      if (relation.family.rule !== 'part-exceeds-whole' || sides === undefined) continue
      const leftIsSmall = relation.operator === '<='
      const [small, large] = leftIsSmall ? [left, right] : [right, left]
      const figure = small[0]?.figure ?? figuresOf(outcome)[0]
      if (figure === undefined) continue
      const sum = digits(leftIsSmall ? rightSum : leftSum)
      yield {
        ...reporting([outcome], 'warning'),
        message: 'exceeds',
        args: {
          subject: sides.subject,
          small: leftIsSmall ? sides.left : sides.right,
          large: leftIsSmall ? sides.right : sides.left,
          smallFormula: formula(small),
          largeSum: large.length === 1 ? sum : `${formula(large)}＝${sum}`,
          difference: digits(leftSum.minus(rightSum).abs()),
        },
        span: figureSpan(figure),
        related: addends([outcome], figure),
      }
    }
  },
})
