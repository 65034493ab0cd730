import { sum, wholeNumber, type Decimal } from '../../text/decimal.ts'
import { reads, type Quantity } from './quantities.ts'
import type { Share, ShareGroup } from './shares.ts'

/** A share that does not follow from its counts. */
export type WrongShare = Omit<Share, 'whole'> & {
  readonly whole: Decimal
  /** The share at the precision written. */
  readonly expected: string
}

/**
 * The shares of a sentence that none of their wholes explains. Several shares vouch for their whole; a share that
 * stands alone must name it, or be of what the tables count. `wholesFor` are the totals of the tables that a count may
 * be a share of; `every` are all that may explain one.
 */
export function wrongIn(
  { shares: all, earlier, parent }: ShareGroup,
  wholesFor: (share: Share) => readonly Decimal[],
  every: readonly Decimal[],
): readonly WrongShare[] {
  const named = all.flatMap((it): readonly WrongShare[] => {
    const { whole } = it
    return whole === undefined || fitter(it)(whole.value) ? [] : [wrong(it, whole.value)]
  })
  const shares = all.filter(({ whole }) => whole === undefined)
  return shares.length === 0 ? named : [...named, ...wrongWithout(shares, earlier, parent, wholesFor, every)]
}

/** Of those that name no whole. */
function wrongWithout(
  shares: readonly Share[],
  earlier: ShareGroup['earlier'],
  parent: ShareGroup['parent'],
  wholesFor: (share: Share) => readonly Decimal[],
  every: readonly Decimal[],
): readonly WrongShare[] {
  const [first] = shares
  if (first === undefined) return []
  const same = shares.filter(({ count }) => count.unit === first.count.unit)
  const written = earlier.filter((it) => it.unit === first.count.unit).map(({ value }) => value)
  const counted = same.flatMap((it) => wholesFor(it))
  const candidates = [
    ...written,
    ...counted,
    ...(counted.length > 0 ? [] : every),
    sum(same.map(({ count }) => count.value)),
  ].filter((it) => it.gt(0))
  const fits = new Map(same.map((it) => [it, fitter(it)]))
  const isOf = (share: Share, whole: Decimal): boolean => fits.get(share)?.(whole) === true
  if (same.length > 1) {
    const [best] = candidates
      .map((whole) => ({ whole, wrong: same.filter((it) => !isOf(it, whole)) }))
      .sort((a, b) => a.wrong.length - b.wrong.length)
    if (best !== undefined && same.length - best.wrong.length >= 2 && best.wrong.length * 2 < same.length)
      return best.wrong
        .filter((it) => placesOf(it.share) === 0 || !written.some((whole) => isOf(it, whole)))
        .map((it) => wrong(it, best.whole))
  }
  // Two shares vouch for their whole where it is written and their counts come to it.
  const together = sum(same.map(({ count }) => count.value))
  if (same.length === 2 && written.some((it) => it.eq(together)) && same.some((it) => isOf(it, together)))
    return same.filter((it) => !candidates.some((whole) => isOf(it, whole))).map((it) => wrong(it, together))
  return same.flatMap((share): readonly WrongShare[] => {
    const whole = parent?.value ?? wholesFor(share)[0]
    if (whole?.gt(0) !== true || whole.lt(share.count.value) || candidates.some((it) => isOf(share, it))) return []
    return [wrong(share, whole)]
  })
}

const wrong = (share: Share, whole: Decimal): WrongShare => ({
  ...share,
  whole,
  expected: percentage(share.count.value, whole).toFixed(placesOf(share.share)),
})

export const placesOf = ({ step }: Quantity): number => (step.gte(1) ? 0 : (step.toFixed().split('.')[1]?.length ?? 0))

export const percentage = (count: Decimal, whole: Decimal): Decimal => count.times(100).div(whole)

/** Tells whether a share is of a whole. In whole numbers where it can be: long division takes its time. */
function fitter({ count, share }: Share): (whole: Decimal) => boolean {
  const places = placesOf(share)
  const part = wholeNumber(count.value)
  const written = wholeNumber(share.value.times(10 ** places))
  const scaled = (part ?? NaN) * 100 * 10 ** places
  const exactly = written !== undefined && part !== undefined && share.step.lte(1) && Number.isSafeInteger(scaled)
  return (whole) => {
    // Of nothing there is no share.
    if (!whole.gt(0)) return false
    const all = wholeNumber(whole)
    if (!exactly || all === undefined) return count.value.lte(whole) && reads(share, percentage(count.value, whole))
    const steps = Math.floor(scaled / all)
    // Cut off, or rounded half up.
    return part <= all && (written === steps || (written === steps + 1 && (scaled - steps * all) * 2 >= all))
  }
}
