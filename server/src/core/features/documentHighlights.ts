import type { Analysis } from '../analyse.ts'
import { figuresOf, type Outcome } from '../reconcile/outcome.ts'
import { derivedOf } from '../reconcile/total.ts'
import type { Span } from '../text/span.ts'
import { brokenFirst, isAlongRow, relationsAt } from './relationsAt.ts'

/** A cell of a relation: `write` for the figure that the others determine, `read` for these. */
export type Highlight = { readonly span: Span; readonly kind: 'read' | 'write' }

/**
 * All cells of the relations under the cursor. Of a figure that stands in several: those that are broken, else the one
 * along its row, else all of them.
 */
export function documentHighlights({ report }: Analysis, offset: number): readonly Highlight[] {
  const found = report === undefined ? undefined : relationsAt(report, offset)
  if (found === undefined) return []
  const outcomes = found.figure === undefined ? found.outcomes : chosen(found.outcomes)
  const determined = new Set(outcomes.map(derivedOf))
  const cells = [...new Set(outcomes.flatMap((outcome) => figuresOf(outcome)))]
  return cells
    .map((figure): Highlight => ({ span: found.place(figure), kind: determined.has(figure) ? 'write' : 'read' }))
    .sort((a, b) => a.span.start - b.span.start)
}

function chosen(outcomes: readonly Outcome[]): readonly Outcome[] {
  const first = brokenFirst(outcomes)
  if (first !== outcomes) return first
  const alongRow = outcomes.filter(isAlongRow)
  return alongRow.length > 0 ? alongRow : outcomes
}
