import type { Section } from '../../markdown/document.ts'
import { decimal, type Decimal } from '../../text/decimal.ts'
import { keep } from '../../text/keep.ts'
import { shift, type Span } from '../../text/span.ts'
import { depthsOf } from './depths.ts'
import { passagesOf, sourceSpan, type Passage } from './passages.ts'
import { quantitiesIn, reads, type Quantity } from './quantities.ts'
import { sentencesOf } from './sentences.ts'

/**
 * How a number of this year is said to stand to last year's: 较上年增长5.2%, 同比减少3件, 与上年持平. Spans count from the
 * section.
 */
export type Growth = {
  /** The number of this year that it is said of. */
  readonly of: Quantity
  readonly ofSpan: Span
  /** By a share of last year's number in percent, by so many, or not at all. */
  readonly by: 'percent' | 'count' | 'nothing'
  readonly direction: 'up' | 'down'
  /** The share or the count; a factor such as 1.4倍 is none. Undefined where nothing has changed. */
  readonly amount: Quantity | undefined
  /** Last year's number where the sentence gives it: 比2022年(31起)下降29%. */
  readonly base: Quantity | undefined
  readonly clause: string
  readonly span: Span
  /** The digits of the amount. */
  readonly number: Span | undefined
}

/** What a section says of growth against last year. Kept as long as the section, and of a changed one as the paragraph. */
export const readGrowth = keep((section: Section): readonly Growth[] =>
  passagesOf(section).flatMap(({ at, value }) => inPassage(value).map((it) => moved(it, at))),
)

const moved = (growth: Growth, by: number): Growth => ({
  ...growth,
  ofSpan: shift(growth.ofSpan, by),
  span: shift(growth.span, by),
  number: growth.number && shift(growth.number, by),
})

const mayCompare = /同比|[较比与](?:上|去|前|20)|相比|持平/

const inPassage = keep((passage: Passage): readonly Growth[] => {
  const { text, heading } = passage
  if (heading || !mayCompare.test(text)) return []
  const all = quantitiesIn(text)
  const depths = depthsOf(text)
  return sentencesOf(text).flatMap(({ start, end }) => {
    const own = all.filter((it) => it.start >= start && it.end <= end)
    if (own.length > most) return []
    return growthsIn(text, end, own, depths).map(({ of, by, direction, amount, base, from, to }): Growth => ({
      of,
      ofSpan: sourceSpan(passage, of.start, of.end),
      by,
      direction,
      amount,
      base,
      clause: text.slice(of.start, to),
      span: sourceSpan(passage, from, to),
      number: amount === undefined ? undefined : sourceSpan(passage, amount.start, amount.digitsEnd),
    }))
  })
})

/** A sentence with more numbers is a table in disguise. */
const most = 60

const than =
  '(?:同比|(?:[较比与同和](?:上年度|上一年度|上一年|上年|去年|往年|前一年|20\\d\\d年度?)(?:度)?(?:同期)?(?:相比)?)|相比(?:上年|去年))'

const up = '增长|增加|上升|提高|提升|上涨|增幅|增多|净增|多'
const down = '下降|减少|降低|回落|下滑|降幅|减幅|少'

/** What stands between the number of this year and the amount: 件,申请数量较去年回落. */
const between = new RegExp(
  `^[,;(]?[^,;。()\\d]{0,12}${than}[^,;。()\\d]{0,10}?(${up}|${down})(?:了|约|近|为|达|达到|幅度为|幅度达)?$`,
)
/** The same up to last year's number in brackets, and from there on. */
const untilBase = new RegExp(`^[,;]?[^,;。()\\d]{0,12}${than}[^,;。()\\d]{0,6}\\(`)
const fromBase = new RegExp(`^\\)[^,;。()\\d]{0,6}?(${up}|${down})(?:了|约|近|为|达)?$`)
const level = new RegExp(`^[,;]?[^,;。()\\d]{0,8}(?:${than}|与上年|与去年)[^,;。()\\d]{0,4}(?:基本)?持平`)

type Found = Pick<Growth, 'of' | 'by' | 'direction' | 'amount' | 'base'> & {
  readonly from: number
  readonly to: number
}

function growthsIn(text: string, end: number, own: readonly Quantity[], depths: Uint8Array): readonly Found[] {
  const found: Found[] = []
  own.forEach((amount, i) => {
    // The number before it at its own depth; brackets between the two are items of that number.
    const of = own.slice(0, i).findLast((it) => depths[it.start] === depths[amount.start] && it.unit !== '%')
    if (of === undefined || !of.exact) return
    const rest = withoutBrackets(text.slice(of.end, amount.start))
    const plain = between.exec(rest)
    const base = own[i - 1]
    const based =
      plain === null && base !== undefined && base !== of && depths[base.start] === (depths[amount.start] ?? 0) + 1
        ? fromBase.exec(text.slice(base.end, amount.start))
        : null
    const word = plain?.[1] ?? based?.[1]
    if (word === undefined || (based !== null && !untilBase.test(text.slice(of.end, base?.start ?? 0)))) return
    const percent = amount.unit === '%'
    if (!percent && amount.unit !== of.unit) return
    found.push({
      of,
      by: percent ? 'percent' : 'count',
      direction: new RegExp(`^(?:${down})`).test(word) ? 'down' : 'up',
      amount,
      base: based === null ? undefined : base,
      from: amount.start,
      to: amount.end,
    })
  })
  for (const of of own) {
    const match = of.exact && of.unit !== '%' ? level.exec(text.slice(of.end, Math.min(end, of.end + 40))) : null
    if (match !== null && !match[0].includes('基本'))
      found.push({
        of,
        by: 'nothing',
        direction: 'up',
        amount: undefined,
        base: undefined,
        from: of.end,
        to: of.end + match[0].length,
      })
  }
  return found
}

const withoutBrackets = (text: string): string => text.replace(/\([^()]*\)/g, '')

/** Whether last year's number bears the growth out; rounding and cutting off are both right. Never for an inexact one. */
export function agreesWith({ by, direction, amount, of }: Growth, previous: Decimal): boolean {
  const change = direction === 'up' ? of.value.minus(previous) : previous.minus(of.value)
  if (by === 'nothing' || amount === undefined) return change.eq(0)
  if (by === 'count') return change.eq(amount.value)
  return previous.gt(0) && reads(amount, change.times(100).div(previous))
}

/**
 * The whole numbers of last year that bear the growth out, least and most; undefined if there is none. Numbers of
 * cases and items are whole, so that a share may be impossible whatever last year's number was.
 */
export function impliedPrevious(growth: Growth): { readonly least: Decimal; readonly most: Decimal } | undefined {
  const { by, direction, amount, of } = growth
  if (by !== 'percent' || amount === undefined) {
    const change = amount?.value ?? decimal(0)
    const previous = direction === 'up' ? of.value.minus(change) : of.value.plus(change)
    return previous.lt(0) ? undefined : { least: previous, most: previous }
  }
  const bounds = [amount.value.minus(amount.step), amount.value.plus(amount.step)].map((share) => {
    const factor = direction === 'up' ? share.div(100).plus(1) : decimal(1).minus(share.div(100))
    return factor.lte(0) ? undefined : of.value.div(factor)
  })
  const [a, b] = bounds
  if (a === undefined || b === undefined) return undefined
  const low = (a.lt(b) ? a : b).round(0, 0).minus(1)
  const high = (a.lt(b) ? b : a).round(0, 3)
  // Where there are many, one of them is right: nothing is searched.
  if (high.minus(low).gt(64)) return { least: low, most: high }
  let found: { least: Decimal; most: Decimal } | undefined
  for (let it = low.lt(1) ? decimal(1) : low; it.lte(high); it = it.plus(1))
    if (agreesWith(growth, it)) found = { least: found?.least ?? it, most: it }
  return found
}
