import type { Analysis } from '../analyse.ts'
import type { Problem } from '../check.ts'
import { reconcile } from '../reconcile/reconcile.ts'
import { isEmptyFigure } from '../report/figure.ts'
import type { Report } from '../report/report.ts'
import { setFigure } from '../report/setFigure.ts'
import type { InlayHintMode } from '../settings.ts'
import { digits } from '../text/decimal.ts'
import { inLocale, render, type Locale } from '../text/message.ts'
import { overlaps, shift, type Edit, type Span } from '../text/span.ts'
import { isArithmetic } from './arithmetic.ts'
import { lastYearHints } from './others/hints.ts'
import { totalsOf } from './recompute/totals.ts'

export type InlayHint = {
  /** Behind the figure. */
  readonly offset: number
  readonly label: string
  readonly tooltip: string
  /** Set the figure to what the hint says. Empty where that alone is not to be done. */
  readonly edits: readonly Edit[]
}

/**
 * What wrong figures should be, said behind them, in the part of the document that is shown, and what last year’s report
 * says of those that carry over; `all` adds what blank totals come to. A hint repeats a finding: it names the figure that the finding blames, which need not be the
 * total, and it goes when the finding is turned off or waived.
 */
export function inlayHints(analysis: Analysis, shown: Span, mode: InlayHintMode, locale: Locale): readonly InlayHint[] {
  const { report, problems } = analysis
  if (report === undefined || mode === 'off') return []
  const wrong = problems.flatMap((problem) => wrongFigures(report, problem, locale))
  const blank = mode === 'all' ? blankTotals(report, locale) : []
  const last = lastYearHints(analysis, mode === 'all', locale)
  const seen = new Set<number>()
  return [...wrong, ...last, ...blank]
    .filter(({ offset }) => overlaps({ start: offset, end: offset }, shown))
    .filter(({ offset }) => !seen.has(offset) && seen.add(offset))
    .sort((a, b) => a.offset - b.offset)
}

/**
 * A finding on one figure says in `expected` what it should be. One on two figures that were exchanged says it of
 * neither; its first repair does.
 */
function wrongFigures(report: Report, problem: Problem, locale: Locale): readonly InlayHint[] {
  if (!isArithmetic(problem.code)) return []
  const expected = problem.message.args?.['expected']
  const fix =
    expected === undefined
      ? problem.fixes[0]
      : problem.fixes.find((it) =>
          it.edits.every(({ span, text }) => within(problem.span, span) && says(text, expected)),
        )
  const tooltip = [render(problem.message, locale), ...(fix === undefined ? [] : [accept(locale)])].join('\n\n')
  const hint = (offset: number, value: string | number): InlayHint => ({
    offset,
    label: inLocale({ zh: `应为 ${value}`, en: `should be ${value}` }, locale),
    tooltip,
    edits: fix?.edits ?? [],
  })
  if (expected !== undefined) return [hint(problem.span.end, expected)]
  return (fix?.edits ?? []).flatMap(({ span, text }) => {
    const end = figureEnd(report, span)
    return end === undefined || text.trim() === '' ? [] : [hint(end, text.trim())]
  })
}

const within = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** An edit may bring padding along, so that the table stays aligned. */
const says = (text: string, expected: string | number): boolean => text.trim() === String(expected)

/** Where the figure ends that an edit rewrites. */
function figureEnd({ tables }: Report, edit: Span): number | undefined {
  for (const { at, value } of tables)
    for (const { cell } of value.figures.values()) if (within(edit, shift(cell.room, at))) return cell.span.end + at
  return undefined
}

const accept = (locale: Locale): string =>
  inLocale({ zh: '双击按此改正。', en: 'Double-click to correct it so.' }, locale)

/** Blank totals of which all parts can be read. */
function blankTotals({ tables, format }: Report, locale: Locale): readonly InlayHint[] {
  return tables.flatMap(({ at, value: table }) => {
    const { outcomes, blanksAsZero } = reconcile(table, format)
    // Where every blank counts as zero there is nothing left to be worked out.
    if (blanksAsZero) return []
    return [...totalsOf(outcomes, table.figures, false)].flatMap(([field, total]): readonly InlayHint[] => {
      const figure = table.figures.get(field)
      if (figure === undefined || !isEmptyFigure(figure) || figure.cell.missing === true || !('value' in total))
        return []
      const value = digits(total.value)
      const said = { zh: `合计应为 ${value}，尚未填写。`, en: `The parts come to ${value}; not filled in.` }
      return [
        {
          offset: figure.cell.span.end + at,
          label: inLocale({ zh: `合计 ${value}`, en: `sum ${value}` }, locale),
          tooltip: `${inLocale(said, locale)}\n\n${accept(locale)}`,
          edits: setFigure(figure, total.value).map((edit) => ({ ...edit, span: shift(edit.span, at) })),
        },
      ]
    })
  })
}
