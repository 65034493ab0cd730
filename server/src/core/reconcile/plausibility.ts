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
  if (isMove(changes)) return 2
  return changes.reduce((total, change) => total + slip(change), 0)
}

/** What one slip of the fingers amounts to at most. */
export const ordinarySlip = 3

/** Two figures that have each other's values. */
export function isSwap([a, b, ...more]: readonly Change[]): boolean {
  if (a === undefined || b === undefined || more.length > 0 || !neighbours(a, b)) return false
  return valueOf(a.figure)?.eq(b.value) === true && valueOf(b.figure)?.eq(a.value) === true
}

/** A value that stands one row or column away from where it belongs. */
export function isMove([a, b, ...more]: readonly Change[]): boolean {
  if (a === undefined || b === undefined || more.length > 0 || !neighbours(a, b)) return false
  const [before, after] = [valueOf(a.figure), valueOf(b.figure)]
  if (before === undefined || after === undefined) return false
  return before.plus(after).eq(a.value.plus(b.value)) && (a.value.eq(0) || b.value.eq(0) || before.eq(0) || after.eq(0))
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
