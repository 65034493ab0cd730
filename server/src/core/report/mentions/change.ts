import { digits, type Decimal } from '../../text/decimal.ts'
import type { Edit } from '../../text/span.ts'
import type { Growth } from './growth.ts'
import { reads } from './quantities.ts'
import { placesOf } from './wrongShares.ts'

/** What this year's number and last year's make of a growth. */
export type Change = {
  readonly signed: string
  /** What should be written, and how; undefined where the sentence would have to be written anew. */
  readonly instead: string | undefined
  /** They count from where the growth's spans count. */
  readonly edits: readonly Edit[]
}

/** Whether last year's number bears the growth out; rounding and cutting off are both right. */
export function agreesWith({ by, direction, amount }: Growth, now: Decimal, last: Decimal): boolean {
  const change = direction === 'up' ? now.minus(last) : last.minus(now)
  if (by === 'nothing' || amount === undefined) return change.eq(0)
  if (by === 'count') return reads(amount, change)
  // Of nothing there is no share; what is written of it says nothing that could be wrong.
  return last.lte(0) || reads(amount, change.times(100).div(last))
}

/** The same as it should be, at the precision written. */
export function changeFor(growth: Growth, now: Decimal, last: Decimal): Change {
  const { by, direction, amount, number, word, wordSpan } = growth
  const change = now.minus(last)
  const size = change.abs()
  const value =
    by === 'percent' && amount !== undefined ? size.times(100).div(last).toFixed(placesOf(amount)) : digits(size)
  const unit = amount?.unit ?? growth.of.unit
  const signed = `${change.lt(0) ? '－' : ''}${value}${by === 'percent' ? '%' : ''}`
  const turned = change.lt(0) === (direction === 'down') ? word : opposite[word]
  if (amount === undefined || number === undefined || change.eq(0) || turned === undefined)
    return { signed, instead: undefined, edits: [] }
  return {
    signed,
    instead: `${turned}${value}${unit}`,
    edits: [...(turned === word ? [] : [{ span: wordSpan, text: turned }]), { span: number, text: value }],
  }
}

/** A word that has its contrary in the same place. */
const opposite: Readonly<Record<string, string>> = {
  增长: '下降',
  增加: '减少',
  上升: '下降',
  提高: '降低',
  提升: '下降',
  上涨: '下降',
  增幅: '降幅',
  增多: '减少',
  多: '少',
  下降: '增长',
  减少: '增加',
  降低: '提高',
  回落: '上升',
  下滑: '上升',
  降幅: '增幅',
  减幅: '增幅',
  少: '多',
}
