import { reconcile } from '../reconcile/reconcile.ts'
import type { Outcome } from '../reconcile/outcome.ts'
import type { Figure } from '../report/figure.ts'
import type { Report } from '../report/report.ts'
import { cellSpan } from '../rules/shared/figureSpan.ts'
import { contains, shift, type Span } from '../text/span.ts'
import { subjectAt, type Subject } from './subject.ts'

/** The relations that a place in a statistics table has to do with. */
export type RelationsAt = {
  /** The figure, or the label, at the place. */
  readonly span: Span
  /** Undefined on a label. */
  readonly figure: Figure | undefined
  /** Those of the figure; on a label, those that lie in its row or column. Never empty. */
  readonly outcomes: readonly Outcome[]
  /** Where a figure shows in the document. */
  readonly place: (figure: Figure) => Span
}

/** Undefined where the offset is not on a figure or the label of figures that stand in a relation. */
export function relationsAt(report: Report, offset: number): RelationsAt | undefined {
  const subject = subjectAt(report, offset)
  if (subject === undefined || !('bound' in subject)) return undefined
  const placed = report.tables.find(
    ({ at, value }) => value === subject.bound && contains(shift(value.grid.span, at), offset),
  )
  if (placed === undefined) return undefined
  const outcomes = concerned(subject, reconcile(placed.value, report.format).outcomes)
  if (outcomes.length === 0) return undefined
  return {
    span: subject.span,
    figure: subject.kind === 'figure' ? subject.figure : undefined,
    outcomes,
    place: ({ cell }) => shift(cellSpan(cell), placed.at),
  }
}

function concerned(subject: Subject, outcomes: readonly Outcome[]): readonly Outcome[] {
  if (subject.kind === 'figure') {
    const { id } = subject.figure.field
    return outcomes.filter(({ left, right }) => [...left, ...right].some(({ field }) => field === id))
  }
  if (subject.kind !== 'row' && subject.kind !== 'column') return []
  const part = subject.kind === 'row' ? 1 : 2
  const id = subject.kind === 'row' ? subject.row.id : subject.column.id
  const isOn = (field: string): boolean => field.split('.')[part] === id
  const within = outcomes.filter(({ left, right }) => [...left, ...right].every(({ field }) => isOn(field)))
  // A form with one column of figures has no relation along a row; its label then speaks for its one figure.
  return within.length > 0
    ? within
    : outcomes.filter(({ left, right }) => [...left, ...right].some(({ field }) => isOn(field)))
}

/** Whether all terms of a relation stand in one row. */
export const isAlongRow = ({ left, right }: Outcome): boolean =>
  new Set([...left, ...right].map(({ field }) => field.split('.')[1])).size === 1

/** The broken ones where there are any: they are what one looks for. */
export function brokenFirst(outcomes: readonly Outcome[]): readonly Outcome[] {
  const broken = outcomes.filter(({ state }) => state === 'broken')
  return broken.length > 0 ? broken : outcomes
}
