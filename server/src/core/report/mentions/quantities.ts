import { decimal, type Decimal } from '../../text/decimal.ts'

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

const units = '万元|亿元|元|人次|人|件|条|宗|起|份|个|篇|次|例|期|项|家|场|名|部|类|笔|册|%'

const arabic = new RegExp(
  `(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?((?:万|亿)(?!元))?(余|多|来)?(${units})(余|多|以上|左右|上下|次)?`,
  'g',
)

/** `一` is left out: 办结一件申请 need not count. */
const chinese = /([二两三四五六七八九]?十[一二三四五六七八九]?|[二两三四五六七八九])(件|宗|起)(余|多|以上|左右)?/g

const vague = /(?:约|近|超|逾|达到近|不到|至少|将近|大约|超过|突破|不足|破|最多|第|每|各|平均)$/

/** The quantities of a line, in order. A number whose beginning is not certain, such as `1 05件`, is none. */
export function quantitiesIn(text: string): readonly Quantity[] {
  const found: Quantity[] = []
  for (const match of text.matchAll(arabic)) {
    const [all, whole = '', fraction = '', scale = '', before = '', unit = '', after = ''] = match
    const start = match.index
    if (/[\w.\-/]$|\d $/.test(text.slice(Math.max(0, start - 2), start))) continue
    if (whole.length > 15 || fraction.length > 12) continue
    const power = scale === '万' ? 10000 : scale === '亿' ? 100000000 : 1
    const places = Math.max(0, fraction.length - 1)
    found.push({
      start,
      end: start + all.length - (after === '次' ? 0 : after.length),
      digitsEnd: start + whole.length + fraction.length,
      value: decimal(whole.replaceAll(',', '') + fraction).times(power),
      unit: after === '次' ? `${unit}次` : unit,
      step: decimal(10).pow(-places).times(power),
      exact:
        before === '' && (after === '' || after === '次') && !vague.test(text.slice(Math.max(0, start - 3), start)),
    })
  }
  for (const match of text.matchAll(chinese)) {
    const [all, number = '', unit = '', after = ''] = match
    const start = match.index
    if (/[第每一二两三四五六七八九十百千万几数]$/.test(text.slice(0, start))) continue
    found.push({
      start,
      end: start + all.length - after.length,
      digitsEnd: start + number.length,
      value: decimal(readChinese(number)),
      unit,
      step: decimal(1),
      exact: after === '' && !vague.test(text.slice(Math.max(0, start - 3), start)),
    })
  }
  return found.sort((a, b) => a.start - b.start)
}

const digitOf = (text: string): number => (text === '两' ? 2 : '一二三四五六七八九'.indexOf(text) + 1)

function readChinese(text: string): number {
  const ten = text.indexOf('十')
  if (ten < 0) return digitOf(text)
  return (ten === 0 ? 1 : digitOf(text.slice(0, ten))) * 10 + (text.length > ten + 1 ? digitOf(text.slice(ten + 1)) : 0)
}

/** Whether a value, written at the precision of the quantity, reads as the quantity does; rounded or cut off. */
export function reads(quantity: Quantity, value: Decimal): boolean {
  const steps = value.div(quantity.step)
  const written = quantity.value.div(quantity.step)
  return steps.round(0, 1).eq(written) || steps.round(0, 0).eq(written)
}
