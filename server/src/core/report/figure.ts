import type { Field } from '../formats/field.ts'
import type { Cell } from '../markdown/grid.ts'
import type { Decimal } from '../text/decimal.ts'
import type { Reading } from '../text/reading.ts'

/** A value written in a report, bound to a field. Offsets count from the section that holds its table. */
export type Figure = {
  readonly field: Field
  readonly cell: Cell
  /** Further cells in which a converter repeated the same merged cell; an edit of the figure edits them too. */
  readonly copies: readonly Cell[]
  readonly reading: Reading
}

/** The figure's value where one can be read; a blank and a placeholder have none. */
export const valueOf = (figure: Figure): Decimal | undefined =>
  'value' in figure.reading ? figure.reading.value : undefined

export const isEmptyFigure = (figure: Figure): boolean =>
  figure.reading.state === 'blank' || figure.reading.state === 'placeholder'
