import { valueOf } from '../report/figure.ts'
import { digits } from '../text/decimal.ts'
import { distance } from '../text/distance.ts'
import type { Change } from './localise.ts'

/**
 * How implausible it is that a hand slipped so: the lower, the likelier. Two digits swapped, one dropped, doubled or
 * mistyped are what fingers do; two neighbours that hold each other's values are what eyes do. Compares sets of the
 * same size only.
 */
export function implausibility(changes: readonly Change[]): number {
  if (isSwap(changes)) return 1
  if (isMove(changes)) return 1
  return changes.reduce((total, change) => total + slip(change), 0)
}

/** What one slip of the fingers amounts to at most. */
export const ordinarySlip = 3

/** Two figures, neither of them zero, that have each other's values. */
export function isSwap([a, b, ...more]: readonly Change[]): boolean {
  if (a === undefined || b === undefined || more.length > 0 || !neighbours(a, b)) return false
  const [writtenA, writtenB] = [valueOf(a.figure), valueOf(b.figure)]
  if (writtenA === undefined || writtenB === undefined || writtenA.eq(0) || writtenB.eq(0)) return false
  return writtenA.eq(b.value) && writtenB.eq(a.value)
}

/** A value that stands in another row or column than it belongs to: where it was missing there is a zero. */
export function isMove([a, b, ...more]: readonly Change[]): boolean {
  if (a === undefined || b === undefined || more.length > 0 || !neighbours(a, b)) return false
  const [writtenA, writtenB] = [valueOf(a.figure), valueOf(b.figure)]
  if (writtenA?.plus(writtenB ?? 0).eq(a.value.plus(b.value)) !== true) return false
  return (writtenA.eq(0) && a.value.gt(0)) || (writtenB?.eq(0) === true && b.value.gt(0))
}

const neighbours = (a: Change, b: Change): boolean =>
  a.figure.field.block === b.figure.field.block &&
  (a.figure.field.row === b.figure.field.row || a.figure.field.column === b.figure.field.column)

function slip({ figure, value }: Change): number {
  const written = digits(valueOf(figure) ?? value)
  const meant = digits(value)
  if (written === '0' || meant === '0') return 4
  if (distance(written, meant, 1) <= 1) return written.length === meant.length ? ordinarySlip : 2
  return 4 + Math.abs(written.length - meant.length)
}
