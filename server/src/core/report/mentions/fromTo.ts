import { lastYear, wayOf, ways } from './comparison.ts'
import type { Quantity } from './quantities.ts'

/** A growth of which the sentence gives both numbers: 由2024年的31件降至2025年的22件,减少9件,降幅29%. */
export type FromTo = {
  readonly of: Quantity
  readonly base: Quantity
  readonly amount: Quantity
  readonly direction: 'up' | 'down'
  readonly year: number | undefined
  readonly word: string
}

const thisYear = '(?:本年度|本年|今年度|今年|当年|(20\\d\\d)年度?)'

const from = new RegExp(`(?:由|从)${lastYear}的?(?:[^,;。()\\d]{0,4})$`)
/** 与2024年相比,复议案件由31件降至22件: the sentence has named the year. */
const fromThere = /[由从][^,;。()\d]{0,2}$/
const comparedWith = new RegExp(`(?:与|和|同|较|比)${lastYear}(?:相比|比较|对比|比)?,`)
const to = new RegExp(
  `^[^,;。()\\d]{0,2}(?:增加|增长|上升|提高|扩大|下降|减少|回落|压缩|精简|归并|[增升降减变])?[为至到成](?:${thisYear}的?)?$`,
)
/** 2024年公开31件,2025年公开22件: two clauses of the same words. */
const lastClause = new RegExp(`(?:^|[,;。:\\n])${lastYear}([^,;。:()\\d]{0,24})$`)
const thisClause = new RegExp(`^,${thisYear}([^,;。:()\\d]{0,24})$`)

/** 本年22件,上年31件: the number before comes second. */
const lastBehind = new RegExp(`^,${lastYear}(?:的?数量)?[为是有]?$`)

const change = new RegExp(`^,(?:同比|较上年|比上年|较去年|比去年|一年间?)?(${ways})(?:了|为|发|收|办)?$`)
const share = new RegExp(`^[,(、](?:同比)?(${ways}|精简率|增长率|下降率)(?:率为|为|达到|达|约)?$`)

/** Every count in a sentence that begins at `start` by which one of its own numbers grew to another. */
export function changesFromTo(text: string, start: number, own: readonly Quantity[]): readonly FromTo[] {
  return own.flatMap((first, i): readonly FromTo[] => {
    const [second, amount] = own.slice(i + 1)
    if (second === undefined || amount === undefined || second.unit !== first.unit || first.unit === '%') return []
    if (!first.exact || !second.exact || !amount.exact) return []
    if (amount.unit !== second.unit && amount.unit !== '%') return []
    const word = change.exec(text.slice(second.end, amount.start))?.[1]
    if (word === undefined) return []
    const before = lastBehind.exec(text.slice(first.end, second.start))
    if (before !== null)
      return [{ of: first, base: second, amount, year: numberOf(before[1]), direction: wayOf(word), word }]
    const year = yearBetween(text, start, first, second)
    return year === undefined
      ? []
      : [{ of: second, base: first, amount, year: year.year, direction: wayOf(word), word }]
  })
}

/** 减少9件,降幅29%: the share that says the same as the count before it. */
export function shareBehind(
  text: string,
  own: readonly Quantity[],
  count: Quantity,
): { readonly amount: Quantity; readonly word: string; readonly direction: 'up' | 'down' } | undefined {
  const amount = own[own.indexOf(count) + 1]
  if (count.unit === '%' || amount?.unit !== '%' || !amount.exact) return undefined
  const word = share.exec(text.slice(count.end, amount.start))?.[1]
  return word === undefined ? undefined : { amount, word, direction: wayOf(word) }
}

/** The year that the first number is said to be of, if the words say that the second is what became of it. */
function yearBetween(
  text: string,
  start: number,
  base: Quantity,
  of: Quantity,
): { readonly year: number | undefined } | undefined {
  const before = text.slice(start, base.start)
  const between = text.slice(base.end, of.start)
  const led = from.exec(before)
  if (led !== null && to.test(between)) return { year: numberOf(led[1]) }
  const opened = comparedWith.exec(before)
  if (opened !== null && fromThere.test(before) && to.test(between)) return { year: numberOf(opened[1]) }
  const [clause, next] = [lastClause.exec(before), thisClause.exec(between)]
  if (clause === null || next === null) return undefined
  const [subject = '', again = ''] = [clause[2] ?? '', next[2] ?? ''].map((it) =>
    it.replace(/[增升降减]?(?:加|长|少|低|高)?[至到]|[为是有达共计了的]/g, ''),
  )
  return again === '' || subject.startsWith(again) || subject.endsWith(again)
    ? { year: numberOf(clause[1]) }
    : undefined
}

const numberOf = (year: string | undefined): number | undefined => (year === undefined ? undefined : Number(year))
