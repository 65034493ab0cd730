import { fieldsOf, type Field } from '../formats/field.ts'
import type { Format } from '../formats/format.ts'
import { meansTheSame } from '../formats/yearly.ts'
import type { Placed } from '../markdown/document.ts'
import type { Report } from '../report/report.ts'
import type { BoundTable } from '../report/table.ts'
import { decimal, digits, zero, type Decimal } from '../text/decimal.ts'
import type { Children, OtherReport } from './related.ts'
import type { OtherFigure, Summary } from './summary.ts'
import { countedValue, readsBlanksAsZero, type PlacedFigure } from './values.ts'

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

/** What a body brings to a figure. */
export type Part = { readonly body: OtherReport; readonly value: Decimal; readonly figure: OtherFigure }

const keptParts = new WeakMap<Children, Map<string, readonly Part[]>>()

/** What each body reports in a field, the largest first and zeros left out; worked out once for each set of bodies. */
export function partsOf(field: Field, children: Children): readonly Part[] {
  const byField = keptParts.get(children) ?? new Map<string, readonly Part[]>()
  keptParts.set(children, byField)
  const known = byField.get(field.id)
  if (known !== undefined) return known
  const parts = children.bodies
    .flatMap((body): readonly Part[] => {
      const figure = hasField(field, body.summary) ? body.summary.figure(field.id) : undefined
      const value = figure?.value
      return figure === undefined || value === undefined || value.eq(0) ? [] : [{ body, value, figure }]
    })
    .sort((a, b) => b.value.cmp(a.value))
  byField.set(field.id, parts)
  return parts
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

/** The figures of one table of the report beside their sums, as long as neither changes. */
type Compared = { readonly children: Children; readonly at: number; readonly outcomes: readonly RollUpOutcome[] }

const compared = new WeakMap<BoundTable, Compared>()

/** Every figure of the report that should be a sum, table by table. A key in one table leaves the others as they are. */
export const compareWithBodies = (report: Report, children: Children): readonly (readonly RollUpOutcome[])[] =>
  report.tables.map((table) => compareTable(table, report, children))

function compareTable(
  { at, value: table }: Placed<BoundTable>,
  report: Report,
  children: Children,
): Compared['outcomes'] {
  const known = compared.get(table)
  if (known?.children === children && known.at === at) return known.outcomes
  const outcomes =
    known?.children === children
      ? known.outcomes.map((it) => ({ ...it, placed: { ...it.placed, at } }))
      : outcomesOf(table, at, report, children)
  compared.set(table, { children, at, outcomes })
  return outcomes
}

function outcomesOf(table: BoundTable, at: number, report: Report, children: Children): Compared['outcomes'] {
  const sums = sumsOf(children, report.format)
  const blanksAsZero = readsBlanksAsZero(table, report)
  return [...table.figures].flatMap(([id, figure]): readonly RollUpOutcome[] => {
    const sum = sums.get(id)
    if (sum === undefined) return []
    const actual = countedValue(figure, blanksAsZero)
    const comparable = actual !== undefined && sum.without.length === 0
    const difference = comparable ? differenceOf(actual, sum) : undefined
    return [{ field: figure.field, placed: { figure, table, at }, sum, actual, difference }]
  })
}

/** Zero where rounding explains it. */
function differenceOf(actual: Decimal, { value, rounding }: Sum): Decimal {
  const difference = actual.minus(value)
  return difference.abs().lte(rounding.plus(rounding.eq(0) ? zero : halfUnit(actual))) ? zero : difference
}
