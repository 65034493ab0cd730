import { sectionTitle } from '../formats/skeleton.ts'
import type { Placed } from '../markdown/document.ts'
import { fold, labelKey, withoutNotes } from '../text/label.ts'
import { overlaps, shift, type Span } from '../text/span.ts'
import type { Figure } from './figure.ts'
import { figureName, rowTitle } from './figureName.ts'
import type { Report } from './report.ts'
import type { BoundTable } from './table.ts'

/**
 * The places of a report that an author names in words, within some parts of it: a section or a table of the form by
 * id, title or ordinal; a row, a column or a single figure of a statistics table as messages call it. Empty where
 * the report has nothing of the name.
 */
export function placesNamed(report: Report, name: string, within: readonly Span[]): readonly Span[] {
  const inside = (span: Span): boolean => within.some((it) => overlaps(it, span))
  const tables = report.tables.filter(({ at, value }) => inside(shift(value.grid.span, at)))
  const whole = [...sectionsNamed(report, name), ...tablesNamed(tables, name)].filter(inside)
  return whole.length > 0 ? whole : figuresNamed(tables, name)
}

function sectionsNamed({ sections, format }: Report, name: string): readonly Span[] {
  return sections
    .filter(({ section, title }) => {
      const ordinal = /^(.+?)、/.exec(sectionTitle(section, format))?.[1]
      const numbers = ordinal === undefined ? [] : [ordinal, `${ordinal}、`, `第${ordinal}节`, `第${ordinal}部分`]
      return [section.id, ...numbers].includes(fold(name)) || same(name, section.title, title.text)
    })
    .map(({ title, body }) => ({ start: title.span.start, end: body.end }))
}

const tablesNamed = (tables: readonly Placed<BoundTable>[], name: string): readonly Span[] =>
  tables
    .filter(({ value: { table } }) => fold(name) === table.id || same(name, table.title))
    .map(({ at, value }) => shift(value.grid.span, at))

/** The figures of that name; else those of the row or column of that name. */
function figuresNamed(tables: readonly Placed<BoundTable>[], name: string): readonly Span[] {
  const rooms = (wanted: (figure: Figure) => boolean): readonly Span[] =>
    tables.flatMap(({ at, value }) =>
      [...value.figures.values()]
        .filter(wanted)
        .flatMap(({ cell, copies }) => [cell, ...copies].map(({ room }) => shift(room, at))),
    )
  const one = rooms(({ field }) => fold(name) === field.id || same(name, figureName(field)))
  if (one.length > 0) return one
  return rooms(({ field: { row, column } }) =>
    same(name, rowTitle(row), row.label, withoutNotes(row.label), column.label, withoutNotes(column.label)),
  )
}

/** Compared without ordinals, punctuation and width. */
function same(name: string, ...labels: readonly string[]): boolean {
  const key = labelKey(name)
  return key !== '' && labels.some((label) => labelKey(label) === key)
}
