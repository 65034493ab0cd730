import { digits, type Decimal } from '../text/decimal.ts'
import { valueOf, type Figure } from '../report/figure.ts'
import { localise, type Change } from './localise.ts'
import { figuresOf, isBroken, type Broken, type Outcome } from './outcome.ts'
import { implausibility, ordinarySlip } from './plausibility.ts'

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
  | { readonly kind: 'relation'; readonly broken: readonly [Broken] }

/**
 * One cause for each figure of the smallest explanation. Relations that share figures are explained together. Two
 * explanations of the same size are ambiguous unless one is clearly the likelier slip of the hand; the relations then
 * speak for themselves, for blaming the wrong figure is worse than blaming none.
 */
export function explain(outcomes: readonly Outcome[]): readonly Cause[] {
  return connected(outcomes).flatMap((group): readonly Cause[] => {
    const broken = group.filter(isBroken)
    if (broken.length === 0) return []
    const changes = likeliest(localise(group))
    if (changes === undefined) return broken.map((outcome) => ({ kind: 'relation', broken: [outcome] }))
    const unequal = broken.filter(({ relation }) => relation.operator !== '=')
    return [
      ...changes.map(({ figure, value }): Cause => {
        const own = broken.filter((it) => it.relation.operator === '=' && figuresOf(it).includes(figure))
        return { kind: 'figure', figure, value, along: changes.filter((it) => it.figure !== figure), broken: own }
      }),
      ...unequal.map((outcome): Cause => ({ kind: 'relation', broken: [outcome] })),
    ]
  })
}

/**
 * The likeliest of several explanations of the same size: it must consist of ordinary slips, and no other may be as
 * likely. For a single figure nothing but its being the only one counts.
 */
function likeliest(sets: readonly (readonly Change[])[]): readonly Change[] | undefined {
  const [first, second] = [...sets].sort((a, b) => implausibility(a) - implausibility(b))
  if (first === undefined || second === undefined) return first
  const ordinary = first.length > 1 && implausibility(first) <= ordinarySlip * first.length
  return ordinary && implausibility(first) < implausibility(second) ? first : undefined
}

/** Relations that share a figure, directly or through others. */
function connected(outcomes: readonly Outcome[]): readonly (readonly Outcome[])[] {
  const groupOf = new Map<Figure, Set<Outcome>>()
  for (const outcome of outcomes) {
    const merged = new Set([outcome])
    for (const touching of new Set(figuresOf(outcome).map((figure) => groupOf.get(figure))))
      for (const member of touching ?? []) merged.add(member)
    for (const member of merged) for (const figure of figuresOf(member)) groupOf.set(figure, merged)
  }
  return [...new Set(groupOf.values())].map((group) => outcomes.filter((outcome) => group.has(outcome)))
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
