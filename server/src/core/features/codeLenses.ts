import { waivedRelations, type Analysis } from '../analyse.ts'
import type { Problem } from '../check.ts'
import { figuresOf, isBroken, type Outcome } from '../reconcile/outcome.ts'
import { reconcile } from '../reconcile/reconcile.ts'
import { derivedOf } from '../reconcile/total.ts'
import { cellSpan } from '../rules/shared/figureSpan.ts'
import { inLocale, type Locale } from '../text/message.ts'
import { overlaps, shift, type Span } from '../text/span.ts'
import { isArithmetic } from './arithmetic.ts'
import { recomputeTotals } from './recompute.ts'
import { stateOf, tally, type Tally } from './tally.ts'

export type CodeLens = {
  /** The table that it stands over. */
  readonly span: Span
  readonly title: string
  /** The id of the table in the form. */
  readonly table: string
  /** What a click does. */
  readonly action:
    | { readonly kind: 'none' }
    /** Goes to the first figure in trouble. */
    | { readonly kind: 'go'; readonly to: Span }
    /** Sets the totals of the table. */
    | { readonly kind: 'recompute' }
    /** Shows the table and its relations in the tree of the report. */
    | { readonly kind: 'explain' }
}

/**
 * What stands over each statistics table that has relations: how its own came out, and what can be done. Recomputing
 * is offered only where a relation is broken and a total would change.
 */
export function codeLenses(analysis: Analysis, locale: Locale): readonly CodeLens[] {
  const { report, problems } = analysis
  if (report === undefined) return []
  const waived = waivedRelations(analysis)
  return report.tables.flatMap(({ at, value }): readonly CodeLens[] => {
    const { outcomes } = reconcile(value, report.format)
    if (outcomes.length === 0) return []
    const span = shift(value.grid.span, at)
    const place = { span, table: value.table.id }
    const counts = tally(outcomes, waived)
    const to = firstTrouble(
      outcomes.filter((it) => stateOf(it, waived) !== 'waived'),
      span,
      at,
      problems,
    )
    const changed = counts.broken > 0 ? recomputeTotals(analysis, span).changed : 0
    const recompute = { zh: `重算本表（改 ${changed} 格）`, en: `Recompute totals (${changed} change)` }
    return [
      {
        ...place,
        title: outcomeTitle(counts, locale),
        action: to === undefined ? { kind: 'none' } : { kind: 'go', to },
      },
      ...(changed > 0
        ? [{ ...place, title: inLocale(recompute, locale), action: { kind: 'recompute' } } as const]
        : []),
      { ...place, title: inLocale({ zh: '说明', en: 'Details' }, locale), action: { kind: 'explain' } },
    ]
  })
}

/** Where to look first: the figure that a finding blames, else one of a relation that is broken or cannot be checked. */
function firstTrouble(
  outcomes: readonly Outcome[],
  table: Span,
  at: number,
  problems: readonly Problem[],
): Span | undefined {
  const broken = outcomes.find(isBroken)
  if (broken !== undefined) {
    const blamed = problems.find(({ code, span }) => isArithmetic(code) && overlaps(span, table))
    const figure = derivedOf(broken) ?? figuresOf(broken)[0]
    return blamed?.span ?? (figure && shift(cellSpan(figure.cell), at))
  }
  const unreadable = outcomes.flatMap((it) => (it.state === 'unchecked' ? it.unreadable : []))[0]
  return unreadable && shift(cellSpan(unreadable.cell), at)
}

/** `勾稽 43/43 ✓`, `2 处不平（勾稽 41/43）`, `1 处不可核（勾稽 42/43）`. */
function outcomeTitle({ balanced, broken, unchecked, waived, total }: Tally, locale: Locale): string {
  const share = inLocale({ zh: `勾稽 ${balanced}/${total}`, en: `${balanced}/${total} relations` }, locale)
  if (total === 0) return inLocale({ zh: '勾稽不适用', en: 'No relation applies' }, locale)
  const excused = waived > 0 ? [inLocale({ zh: `${waived} 处豁免`, en: `${waived} waived` }, locale)] : []
  if (broken === 0 && unchecked === 0) return [share, ...excused].join(' · ') + (waived === 0 ? ' ✓' : '')
  const faults = [
    ...(broken > 0 ? [inLocale({ zh: `${broken} 处不平`, en: `${broken} broken` }, locale)] : []),
    ...(unchecked > 0 ? [inLocale({ zh: `${unchecked} 处不可核`, en: `${unchecked} unchecked` }, locale)] : []),
    ...excused,
  ]
  return inLocale({ zh: `${faults.join('，')}（${share}）`, en: `${faults.join(', ')} (${share})` }, locale)
}
