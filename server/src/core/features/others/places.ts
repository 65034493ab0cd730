import type { Analysis } from '../../analyse.ts'
import { fieldsOf, type Field } from '../../formats/field.ts'
import { meansTheSame, yearlyOf } from '../../formats/yearly.ts'
import type { OtherReport } from '../../related/related.ts'
import type { Place } from '../../related/summary.ts'
import { sameFigure } from '../../related/yearly.ts'
import type { Span } from '../../text/span.ts'
import { subjectAt } from '../subject.ts'

/** Places in other reports, and the figure of this one that they have to do with. */
export type Elsewhere = { readonly origin: Span; readonly places: readonly Place[] }

/** So many bodies are listed; a county has fewer, and nobody looks through a longer list. */
const mostBodies = 200

/**
 * Where a figure comes from in other reports: what it carries over from last year; else what the bodies below report
 * in it; else what it was last year. Undefined where the offset is on no figure or no other report has to do with it.
 */
export function definitionElsewhere(analysis: Analysis, offset: number): Elsewhere | undefined {
  const found = fieldAt(analysis, offset)
  if (found === undefined) return undefined
  const { field, span, format } = found
  const { previous } = analysis.related
  const equation = yearlyOf(format).find((it) => it.field === field.id)
  const carried = previous && equation?.last.flatMap((term) => placesIn(previous, field.id, term.field, analysis))
  const bodies = bodyPlaces(analysis, field)
  const last = previous && placesIn(previous, field.id, field.id, analysis)
  const places = [carried, bodies, last].find((it) => it !== undefined && it.length > 0)
  return places === undefined ? undefined : { origin: span, places }
}

/** Whether that is where the figure is from in the first place, whatever this report itself determines it by. */
export function carriesOver(analysis: Analysis, offset: number): boolean {
  const found = fieldAt(analysis, offset)
  return (
    found !== undefined &&
    analysis.related.previous !== undefined &&
    yearlyOf(found.format).some(({ field }) => field === found.field.id)
  )
}

/** Where a figure matters in other reports: what next year’s carries over from it, and what the bodies below report in it. */
export function referencesElsewhere(analysis: Analysis, offset: number): readonly Place[] {
  const found = fieldAt(analysis, offset)
  if (found === undefined) return []
  const { field } = found
  const { next, previous } = analysis.related
  const following =
    next === undefined
      ? []
      : yearlyOf(next.summary.format).flatMap((equation) =>
          equation.last.some((term) => term.field === field.id)
            ? placesIn(next, field.id, equation.field, analysis)
            : [],
        )
  const last = previous === undefined ? [] : carriedFrom(analysis, field, previous)
  return [...last, ...following, ...bodyPlaces(analysis, field)]
}

function carriedFrom(analysis: Analysis, field: Field, previous: OtherReport): readonly Place[] {
  const { report } = analysis
  const equation = report && yearlyOf(report.format).find((it) => it.field === field.id)
  return equation?.last.flatMap((term) => placesIn(previous, field.id, term.field, analysis)) ?? []
}

function fieldAt({ report }: Analysis, offset: number) {
  const subject = report && subjectAt(report, offset)
  return report !== undefined && subject?.kind === 'figure'
    ? { field: subject.figure.field, span: subject.span, format: report.format }
    : undefined
}

/** A field of another report, if what it is there and what `mine` is here are of one form’s meaning. */
function placesIn(other: OtherReport, mine: string, theirs: string, { report }: Analysis): readonly Place[] {
  if (report === undefined) return []
  const own = fieldsOf(report.format).get(theirs)
  const known = fieldsOf(other.summary.format).get(theirs)
  if (mine === theirs && !(own !== undefined && known !== undefined && meansTheSame(own, known))) return []
  const figure = other.summary.figure(theirs)
  return figure === undefined ? [] : [{ uri: other.uri, start: figure.start, end: figure.end }]
}

/** The figures of the bodies below that are not zero. */
function bodyPlaces({ report, related: { children } }: Analysis, field: Field): readonly Place[] {
  if (report?.format.rollUp?.tables.includes(field.table.id) !== true || children === undefined) return []
  return children.bodies
    .flatMap(({ uri, summary }): readonly Place[] => {
      const figure = sameFigure(report.format, field.id, summary)
      return figure === undefined || figure.state === 'zero' ? [] : [{ uri, start: figure.start, end: figure.end }]
    })
    .slice(0, mostBodies)
}
