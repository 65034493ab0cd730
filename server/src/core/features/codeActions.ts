import type { Analysis } from '../analyse.ts'
import type { Problem } from '../check.ts'
import type { Effect } from '../rules/rule.ts'
import type { Message } from '../text/message.ts'
import { overlaps, type Edit, type Span } from '../text/span.ts'
import { canonicalTable } from './codeActions/canonical.ts'
import { writing } from './codeActions/paragraph.ts'
import { fixAllAction, writingOfTable } from './codeActions/form.ts'
import { quickFixes } from './codeActions/quickFixes.ts'
import { recomputeDocument, recomputeTable } from './codeActions/recompute.ts'
import { shares } from './codeActions/share.ts'
import { waiving } from './codeActions/waive.ts'

export type CodeActionKind = 'quickfix' | 'source.fixAll.zwgk' | 'source.zwgk.recomputeTotals' | 'refactor.rewrite.zwgk'

export type CodeAction = {
  readonly title: Message
  readonly kind: CodeActionKind
  /** They do not overlap; line ends are the document's own. Offsets count from its start. */
  readonly edits: readonly Edit[]
  readonly preferred: boolean
  /** `figure` changes what a figure means, and wants confirmation. */
  readonly effect: Effect
  /** Within the text of its only edit: what is still to be filled in, and selected where the client can do so. */
  readonly blank?: Span
  /** The problems it mends. */
  readonly problems: readonly Problem[]
}

/** What of the settings actions depend on. */
export type CodeActionOptions = { readonly paragraphTemplate?: string }

/**
 * What can be done about the span: the fixes of its problems, preferred first, the writing and the totals of its
 * table, a waiver of each, and what may be done to the whole document. `only` lists kinds asked for; a kind includes
 * those below it.
 */
export function codeActions(
  analysis: Analysis,
  span: Span,
  only: readonly string[] | undefined,
  { paragraphTemplate = '' }: CodeActionOptions = {},
): readonly CodeAction[] {
  if (analysis.report === undefined) return []
  const wants = (kind: CodeActionKind): boolean =>
    only === undefined || only.some((it) => it === '' || kind === it || kind.startsWith(`${it}.`))
  const touched = analysis.problems.filter((problem) => overlaps(problem.span, span))
  return [
    ...(wants('quickfix')
      ? [
          ...quickFixes(touched),
          ...writingOfTable(analysis.report, analysis.problems, touched),
          ...waiving(analysis, touched),
        ]
      : []),
    ...(wants('refactor.rewrite.zwgk')
      ? [
          ...recomputeTable(analysis, span),
          ...canonicalTable(analysis, span),
          ...writing(analysis, span, paragraphTemplate),
          ...shares(analysis.report, span),
        ]
      : []),
    ...(wants('source.fixAll.zwgk') ? fixAllAction(analysis.problems) : []),
    ...(wants('source.zwgk.recomputeTotals') ? recomputeDocument(analysis) : []),
  ]
}
