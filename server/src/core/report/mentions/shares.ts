import type { Section } from '../../markdown/document.ts'
import { decimal, sum, type Decimal } from '../../text/decimal.ts'
import type { Span } from '../../text/span.ts'
import { sentencesOf } from './clauses.ts'
import { passagesOf, sourceSpan } from './passages.ts'
import { quantitiesIn, reads, type Quantity } from './quantities.ts'

/** A share in prose that does not follow from its counts. Offsets count from the section. */
export type WrongShare = {
  readonly count: Decimal
  readonly whole: Decimal
  readonly written: Decimal
  /** The share at the precision written. */
  readonly expected: string
  readonly clause: string
  readonly span: Span
  readonly number: Span
}

type Pair = { readonly count: Quantity; readonly share: Quantity }

/**
 * Shares that none of the wholes in the same paragraph explains. `wholes` are the totals of the tables that a share may
 * also be of. Several shares of one sentence vouch for their whole; a share that stands alone must name it.
 */
export function wrongShares(section: Section, wholes: readonly Decimal[]): readonly WrongShare[] {
  const key = wholes.map((it) => it.toFixed()).join(' ')
  const known = kept.get(section)
  if (known?.key === key) return known.shares
  const shares = readShares(section, wholes)
  kept.set(section, { key, shares })
  return shares
}

/** The wholes change with the tables, and hardly with a key. */
const kept = new WeakMap<Section, { readonly key: string; readonly shares: readonly WrongShare[] }>()

function readShares(section: Section, wholes: readonly Decimal[]): readonly WrongShare[] {
  return passagesOf(section).flatMap((passage) => {
    const { text } = passage
    if (!text.includes('%')) return []
    const all = quantitiesIn(text)
    return sentencesOf(text).flatMap(({ start, end }) => {
      const own = all.filter((it) => it.start >= start && it.end <= end)
      const pairs = pairsOf(text, own)
      const earlier = all.filter((it) => it.end <= end && it.exact && it.unit !== '%')
      const wrong = wrongOf(text.slice(start, end), pairs, earlier, wholes)
      return wrong.pairs.map(({ count, share }): WrongShare => {
        const places = share.step.gte(1) ? 0 : (share.step.toFixed().split('.')[1]?.length ?? 0)
        return {
          count: count.value,
          whole: wrong.whole,
          written: share.value,
          expected: percentage(count.value, wrong.whole).toFixed(places),
          clause: text.slice(count.start, share.end),
          span: sourceSpan(passage, share.start, share.end),
          number: sourceSpan(passage, share.start, share.digitsEnd),
        }
      })
    })
  })
}

/** A count with its share: 61件(58.10%), 61件,占58.10%. */
function pairsOf(text: string, own: readonly Quantity[]): readonly Pair[] {
  return own.flatMap((share, i): readonly Pair[] => {
    const count = own[i - 1]
    if (share.unit !== '%' || !share.exact || count === undefined || count.unit === '%' || !count.exact) return []
    const between = text.slice(count.end, share.start)
    return /^\($|^[,(]?(?:约)?占(?:比|总数|总量|申请总数|申请总量|全部申请|比为|比例为?)?的?(?:为|达|达到)?$/.test(
      between,
    )
      ? [{ count, share }]
      : []
  })
}

const percentage = (count: Decimal, whole: Decimal): Decimal => count.times(100).div(whole)

function wrongOf(
  sentence: string,
  pairs: readonly Pair[],
  earlier: readonly Quantity[],
  wholes: readonly Decimal[],
): { readonly pairs: readonly Pair[]; readonly whole: Decimal } {
  const none = { pairs: [], whole: decimal(1) }
  const [first] = pairs
  if (first === undefined) return none
  const unit = first.count.unit
  const same = pairs.filter(({ count }) => count.unit === unit)
  const candidates = [
    ...earlier.filter((it) => it.unit === unit).map(({ value }) => value),
    ...(unit === '件' ? wholes : []),
    sum(same.map(({ count }) => count.value)),
  ].filter((it) => it.gt(0))
  const fits = ({ count, share }: Pair, whole: Decimal): boolean =>
    count.value.lte(whole) && reads(share, percentage(count.value, whole))
  if (same.length > 1) {
    const [best] = candidates
      .map((whole) => ({ whole, wrong: same.filter((pair) => !fits(pair, whole)) }))
      .sort((a, b) => a.wrong.length - b.wrong.length)
    if (best === undefined || same.length - best.wrong.length < 2 || best.wrong.length * 2 >= same.length) return none
    return {
      pairs: best.wrong.filter((pair) => !candidates.some((whole) => fits(pair, whole) && whole.eq(best.whole))),
      whole: best.whole,
    }
  }
  // A share that stands alone is of the number before 其中, if it says that it is a share of it.
  const before = earlier.findLast((it) => it.end <= first.count.start && it.unit === unit)
  const named = before !== undefined && /其中/.test(sentence) && /占/.test(sentence)
  if (!named || before.value.lt(first.count.value) || candidates.some((whole) => fits(first, whole))) return none
  return { pairs: [first], whole: before.value }
}
