import { keep } from '../../text/keep.ts'
import { decimal, wholeNumber, type Decimal } from '../../text/decimal.ts'
import type { Passage } from './passages.ts'

/** A number with its unit in a line of prose. */
export type Quantity = {
  readonly start: number
  /** Behind the unit. */
  readonly end: number
  /** Behind the digits. */
  readonly digitsEnd: number
  readonly value: Decimal
  readonly unit: string
  /** How much one step of the last digit written is worth: 1 for 105, 0.01 for 3.25, 100 for 1.25万. */
  readonly step: Decimal
  /** 余, 约, 近, 多 and their like: nothing may be compared with it. */
  readonly exact: boolean
}

const unit =
  /(?:万元|亿元|元|人次|人|件次|件|条次|条|宗|起|份|个|篇次|篇|次|例|期|项|家|场次|场|名|部|类|笔|册|块|批|张|幅|则|封|通|户|处|%)/y
const scale = /[万亿](?!元)/y
const vagueWithin = /[余多来]/y
/** 12件来自自然人 and 12件多数 are exact. */
const vagueAfter = /余|多(?![数为是种项样])|以上|左右|上下/y

/** `一` is left out: 办结一件申请 need not count. */
const chinese =
  /(?<![第每一二两三四五六七八九十百千万几数])([二两三四五六七八九]?十[一二三四五六七八九]?|[二两三四五六七八九])(件|宗|起)(余|多|以上|左右)?/g

const vagueBefore = /(?:约|近|超|逾|不到|至少|将近|大约|超过|突破|不足|破|最多|第|每|各|平均)$/

/** A number of more digits is none. */
const longest = 15

/** The quantities of a line, in order. A number whose beginning is not certain, such as `1 05件`, is none. */
export function quantitiesIn(text: string): readonly Quantity[] {
  const found: Quantity[] = []
  for (let i = 0; i < text.length;) {
    if (!isDigit(text, i)) {
      i++
      continue
    }
    const start = i
    i = endOfNumber(text, i)
    const read = quantityAt(text, start, i) ?? bareAt(text, start, i, found.at(-1))
    if (read !== undefined) {
      found.push(read)
      i = read.end
    }
  }
  if (/[二两三四五六七八九十][件宗起]/.test(text)) found.push(...chineseIn(text))
  return found.sort((a, b) => a.start - b.start)
}

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

/** Behind the digits that begin here, with the commas of thousands and one decimal point. */
function endOfNumber(text: string, start: number): number {
  let i = start
  while (isDigit(text, i)) i++
  if (i - start <= 3)
    while (text[i] === ',' && [1, 2, 3].every((by) => isDigit(text, i + by)) && !isDigit(text, i + 4)) i += 4
  if (text[i] === '.' && isDigit(text, i + 1)) {
    i++
    while (isDigit(text, i)) i++
  }
  return i
}

/** What may not stand before a number: it would be the end of a longer one, of a word or of a date. */
const begun = /[\w.\-/]$|\d $/

function quantityAt(text: string, start: number, digitsEnd: number): Quantity | undefined {
  if (digitsEnd - start > longest + 5 || begun.test(text.slice(Math.max(0, start - 2), start))) return undefined
  const written = text.slice(start, digitsEnd).replaceAll(',', '')
  const [whole = '', fraction = ''] = written.split('.')
  if (whole.length > longest) return undefined
  const large = matchAt(scale, text, digitsEnd)
  const vague = matchAt(vagueWithin, text, digitsEnd + large.length)
  const named = matchAt(unit, text, digitsEnd + large.length + vague.length)
  if (named === '') return undefined
  const end = digitsEnd + large.length + vague.length + named.length
  const power = large === '万' ? 10000 : large === '亿' ? 100000000 : 1
  return {
    start,
    end,
    digitsEnd,
    value: decimal(written).times(power),
    unit: /^[条篇]次$/.test(named) ? named.charAt(0) : named,
    step: decimal(10).pow(-fraction.length).times(power),
    exact: vague === '' && matchAt(vagueAfter, text, end) === '' && !isVague(text, start),
  }
}

/** 件数为5, 制发数2: words that say the unit before the number. */
const unitBefore = /(?:件数|(?:制发|废止|有效|新收|收到|受理|办结|结转|审结|维持|纠正)数量?)(?:分别)?(?:为|是|:)?$/

/** A number without a unit, where the words before it or another one that it is joined to say that it counts cases. */
function bareAt(text: string, start: number, end: number, last: Quantity | undefined): Quantity | undefined {
  const behind = text[end] ?? ''
  if (!/^[,;。、)和及\n]?$/.test(behind) || begun.test(text.slice(Math.max(0, start - 2), start))) return undefined
  const written = text.slice(start, end)
  if (!/^\d{1,9}$/.test(written)) return undefined
  const joined = last?.end === last?.digitsEnd && last !== undefined && /^[、和及]$/.test(text.slice(last.end, start))
  if (!joined && !unitBefore.test(text.slice(Math.max(0, start - 12), start))) return undefined
  return { start, end, digitsEnd: end, value: decimal(written), unit: '件', step: decimal(1), exact: true }
}

const matchAt = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

const isVague = (text: string, start: number): boolean => vagueBefore.test(text.slice(Math.max(0, start - 3), start))

const chineseIn = (text: string): readonly Quantity[] =>
  [...text.matchAll(chinese)].map(({ 0: all, 1: number = '', 2: counted = '', 3: after = '', index: start }) => ({
    start,
    end: start + all.length - after.length,
    digitsEnd: start + number.length,
    value: decimal(readChinese(number)),
    unit: counted,
    step: decimal(1),
    exact: after === '' && !isVague(text, start),
  }))

const digitOf = (text: string): number => (text === '两' ? 2 : '一二三四五六七八九'.indexOf(text) + 1)

function readChinese(text: string): number {
  const ten = text.indexOf('十')
  if (ten < 0) return digitOf(text)
  return (ten === 0 ? 1 : digitOf(text.slice(0, ten))) * 10 + (text.length > ten + 1 ? digitOf(text.slice(ten + 1)) : 0)
}

/** Whether a value, written at the precision of the quantity, reads as the quantity does; rounded or cut off. */
export function reads(quantity: Quantity, value: Decimal): boolean {
  const whole = quantity.step.eq(1) ? wholeNumber(value) : undefined
  // Division takes its time, and most numbers are counts.
  if (whole !== undefined) return quantity.value.eq(whole)
  const steps = value.div(quantity.step)
  const written = quantity.value.div(quantity.step)
  return steps.round(0, 1).eq(written) || steps.round(0, 0).eq(written)
}

/** The quantities of a passage; several readers ask for them. */
export const quantitiesOf = keep(({ text }: Passage): readonly Quantity[] => quantitiesIn(text))
