import type { Cause } from '../../reconcile/explain.ts'
import type { Outcome } from '../../reconcile/outcome.ts'
import { valueOf } from '../../report/figure.ts'
import { figureName, quotable } from '../../report/figureName.ts'
import { setFigures } from '../../report/setFigure.ts'
import type { Change } from '../../reconcile/localise.ts'
import { digits, type Decimal } from '../../text/decimal.ts'
import type { Text } from '../../text/message.ts'
import type { Finding, Fix, Related } from '../rule.ts'
import { figureSpan } from './figureSpan.ts'
import { addends, alongside } from './related.ts'

type Pair = Extract<Cause, { kind: 'pair' }>

export type PairName = 'swapped' | 'swappedOr' | 'moved' | 'movedOr' | 'swap' | 'move'

/** Two figures that were exchanged, or one that stands in its neighbour's place: one cause, one finding. */
export const pairMessages: { readonly [name in PairName]: Text } = {
  swapped: {
    zh: '“{figure}”与“{other}”疑似填反：实填 {actual}、{otherActual}，对调后 {count} 个勾稽关系全部平衡。',
    en: '“{figure}” and “{other}” seem exchanged: they are {actual} and {otherActual}; exchanged back, {count} relations balance.',
  },
  swappedOr: {
    zh: '“{figure}”与“{other}”疑似填反：实填 {actual}、{otherActual}，对调后 {count} 个勾稽关系全部平衡；也可能是“{rival}”与“{rivalOther}”填反，两处都能解释。',
    en: '“{figure}” and “{other}” seem exchanged: they are {actual} and {otherActual}; exchanged back, {count} relations balance. “{rival}” and “{rivalOther}” exchanged would explain it as well.',
  },
  moved: {
    zh: '“{figure}”的 {amount} 疑似应填在“{other}”：移过去后 {count} 个勾稽关系全部平衡。',
    en: '{amount} of “{figure}” seems to belong to “{other}”; moved there, {count} relations balance.',
  },
  movedOr: {
    zh: '“{figure}”的 {amount} 疑似应填在“{other}”：移过去后 {count} 个勾稽关系全部平衡；也可能是“{rival}”与“{rivalOther}”之间填错，两处都能解释。',
    en: '{amount} of “{figure}” seems to belong to “{other}”; moved there, {count} relations balance. “{rival}” and “{rivalOther}” would explain it as well.',
  },
  swap: { zh: '对调“{figure}”与“{other}”的数', en: 'Exchange the figures of “{figure}” and “{other}”' },
  move: { zh: '将 {amount} 从“{figure}”移到“{other}”', en: 'Move {amount} from “{figure}” to “{other}”' },
}

/**
 * The finding stands on the figure that has too much; the other one is the first related place. The repair is
 * preferred where nothing else explains the same.
 */
export function onPair<Name extends string>(
  { how, changes, rivals, broken }: Pair,
  implied: readonly Outcome[],
  also: readonly Related<Name>[],
): Finding<'swapped' | 'moved' | 'swap' | 'move' | 'along' | 'addend' | Name> {
  const [from, to] = ordered(changes)
  const fix = exchanging(how, from, to)
  return {
    message: how,
    args: { ...named(from, to), count: broken.length + implied.length },
    span: figureSpan(from.figure),
    related: [...alongside([to]), ...also, ...addends(broken, from.figure)],
    fixes: rivals.length === 0 ? [{ ...fix, preferred: true }] : [fix],
  }
}

/** The same where another pair explains it as well: that is said, and each repair is offered. */
export function onRivals<Name extends string>(
  cause: Pair,
  implied: readonly Outcome[],
  also: readonly Related<Name>[],
): Finding<PairName | 'along' | 'addend' | Name> {
  const finding = onPair(cause, implied, also)
  const [a, b] = cause.rivals[0] ?? []
  if (a === undefined || b === undefined) return finding
  const [from, to] = ordered([a, b])
  const { figure, other } = named(from, to)
  return {
    ...finding,
    message: cause.how === 'swapped' ? 'swappedOr' : 'movedOr',
    args: { ...finding.args, rival: figure, rivalOther: other },
    fixes: [...(finding.fixes ?? []), exchanging(cause.how, from, to)],
  }
}

/** The one that has too much first. */
const ordered = ([a, b]: readonly [Change, Change]): readonly [Change, Change] =>
  excess(a).gte(excess(b)) ? [a, b] : [b, a]

const excess = ({ figure, value }: Change): Decimal => (valueOf(figure) ?? value).minus(value)

const named = (
  from: Change,
  to: Change,
): Readonly<Record<'figure' | 'other' | 'actual' | 'otherActual' | 'amount', string>> => ({
  figure: quotable(figureName(from.figure.field)),
  other: quotable(figureName(to.figure.field)),
  actual: from.figure.cell.text,
  otherActual: to.figure.cell.text,
  amount: digits(excess(from)),
})

const exchanging = (how: Pair['how'], from: Change, to: Change): Fix<'swap' | 'move'> => ({
  title: how === 'swapped' ? 'swap' : 'move',
  args: named(from, to),
  edits: setFigures([
    [from.figure, from.value],
    [to.figure, to.value],
  ]),
  effect: 'figure',
})
