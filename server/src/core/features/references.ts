import type { Analysis } from '../analyse.ts'
import { figuresOf, type Outcome } from '../reconcile/outcome.ts'
import { derivedOf } from '../reconcile/total.ts'
import type { Figure } from '../report/figure.ts'
import type { Mention } from '../report/mentions/mentions.ts'
import type { Span } from '../text/span.ts'
import { inOrder, withoutZeros } from './definition.ts'
import { cellsOf, mentionAt, mentionsOf } from './mention.ts'
import { relationsAt } from './relationsAt.ts'

/**
 * Where a figure matters: of each relation that it enters, the figure that it helps to determine. Where it is that
 * figure itself, or the relation determines none, the others that are not zero; and the prose that speaks of it.
 * `declaration` adds the figure itself.
 */
export function references(analysis: Analysis, offset: number, declaration: boolean): readonly Span[] {
  const { report } = analysis
  const mention = mentionAt(analysis, offset)
  if (mention !== undefined) return inOrder([...cellsOf(mention), ...alike(analysis, mention)])
  const found = report === undefined ? undefined : relationsAt(report, offset)
  const figure = found?.figure
  if (found === undefined || figure === undefined) return []
  const others = new Set(found.outcomes.flatMap((outcome) => seenFrom(figure, outcome)))
  others.delete(figure)
  const spoken = mentionsOf(analysis, figure.field.id).map(({ span }) => span)
  return inOrder([...[...(declaration ? [figure] : []), ...others].map(found.place), ...spoken])
}

/** Every mention of the same fields, the one asked about among them. */
const alike = (analysis: Analysis, { item, fields }: Mention): readonly Span[] =>
  mentionsOf(analysis, fields[0]?.id ?? '')
    .filter((it) => it.item === item)
    .map(({ span }) => span)

function seenFrom(figure: Figure, outcome: Outcome): readonly Figure[] {
  const determined = derivedOf(outcome)
  return determined === undefined || determined === figure
    ? withoutZeros(figuresOf(outcome).filter((it) => it !== figure))
    : [determined]
}
