import { fieldsOf } from '../formats/field.ts'
import { relationsOf, type Relation, type Term } from '../formats/relation.ts'
import type { Format } from '../formats/format.ts'
import { isEmptyFigure, valueOf, type Figure } from '../report/figure.ts'
import type { BoundTable } from '../report/table.ts'
import { decimal, wholeNumber, zero, type Decimal } from '../text/decimal.ts'
import { changedFrom } from '../report/rebind.ts'
import { keep } from '../text/keep.ts'
import { lazily } from '../text/lazily.ts'
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
  const reconciliation = again(table, format) ?? whole(table, format)
  kept.set(table, reconciliation)
  latest.set(table.likeness, new WeakRef(table))
  return reconciliation
}

function whole(table: BoundTable, format: Format): Reconciliation {
  const blocks = new Set(table.blocks.map((block) => block.id))
  const relations = relationsOf(format).filter(
    ({ family }) => family.table === table.table.id && blocks.has(family.block),
  )
  const empty = [...table.figures.values()].filter(isEmptyFigure)
  return decide(relations, table.figures, optionalFields(format), empty)
}

/** By the likeness of a table: the one of its versions that was looked at last. */
const latest = new WeakMap<object, WeakRef<BoundTable>>()

/**
 * The same for a table of which an earlier version was looked at: only what depends on other numbers than before is
 * reckoned again. Undefined where there is none, or where blanks leave room for decision.
 */
function again(table: BoundTable, format: Format): Reconciliation | undefined {
  const before = latest.get(table.likeness)?.deref()
  const changed = before === undefined ? undefined : changedFrom(before, table)
  const known = before === undefined ? undefined : kept.get(before)
  if (known === undefined || changed === undefined || known.empty.length > 0) return undefined
  const { figures } = table
  if (
    changed.some((id) => {
      const it = figures.get(id)
      return it === undefined || isEmptyFigure(it)
    })
  )
    return undefined
  const optional = optionalFields(format)
  const touched = new Set(changed.flatMap((id) => relationsWith(format).get(id) ?? []))
  const outcomes = known.outcomes.map((outcome): Outcome => {
    const { relation, state } = outcome
    if (touched.has(relation) || (state !== 'balanced' && state !== 'broken'))
      return outcomeOf(relation, figures, optional, false)
    const { leftSum, rightSum } = outcome
    return lazily({ relation, figures, state, leftSum, rightSum, blanksAsZero: false }, terms)
  })
  return { outcomes, blanksAsZero: false, empty: known.empty }
}

/** The relations that a field stands in. */
const relationsWith = keep((format: Format): ReadonlyMap<string, readonly Relation[]> => {
  const all = new Map<string, Relation[]>()
  for (const relation of relationsOf(format))
    for (const { field } of [...relation.left, ...relation.right]) {
      const own = all.get(field)
      if (own === undefined) all.set(field, [relation])
      else own.push(relation)
    }
  return all
})

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
  const plain = plainOutcome(relation, figures)
  if (plain !== undefined) return plain
  const left = fill(relation.left, figures)
  const right = fill(relation.right, figures)
  const common = { relation, figures, left, right }
  const read = ({ figure }: FilledTerm): Decimal | undefined =>
    figure === undefined ? undefined : (valueOf(figure) ?? (blanksAsZero && isEmptyFigure(figure) ? zero : undefined))
  const terms = [...left, ...right]
  const missing = terms.filter((term) => read(term) === undefined)
  if (missing.length > 0) {
    const unreadable = missing.flatMap(({ figure }) => (figure === undefined ? [] : [figure]))
    const absent = missing.flatMap(({ figure, field }) => (figure === undefined ? [field] : []))
    // What speaks of a row that the form may do without does not apply where the row is not there.
    if (absent.some((field) => optional.has(field))) return { ...common, state: 'not-applicable' }
    return { ...common, state: 'unchecked', unreadable, absent }
  }
  if (relation.family.notApplicableWhenZero === true && terms.every((term) => read(term)?.eq(0) === true))
    return { ...common, state: 'not-applicable' }
  const leftSum = weighted(left, read)
  const rightSum = weighted(right, read)
  const state = holds(leftSum, relation.operator, rightSum, toleranceOf({ relation, left, right }))
    ? 'balanced'
    : 'broken'
  return {
    ...common,
    state,
    leftSum,
    rightSum,
    blanksAsZero: blanksAsZero && terms.some(({ figure }) => figure !== undefined && isEmptyFigure(figure)),
  }
}

const fill = (terms: readonly Term[], figures: Figures): readonly FilledTerm[] =>
  terms.map(({ field, weight }) => ({ field, weight, figure: figures.get(field) }))

/**
 * The outcome where all figures are whole numbers of an ordinary size, with which machine numbers reckon exactly: most
 * relations at most keys. Their terms are put together when somebody asks for them.
 */
function plainOutcome(relation: Relation, figures: Figures): Outcome | undefined {
  const { operator, family } = relation
  const left = wholeSum(relation.left, figures)
  const right = left === undefined ? undefined : wholeSum(relation.right, figures)
  if (left === undefined || right === undefined || family.tolerance === 'rounding') return undefined
  // Whether all of it is zero is for the exact way to see.
  if (family.notApplicableWhenZero === true && left === 0 && right === 0) return undefined
  const isTrue = operator === '=' ? left === right : operator === '<=' ? left <= right : left >= right
  const state: 'balanced' | 'broken' = isTrue ? 'balanced' : 'broken'
  const sums = { leftSum: decimal(left), rightSum: decimal(right), blanksAsZero: false }
  return lazily({ relation, figures, state, ...sums }, terms)
}

type Plain = { readonly relation: Relation; readonly figures: Figures }

const terms = {
  left: ({ relation, figures }: Plain): readonly FilledTerm[] => fill(relation.left, figures),
  right: ({ relation, figures }: Plain): readonly FilledTerm[] => fill(relation.right, figures),
}

function wholeSum(of: readonly Term[], figures: Figures): number | undefined {
  let whole = 0
  for (const { field, weight } of of) {
    const figure = figures.get(field)
    const value = figure === undefined ? undefined : valueOf(figure)
    const number = value === undefined ? undefined : wholeNumber(value)
    if (number === undefined) return undefined
    whole += number * weight
  }
  return Number.isSafeInteger(whole) ? whole : undefined
}

const weighted = (terms: readonly FilledTerm[], read: (term: FilledTerm) => Decimal | undefined): Decimal =>
  terms.reduce((total, term) => total.plus((read(term) ?? zero).times(term.weight)), zero)

/** Whether a comparison of two sums is true, within what rounding allows. */
export function holds(left: Decimal, operator: Relation['operator'], right: Decimal, tolerance: Decimal): boolean {
  if (left === right && tolerance.eq(0)) return true
  const difference = left.minus(right)
  if (operator === '=') return difference.abs().lte(tolerance)
  return operator === '<=' ? difference.lte(tolerance) : difference.gte(tolerance.neg())
}
