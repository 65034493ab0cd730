import { fieldsOf, type Field } from '../formats/field.ts'
import type { Format } from '../formats/format.ts'
import { meansTheSame } from '../formats/yearly.ts'
import type { Report } from '../report/report.ts'
import { decimal, digits, zero, type Decimal } from '../text/decimal.ts'
import type { Children, OtherReport } from './related.ts'
import type { Summary } from './summary.ts'
import { findFigure, valueIn, type PlacedFigure } from './values.ts'

/** What the reports of all bodies come to in one field. */
export type Sum = {
  readonly value: Decimal
  /** Half a unit of the last decimal place for every part that has one: so much may rounding have taken. */
  readonly rounding: Decimal
  /** The bodies of which the field cannot be read or is absent; the sum is then none. */
  readonly without: readonly OtherReport[]
}

const kept = new WeakMap<Children, Map<Format, ReadonlyMap<string, Sum>>>()

/** The sums of a form’s fields over the bodies; each set of bodies is added up once. */
export function sumsOf(children: Children, format: Format): ReadonlyMap<string, Sum> {
  const byFormat = kept.get(children) ?? new Map<Format, ReadonlyMap<string, Sum>>()
  kept.set(children, byFormat)
  const known = byFormat.get(format)
  if (known !== undefined) return known
  const sums = new Map(addedUp(format).map((field) => [field.id, sumOf(field, children)]))
  byFormat.set(format, sums)
  return sums
}

/** The fields of which a superior body reports the sums. Where the unit is left open, parts may be in several. */
export const addedUp = (format: Format): readonly Field[] =>
  [...fieldsOf(format).values()].filter(
    ({ table, openUnits }) => openUnits.length === 0 && format.rollUp?.tables.includes(table.id) === true,
  )

function sumOf(field: Field, { bodies }: Children): Sum {
  const without: OtherReport[] = []
  let whole = 0
  let rest = zero
  let rounding = zero
  for (const body of bodies) {
    const number = hasField(field, body.summary) ? body.summary.number(field.id) : Number.NaN
    if (Number.isSafeInteger(number) && Number.isSafeInteger(whole + number)) {
      whole += number
      continue
    }
    const value = contributionOf(body, field)
    if (value === undefined) {
      without.push(body)
      continue
    }
    rest = rest.plus(value)
    rounding = rounding.plus(halfUnit(value))
  }
  return { value: rest.plus(decimal(whole)), rounding, without }
}

/** What one body reports in a field; undefined where that cannot be read. */
export const contributionOf = ({ summary }: OtherReport, field: Field): Decimal | undefined =>
  hasField(field, summary) ? summary.figure(field.id)?.value : undefined

function hasField(field: Field, { format }: Summary): boolean {
  const theirs = fieldsOf(format).get(field.id)
  return theirs !== undefined && meansTheSame(field, theirs)
}

/** Whole numbers are held to be exact. */
function halfUnit(value: Decimal): Decimal {
  const places = digits(value).split('.')[1]?.length ?? 0
  return places === 0 ? zero : decimal(`5e-${places + 1}`)
}

/** A figure of the superior body beside what the bodies below come to. */
export type RollUpOutcome = {
  readonly field: Field
  readonly placed: PlacedFigure
  readonly sum: Sum
  /** Undefined where the figure cannot be read: then its own rules speak of it. */
  readonly actual: Decimal | undefined
  /** What the figure has more than the sum, negative where it has less; undefined where one of both is not known. */
  readonly difference: Decimal | undefined
}

type Kept = { readonly children: Children; readonly outcomes: readonly RollUpOutcome[] }

const keptOutcomes = new WeakMap<Report, Kept>()

/** Every figure of the report that should be a sum, in the order of the form. */
export function compareWithBodies(report: Report, children: Children): readonly RollUpOutcome[] {
  const known = keptOutcomes.get(report)
  if (known?.children === children) return known.outcomes
  const { format } = report
  const fields = fieldsOf(format)
  const outcomes = [...sumsOf(children, format)].flatMap(([id, sum]): readonly RollUpOutcome[] => {
    const field = fields.get(id)
    const placed = findFigure(report, id)
    if (field === undefined || placed === undefined) return []
    const actual = valueIn(report, id)
    const comparable = actual !== undefined && sum.without.length === 0
    return [{ field, placed, sum, actual, difference: comparable ? differenceOf(actual, sum) : undefined }]
  })
  keptOutcomes.set(report, { children, outcomes })
  return outcomes
}

/** Zero where rounding explains it. */
function differenceOf(actual: Decimal, { value, rounding }: Sum): Decimal {
  const difference = actual.minus(value)
  return difference.abs().lte(rounding.plus(rounding.eq(0) ? zero : halfUnit(actual))) ? zero : difference
}
