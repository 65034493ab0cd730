import { figureName } from '../../report/figureName.ts'
import { isEmptyFigure, type Figure } from '../../report/figure.ts'
import { writeFigures } from '../../report/writeFigure.ts'
import type { Text } from '../../text/message.ts'
import type { Edit } from '../../text/span.ts'
import type { Related } from '../rule.ts'
import { figureSpan } from './figureSpan.ts'

type Name = 'blank' | 'placeholder'

/** How a blank and a placeholder are listed. */
export const emptyMessages: { readonly [name in Name]: Text } = {
  blank: { zh: '{figure}：空白', en: '{figure}: blank' },
  placeholder: { zh: '{figure}：填“{text}”', en: '{figure}: “{text}”' },
}

/** More would not help anyone to find them; the finding says how many there are. */
const most = 30

/** Blank cells and placeholders, each with what stands there. */
export const emptyCells = (figures: readonly Figure[]): readonly Related<Name>[] =>
  figures
    .filter(isEmptyFigure)
    .slice(0, most)
    .map((figure) => ({
      message: figure.reading.state === 'placeholder' ? 'placeholder' : 'blank',
      args: { figure: figureName(figure.field), text: figure.cell.text },
      span: figureSpan(figure),
    }))

export const zeros = (figures: readonly Figure[]): readonly Edit[] =>
  writeFigures(figures.map((figure) => [figure, '0']))
