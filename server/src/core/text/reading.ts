import { decimal, type Decimal } from './decimal.ts'

/** What kind of number a field wants: see `FigureKind` of the formats. */
export type NumberKind = 'count' | 'decimal' | 'signed'

/** What is wrong with the way a number is written. */
export type Flaw =
  /** `00`, `007`: the value is plain. */
  | 'leading-zeros'
  /** `１２`: digits of full width. */
  | 'full-width'
  /** `1,234`, `1 234`: separators between thousands. */
  | 'separator'
  /** `12件`, `160.5万元`: the unit of the column repeated in the cell. */
  | 'unit'
  /** `+22` where no sign belongs. */
  | 'plus-sign'
  /** `-3` where nothing can be negative. The value is readable, but wrong by itself. */
  | 'negative'
  /** `3.5` where things are counted. The value is readable, but wrong by itself. */
  | 'fraction'
  /** `251000元` in a column of 万元: the number cannot be taken as it stands. */
  | 'other-unit'
  /** `1O`, `10..3`, `十二`: no number can be read. */
  | 'unreadable'

/**
 * What a cell says. A blank, a placeholder, a malformed zero and a zero are four different things:
 * only `number`, `zero` and a malformed figure with a `value` take part in arithmetic.
 */
export type Reading =
  | { readonly state: 'number' | 'zero'; readonly value: Decimal; readonly note?: string }
  | { readonly state: 'blank' | 'placeholder' }
  | {
      readonly state: 'malformed'
      readonly flaw: Flaw
      readonly value?: Decimal
      /** How the same value is written properly; absent where writing it so would change or guess a meaning. */
      readonly proper?: string
    }

/**
 * Reads the text of a statistics cell. `unit` is the unit of the field in Chinese (件, 万元 …), which a cell may
 * wrongly repeat; `openUnits` are units of which it should name one. Total: every text has a reading.
 */
export function readFigure(
  text: string,
  kind: NumberKind = 'count',
  unit?: string,
  openUnits: readonly string[] = [],
): Reading {
  const trimmed = trim(text)
  if (trimmed === '') return { state: 'blank' }
  if (placeholder.test(trimmed)) return { state: 'placeholder' }
  if (endless.test(trimmed)) return { state: 'malformed', flaw: 'unreadable' }
  const plain = readPlain(trimmed, kind)
  if (plain !== undefined) return plain
  return readFlawed(trimmed, kind, unit, openUnits)
}

/** Whether a text is, or is evidently meant as, a number: used to tell figures from labels. */
export const isNumeric = (text: string): boolean => {
  const trimmed = trim(text)
  return trimmed.length <= 40 && numeric.test(narrow(trimmed))
}

const trim = (text: string): string => text.replace(/^[\s\u200b\ufeff\u2060]+|[\s\u200b\ufeff\u2060]+$/g, '')

/** More digits than anything counted has. Exact arithmetic takes the square of their number: a pasted megabyte of them would hang. */
const endless = /^[-+−－＋\d０-９.,，．' ]{65}/

/** Slashes, dashes of any length and width, underscores, and the words that stand for nothing. */
const placeholder = /^(?:[/／\\]+|[-－—–―−‐‑─_＿~～]+|无|無|暂无|没有|不适用|不涉及|N\/?A|n\/?a|\.{2,}|…+|\*+)$/

const numeric = /^[-+−]?[\d.,]*\d[\d.,OolI ]*(?:$|[（(]|[件条个次份起宗项万亿元%人篇期])/

function readPlain(text: string, kind: NumberKind): Reading | undefined {
  const match = /^(-?)(0|[1-9]\d*)(\.\d+)?(?:\s*([（(][^（()）]*[）)]))?$/.exec(text)
  if (match === null) return undefined
  const [, sign = '', whole = '', fraction = '', note] = match
  const value = decimal(sign + whole + fraction)
  if (sign !== '' && kind !== 'signed') return { state: 'malformed', flaw: 'negative', value }
  if (fraction !== '' && kind !== 'decimal') {
    // `12.0` is a spreadsheet's way of writing 12; only a true fraction is wrong by itself.
    const isWhole = /^\.0+$/.test(fraction)
    return isWhole
      ? { state: 'malformed', flaw: 'fraction', value, proper: sign + whole }
      : { state: 'malformed', flaw: 'fraction', value }
  }
  const state = value.eq(0) ? 'zero' : 'number'
  return note === undefined ? { state, value } : { state, value, note }
}

function readFlawed(text: string, kind: NumberKind, unit: string | undefined, openUnits: readonly string[]): Reading {
  const narrowed = narrow(text)
  const proper = (flaw: Flaw, rest: string): Reading | undefined => {
    const bare = rest.replace(/^(-?)0+(?=\d)/, '$1')
    const reading = readPlain(bare, kind)
    if (reading === undefined) return undefined
    if (reading.state === 'number' || reading.state === 'zero')
      return { state: 'malformed', flaw, value: reading.value, proper: bare }
    return reading.state === 'malformed' ? reading : undefined
  }
  const written = splitUnit(narrowed, unit)
  if (written !== undefined && openUnits.includes(written.unit)) {
    const reading = readPlain(withoutSeparators(written.number) ?? written.number, kind)
    if (reading !== undefined && 'value' in reading && reading.state !== 'malformed')
      return { ...reading, note: written.unit }
  }
  if (written?.agrees === false) return { state: 'malformed', flaw: 'other-unit' }
  const candidates: readonly (readonly [Flaw, string | undefined])[] = [
    ['leading-zeros', /^-?0\d+$/.test(text) ? text : undefined],
    ['full-width', narrowed === text ? undefined : narrowed],
    ['separator', withoutSeparators(narrowed)],
    ['plus-sign', narrowed.startsWith('+') ? narrowed.slice(1) : undefined],
    ['unit', written === undefined ? undefined : (withoutSeparators(written.number) ?? written.number)],
  ]
  for (const [flaw, rest] of candidates) {
    const reading = rest === undefined ? undefined : proper(flaw, rest)
    if (reading !== undefined) return reading
  }
  return { state: 'malformed', flaw: 'unreadable' }
}

/**
 * Full-width digits, signs and points become narrow. Nothing else is folded: NFKC would turn `8²` into 82.
 */
function narrow(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[－−﹣]/g, '-')
    .replace(/＋/g, '+')
    .replace(/[．]/g, '.')
    .replace(/[，﹐]/g, ',')
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .replace(/[\u3000\u00a0\u2002-\u200a\u202f]/g, ' ')
}

/** The digits of a number grouped by thousands; undefined if the groups are not of three digits. */
function withoutSeparators(text: string): string | undefined {
  return /^-?\d{1,3}(?:[, ']\d{3})+(?:\.\d+)?$/.test(text) ? text.replace(/[, ']/g, '') : undefined
}

function splitUnit(
  text: string,
  unit: string | undefined,
): { readonly number: string; readonly unit: string; readonly agrees: boolean } | undefined {
  const match = /^(-?[\d., ]*\d) ?(万元|亿元|元|件|条|个|次|份|起|宗|项|人次|人|篇|期|例|％|%|万)$/.exec(text)
  if (match === null) return undefined
  const [, number = '', written = ''] = match
  // Measure words for the same thing counted are slips of style; 元 for 万元 would change the value.
  const counted = /^(?:件|条|个|次|份|起|宗|项|例)$/
  return {
    number,
    unit: written,
    agrees: written === unit || (unit !== undefined && counted.test(unit) && counted.test(written)),
  }
}
