import type { Analysis } from '../analyse.ts'
import { figuresOf } from '../reconcile/outcome.ts'
import { derivedOf } from '../reconcile/total.ts'
import type { Figure } from '../report/figure.ts'
import type { Span } from '../text/span.ts'
import { cellsOf, mentionAt } from './mention.ts'
import { brokenFirst, relationsAt } from './relationsAt.ts'

export type Definition = {
  /** The total, or the figure in prose, that was asked about. */
  readonly origin: Span
  /** Its addends, or the cells it speaks of, in the order of the document. Not empty. */
  readonly targets: readonly Span[]
}

/**
 * From a figure that others determine to these; where some of its relations are broken, to those of the broken ones.
 * Zeros are left out unless all are: a total of a real report has two addends and twenty zeros.
 */
export function definition(analysis: Analysis, offset: number): Definition | undefined {
  const { report } = analysis
  const mention = mentionAt(analysis, offset)
  if (mention !== undefined) return { origin: mention.span, targets: inOrder(cellsOf(mention)) }
  const found = report === undefined ? undefined : relationsAt(report, offset)
  const total = found?.figure
  if (found === undefined || total === undefined) return undefined
  const determining = brokenFirst(found.outcomes.filter((outcome) => derivedOf(outcome) === total))
  const addends = withoutZeros(determining.flatMap((outcome) => figuresOf(outcome).filter((it) => it !== total)))
  return addends.length === 0 ? undefined : { origin: found.span, targets: inOrder(addends.map(found.place)) }
}

/** The figures, each once, without the zeros; all of them where there is nothing else. */
export function withoutZeros(figures: readonly Figure[]): readonly Figure[] {
  const all = [...new Set(figures)]
  const telling = all.filter(({ reading }) => reading.state !== 'zero')
  return telling.length > 0 ? telling : all
}

export const inOrder = (spans: readonly Span[]): readonly Span[] => [...spans].sort((a, b) => a.start - b.start)
