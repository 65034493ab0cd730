import type { Analysis } from '../analyse.ts'
import type { Problem } from '../check.ts'
import { relationsOf } from '../formats/relation.ts'
import type { Report } from '../report/report.ts'
import { rules } from '../rules/index.ts'
import { contains, overlaps, shift, type Span } from '../text/span.ts'

/** What of a report is shown while a row of a table is being typed, and whether something waits. */
export type Calm = { readonly problems: readonly Problem[]; readonly waiting: boolean }

/**
 * Keeps back new findings on the row that is being typed: half a figure breaks every sum it stands in, and a finding
 * that comes and goes with each key helps nobody. `edited` is the line being typed; `known` are the marks (`marksOf`)
 * of what was shown before: those findings follow each key, and so does whatever lies elsewhere.
 */
export function calm({ report, problems }: Analysis, edited: Span, known: ReadonlySet<string>): Calm {
  const row = report === undefined ? undefined : rowAt(report, edited)
  if (report === undefined || row === undefined) return { problems, waiting: false }
  const waits = (problem: Problem): boolean =>
    rules.find(({ code }) => code === problem.code)?.whenTyping === 'wait' &&
    concerns(problem, row, report) &&
    !marks(problem, report).some((mark) => known.has(mark))
  const shown = problems.filter((problem) => !waits(problem))
  return { problems: shown, waiting: shown.length < problems.length }
}

/**
 * By what findings are known again in another version of the text: the figure or table that a finding speaks of, and
 * the relations that it reports. Where the blame moves to another figure, it is the same finding.
 */
export const marksOf = ({ report }: Analysis, problems: readonly Problem[]): ReadonlySet<string> =>
  new Set(report === undefined ? [] : problems.flatMap((problem) => marks(problem, report)))

function marks({ code, span, relations }: Problem, { tables }: Report): readonly string[] {
  const speaksOf = rules.find((rule) => rule.code === code)?.speaksOf
  const places = tables.flatMap(({ at, value }): readonly string[] => {
    if (!contains(shift(value.grid.span, at), span.start)) return []
    if (speaksOf === 'table') return [value.table.id]
    const figure = [...value.figures.values()].find(({ cell }) => contains(shift(cell.room, at), span.start))
    return [figure?.field.id ?? value.table.id]
  })
  return [...places.map((place) => `${code} ${place}`), ...(relations ?? []).map((id) => `relation ${id}`)]
}

/** The row of a statistics table that the line is part of, or that is part of the line. */
function rowAt({ tables }: Report, line: Span): Span | undefined {
  const rows = tables.flatMap(({ at, value }) => value.grid.rows.map((row) => shift(row.span, at)))
  return rows.find((row) => overlaps(row, line))
}

/** Whether a finding shows on the row, points to it, or is of a relation with a figure in it. */
function concerns({ span, related, relations }: Problem, row: Span, { tables, format }: Report): boolean {
  if ([span, ...related.map((it) => it.span)].some((it) => overlaps(it, row))) return true
  const fields = new Set(
    relationsOf(format)
      .filter(({ id }) => relations?.includes(id) === true)
      .flatMap(({ left, right }) => [...left, ...right].map(({ field }) => field)),
  )
  return tables.some(({ at, value }) =>
    [...value.figures].some(([id, { cell }]) => fields.has(id) && overlaps(shift(cell.span, at), row)),
  )
}
