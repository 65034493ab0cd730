import { figuresOf } from '../reconcile/outcome.ts'
import { reconcile } from '../reconcile/reconcile.ts'
import { isEmptyFigure, type Figure } from '../report/figure.ts'
import type { Report } from '../report/report.ts'
import type { BoundTable } from '../report/table.ts'
import { shift } from '../text/span.ts'
import { reportRule } from './rule.ts'
import { emptyCells, emptyMessages, zeros } from './shared/empty.ts'
import { figureSpan } from './shared/figureSpan.ts'

export const figureBlank = reportRule({
  code: 'figure-blank',
  severity: 'information',
  reads: 'tables',
  whenTyping: 'wait',
  speaksOf: 'table',
  messages: {
    balanced: {
      zh: '“{table}”有 {count} 格空白或填“/”“—”“无”等，按 0 计算则勾稽关系全部平衡；没有发生的应填 0。',
      en: '{count} cells of “{table}” are blank or hold a placeholder. Read as 0, all relations balance; what did not occur is written 0.',
    },
    plain: {
      zh: '“{table}”有 {count} 格空白或填“/”“—”“无”等；没有发生的应填 0。',
      en: '{count} cells of “{table}” are blank or hold a placeholder; what did not occur is written 0.',
    },
    fill: { zh: '全部补 0（{count} 格）', en: 'Fill in 0 everywhere ({count} cells)' },
    ...emptyMessages,
  },
  *check(report) {
    // A table of the form may be written as several; it is reported once all the same.
    for (const table of report.format.tables) {
      const parts = report.tables
        .filter(({ value }) => value.table === table)
        .map(({ at, value }) => ({ at, ...emptyIn(value, report) }))
      const [first] = parts.filter(({ figures }) => figures.length > 0)
      const figure = first?.figures[0]
      if (first === undefined || figure === undefined) continue
      const count = parts.reduce((total, { figures }) => total + figures.length, 0)
      const edits = parts.flatMap(({ at, figures }) =>
        zeros(figures).map((edit) => ({ ...edit, span: shift(edit.span, at) })),
      )
      const certain = parts.every((part) => part.figures.length === part.vouched)
      yield {
        message: parts.some(({ vouched }) => vouched > 0) ? 'balanced' : 'plain',
        args: { table: table.title, count },
        span: shift(figureSpan(figure), first.at),
        related: parts.flatMap(({ at, figures }) =>
          emptyCells(figures.filter((it) => it !== figure)).map((it) => ({ ...it, span: shift(it.span, at) })),
        ),
        fixes: [{ title: 'fill', args: { count }, edits, effect: 'figure', ...(certain && { preferred: true }) }],
      }
    }
  },
})

/**
 * The empty figures to report, and for how many of them balanced relations vouch. What an unchecked relation waits
 * for is reported with that relation, by `relation-unchecked`.
 */
function emptyIn(
  table: BoundTable,
  { format }: Report,
): { readonly figures: readonly Figure[]; readonly vouched: number } {
  const { outcomes, blanksAsZero, empty } = reconcile(table, format)
  const awaited = new Set(
    outcomes.flatMap((it) => (it.state === 'unchecked' && it.absent.length === 0 ? it.unreadable : [])),
  )
  const figures = blanksAsZero ? empty : empty.filter((figure) => !awaited.has(figure))
  const balanced = new Set(outcomes.flatMap((it) => (it.state === 'balanced' ? figuresOf(it) : [])))
  return { figures, vouched: figures.filter((figure) => isEmptyFigure(figure) && balanced.has(figure)).length }
}
