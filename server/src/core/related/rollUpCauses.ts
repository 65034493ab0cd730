import { relationsOf, type Relation, type Term } from '../formats/relation.ts'
import type { Format, TableFormat } from '../formats/format.ts'
import { zero, type Decimal } from '../text/decimal.ts'
import type { Children, OtherReport } from './related.ts'
import { contributionOf, type RollUpOutcome } from './rollUp.ts'

/** Why the figures of one table are not the sums of the bodies’. */
export type RollUpCause =
  /** The whole table of one body was left out, or counted twice. */
  | {
      readonly kind: 'body'
      readonly how: 'forgotten' | 'doubled'
      readonly body: OtherReport
      readonly outcomes: readonly Differing[]
    }
  /** A figure by itself, with the totals that follow from it. */
  | { readonly kind: 'figure'; readonly outcome: Differing; readonly following: readonly Differing[] }
  /** So many figures that no one wants to see each of them. */
  | { readonly kind: 'table'; readonly outcomes: readonly Differing[] }

export type Differing = RollUpOutcome & { readonly actual: Decimal; readonly difference: Decimal }

/** More figures of one table than this are told together. */
const mostFigures = 6

type Known = {
  readonly children: Children
  readonly pieces: readonly (readonly RollUpOutcome[])[]
  readonly causes: readonly RollUpCause[]
}

/** By what was compared in a piece of a table, which stays the same as long as neither it nor the bodies change. */
const kept = new WeakMap<readonly RollUpOutcome[], Known>()

/**
 * One cause for each figure that differs, or for a table. `tables` are the tables of the report; a table of the form may
 * stand in several of them.
 */
export function rollUpCauses(
  tables: readonly (readonly RollUpOutcome[])[],
  children: Children,
  format: Format,
): readonly RollUpCause[] {
  return format.tables.flatMap(({ id }): readonly RollUpCause[] => {
    const pieces = tables.filter(([first]) => first?.field.table.id === id)
    const [first] = pieces
    if (first === undefined) return []
    const known = kept.get(first)
    const same = known?.children === children && known.pieces.length === pieces.length
    if (same && known.pieces.every((piece, i) => piece === pieces[i])) return known.causes
    const causes = causesOf(pieces.flat(), children, format)
    kept.set(first, { children, pieces, causes })
    return causes
  })
}

function causesOf(outcomes: readonly RollUpOutcome[], children: Children, format: Format): readonly RollUpCause[] {
  const wrong = outcomes.filter(isDiffering)
  const table = wrong[0]?.field.table
  if (table === undefined) return []
  const body = wholeBody(outcomes, wrong, children)
  if (body !== undefined) return [{ kind: 'body', ...body, outcomes: wrong }]
  const roots = withoutFollowing(wrong, outcomes, table, format)
  if (roots.length > mostFigures) return [{ kind: 'table', outcomes: wrong }]
  return roots.map((outcome) => ({ kind: 'figure', outcome, following: followingOf(outcome, wrong, roots, format) }))
}

const isDiffering = (outcome: RollUpOutcome): outcome is Differing => outcome.difference?.eq(0) === false

/**
 * The body whose figures are just what is too much or too little throughout the table. It takes two figures at least,
 * and no other body that would do: anything else may be chance.
 */
function wholeBody(
  own: readonly RollUpOutcome[],
  wrong: readonly Differing[],
  { bodies }: Children,
): { readonly how: 'forgotten' | 'doubled'; readonly body: OtherReport } | undefined {
  const [first] = wrong
  if (first === undefined || wrong.length < 2) return undefined
  const how = first.difference.gt(0) ? 'doubled' : 'forgotten'
  const wanted = (it: RollUpOutcome): Decimal => (it.difference ?? zero).times(how === 'doubled' ? 1 : -1)
  const amount = Number(wanted(first))
  const fitting = bodies.filter(
    (body) =>
      // The cheap look first: there may be thousands of bodies.
      body.summary.number(first.field.id) === amount &&
      own.every((it) => it.difference === undefined || contributionOf(body, it.field)?.eq(wanted(it)) === true),
  )
  const [body, ...others] = fitting
  return body === undefined || others.length > 0 ? undefined : { how, body }
}

/**
 * The figures from which the others follow: a total whose difference is that of its parts together is no mistake of
 * its own.
 */
function withoutFollowing(
  wrong: readonly Differing[],
  own: readonly RollUpOutcome[],
  table: TableFormat,
  format: Format,
): readonly Differing[] {
  const differences = new Map(own.map(({ field, difference }) => [field.id, difference]))
  const relations = relationsOf(format).filter(({ family, operator }) => family.table === table.id && operator === '=')
  const follows = ({ field }: Differing): boolean =>
    relations.some(({ derived, left, right }) => {
      if (derived?.field !== field.id) return false
      const parts = [...left, ...right].filter((term) => term.field !== field.id)
      const moved = parts.some((term) => differences.get(term.field)?.eq(0) === false)
      return moved && agree(sumOf(left, differences), sumOf(right, differences))
    })
  const roots = wrong.filter((it) => !follows(it))
  return roots.length > 0 ? roots : wrong.slice(0, 1)
}

const agree = (a: Decimal | undefined, b: Decimal | undefined): boolean => a !== undefined && b !== undefined && a.eq(b)

/** Undefined where one of the differences is not known. */
function sumOf(terms: readonly Term[], differences: ReadonlyMap<string, Decimal | undefined>): Decimal | undefined {
  let sum = zero
  for (const { field, weight } of terms) {
    const value = differences.get(field)
    if (value === undefined) return undefined
    sum = sum.plus(value.times(weight))
  }
  return sum
}

/** The totals over a figure, along both directions, as far as they differ too and have no cause of their own. */
function followingOf(
  { field }: Differing,
  wrong: readonly Differing[],
  roots: readonly Differing[],
  format: Format,
): readonly Differing[] {
  const above = (id: string): readonly string[] =>
    relationsOf(format).flatMap(({ derived, left, right }: Relation) =>
      derived !== undefined && derived.field !== id && [...left, ...right].some((term) => term.field === id)
        ? [derived.field]
        : [],
    )
  const reached = new Set([field.id])
  for (const id of reached) for (const it of above(id)) reached.add(it)
  return wrong.filter((it) => reached.has(it.field.id) && !roots.includes(it))
}
