import { fieldsOf } from '../formats/field.ts'
import { relationsOf, type Term } from '../formats/relation.ts'
import { meansTheSame, yearlyOf, type Yearly } from '../formats/yearly.ts'
import type { Format } from '../formats/format.ts'
import type { Report } from '../report/report.ts'
import { zero, type Decimal } from '../text/decimal.ts'
import type { OtherReport } from './related.ts'
import type { OtherFigure, Summary } from './summary.ts'
import { findFigure, valueIn, type PlacedFigure } from './values.ts'

/** A figure of last year’s report that enters an equation. */
export type LastTerm = Term & { readonly figure: OtherFigure }

/** What came of one equation between this year’s report and last year’s. */
export type YearlyOutcome = {
  readonly equation: Yearly
  /** This year’s figure. */
  readonly placed: PlacedFigure
  readonly last: readonly LastTerm[]
  readonly now: readonly (Term & PlacedFigure & { readonly value: Decimal })[]
  /** What last year’s report makes of it. */
  readonly expected: Decimal
  /** Undefined where the figure cannot be read: then its own rules speak of it. */
  readonly actual: Decimal | undefined
}

const kept = new WeakMap<Report, { readonly previous: OtherReport; readonly outcomes: readonly YearlyOutcome[] }>()

/**
 * Works out every equation of which last year’s report and this one have all figures. A field of an older form counts
 * only where it means the same.
 */
export function compareYears(report: Report, previous: OtherReport): readonly YearlyOutcome[] {
  const known = kept.get(report)
  if (known?.previous === previous) return known.outcomes
  const outcomes = yearlyOf(report.format).flatMap((equation) => outcomeOf(equation, report, previous.summary) ?? [])
  kept.set(report, { previous, outcomes })
  return outcomes
}

function outcomeOf(equation: Yearly, report: Report, summary: Summary): YearlyOutcome | undefined {
  const placed = findFigure(report, equation.field)
  if (placed === undefined) return undefined
  const last: LastTerm[] = []
  const now: (Term & PlacedFigure & { readonly value: Decimal })[] = []
  let expected = zero
  for (const term of equation.last) {
    const figure = sameFigure(report.format, term.field, summary)
    if (figure?.value === undefined) return undefined
    last.push({ ...term, figure })
    expected = expected.plus(figure.value.times(term.weight))
  }
  for (const term of equation.now) {
    const own = findFigure(report, term.field)
    const value = valueIn(report, term.field)
    if (own === undefined || value === undefined) return undefined
    now.push({ ...term, ...own, value })
    expected = expected.plus(value.times(term.weight))
  }
  return { equation, placed, last, now, expected, actual: valueIn(report, equation.field) }
}

/** The figure of another report that counts what a field of a form does. */
export function sameFigure(format: Format, field: string, summary: Summary): OtherFigure | undefined {
  const mine = fieldsOf(format).get(field)
  const theirs = fieldsOf(summary.format).get(field)
  return mine !== undefined && theirs !== undefined && meansTheSame(mine, theirs) ? summary.figure(field) : undefined
}

export const differs = ({ actual, expected }: YearlyOutcome): boolean => actual !== undefined && !actual.eq(expected)

const totals = new WeakMap<Format, ReadonlySet<string>>()

/** Whether the form makes a field the total of others. */
export function isTotal(format: Format, field: string): boolean {
  const known =
    totals.get(format) ??
    new Set(relationsOf(format).flatMap(({ derived }) => (derived?.as === 'total' ? [derived.field] : [])))
  totals.set(format, known)
  return known.has(field)
}
