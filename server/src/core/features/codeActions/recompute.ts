import type { Analysis } from '../../analyse.ts'
import { message, type Text } from '../../text/message.ts'
import type { Span } from '../../text/span.ts'
import type { CodeAction, CodeActionKind } from '../codeActions.ts'
import { recomputeTotals } from '../recompute.ts'

/** Sets the totals of the tables that the span touches; nothing where they are right already. */
export const recomputeTable = (analysis: Analysis, span: Span): readonly CodeAction[] =>
  recompute(analysis, span, 'refactor.rewrite.zwgk', texts.table, texts.tablePartly)

export const recomputeDocument = (analysis: Analysis): readonly CodeAction[] =>
  recompute(analysis, undefined, 'source.zwgk.recomputeTotals', texts.document, texts.documentPartly)

function recompute(
  analysis: Analysis,
  span: Span | undefined,
  kind: CodeActionKind,
  whole: Text,
  partly: Text,
): readonly CodeAction[] {
  const { edits, changed, refused } = recomputeTotals(analysis, span)
  if (changed === 0) return []
  const title = message(refused.length === 0 ? whole : partly, { changed, refused: refused.length })
  return [{ title, kind, edits, preferred: false, effect: 'figure', problems: [] }]
}

/** A total that cannot be computed is said so before the action is chosen, not after. */
const texts = {
  table: { zh: '重算本表合计（改 {changed} 格）', en: 'Recompute the totals of this table ({changed} change)' },
  tablePartly: {
    zh: '重算本表合计（改 {changed} 格；{refused} 格缺数，不动）',
    en: 'Recompute the totals of this table ({changed} change; {refused} cannot be computed and stay)',
  },
  document: { zh: '重算全文合计（改 {changed} 格）', en: 'Recompute all totals ({changed} change)' },
  documentPartly: {
    zh: '重算全文合计（改 {changed} 格；{refused} 格缺数，不动）',
    en: 'Recompute all totals ({changed} change; {refused} cannot be computed and stay)',
  },
}
