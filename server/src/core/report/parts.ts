import { fieldId } from '../formats/field.ts'
import type { BlockFormat, RowFormat, TableFormat } from '../formats/format.ts'
import type { Placed } from '../markdown/document.ts'
import { keep } from '../text/keep.ts'
import type { Report } from './report.ts'
import type { BoundRow, BoundTable } from './table.ts'

/** The tables of the report that hold figures of one table of the form: several where it was split. */
export const partsOf = (report: Report, table: TableFormat): readonly Placed<BoundTable>[] =>
  report.tables.filter(({ value }) => value.table === table)

/** Where a row of the form stands in a report. */
export type PlacedRow = { readonly part: Placed<BoundTable>; readonly bound: BoundRow }

/** The rows of a block that the report has, by the form's row. */
export function rowsOf(parts: readonly Placed<BoundTable>[], block: BlockFormat): ReadonlyMap<RowFormat, PlacedRow> {
  const rows = new Map<RowFormat, PlacedRow>()
  for (const part of parts)
    for (const bound of part.value.rows)
      if (bound.block === block && !rows.has(bound.row)) rows.set(bound.row, { part, bound })
  return rows
}

/** Whether every figure of a block is there, in one table without columns that the form does not know. */
export function isWhole(
  [part, ...others]: readonly Placed<BoundTable>[],
  { id }: TableFormat,
  block: BlockFormat,
): boolean {
  if (part === undefined || others.length > 0) return false
  const { likeness, figures, unknownColumns } = part.value
  const byBlock = wholeBlocks(likeness)
  const known = byBlock.get(block)
  if (known !== undefined) return known
  const whole =
    unknownColumns.length === 0 &&
    block.rows.every((row) => block.columns.every((column) => figures.has(fieldId(id, row.id, column.id))))
  byBlock.set(block, whole)
  return whole
}

/** By what tables have in common that differ in nothing but numbers. */
const wholeBlocks = keep(() => new Map<BlockFormat, boolean>())
