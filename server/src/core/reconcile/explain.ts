import { digits, type Decimal } from '../text/decimal.ts'
import { valueOf, type Figure } from '../report/figure.ts'
import { isBroken, type Broken, type Outcome } from './outcome.ts'

/**
 * Why relations of a table are broken. Either one figure whose change to `value` balances every broken relation it
 * stands in and breaks none, or, where no single figure explains them, one relation for itself.
 */
export type Cause =
  | { readonly kind: 'figure'; readonly figure: Figure; readonly value: Decimal; readonly broken: readonly Broken[] }
  | { readonly kind: 'relation'; readonly broken: readonly [Broken] }

/**
 * One cause for each group of broken relations that share figures. A figure is blamed only if it is the only one
 * whose change explains the whole group: two that explain it equally well are ambiguous, and the relations then
 * speak for themselves.
 */
export function explain(outcomes: readonly Outcome[]): readonly Cause[] {
  const broken = outcomes.filter(isBroken)
  const sound = outcomes.filter(({ state, relation }) => state === 'balanced' && relation.operator === '=')
  const settled = new Set(sound.flatMap((outcome) => figuresOf(outcome)))
  return components(broken).flatMap((group): readonly Cause[] => {
    const suspects = suspectsOf(group, settled)
    const only = suspects.length === 1 ? suspects[0] : undefined
    return only === undefined
      ? group.map((outcome) => ({ kind: 'relation', broken: [outcome] }))
      : [{ kind: 'figure', ...only, broken: group }]
  })
}

const figuresOf = ({ left, right }: Outcome): readonly Figure[] =>
  [...left, ...right].flatMap(({ figure }) => (figure === undefined ? [] : [figure]))

/** Broken relations that share a figure, directly or through others. */
function components(broken: readonly Broken[]): readonly (readonly Broken[])[] {
  const groups: { members: Broken[]; figures: Set<Figure> }[] = []
  for (const outcome of broken) {
    const figures = figuresOf(outcome)
    const touching = groups.filter((group) => figures.some((figure) => group.figures.has(figure)))
    const merged = {
      members: [...touching.flatMap((it) => it.members), outcome],
      figures: new Set([...touching.flatMap((it) => [...it.figures]), ...figures]),
    }
    for (const group of touching) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  return groups.map(({ members }) => members)
}

/** The figures in all relations of the group and in no balanced one, that one change puts right everywhere. */
function suspectsOf(
  group: readonly Broken[],
  settled: ReadonlySet<Figure>,
): readonly { figure: Figure; value: Decimal }[] {
  const [first, ...rest] = group
  if (first === undefined) return []
  const common = figuresOf(first).filter(
    (figure) => !settled.has(figure) && rest.every((it) => figuresOf(it).includes(figure)),
  )
  return common.flatMap((figure) => {
    const wanted = group.map((outcome) => valueThatBalances(outcome, figure))
    const [value] = wanted
    const agreed = value !== undefined && wanted.every((it) => it?.eq(value) === true) && value.gte(0)
    return agreed ? [{ figure, value }] : []
  })
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
