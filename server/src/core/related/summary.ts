import { fieldsOf } from '../formats/field.ts'
import type { Format } from '../formats/format.ts'
import { reconcile } from '../reconcile/reconcile.ts'
import type { Reading } from '../text/reading.ts'
import { sectionOf, type Report } from '../report/report.ts'
import { decimal, digits, type Decimal } from '../text/decimal.ts'
import type { Lines, Position } from '../text/lines.ts'
import { headOf, type Head } from './head.ts'
import { countedValue, readsBlanksAsZero } from './values.ts'

/** A place in another document. Zero-based lines, UTF-16 units. */
export type Place = { readonly uri: string; readonly start: Position; readonly end: Position }

/** A figure of a report of which nothing but the figures is kept. */
export type OtherFigure = {
  readonly state: Reading['state']
  /** What it counts for; undefined where it cannot be read. */
  readonly value: Decimal | undefined
  readonly start: Position
  readonly end: Position
}

/**
 * What is kept of a report that is not open: whose it is, how it stands, and its figures. No text, no blocks: some
 * kilobytes, so that thousands fit.
 */
export type Summary = {
  readonly head: Head
  readonly format: Format
  readonly relations: { readonly balanced: number; readonly broken: number; readonly unchecked: number }
  readonly sections: { readonly present: number; readonly required: number }
  /** Undefined where the report does not have the field. */
  readonly figure: (field: string) => OtherFigure | undefined
  /** What a field counts for, as a number; NaN where it cannot be read, is absent, or is not exact as a number. */
  readonly number: (field: string) => number
}

/** `waived` are the ids of broken relations that the author answers for. */
export function summarise(report: Report, lines: Lines, waived: ReadonlySet<string> = new Set()): Summary {
  const { format } = report
  const outcomes = report.tables.flatMap(({ value }) => reconcile(value, format).outcomes)
  const count = (wanted: string): number =>
    outcomes.filter(({ state, relation }) => state === wanted && !waived.has(relation.id)).length
  const required = format.sections.filter((it) => it.required)
  return {
    head: headOf(report),
    format,
    relations: { balanced: count('balanced'), broken: count('broken'), unchecked: count('unchecked') },
    sections: {
      present: required.filter(({ id }) => sectionOf(report, id) !== undefined).length,
      required: required.length,
    },
    ...pack(report, lines),
  }
}

const states = ['blank', 'placeholder', 'malformed', 'zero', 'number'] as const satisfies readonly Reading['state'][]

const ordinals = new WeakMap<Format, ReadonlyMap<string, number>>()

/** Where the fields of a form stand in the arrays below. */
function ordinalsOf(format: Format): ReadonlyMap<string, number> {
  const known = ordinals.get(format)
  if (known !== undefined) return known
  const made = new Map([...fieldsOf(format).keys()].map((id, i) => [id, i]))
  ordinals.set(format, made)
  return made
}

/** Packs the figures into a few arrays of numbers; as objects they would take ten times the room. */
function pack(report: Report, lines: Lines): Pick<Summary, 'figure' | 'number'> {
  const at = ordinalsOf(report.format)
  const values = new Float64Array(at.size).fill(Number.NaN)
  /** One more than the place of the state; 0 is an absent field. */
  const kinds = new Uint8Array(at.size)
  const places = new Uint32Array(at.size * 3)
  /** Values that a floating-point number would not give back as they were written. */
  const exact = new Map<number, string>()
  for (const { at: offset, value: table } of report.tables) {
    const blanksAsZero = readsBlanksAsZero(table, report)
    for (const [id, figure] of table.figures) {
      const i = at.get(id)
      if (i === undefined || kinds[i] !== 0) continue
      kinds[i] = states.indexOf(figure.reading.state) + 1
      const { start, end } = figure.cell.span
      const { line, character } = lines.positionAt(start + offset)
      places.set([line, character, end - start], i * 3)
      const value = countedValue(figure, blanksAsZero)
      if (value === undefined) continue
      const written = digits(value)
      if (String(Number(written)) === written) values[i] = Number(written)
      else exact.set(i, written)
    }
  }
  return {
    figure(field) {
      const i = at.get(field)
      const state = i === undefined ? undefined : states[(kinds[i] ?? 0) - 1]
      if (i === undefined || state === undefined) return undefined
      const [line = 0, character = 0, length = 0] = places.subarray(i * 3, i * 3 + 3)
      const value = values[i] ?? Number.NaN
      const written = exact.get(i) ?? (Number.isNaN(value) ? undefined : value)
      return {
        state,
        value: written === undefined ? undefined : decimal(written),
        start: { line, character },
        end: { line, character: character + length },
      }
    },
    number(field) {
      const i = at.get(field)
      return i === undefined ? Number.NaN : (values[i] ?? Number.NaN)
    },
  }
}
