import type { Section } from '../../markdown/document.ts'
import { sum, zero, type Decimal } from '../../text/decimal.ts'
import { keep } from '../../text/keep.ts'
import { shift, type Span } from '../../text/span.ts'
import { depthsOf } from './depths.ts'
import { boundAcross, boundOf, kindOfList, type Bound } from './listKinds.ts'
import { passagesOf, sourceSpan, type Passage } from './passages.ts'
import { quantitiesOf, type Quantity } from './quantities.ts'
import { sentencesOf } from './sentences.ts'

/**
 * A total in prose with the items of which it claims to consist. Offsets count from the section.
 * `including`: the words allow that not all are named. `behind`: the total stands behind its items. `exceeds`: an item
 * of the sentence is more than all numbers of the one before, which are the items here, while it is the total. `single`:
 * the one item that is named is more than all.
 */
export type List = {
  readonly kind: 'plain' | 'including' | 'behind' | 'exceeds' | 'single'
  readonly total: { readonly value: Decimal; readonly span: Span; readonly number: Span }
  readonly items: readonly { readonly value: Decimal; readonly span: Span }[]
  readonly unit: string
  readonly sum: Decimal
}

/**
 * Itemised lists that do not come to their totals. A list that means to be complete must equal its total; of any other
 * the items may not exceed it. What is nested in brackets below an item counts for that item alone.
 */
export const brokenLists = keep((section: Section): readonly List[] =>
  passagesOf(section).flatMap(({ at, value }) => listsIn(value).map((list) => moved(list, at))),
)

const moved = ({ total, items, ...list }: List, by: number): List => ({
  ...list,
  total: { ...total, span: shift(total.span, by), number: shift(total.number, by) },
  items: items.map((it) => ({ ...it, span: shift(it.span, by) })),
})

const listsIn = keep((passage: Passage): readonly List[] => {
  const { text } = passage
  if (passage.heading || !/\d/.test(text)) return []
  const all = quantitiesOf(passage).filter(({ unit }) => unit !== '%')
  const depths = depthsOf(text)
  return statementsOf(text).flatMap(({ start, end }): readonly List[] => {
    const own = all.filter((it) => it.start >= start && it.end <= end)
    if (own.length < 2 || own.length > most) return []
    return own.flatMap((total, i): readonly List[] => {
      const broken = brokenAt({ text, end, own, depths }, total, i)
      if (broken === undefined) return []
      const { kind, items, whole = total } = broken
      const place = ({ start: from, end: to }: Quantity): Span => sourceSpan(passage, from, to)
      return [
        {
          kind,
          total: { value: whole.value, span: place(whole), number: sourceSpan(passage, whole.start, whole.digitsEnd) },
          items: items.map((it) => ({ value: it.value, span: place(it) })),
          unit: whole.unit,
          sum: sum(items.map(({ value }) => value)),
        },
      ]
    })
  })
})

/** A sentence with more numbers is a table in disguise. */
const most = 60

type Broken = {
  readonly kind: List['kind']
  readonly items: readonly Quantity[]
  /** Where it is not the number that was looked at. */
  readonly whole?: Quantity
}

type Statement = {
  readonly text: string
  readonly end: number
  readonly own: readonly Quantity[]
  readonly depths: Uint8Array
}

/** Sentences; one that begins with 其中 belongs to the one before it. */
function statementsOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const statements: { start: number; end: number }[] = []
  for (const { start, end } of sentencesOf(text)) {
    const last = statements.at(-1)
    if (
      last !== undefined &&
      last.end + 1 === start &&
      text[last.end] === '。' &&
      /^(?:其中|包括|具体)/.test(text.slice(start, start + 2))
    )
      last.end = end
    else statements.push({ start, end })
  }
  return statements
}

/** 同比减少3条: a difference has no items. */
const difference = /(?:减少|增加|增长|下降|净增|净减|多|少)了?$/

function brokenAt(statement: Statement, total: Quantity, index: number): Broken | undefined {
  const { text, own } = statement
  if (!total.exact && !/[余多]/.test(text.slice(total.digitsEnd, total.end + 1))) return undefined
  if (difference.test(text.slice(Math.max(0, total.start - 4), total.start))) return undefined
  const next = own[index + 1]
  if (next !== undefined) {
    const bound = boundOf(text, total, next, own.slice(index + 1), statement.end)
    if (bound !== undefined) return brokenList(statement, total, index, bound)
    const behind = boundAcross(text, total, own.slice(index + 1), statement.end)
    if (behind !== undefined) return brokenList(statement, total, index + 1, behind)
  }
  return brokenSum(statement, total, index)
}

function brokenList(
  { text, own, depths }: Statement,
  total: Quantity,
  index: number,
  bound: Bound,
): Broken | undefined {
  const depth = (depths[total.start] ?? 0) + (bound.bracket ? 1 : 0)
  const level = own.slice(index + 1).filter((it) => it.end <= bound.to && depths[it.start] === depth)
  const [first] = level
  if (first === undefined || level.length > 25) return undefined
  const labels = level.map((it, i) => text.slice(level[i - 1]?.end ?? bound.from, it.start))
  const list = kindOfList(text, bound, level, labels)
  const items = list.items
  const more = total.exact ? total.value : nextRound(total)
  if (items.length === 0 || items.some((it) => it.unit !== total.unit || !it.exact)) return undefined
  // One item alone is some of many; it is only told from a slip where it is more than all.
  if (items.length === 1)
    return isMore(items, total, text.slice(total.end, bound.from)) ? { kind: 'single', items } : undefined
  // Where the total of the sentence before is not certain, nothing is but that no item is more than all of it.
  const stop = text.indexOf('。', total.end)
  if (stop >= 0 && stop < bound.from) {
    const before = own.filter((it) => it.end <= stop && it.unit === total.unit && depths[it.start] === 0)
    const all = sum(before.map(({ value }) => value))
    const tooMuch = before.length > 1 && before.at(-1) === total ? items.find((it) => it.value.gt(all)) : undefined
    if (tooMuch !== undefined) return { kind: 'exceeds', items: before, whole: tooMuch }
    if (before.length > 1 || items.some((it) => it.value.gt(total.value))) return undefined
  }
  if (comesTo(total.value, items)) return undefined
  const all = sum(items.map(({ value }) => value))
  if (!total.exact && all.lt(more)) return undefined
  if (all.lt(total.value)) {
    const least = { yes: '0', perhaps: items.length > 2 ? '0.6' : '0.85', hardly: '0.85', no: '1' }[list.complete]
    const kind = list.complete === 'hardly' ? 'including' : 'plain'
    return all.gte(total.value.times(least)) ? { kind, items } : undefined
  }
  // 建议80件,其中经济类15件;提案172件: behind the semicolon stands something else.
  const cut = items.findIndex(
    (it, i) => i > 0 && /;/.test(text.slice(items[i - 1]?.end, it.start)) && it.value.gt(total.value),
  )
  if (cut > 0) return undefined
  // What is published through several channels may be one and the same.
  if (list.overlapping) return undefined
  // 机构类20条,内有领导10条、职能10条;工作类9条: the first number of each part counts.
  const heads = items.filter((it, i) => i === 0 || /;/.test(text.slice(items[i - 1]?.end, it.start)))
  if (heads.length > 1 && sum(heads.map(({ value }) => value)).eq(total.value)) return undefined
  // Items may overlap: one of them is then counted in another.
  const overlapping = items.length > 2 && items.some((it) => all.minus(it.value).eq(total.value))
  return overlapping ? undefined : { kind: 'plain', items }
}

/** 发布会5场,其中主要负责人出席7场. */
const isMore = ([item]: readonly Quantity[], total: Quantity, announced: string): boolean =>
  /其中[,:]?$/.test(announced) && total.exact && item?.value.gt(total.value) === true

/** 300余 is less than 400. */
function nextRound({ value }: Quantity): Decimal {
  const digits = value.toFixed()
  const zeros = /0*$/.exec(digits)?.[0].length ?? 0
  return value.plus(`1${'0'.repeat(zeros)}`)
}

/** Whether the first items, however many, come to the total: the list may end earlier than it seems. */
function comesTo(total: Decimal, items: readonly Quantity[]): boolean {
  let so = zero
  return items.some(({ value }, i) => {
    so = so.plus(value)
    return i > 0 && so.eq(total)
  })
}

/** 合计, 三种方式共, 两项之和为, 加起来, or 共 alone right before the number. */
const behindItems = new RegExp(
  [
    '^(?:合并计算|合并|相加)?[,;](?:',
    '(?:以上|上述)?(?:[二两三四五六七八]大?[项类者种个领][^\\d,;:、()]{0,6})?(?:合计|总计|共计|累计|之和(?!与)|相加|加起来|合起来)[^\\d,;:、()]{0,6}',
    '|(?:以上|上述)?[二两三四五六七八]大?[项类者种个领][^\\d,;:、()]{0,6}共[^\\d,;:、()]{0,4}',
    '|(?:全年|全年度|年内)(?:累计|共计|合计|共)[^\\d,;:、()]{0,4}',
    '|以上共|共|总[数量](?:为|达)?)$',
  ].join(''),
)

/** A sum behind its items: 网站5条、微信3条,合计9条. */
function brokenSum({ text, own, depths }: Statement, total: Quantity, index: number): Broken | undefined {
  const before = own[index - 1]
  if (before === undefined) return undefined
  const lead = text.slice(before.end, total.start)
  if (!behindItems.test(lead)) return undefined
  const items: Quantity[] = []
  for (let i = index - 1; i >= 0; i--) {
    const it = own[i]
    if (it === undefined || depths[it.start] !== depths[total.start]) continue
    if (it.unit !== total.unit || !it.exact) break
    items.unshift(it)
  }
  if (items.length < 2 || /其中/.test(text.slice(items[0]?.start ?? 0, total.start))) return undefined
  // The sum may be of the last items only.
  return items.some((_, i) => items.length - i > 1 && sum(items.slice(i).map(({ value }) => value)).eq(total.value))
    ? undefined
    : { kind: 'behind', items }
}
