import Big from 'big.js'

/** An exact decimal number. Statutory arithmetic never goes through floating point. */
export type Decimal = Big

export const zero: Decimal = new Big(0)

/** Reads plain digits such as `12`, `-3` or `19318.93442`. Throws on anything else; callers check the form first. */
export const decimal = (digits: string | number): Decimal => new Big(digits)

export const sum = (values: readonly Decimal[]): Decimal => values.reduce((total, value) => total.plus(value), zero)

/** Plain digits without an exponent, however large or small. */
export const digits = (value: Decimal): string => value.toFixed()
