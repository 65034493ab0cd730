import type { Analysis } from '../analyse.ts'
import { mentionAtOffset, mentionsIn, type Mention } from '../report/mentions/mentions.ts'
import { cellSpan } from '../rules/shared/figureSpan.ts'
import { shift, type Span } from '../text/span.ts'

/** The figure in prose at the offset, with the cells it speaks of. */
export const mentionAt = ({ report }: Analysis, offset: number): Mention | undefined =>
  report === undefined ? undefined : mentionAtOffset(report, offset)

/** The figures in prose that speak of a field, alone or in a sum, in the order of the document. */
export const mentionsOf = ({ report }: Analysis, fieldId: string): readonly Mention[] =>
  report === undefined
    ? []
    : mentionsIn(report)
        .filter(({ fields }) => fields.some(({ id }) => id === fieldId))
        .sort((a, b) => a.span.start - b.span.start)

/** The cells that a mention speaks of; zeros are left out of a sum unless all are. */
export function cellsOf({ figures }: Mention): readonly Span[] {
  const telling = figures.filter(({ figure }) => figure.reading.state !== 'zero')
  return (telling.length > 0 ? telling : figures).map(({ figure, at }) => shift(cellSpan(figure.cell), at))
}
