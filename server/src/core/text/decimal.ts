import Big from 'big.js'

/** An exact decimal number. Statutory arithmetic never goes through floating point. */
export type Decimal = Big

export const zero: Decimal = new Big(0)

/** Most of what a report counts is small, and is read again and again. */
const small: readonly Decimal[] = Array.from({ length: 1000 }, (_, i) => new Big(i))

/** Reads plain digits such as `12`, `-3` or `19318.93442`. Throws on anything else; callers check the form first. */
export const decimal = (digits: string | number): Decimal =>
  (typeof digits === 'number' ? small[digits] : undefined) ?? new Big(digits)

/** The value as a number where it is whole and small enough to be exact; else undefined. */
export function wholeNumber({ s, e, c }: Decimal): number | undefined {
  if (e > 12 || c.length > e + 1) return c[0] === 0 ? 0 : undefined
  let value = 0
  for (let i = 0; i <= e; i++) value = value * 10 + (c[i] ?? 0)
  return s < 0 ? -value : value
}

export const sum = (values: readonly Decimal[]): Decimal => values.reduce((total, value) => total.plus(value), zero)

/** Plain digits without an exponent, however large or small. */
export const digits = (value: Decimal): string => value.toFixed()
