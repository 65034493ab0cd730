import { digits, type Decimal } from '../text/decimal.ts'
import { valueOf, type Figure } from '../report/figure.ts'
import { localise, type Change } from './localise.ts'
import { figuresOf, isBroken, type Broken, type Outcome } from './outcome.ts'
import { implausibility, isMove, isSwap, ordinarySlip } from './plausibility.ts'
import { totalOf } from './total.ts'

/**
 * Why relations of a table are broken. Either a figure whose change to `value` balances every broken relation it
 * stands in and breaks none, where need be together with the changes in `along`; or, where the smallest explanation
 * is not known or not the only one, one relation for itself.
 */
export type Cause =
  | {
      readonly kind: 'figure'
      readonly figure: Figure
      readonly value: Decimal
      readonly along: readonly Change[]
      readonly broken: readonly Broken[]
    }
  /** Two neighbours that hold each other's values, or of which one holds what belongs to the other. */
  | {
      readonly kind: 'pair'
      readonly how: 'swapped' | 'moved'
      readonly changes: readonly [Change, Change]
      /** Other pairs that explain the same equally well, though by touching more totals. */
      readonly rivals: readonly (readonly Change[])[]
      readonly broken: readonly Broken[]
    }
  | { readonly kind: 'relation'; readonly broken: readonly [Broken] }

/**
 * One cause for each figure of the smallest explanation. Relations that share figures are explained together. Two
 * explanations of the same size are ambiguous unless one is clearly the likelier slip of the hand; the relations then
 * speak for themselves, for blaming the wrong figure is worse than blaming none.
 */
export function explain(outcomes: readonly Outcome[]): readonly Cause[] {
  const known = kept.get(outcomes)
  if (known !== undefined) return known
  const causes = outcomes.some(isBroken) ? causesIn(outcomes) : []
  kept.set(outcomes, causes)
  return causes
}

/** Several rules ask why the relations of one table are broken. */
const kept = new WeakMap<readonly Outcome[], readonly Cause[]>()

function causesIn(outcomes: readonly Outcome[]): readonly Cause[] {
  return connected(outcomes).flatMap((group): readonly Cause[] => {
    const broken = group.filter(isBroken)
    if (broken.length === 0) return []
    const best = likeliest(localise(group), new Set(group.flatMap((it) => totalOf(it) ?? [])))
    if (best === undefined) return broken.map((outcome) => ({ kind: 'relation', broken: [outcome] }))
    const unequal = broken.filter(({ relation }) => relation.operator !== '=')
    return [...causesOf(best, broken), ...unequal.map((outcome): Cause => ({ kind: 'relation', broken: [outcome] }))]
  })
}

function causesOf({ changes, rivals }: Best, broken: readonly Broken[]): readonly Cause[] {
  const reached = (figure: Figure): readonly Broken[] =>
    broken.filter((it) => it.relation.operator === '=' && figuresOf(it).includes(figure))
  const [a, b] = changes
  if (a !== undefined && b !== undefined && (isSwap(changes) || isMove(changes))) {
    const both = [...new Set([...reached(a.figure), ...reached(b.figure)])]
    return [{ kind: 'pair', how: isSwap(changes) ? 'swapped' : 'moved', changes: [a, b], rivals, broken: both }]
  }
  return changes.flatMap(({ figure, value }): readonly Cause[] => {
    const own = reached(figure)
    const along = changes.filter((it) => it.figure !== figure)
    // All its relations balance as they stand, since the others' differences cancel: it is said along with those.
    return own.length === 0 ? [] : [{ kind: 'figure', figure, value, along, broken: own }]
  })
}

type Best = { readonly changes: readonly Change[]; readonly rivals: readonly (readonly Change[])[] }

/**
 * The likeliest of several explanations of the same size: it must consist of ordinary slips, and no other may be as
 * likely. For a single figure nothing but its being the only one counts. Of exchanged pairs the one that touches
 * fewest totals is taken, and the others are kept as its rivals: a total is rarely typed where its parts are not.
 */
function likeliest(sets: readonly (readonly Change[])[], totals: ReadonlySet<Figure>): Best | undefined {
  const touched = (set: readonly Change[]): number => set.filter(({ figure }) => totals.has(figure)).length
  const ranked = sets
    .map((set) => ({ set, rank: implausibility(set), touched: touched(set) }))
    .sort((a, b) => a.rank - b.rank || a.touched - b.touched)
  const [first, second] = ranked
  if (first === undefined) return undefined
  if (second === undefined) return { changes: first.set, rivals: [] }
  if (first.set.length < 2 || first.rank > ordinarySlip * first.set.length) return undefined
  const equals = ranked.filter((it) => it !== first && it.rank === first.rank)
  if (equals.length === 0) return { changes: first.set, rivals: [] }
  const exchanged = isSwap(first.set) || isMove(first.set)
  return exchanged && equals.every((it) => it.touched > first.touched)
    ? { changes: first.set, rivals: equals.map((it) => it.set) }
    : undefined
}

/** Relations that share a figure, directly or through others, in their order. */
function connected(outcomes: readonly Outcome[]): readonly (readonly Outcome[])[] {
  const leaders = outcomes.map((_, i) => i)
  const leaderOf = (i: number): number => {
    let at = i
    while (leaders[at] !== at) at = leaders[at] ?? at
    leaders[i] = at
    return at
  }
  const firstWith = new Map<Figure, number>()
  outcomes.forEach((outcome, i) => {
    for (const figure of figuresOf(outcome)) {
      const first = firstWith.get(figure)
      if (first === undefined) firstWith.set(figure, i)
      else leaders[leaderOf(i)] = leaderOf(first)
    }
  })
  const groups = new Map<number, Outcome[]>()
  outcomes.forEach((outcome, i) => {
    const leader = leaderOf(i)
    const group = groups.get(leader)
    if (group === undefined) groups.set(leader, [outcome])
    else group.push(outcome)
  })
  return [...groups.values()]
}

/** What the figure must be for the relation to balance, all others as they are; undefined for an inequality. */
export function valueThatBalances(
  { relation, left, right, leftSum, rightSum }: Broken,
  figure: Figure,
): Decimal | undefined {
  if (relation.operator !== '=') return undefined
  const weight = [...left.map((it) => [it, 1] as const), ...right.map((it) => [it, -1] as const)].reduce(
    (total, [term, side]) => (term.figure === figure ? total + side * term.weight : total),
    0,
  )
  const present = valueOf(figure)
  if (weight === 0 || present === undefined) return undefined
  const value = present.minus(leftSum.minus(rightSum).div(weight))
  return digits(value).includes('.') && figure.field.kind !== 'decimal' ? undefined : value
}
