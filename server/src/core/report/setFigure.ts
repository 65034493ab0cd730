import { digits, type Decimal } from '../text/decimal.ts'
import type { Edit } from '../text/span.ts'
import type { Figure } from './figure.ts'
import { writeFigures, type Change } from './writeFigure.ts'

/** Edits that give a figure another value. A bracketed remark behind the number, such as `22（其中修订16件）`, stays. */
export const setFigure = (figure: Figure, value: Decimal): readonly Edit[] => setFigures([[figure, value]])

/** The same for several figures at once. */
export const setFigures = (values: Iterable<readonly [Figure, Decimal]>): readonly Edit[] =>
  writeFigures(
    [...values].map(([figure, value]): Change => {
      const { reading, cell } = figure
      return [figure, 'note' in reading ? cell.text.replace(/^-?[\d.]+/, digits(value)) : digits(value)]
    }),
  )
