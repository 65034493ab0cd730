import { fieldsOf } from '../formats/field.ts'
import { relationsOf, type Relation, type Term } from '../formats/relation.ts'
import type { Format } from '../formats/format.ts'
import { isEmptyFigure, valueOf, type Figure } from '../report/figure.ts'
import type { BoundTable } from '../report/table.ts'
import { decimal, wholeNumber, zero, type Decimal } from '../text/decimal.ts'
import type { FilledTerm, Outcome } from './outcome.ts'
import { toleranceOf } from './tolerance.ts'

/** What came of the relations of one table. */
export type Reconciliation = {
  readonly outcomes: readonly Outcome[]
  /** Blank figures were read as zero, because then every relation of the table balances. */
  readonly blanksAsZero: boolean
  /** The blank and placeholder figures of the table, in its order. */
  readonly empty: readonly Figure[]
}

const kept = new WeakMap<BoundTable, Reconciliation>()

/**
 * Checks every relation of the form whose block the table holds. Exact: no tolerance for counts. A blank is nobody's
 * zero unless reading all of them so makes the whole table balance; otherwise what depends on one is unchecked.
 */
export function reconcile(table: BoundTable, format: Format): Reconciliation {
  const known = kept.get(table)
  if (known !== undefined) return known
  const blocks = new Set(table.blocks.map((block) => block.id))
  const relations = relationsOf(format).filter(
    ({ family }) => family.table === table.table.id && blocks.has(family.block),
  )
  const empty = [...table.figures.values()].filter(isEmptyFigure)
  const reconciliation = decide(relations, table.figures, optionalFields(format), empty)
  kept.set(table, reconciliation)
  return reconciliation
}

type Figures = ReadonlyMap<string, Figure>

const keptOptional = new WeakMap<Format, ReadonlySet<string>>()

/** The fields of rows that the form may do without. */
function optionalFields(format: Format): ReadonlySet<string> {
  const known = keptOptional.get(format)
  if (known !== undefined) return known
  const optional = new Set([...fieldsOf(format).values()].flatMap(({ id, row }) => (row.optional === true ? [id] : [])))
  keptOptional.set(format, optional)
  return optional
}

function decide(
  relations: readonly Relation[],
  figures: Figures,
  optional: ReadonlySet<string>,
  empty: readonly Figure[],
): Reconciliation {
  const strict = relations.map((relation) => outcomeOf(relation, figures, optional, false))
  if (empty.length === 0) return { outcomes: strict, blanksAsZero: false, empty }
  const lenient = relations.map((relation) => outcomeOf(relation, figures, optional, true))
  const allBalance = lenient.every(({ state }) => state === 'balanced' || state === 'not-applicable')
  return { outcomes: allBalance ? lenient : strict, blanksAsZero: allBalance, empty }
}

function outcomeOf(
  relation: Relation,
  figures: Figures,
  optional: ReadonlySet<string>,
  blanksAsZero: boolean,
): Outcome {
  const fill = (terms: readonly Term[]): readonly FilledTerm[] =>
    terms.map(({ field, weight }) => ({ field, weight, figure: figures.get(field) }))
  const left = fill(relation.left)
  const right = fill(relation.right)
  const read = ({ figure }: FilledTerm): Decimal | undefined =>
    figure === undefined ? undefined : (valueOf(figure) ?? (blanksAsZero && isEmptyFigure(figure) ? zero : undefined))
  const terms = [...left, ...right]
  const missing = terms.filter((term) => read(term) === undefined)
  if (missing.length > 0) {
    const unreadable = missing.flatMap(({ figure }) => (figure === undefined ? [] : [figure]))
    const absent = missing.flatMap(({ figure, field }) => (figure === undefined ? [field] : []))
    // What speaks of a row that the form may do without does not apply where the row is not there.
    if (absent.some((field) => optional.has(field))) return { relation, left, right, state: 'not-applicable' }
    return { relation, left, right, state: 'unchecked', unreadable, absent }
  }
  if (relation.family.notApplicableWhenZero === true && terms.every((term) => read(term)?.eq(0) === true))
    return { relation, left, right, state: 'not-applicable' }
  const leftSum = weighted(left, read)
  const rightSum = weighted(right, read)
  const state = holds(leftSum, relation.operator, rightSum, toleranceOf({ relation, left, right }))
    ? 'balanced'
    : 'broken'
  return {
    relation,
    left,
    right,
    state,
    leftSum,
    rightSum,
    blanksAsZero: blanksAsZero && terms.some(({ figure }) => figure !== undefined && isEmptyFigure(figure)),
  }
}

/** Exact; where all figures are whole numbers of an ordinary size, machine numbers are exact as well. */
function weighted(terms: readonly FilledTerm[], read: (term: FilledTerm) => Decimal | undefined): Decimal {
  let whole = 0
  for (const term of terms) {
    const value = wholeNumber(read(term) ?? zero)
    if (value === undefined) return weightedExactly(terms, read)
    whole += value * term.weight
  }
  return Number.isSafeInteger(whole) ? decimal(whole) : weightedExactly(terms, read)
}

const weightedExactly = (terms: readonly FilledTerm[], read: (term: FilledTerm) => Decimal | undefined): Decimal =>
  terms.reduce((total, term) => total.plus((read(term) ?? zero).times(term.weight)), zero)

/** Whether a comparison of two sums is true, within what rounding allows. */
export function holds(left: Decimal, operator: Relation['operator'], right: Decimal, tolerance: Decimal): boolean {
  if (left === right && tolerance.eq(0)) return true
  const difference = left.minus(right)
  if (operator === '=') return difference.abs().lte(tolerance)
  return operator === '<=' ? difference.lte(tolerance) : difference.gte(tolerance.neg())
}
