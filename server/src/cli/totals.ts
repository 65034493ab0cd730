import type { CheckResult } from './checkText.ts'

/** What all files together came to. */
export type Totals = {
  readonly reports: number
  /** Files that are no reports. */
  readonly others: number
  readonly errors: number
  readonly warnings: number
  /** Findings of the two mildest severities. */
  readonly remarks: number
  readonly balanced: number
  readonly relations: number
}

export const noTotals: Totals = {
  reports: 0,
  others: 0,
  errors: 0,
  warnings: 0,
  remarks: 0,
  balanced: 0,
  relations: 0,
}

export function addTotals(totals: Totals, { format, diagnostics, relations }: CheckResult): Totals {
  const count = (...severities: readonly number[]): number =>
    diagnostics.filter(({ severity }) => severities.includes(severity)).length
  const { balanced, broken, unchecked, waived } = relations
  return {
    reports: totals.reports + (format === null ? 0 : 1),
    others: totals.others + (format === null ? 1 : 0),
    errors: totals.errors + count(1),
    warnings: totals.warnings + count(2),
    remarks: totals.remarks + count(3, 4),
    balanced: totals.balanced + balanced,
    relations: totals.relations + balanced + broken + unchecked + waived,
  }
}
