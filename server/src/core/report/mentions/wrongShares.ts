import { sum, type Decimal } from '../../text/decimal.ts'
import { reads, type Quantity } from './quantities.ts'
import type { Share, ShareGroup } from './shares.ts'

/** A share that does not follow from its counts. */
export type WrongShare = Share & {
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
  { shares, earlier, parent }: ShareGroup,
  wholesFor: (share: Share) => readonly Decimal[],
  every: readonly Decimal[],
): readonly WrongShare[] {
  const [first] = shares
  if (first === undefined) return []
  const same = shares.filter(({ count }) => count.unit === first.count.unit)
  const written = earlier.filter((it) => it.unit === first.count.unit).map(({ value }) => value)
  const counted = same.flatMap((it) => wholesFor(it))
  const candidates = [...written, ...counted, ...every, sum(same.map(({ count }) => count.value))].filter((it) =>
    it.gt(0),
  )
  if (same.length > 1) {
    const [best] = candidates
      .map((whole) => ({ whole, wrong: same.filter((it) => !fits(it, whole)) }))
      .sort((a, b) => a.wrong.length - b.wrong.length)
    if (best !== undefined && same.length - best.wrong.length >= 2 && best.wrong.length * 2 < same.length)
      return best.wrong
        .filter((it) => !candidates.some((whole) => whole.eq(best.whole) && fits(it, whole)))
        .map((it) => wrong(it, best.whole))
  }
  return same.flatMap((share): readonly WrongShare[] => {
    const whole = parent?.value ?? wholesFor(share)[0]
    if (whole === undefined || whole.lt(share.count.value) || candidates.some((it) => fits(share, it))) return []
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

const fits = ({ count, share }: Share, whole: Decimal): boolean =>
  count.value.lte(whole) && reads(share, percentage(count.value, whole))
