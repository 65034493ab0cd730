import { assume, blankAsZero } from '../reconcile/assume.ts'
import { fillTotals } from '../reconcile/fillTotals.ts'
import { formula, termsFor } from '../reconcile/formula.ts'
import { figuresOf, isBroken, type Broken, type Outcome } from '../reconcile/outcome.ts'
import { sidesOf } from '../reconcile/sides.ts'
import { solve } from '../reconcile/solve.ts'
import { totalOf } from '../reconcile/total.ts'
import { isEmptyFigure, valueOf, type Figure } from '../report/figure.ts'
import { figureName } from '../report/figureName.ts'
import { setFigures } from '../report/setFigure.ts'
import { digits, zero, type Decimal } from '../text/decimal.ts'
import type { Args } from '../text/message.ts'
import { tableRule, type Fix } from './rule.ts'
import { emptyCells, emptyMessages, zeros } from './shared/empty.ts'
import { figureSpan } from './shared/figureSpan.ts'
import { sums } from './shared/related.ts'

const messages = {
  blanks: {
    zh: '有 {cells} 格空白或填“/”“—”“无”等，{relations} 个勾稽关系无法核对。',
    en: '{cells} cells are blank or hold a placeholder, so that {relations} relations cannot be checked.',
  },
  blanksUnequal: {
    zh: '有 {cells} 格空白或填“/”“—”“无”等，{relations} 个勾稽关系无法核对；按空白为 0 计算，{figure}应为 {expected}（{formula}），实填 {actual}。',
    en: '{cells} cells are blank or hold a placeholder, so that {relations} relations cannot be checked; with 0 for each, {figure} should be {expected} ({formula}) but is {actual}.',
  },
  blanksUnbalanced: {
    zh: '有 {cells} 格空白或填“/”“—”“无”等，{relations} 个勾稽关系无法核对；按空白为 0 计算，{subject}：{left}（{leftFormula}＝{leftSum}）与{right}（{rightFormula}＝{rightSum}）差 {difference}。',
    en: '{cells} cells are blank or hold a placeholder, so that {relations} relations cannot be checked; with 0 for each, {subject}: {left} ({leftFormula} = {leftSum}) and {right} ({rightFormula} = {rightSum}) differ by {difference}.',
  },
  totalsBlank: {
    zh: '有 {cells} 格空白或填“/”“—”“无”等，{relations} 个勾稽关系无法核对；其中 {totals} 格总计可由分项算出，如{figure}应为 {expected}（{formula}）。',
    en: '{cells} cells are blank or hold a placeholder, so that {relations} relations cannot be checked; {totals} of them are totals that follow from their parts: {figure} should be {expected} ({formula}).',
  },
  unreadable: {
    zh: '{figure}：“{text}”不能作为数字，{relations} 个勾稽关系无法核对。',
    en: '{figure}: “{text}” cannot be taken as a number, so that {relations} relations cannot be checked.',
  },
  fillTotals: { zh: '补齐总计（{totals} 格）', en: 'Fill in the totals ({totals} cells)' },
  fillBoth: {
    zh: '空白的分项补 0，并补齐总计（共 {cells} 格；补后勾稽关系全部平衡）',
    en: 'Fill in 0 for blank parts, and the totals ({cells} cells; then all relations balance)',
  },
  fillZeros: { zh: '空白处补 0（{cells} 格）', en: 'Fill in 0 for the blanks ({cells} cells)' },
  ...emptyMessages,
}

export const relationUnchecked = tableRule({
  code: 'relation-unchecked',
  severity: 'information',
  whenTyping: 'wait',
  speaksOf: 'table',
  messages,
  *check({ reconciliation: { outcomes, empty } }) {
    // Where a row or column is absent, the finding that it is missing says all there is to say.
    const unchecked = outcomes.filter((it) => it.state === 'unchecked' && it.absent.length === 0)
    const waitingFor = (figure: Figure): readonly Outcome[] => unchecked.filter((it) => figuresOf(it).includes(figure))
    const blank = empty.filter((figure) => waitingFor(figure).length > 0)
    const [first, ...others] = blank
    if (first !== undefined) {
      const waiting = unchecked.filter((it) => figuresOf(it).some(isEmptyFigure))
      const counts = { cells: blank.length, relations: waiting.length }
      const totals = fillTotals(outcomes)
      yield {
        ...whatZerosGive(waiting, counts, totals),
        span: figureSpan([...totals.keys()][0] ?? first),
        related: emptyCells(totals.size > 0 ? blank.filter((it) => it !== [...totals.keys()][0]) : others),
        fixes: fixesFor(blank, waiting, outcomes, totals),
      }
    }
    const malformed = new Set(
      unchecked
        .flatMap(figuresOf)
        .filter(({ reading }) => reading.state === 'malformed' && reading.value === undefined),
    )
    for (const figure of malformed)
      yield {
        message: 'unreadable',
        args: { figure: figureName(figure.field), text: figure.cell.text, relations: waitingFor(figure).length },
        span: figureSpan(figure),
      }
  },
})

type Totals = ReadonlyMap<Figure, Decimal>

/** The sentence with the most telling arithmetic: a total that follows, else what zeros would leave unequal. */
function whatZerosGive(
  waiting: readonly Outcome[],
  counts: { readonly cells: number; readonly relations: number },
  totals: Totals,
): { readonly message: keyof typeof messages; readonly args: Args } {
  const [blankTotal] = totals
  if (blankTotal !== undefined) {
    const [figure, value] = blankTotal
    const outcome = waiting.find((it) => totalOf(it) === figure)
    const terms = outcome === undefined ? '' : formula(termsFor(outcome, figure.field.id))
    const args = { figure: figureName(figure.field), expected: digits(value), formula: terms, totals: totals.size }
    return { message: 'totalsBlank', args: { ...counts, ...args } }
  }
  const broken = waiting.map((it) => assume(it, blankAsZero)).filter(isBroken)
  const unequal = broken.find((it) => totalOf(it) !== undefined)
  if (unequal !== undefined) return { message: 'blanksUnequal', args: { ...counts, ...arithmetic(unequal) } }
  const [outcome] = broken
  const sides = outcome === undefined ? undefined : sidesOf(outcome)
  return outcome === undefined || sides === undefined
    ? { message: 'blanks', args: counts }
    : { message: 'blanksUnbalanced', args: { ...counts, ...sides, ...sums(outcome) } }
}

function arithmetic(outcome: Broken): Args {
  const total = totalOf(outcome)
  if (total === undefined) return {}
  const read = (figure: Figure): Decimal => valueOf(figure) ?? zero
  return {
    figure: figureName(total.field),
    expected: digits(solve(outcome, total, read) ?? zero),
    formula: formula(termsFor(outcome, total.field.id)),
    actual: digits(read(total)),
  }
}

function fixesFor(
  blank: readonly Figure[],
  waiting: readonly Outcome[],
  outcomes: readonly Outcome[],
  totals: Totals,
): readonly Fix<'fillTotals' | 'fillBoth' | 'fillZeros'>[] {
  const fixes: Fix<'fillTotals' | 'fillBoth' | 'fillZeros'>[] = []
  if (totals.size > 0)
    fixes.push({
      title: 'fillTotals',
      args: { totals: totals.size },
      edits: setFigures(totals),
      effect: 'figure',
      preferred: true,
    })
  const all = fillTotals(outcomes, 'zero')
  const both = new Map(blank.map((figure) => [figure, all.get(figure) ?? zero]))
  const balances = outcomes
    .map((it) => assume(it, (figure) => both.get(figure)))
    .every(({ state }) => state === 'balanced' || state === 'not-applicable')
  const onlyZeros = waiting.map((it) => assume(it, blankAsZero)).every(({ state }) => state === 'balanced')
  if (balances && both.size > totals.size)
    fixes.push({ title: 'fillBoth', args: { cells: both.size }, edits: setFigures(both), effect: 'figure' })
  else if (onlyZeros)
    fixes.push({ title: 'fillZeros', args: { cells: blank.length }, edits: zeros(blank), effect: 'figure' })
  return fixes
}
