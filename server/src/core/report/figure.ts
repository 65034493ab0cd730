import type { Field } from '../formats/field.ts'
import type { Cell } from '../markdown/grid.ts'
import type { Decimal } from '../text/decimal.ts'
import { readFigure, type Reading } from '../text/reading.ts'

/** A value written in a report, bound to a field. Offsets count from the section that holds its table. */
export type Figure = {
  readonly field: Field
  readonly cell: Cell
  /** Further cells in which a converter repeated the same merged cell; an edit of the figure edits them too. */
  readonly copies: readonly Cell[]
  readonly reading: Reading
  /** Its column is headed by another unit than the form's, such as 元 for 万元: it cannot be taken as it stands. */
  readonly otherUnit?: true
}

/** What a cell says as the figure of a field. */
export function readCell(text: string, { kind, unit, openUnits }: Field, otherUnit: boolean): Reading {
  const reading = readFigure(text, kind, unit?.zh, openUnits)
  return otherUnit && reading.state === 'number' ? { state: 'malformed', flaw: 'other-unit' } : reading
}

/** The figure's value where one can be read; a blank and a placeholder have none. */
export const valueOf = (figure: Figure): Decimal | undefined =>
  'value' in figure.reading ? figure.reading.value : undefined

export const isEmptyFigure = (figure: Figure): boolean =>
  figure.reading.state === 'blank' || figure.reading.state === 'placeholder'
