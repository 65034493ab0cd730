/** A day as far as a ledger tells it. */
export type LedgerDate = {
  readonly year: number
  /** Grows with the days, where day and month are certain. */
  readonly order: number | undefined
}

/**
 * Reads a date as people and spreadsheets write it: `2025-3-5`, `2025年3月5日`, `20250305`, `2025/3/5 10:20`, a month,
 * or the number of days that Excel shows for a cell that is no date any more. Undefined for anything else, two-digit
 * years included: nothing is guessed.
 */
export function readDate(text: string): LedgerDate | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim()
  const day = /^(\d{4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})日?(?:号)?(?:[ T]?(?:上午|下午|星期.|周.|\d).*)?$/.exec(
    plain,
  )
  if (day !== null) return dayOf(day[1], day[2], day[3])
  const digits = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(plain)
  if (digits !== null) return dayOf(digits[1], digits[2], digits[3])
  const month = /^(\d{4})[-/.年] ?(\d{1,2})月?$/.exec(plain)
  if (month !== null) return isMonth(Number(month[2])) ? yearOf(Number(month[1])) : undefined
  // Month first or day first: what matters most is certain either way.
  const foreign = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: .*)?$/.exec(plain)
  if (foreign !== null) {
    const [a, b] = [Number(foreign[1]), Number(foreign[2])]
    return (isMonth(a) && b >= 1 && b <= 31) || (isMonth(b) && a >= 1 && a <= 31)
      ? yearOf(Number(foreign[3]))
      : undefined
  }
  return /^\d{5}(?:\.\d+)?$/.test(plain) ? fromSerial(Number(plain)) : undefined
}

const isMonth = (month: number): boolean => month >= 1 && month <= 12

/** The regulation has been in force since 2008; an application of long before is a slip. */
const yearOf = (year: number, order?: number): LedgerDate | undefined =>
  year >= 2000 && year <= 2100 ? { year, order } : undefined

function dayOf(year = '', month = '', day = ''): LedgerDate | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  return isMonth(m) && d >= 1 && d <= daysIn(y, m) ? yearOf(y, y * 10_000 + m * 100 + d) : undefined
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Days since 30 December 1899, as Excel counts them; 36526 is the first day of 2000. */
function fromSerial(days: number): LedgerDate | undefined {
  if (days < 36_526 || days > 73_415) return undefined
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000)
  return dayOf(String(date.getUTCFullYear()), String(date.getUTCMonth() + 1), String(date.getUTCDate()))
}
