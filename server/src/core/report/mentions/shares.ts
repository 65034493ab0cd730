import type { Section } from '../../markdown/document.ts'
import { sum } from '../../text/decimal.ts'
import { keep } from '../../text/keep.ts'
import { shift, type Span } from '../../text/span.ts'
import { passagesOf, sourceSpan, type Passage } from './passages.ts'
import { quantitiesOf, type Quantity } from './quantities.ts'
import { sentencesOf } from './sentences.ts'

/** A count with its share: 61件(58.10%), 61件,占58.10%. Spans count from the section. */
export type Share = {
  readonly count: Quantity
  readonly share: Quantity
  /** Of what the sentence says that it is a share: 61件,占总数105件的58.10%. */
  readonly whole: Quantity | undefined
  readonly clause: string
  /** Where the count stands, to find out what it counts. */
  readonly countSpan: Span
  readonly span: Span
  readonly number: Span
}

/** The shares of one sentence, with the numbers that they may be shares of. */
export type ShareGroup = {
  readonly shares: readonly Share[]
  /** Exact numbers of the same paragraph up to the end of the sentence. */
  readonly earlier: readonly Quantity[]
  /** The number of which the first count is said to be a part: 共105件,其中61件,占58%. */
  readonly parent: Quantity | undefined
}

/** The shares in one section of the Markdown, sentence by sentence. */
export const readShares = keep((section: Section): readonly ShareGroup[] =>
  passagesOf(section).flatMap(({ at, value }) =>
    sharesIn(value).map((group) => ({ ...group, shares: group.shares.map((it) => moved(it, at)) })),
  ),
)

const moved = (share: Share, by: number): Share => ({
  ...share,
  countSpan: shift(share.countSpan, by),
  span: shift(share.span, by),
  number: shift(share.number, by),
})

const sharesIn = keep((passage: Passage): readonly ShareGroup[] => {
  const { text, heading } = passage
  if (heading || !text.includes('%')) return []
  const all = quantitiesOf(passage)
  if (all.length > most) return []
  return sentencesOf(text).flatMap(({ start, end }): readonly ShareGroup[] => {
    const own = all.filter((it) => it.start >= start && it.end <= end)
    const pairs = pairsOf(text, own)
    const known = new Set(pairs.map(({ share }) => share))
    const rates = ratesIn(text, start, own).filter(({ share }) => !known.has(share))
    const shares = [...pairs, ...rates].map(({ count, share, whole }) => ({
      count,
      share,
      whole,
      clause: text.slice(Math.min(count.start, share.start), Math.max(count.end, share.end)),
      countSpan: sourceSpan(passage, count.start, count.end),
      span: sourceSpan(passage, share.start, share.end),
      number: sourceSpan(passage, share.start, share.digitsEnd),
    }))
    const [first] = shares
    if (first === undefined) return []
    const earlier = all.filter((it) => it.end <= end && it.exact && it.unit !== '%')
    return [{ shares, earlier, parent: parentOf(text.slice(0, end), start, first.count, earlier) }]
  })
})

/** A paragraph with more numbers is a table in disguise. */
const most = 200

type Pair = { readonly count: Quantity; readonly share: Quantity; readonly whole?: Quantity }

const behindCount = /^(?:\(|[,、(]?(?:约|大约)?(?:占|所占|占比|比例|比重)[^,;。()%\d]{0,14})$/

function pairsOf(text: string, own: readonly Quantity[]): readonly Pair[] {
  const apart = respective(text, own)
  const paired = new Set(apart.map(({ share }) => share))
  const single = own.flatMap((share, i): readonly Pair[] => {
    if (share.unit !== '%' || !share.exact || paired.has(share)) return []
    const [before, after] = [own[i - 1], own[i + 1]]
    const between = before === undefined ? '' : text.slice(before.end, share.start)
    if (isCount(before) && behindCount.test(between) && !/分别|依次/.test(between)) return [{ count: before, share }]
    const named = wholeOf(text, own.slice(0, i), share)
    if (named !== undefined) return [named]
    const inBracket = isCount(after) && text.slice(share.end, after.start) === '(' && text[after.end] === ')'
    return inBracket ? [{ count: after, share }] : []
  })
  return [...apart, ...single]
}

/** 61件,占办结总数105件的58.10%, or with the total in a bracket. */
function wholeOf(text: string, before: readonly Quantity[], share: Quantity): Pair | undefined {
  const [count, whole] = before.slice(-2)
  if (!isCount(count) || !isCount(whole) || count.unit !== whole.unit || whole.value.lt(count.value)) return undefined
  if (!whole.value.gt(0)) return undefined
  if (!/^\)?的(?:比例为|比重为)?$/.test(text.slice(whole.end, share.start))) return undefined
  const between = text.slice(count.end, whole.start)
  return /^[,、(]?(?:约)?占[^,;。()%\d]{0,24}\(?$/.test(between) ? { count, share, whole } : undefined
}

/** 线上5场,线下3场,占比分别为62.5%、37.5%: as many counts as shares, of one unit. */
function respective(text: string, own: readonly Quantity[]): readonly Pair[] {
  return own.flatMap((first, i): readonly Pair[] => {
    const last = own[i - 1]
    if (first.unit !== '%' || last === undefined) return []
    if (
      !/^[,;]?(?:(?:各|所)?(?:占|比例|比重)[^,;。()%\d]{0,6}(?:分别|依次)(?:为|是|占)?|(?:以上|上述)?(?:[两三四五六七八][项类者])?(?:分别|依次)(?:占|占比)[^,;。()%\d]{0,10})$/.test(
        text.slice(last.end, first.start),
      )
    )
      return []
    const shares = own
      .slice(i)
      .filter((it, k, rest) => it.unit === '%' && rest.slice(0, k).every((one) => one.unit === '%'))
    const run = shares.findIndex((it, k) => k > 0 && !/^[,、和及]$/.test(text.slice(shares[k - 1]?.end, it.start)))
    const written = run < 0 ? shares : shares.slice(0, run)
    const earlier = own.slice(0, i)
    // 建议3件、提案5件,共8件,占比分别为37.5%和62.5%: the total is none of them.
    const parts = earlier.slice(-written.length - 1, -1)
    const isTotal = parts.length === written.length && sum(parts.map(({ value }) => value)).eq(last.value)
    const counts = isTotal ? parts : earlier.slice(-written.length)
    const one = counts.every((it) => isCount(it) && it.unit === last.unit)
    if (written.length < 2 || counts.length !== written.length || !one || !written.every(({ exact }) => exact))
      return []
    return written.flatMap((share, k) => {
      const count = counts[k]
      return count === undefined ? [] : [{ count, share }]
    })
  })
}

/** 受理50件,采纳30件,采纳率60%: the rate is of a count that has the same name. */
function ratesIn(text: string, start: number, own: readonly Quantity[]): readonly Pair[] {
  return own.flatMap((share, i): readonly Pair[] => {
    // 办结率100% is said in many ways that mean less: of those that were due.
    if (share.unit !== '%' || !share.exact || share.value.eq(100) || share.value.eq(0)) return []
    const rate = /(?:^|[,;、(])([^,;、:()\d%]{2,5})(?:率|占比)(?:为|达|达到|是)?$/.exec(
      text.slice(start, share.start),
    )?.[1]
    if (rate === undefined) return []
    const earlier = own.slice(0, i).filter(isCount)
    // What stands between the mark before a number and the number is what it counts.
    const isNamed = ({ start: at }: Quantity): boolean =>
      /[^,;、:(。]*$/.exec(text.slice(start, at))?.[0].replace(/^(?:其中)?[已共被]?/, '') === rate
    const named = earlier.filter(isNamed)
    const [count] = named
    if (count === undefined || named.length > 1) return []
    // 新收134件,加上结转3件,应办137件,办结124件,办结率90.5%: of several it may be the rate of any.
    const [whole, ...others] = earlier.filter(
      (it) => it.end <= count.start && it.unit === count.unit && it.value.gt(0) && it.value.gte(count.value),
    )
    const alone = others.length === 0 && whole === earlier.find((it) => it.unit === count.unit)
    return whole === undefined || !alone ? [] : [{ count, share, whole }]
  })
}

const isCount = (it: Quantity | undefined): it is Quantity => it !== undefined && it.unit !== '%' && it.exact

/** The last number before the count, in the same unit, of which the words between say that parts follow. */
function parentOf(text: string, start: number, count: Quantity, earlier: readonly Quantity[]): Quantity | undefined {
  const before = earlier.findLast(
    (it) => it.start >= start && it.end <= count.start && it.unit === count.unit && it.value.gte(count.value),
  )
  if (before === undefined) return undefined
  return /其中|中[,:]|里[,:]|包括|分别|:/.test(text.slice(before.end, count.start)) ? before : undefined
}
