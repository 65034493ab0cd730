import { fieldsOf } from '../formats/field.ts'
import type { Format, TableFormat } from '../formats/format.ts'
import type { Document } from '../markdown/document.ts'
import type { Grid } from '../markdown/grid.ts'
import { shift, type Span } from '../text/span.ts'
import { tellingFacts } from './facts.ts'
import { understandsAll } from './understood.ts'

/** A table that is laid out as a form of other years wants it. */
export type ForeignTable = {
  readonly format: Format
  readonly table: TableFormat
  readonly grid: Grid
  /** The first of the labels that only that form has, in the document. */
  readonly span: Span
  readonly label: string
}

/**
 * The tables of which another form understands more figures than the report's own, some of them figures that its own
 * does not have. Variants of a form, in force in the same years, are not foreign to each other.
 */
export function foreignTables(document: Document, format: Format, formats: readonly Format[]): readonly ForeignTable[] {
  const others = understandsAll(document, format) ? [] : formats.filter((it) => !overlap(it, format))
  const own = fieldsOf(format)
  const understood = new Map(
    tellingFacts(document, format).flatMap(({ value }) =>
      value.tables.map(({ value: { grid, figures } }) => [grid, figures.size] as const),
    ),
  )
  const found = others.flatMap((other) =>
    tellingFacts(document, other).flatMap(({ at, value }) =>
      value.tables.flatMap((placed): readonly ForeignTable[] => {
        const { grid, table, figures, labels } = placed.value
        const strange = [...figures.values()].find(({ field }) => !own.has(field.id))
        if (strange === undefined || figures.size < 2 || figures.size <= (understood.get(grid) ?? 0)) return []
        const { row, column } = strange.field
        const knowsRow = [...own.values()].some((it) => it.table.id === table.id && it.row.id === row.id)
        const label = labels.find((it) =>
          knowsRow ? it.kind === 'column' && it.column === column : it.kind === 'row' && it.row === row,
        )
        if (label === undefined) return []
        return [{ format: other, table, grid, span: shift(label.cell.span, at + placed.at), label: label.cell.text }]
      }),
    ),
  )
  return found.sort((a, b) => a.span.start - b.span.start)
}

const overlap = ({ years: a }: Format, { years: b }: Format): boolean =>
  (a.from ?? -Infinity) <= (b.to ?? Infinity) && (b.from ?? -Infinity) <= (a.to ?? Infinity)
