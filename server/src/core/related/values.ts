import { reconcile } from '../reconcile/reconcile.ts'
import type { Figure } from '../report/figure.ts'
import { isEmptyFigure } from '../report/figure.ts'
import type { Report } from '../report/report.ts'
import type { BoundTable } from '../report/table.ts'
import { zero, type Decimal } from '../text/decimal.ts'

/** A figure of a report with its table and its place. */
export type PlacedFigure = { readonly figure: Figure; readonly table: BoundTable; readonly at: number }

/** Where a field stands in the report; the first of several. */
export function findFigure({ tables }: Report, field: string): PlacedFigure | undefined {
  for (const { at, value } of tables) {
    const figure = value.figures.get(field)
    if (figure !== undefined) return { figure, table: value, at }
  }
  return undefined
}

/**
 * What a figure counts for when reports are compared. Undefined where it cannot be read or is wrong by itself, as a
 * negative count is. A blank counts as zero only where all blanks of its table do, because then everything balances.
 */
export function countedValue({ reading }: Figure, blanksAsZero: boolean): Decimal | undefined {
  if (reading.state === 'number' || reading.state === 'zero') return reading.value
  if (reading.state === 'malformed') return reading.proper === undefined ? undefined : reading.value
  return blanksAsZero ? zero : undefined
}

/** The same of a field of a report. A table without any relation says nothing of its blanks. */
export function valueIn(report: Report, field: string): Decimal | undefined {
  const placed = findFigure(report, field)
  if (placed === undefined) return undefined
  return countedValue(placed.figure, isEmptyFigure(placed.figure) && readsBlanksAsZero(placed.table, report))
}

/**
 * Whether the blanks of a table are zeros: every relation that it has balances then, and at least one is an equality.
 * An inequality would hold with any zeros.
 */
export function readsBlanksAsZero(table: BoundTable, { format }: Report): boolean {
  const { blanksAsZero, outcomes } = reconcile(table, format)
  return blanksAsZero && outcomes.some(({ state, relation }) => state === 'balanced' && relation.operator === '=')
}
