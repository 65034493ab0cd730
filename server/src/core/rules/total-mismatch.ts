import { explain, valueThatBalances, type Cause } from '../reconcile/explain.ts'
import { formula, termsFor } from '../reconcile/formula.ts'
import { groupImplied, type Grouped } from '../reconcile/implied.ts'
import { figuresOf, type Broken, type Outcome } from '../reconcile/outcome.ts'
import { totalOf } from '../reconcile/total.ts'
import { valueOf, type Figure } from '../report/figure.ts'
import { figureName } from '../report/figureName.ts'
import { digits, type Decimal } from '../text/decimal.ts'
import { tableRule, type Finding, type Fix } from './rule.ts'
import { figureSpan } from './shared/figureSpan.ts'
import { onRivals, pairMessages } from './shared/pair.ts'
import { addends, alongside, alsoBroken, relatedMessages } from './shared/related.ts'
import { remedyMessages, setting, settingAll } from './shared/remedies.ts'
import { reporting } from './shared/reporting.ts'

const messages = {
  totalMore: {
    zh: '{figure}：应为 {expected}（{formula}），实填 {actual}，多 {difference}。',
    en: '{figure}: should be {expected} ({formula}), is {actual}, {difference} too many.',
  },
  totalLess: {
    zh: '{figure}：应为 {expected}（{formula}），实填 {actual}，少 {difference}。',
    en: '{figure}: should be {expected} ({formula}), is {actual}, {difference} too few.',
  },
  totalMoreWithOthers: {
    zh: '{figure}：应为 {expected}（{formula}），实填 {actual}，多 {difference}（同时使另外 {others} 个勾稽关系不平）。',
    en: '{figure}: should be {expected} ({formula}), is {actual}, {difference} too many; this breaks {others} more relations.',
  },
  totalLessWithOthers: {
    zh: '{figure}：应为 {expected}（{formula}），实填 {actual}，少 {difference}（同时使另外 {others} 个勾稽关系不平）。',
    en: '{figure}: should be {expected} ({formula}), is {actual}, {difference} too few; this breaks {others} more relations.',
  },
  figureMore: {
    zh: '{figure}：应为 {expected}，实填 {actual}，多 {difference}；改正后 {count} 个勾稽关系全部平衡。',
    en: '{figure}: should be {expected}, is {actual}, {difference} too many; corrected, {count} relations balance.',
  },
  figureLess: {
    zh: '{figure}：应为 {expected}，实填 {actual}，少 {difference}；改正后 {count} 个勾稽关系全部平衡。',
    en: '{figure}: should be {expected}, is {actual}, {difference} too few; corrected, {count} relations balance.',
  },
  figureMoreAlong: {
    zh: '{figure}：应为 {expected}，实填 {actual}，多 {difference}；与另外 {along} 处一并改正后，有关勾稽关系全部平衡。',
    en: '{figure}: should be {expected}, is {actual}, {difference} too many; corrected together with {along} other figures, all balances.',
  },
  figureLessAlong: {
    zh: '{figure}：应为 {expected}，实填 {actual}，少 {difference}；与另外 {along} 处一并改正后，有关勾稽关系全部平衡。',
    en: '{figure}: should be {expected}, is {actual}, {difference} too few; corrected together with {along} other figures, all balances.',
  },
  ...relatedMessages,
  ...pairMessages,
  set: remedyMessages.set,
  setPartly: remedyMessages.setPartly,
  setAll: remedyMessages.setAll,
}

type Name = keyof typeof messages

export const totalMismatch = tableRule({
  code: 'total-mismatch',
  severity: 'error',
  whenTyping: 'wait',
  messages,
  *check({ reconciliation: { outcomes } }) {
    for (const grouped of groupImplied(explain(outcomes), outcomes)) {
      if (!grouped.cause.broken.some(({ relation }) => relation.family.rule === 'total-mismatch')) continue
      const { cause, implied } = grouped
      const finding =
        cause.kind === 'pair'
          ? onRivals(cause, implied, cause.broken.flatMap(alsoBroken))
          : (onFigure(grouped, outcomes) ?? onTotal(grouped, outcomes))
      if (finding !== undefined) yield { ...reporting([...cause.broken, ...implied], 'error'), ...finding }
    }
  },
})

/** One figure explains every broken relation it stands in, if need be together with others. */
function onFigure({ cause, implied }: Grouped, outcomes: readonly Outcome[]): Finding<Name> | undefined {
  if (cause.kind !== 'figure') return undefined
  const { figure, value, along, broken } = cause
  // The arithmetic of a total is shown only where it comes to what the total should be: its parts may be wrong too.
  const asTotal = broken.find((it) => totalOf(it) === figure && valueThatBalances(it, figure)?.eq(value) === true)
  const others = [...broken.filter((it) => it !== asTotal), ...implied]
  const alone = setting(figure, value, broken, outcomes)
  // Where changing it alone mends all it stands in, the other figures are slips of their own.
  const bound = alone.title === 'set' ? [] : along
  const all = along.length > 0 ? [settingAll(cause, along)] : []
  const naive = along.length > 0 ? [] : broken.flatMap((it) => recomputing(it, figure, broken, outcomes))
  return {
    ...describe(figure, value, asTotal, broken.length, bound.length),
    span: figureSpan(figure),
    related: [...alongside(bound), ...others.flatMap(alsoBroken), ...addends(broken, figure)],
    fixes:
      bound.length > 0 ? [...all, alone] : [along.length > 0 ? alone : { ...alone, preferred: true }, ...all, ...naive],
  }
}

/** The naive repair, for who knows better: the total of a relation is made to fit its parts as they stand. */
function recomputing(
  outcome: Broken,
  blamed: Figure,
  group: readonly Broken[],
  outcomes: readonly Outcome[],
): readonly Fix<'set' | 'setPartly'>[] {
  const total = totalOf(outcome)
  const value = total === undefined ? undefined : valueThatBalances(outcome, total)
  const offered = total !== undefined && total !== blamed && value?.gte(0) === true
  return offered ? [setting(total, value, group, outcomes)] : []
}

/** Nothing singles out one figure: the relation speaks for itself, on its total, and every repair is only offered. */
function onTotal({ cause, implied }: Grouped, outcomes: readonly Outcome[]): Finding<Name> | undefined {
  const [outcome] = cause.broken
  const total = totalOf(outcome) ?? figuresOf(outcome)[0]
  const value = total === undefined ? undefined : valueThatBalances(outcome, total)
  if (total === undefined || value === undefined) return undefined
  return {
    ...describe(total, value, outcome, 1 + implied.length, 0),
    span: figureSpan(total),
    related: [...implied.flatMap(alsoBroken), ...addends([outcome], total)],
    fixes: [total, ...suspects(cause, outcomes).filter((it) => it !== total)].flatMap((figure) => {
      const wanted = valueThatBalances(outcome, figure)
      return wanted?.gte(0) === true ? [setting(figure, wanted, [outcome], outcomes)] : []
    }),
  }
}

/** The figures of a relation that no balanced one vouches for, where they are few enough to choose from. */
function suspects({ broken }: Cause, outcomes: readonly Outcome[]): readonly Figure[] {
  const sound = new Set(outcomes.filter(({ state }) => state === 'balanced').flatMap((it) => figuresOf(it)))
  const open = broken.flatMap((it) => figuresOf(it)).filter((figure) => !sound.has(figure))
  return open.length <= 6 ? open : []
}

function describe(
  figure: Figure,
  value: Decimal,
  asTotal: Broken | undefined,
  count: number,
  along: number,
): Pick<Finding<Name>, 'message' | 'args'> {
  const difference = (valueOf(figure) ?? value).minus(value)
  const args = {
    figure: figureName(figure.field),
    expected: digits(value),
    actual: figure.cell.text,
    difference: digits(difference.abs()),
  }
  const more = difference.gt(0)
  if (along > 0 && asTotal === undefined)
    return { message: more ? 'figureMoreAlong' : 'figureLessAlong', args: { ...args, along } }
  if (asTotal === undefined) return { message: more ? 'figureMore' : 'figureLess', args: { ...args, count } }
  const withFormula = { ...args, formula: formula(termsFor(asTotal, figure.field.id)) }
  return count === 1
    ? { message: more ? 'totalMore' : 'totalLess', args: withFormula }
    : { message: more ? 'totalMoreWithOthers' : 'totalLessWithOthers', args: { ...withFormula, others: count - 1 } }
}
