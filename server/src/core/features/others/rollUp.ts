import type { Analysis } from '../../analyse.ts'
import { compareWithBodies } from '../../related/rollUp.ts'
import { figureName } from '../../report/figureName.ts'
import { setFigures } from '../../report/setFigure.ts'
import { shift, type Edit } from '../../text/span.ts'

export type RolledUp = {
  /** How many reports of bodies are there. */
  readonly bodies: number
  /** The names of those that are wanting: the sums are then not those of the whole area. */
  readonly lacking: readonly string[]
  /** Set each figure to its sum. Offsets count from the start of the document; they hold no line breaks. */
  readonly edits: readonly Edit[]
  readonly changed: number
  /** Figures that have their sum already. */
  readonly same: number
  /** Figures that cannot be summed up, since a body’s cannot be read. They stay as they are. */
  readonly kept: readonly string[]
}

/**
 * Fills the tables of a superior body from the reports of the bodies below. Undefined where the report names none.
 */
export function rollUp({ report, related: { children } }: Analysis): RolledUp | undefined {
  if (report?.format.rollUp === undefined || children === undefined) return undefined
  const outcomes = children.bodies.length === 0 ? [] : compareWithBodies(report, children).flat()
  const known = outcomes.filter(({ sum }) => sum.without.length === 0)
  // A figure that rounding explains stays as its author rounded it.
  const wrong = known.filter(({ actual, difference }) => actual === undefined || difference?.eq(0) !== true)
  const tables = new Set(wrong.map(({ placed }) => placed.table))
  return {
    bodies: children.bodies.length,
    lacking: children.lacking.map(({ name }) => name),
    edits: [...tables].flatMap((table): readonly Edit[] => {
      const own = wrong.filter(({ placed }) => placed.table === table)
      const at = own[0]?.placed.at ?? 0
      return setFigures(own.map(({ placed, sum }) => [placed.figure, sum.value] as const)).map((edit) => ({
        ...edit,
        span: shift(edit.span, at),
      }))
    }),
    changed: wrong.length,
    same: known.length - wrong.length,
    kept: outcomes.filter(({ sum }) => sum.without.length > 0).map(({ field }) => figureName(field)),
  }
}
