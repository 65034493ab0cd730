import type { Term } from '../../formats/relation.ts'
import type { Outcome } from '../../reconcile/outcome.ts'
import { isEmptyFigure, type Figure } from '../../report/figure.ts'
import { zero, type Decimal } from '../../text/decimal.ts'

/** What a total comes to, or the figures for want of which it cannot be said. */
export type Total = { readonly value: Decimal } | { readonly missing: ReadonlySet<string> }

type Figures = ReadonlyMap<string, Figure>

/** A total and the other terms of the relation that makes it one. */
type Sum = { readonly parts: readonly Term[]; readonly side: number }

/**
 * Every field that the form makes a total, with the value that follows from the parts. A total among the parts counts
 * with its own computed value, so that it does not matter in which order a table is gone through. Where a total
 * follows from a row and from a column, either will do; if both can be worked out they must agree.
 */
export function totalsOf(
  outcomes: readonly Outcome[],
  figures: Figures,
  blanksAsZero: boolean,
): ReadonlyMap<string, Total> {
  const sums = new Map<string, Sum[]>()
  for (const { relation } of outcomes) {
    const field = relation.derived?.as === 'total' && relation.operator === '=' ? relation.derived.field : undefined
    const sum = field === undefined ? undefined : sumFor(field, relation.left, relation.right)
    if (field !== undefined && sum !== undefined) sums.set(field, [...(sums.get(field) ?? []), sum])
  }
  const totals = new Map<string, Total>()
  const open = new Set<string>()
  const totalOf = (field: string): Total => {
    const known = totals.get(field)
    if (known !== undefined) return known
    // A form whose totals depend on one another in a circle determines none of them.
    if (open.has(field)) return { missing: new Set([field]) }
    open.add(field)
    const total = agreed(
      field,
      (sums.get(field) ?? []).map((sum) => workOut(sum, valueOfPart)),
    )
    open.delete(field)
    totals.set(field, total)
    return total
  }
  const valueOfPart = (field: string): Total => (sums.has(field) ? totalOf(field) : leaf(field, figures, blanksAsZero))
  for (const field of sums.keys()) totalOf(field)
  return totals
}

/** The relation solved for one field that stands in it once; the weights of the other side change their sign. */
function sumFor(field: string, left: readonly Term[], right: readonly Term[]): Sum | undefined {
  const all = [...left, ...right.map((term) => ({ ...term, weight: -term.weight }))]
  const own = all.filter((term) => term.field === field)
  const side = own[0]?.weight ?? 0
  return own.length === 1 && side !== 0 ? { parts: all.filter((term) => term.field !== field), side } : undefined
}

function workOut({ parts, side }: Sum, valueOfPart: (field: string) => Total): Total {
  const missing = new Set<string>()
  let value = zero
  for (const { field, weight } of parts) {
    const part = valueOfPart(field)
    if ('value' in part) value = value.plus(part.value.times(weight))
    else for (const it of part.missing) missing.add(it)
  }
  return missing.size > 0 ? { missing } : { value: value.div(-side) }
}

function agreed(field: string, totals: readonly Total[]): Total {
  const values = totals.flatMap((it) => ('value' in it ? [it.value] : []))
  const [value] = values
  if (value === undefined) return { missing: new Set(totals.flatMap((it) => ('missing' in it ? [...it.missing] : []))) }
  return values.every((it) => it.eq(value)) ? { value } : { missing: new Set([field]) }
}

/** A negative count or a fraction of one can be read, but a total made of it would hide the slip. */
function leaf(field: string, figures: Figures, blanksAsZero: boolean): Total {
  const figure = figures.get(field)
  const reading = figure?.reading
  if (reading?.state === 'number' || reading?.state === 'zero') return { value: reading.value }
  if (reading?.state === 'malformed' && reading.value !== undefined && reading.proper !== undefined)
    return { value: reading.value }
  if (figure !== undefined && isEmptyFigure(figure) && blanksAsZero) return { value: zero }
  return { missing: new Set([field]) }
}
