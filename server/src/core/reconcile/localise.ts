import { valueOf, type Figure } from '../report/figure.ts'
import { decimal, wholeNumber, type Decimal } from '../text/decimal.ts'
import { figuresOf, type Outcome } from './outcome.ts'

/** One figure and the value that it would have to have. */
export type Change = { readonly figure: Figure; readonly value: Decimal }

/**
 * Error localisation after Fellegi and Holt: the smallest sets of figures whose change satisfies every equality that
 * can be checked. All sets of the smallest size are returned, so that an ambiguity is seen; none if it takes more
 * than `mostFigures` figures, or if looking further would take longer than an answer may.
 */
export function localise(outcomes: readonly Outcome[], mostFigures = 3): readonly (readonly Change[])[] {
  const system = systemOf(outcomes)
  // Amounts that are too large to be counted exactly are no slips of the hand.
  if (system.residuals.some(Number.isNaN) || system.values.some(Number.isNaN)) return []
  if (system.residuals.every((it) => it === 0)) return []
  let steps = 0
  for (let size = 1; size <= mostFigures; size++) {
    const found = new Map<string, readonly Move[]>()
    search(system.residuals, [], size, found)
    if (steps > budget) return []
    if (found.size > 0) return [...found.values()].map((moves) => moves.map((move) => changeOf(move, system.scale)))
  }
  return []

  function search(
    residuals: readonly number[],
    moves: readonly Move[],
    left: number,
    found: Map<string, readonly Move[]>,
  ): void {
    const broken = residuals.flatMap((it, i) => (it === 0 ? [] : [i]))
    if (broken.length === 0) {
      found.set(keyOf(moves), moves)
      return
    }
    if (left === 0 || steps > budget || leastMoves(broken, system) > left) return
    // Some relation is private to one figure of the set (sets this small have no cycles), so that its residual alone
    // says by how much that figure is off. With one figure left every broken relation must be its own.
    for (const relation of left === 1 ? broken.slice(0, 1) : broken)
      for (const { cell, weight } of system.members[relation] ?? []) {
        steps++
        if (moves.some((move) => move.cell === cell)) continue
        const move = moveFor(cell, residuals[relation] ?? 0, weight)
        if (move !== undefined) search(applied(residuals, move), [...moves, move], left - 1, found)
      }
  }
}

/** How many figures may be tried before the answer is given up: about as many milliseconds as a keystroke has. */
const budget = 60_000

type Cell = {
  readonly index: number
  readonly figure: Figure
  readonly value: number
  readonly whole: number
  readonly places: Place[]
}
type Place = { readonly relation: number; readonly weight: number }
type Move = { readonly cell: Cell; readonly delta: number }

type System = {
  /** 10 to the number of decimal places, so that every figure is an integer. */
  readonly scale: number
  readonly values: readonly number[]
  /** Left minus right of each equality. */
  readonly residuals: readonly number[]
  readonly members: readonly (readonly { readonly cell: Cell; readonly weight: number }[])[]
  /** The family of each equality: a figure stands in at most one relation of a family, a row's or a column's. */
  readonly families: readonly unknown[]
}

function systemOf(outcomes: readonly Outcome[]): System {
  const checked = outcomes.flatMap((it) =>
    (it.state === 'balanced' || it.state === 'broken') && it.relation.operator === '=' ? [it] : [],
  )
  const figures = new Set(checked.flatMap((it) => figuresOf(it)))
  const places = Math.max(0, ...[...figures].map(decimalPlaces))
  const scale = 10 ** places
  const cells = new Map<Figure, Cell>()
  const cellOf = (figure: Figure): Cell => {
    const known = cells.get(figure)
    if (known !== undefined) return known
    const value = scaled(valueOf(figure), scale)
    const cell: Cell = {
      index: cells.size,
      figure,
      value,
      whole: figure.field.kind === 'decimal' ? 1 : scale,
      places: [],
    }
    cells.set(figure, cell)
    return cell
  }
  const members = checked.map(({ left, right }, relation) => {
    const terms = [...left.map((term) => ({ ...term, side: 1 })), ...right.map((term) => ({ ...term, side: -1 }))]
    return terms.flatMap(({ figure, weight, side }) => {
      if (figure === undefined) return []
      const cell = cellOf(figure)
      const place = { relation, weight: side * weight }
      cell.places.push(place)
      return [{ cell, weight: place.weight }]
    })
  })
  return {
    scale,
    // What balances within the rounding of its figures has nothing left to explain.
    residuals: checked.map(({ state, leftSum, rightSum }) =>
      state === 'balanced' ? 0 : scaled(leftSum.minus(rightSum), scale),
    ),
    values: [...cells.values()].map(({ value }) => value),
    members,
    families: checked.map(({ relation }) => relation.family),
  }
}

/** A decimal is its digits and the exponent of the first of them. */
function decimalPlaces(figure: Figure): number {
  const value = valueOf(figure)
  return value === undefined ? 0 : Math.max(0, value.c.length - value.e - 1)
}

/** In units of the last decimal place; not a number where that is more than can be counted exactly. */
function scaled(value: Decimal | undefined, scale: number): number {
  if (value === undefined) return 0
  const units = wholeNumber(value) ?? NaN
  const counted =
    scale === 1 && !Number.isNaN(units) ? units : Number((scale === 1 ? value : value.times(scale)).toFixed(0))
  return Math.abs(counted) <= most ? counted : NaN
}

/** So much that even the sum of a whole table is exact. */
const most = Number.MAX_SAFE_INTEGER / 10_000

/** Each figure mends at most one relation of a family, so the fullest family says how many figures it takes at least. */
function leastMoves(broken: readonly number[], { families }: System): number {
  const counts = new Map<unknown, number>()
  for (const relation of broken) counts.set(families[relation], (counts.get(families[relation]) ?? 0) + 1)
  return Math.max(...counts.values())
}

/** The change of one figure that takes a residual to zero, if a figure of its kind may have the value that results. */
function moveFor(cell: Cell, residual: number, weight: number): Move | undefined {
  if (residual % weight !== 0) return undefined
  const delta = -residual / weight
  const value = cell.value + delta
  const allowed = value % cell.whole === 0 && (value >= 0 || cell.figure.field.kind === 'signed')
  return allowed ? { cell, delta } : undefined
}

function applied(residuals: readonly number[], { cell, delta }: Move): readonly number[] {
  const next = [...residuals]
  for (const { relation, weight } of cell.places) next[relation] = (next[relation] ?? 0) + weight * delta
  return next
}

const keyOf = (moves: readonly Move[]): string =>
  moves
    .map(({ cell }) => cell.index)
    .sort((a, b) => a - b)
    .join()

const changeOf = ({ cell, delta }: Move, scale: number): Change => ({
  figure: cell.figure,
  value: scale === 1 ? decimal(cell.value + delta) : decimal(cell.value + delta).div(scale),
})
