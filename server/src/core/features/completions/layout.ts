import type { BlockFormat, ColumnFormat, Format, RowFormat, TableFormat } from '../../formats/format.ts'
import { rowLabel } from '../../formats/skeleton.ts'
import type { Template } from '../../formats/template.ts'
import { columnCount, type Grid } from '../../markdown/grid.ts'
import { labelsFor } from '../../report/insertRows.ts'
import { labelIndex, lookUp } from '../../report/labels.ts'
import type { BoundTable } from '../../report/table.ts'

/** How a written table lays out the rows of a block. */
export type Layout = {
  readonly block: BlockFormat
  /** What the form wants in each column of the table; undefined over labels and whatever else stands there. */
  readonly columns: readonly (ColumnFormat | undefined)[]
  /** What goes into the label columns of a row, its groups included. */
  readonly labels: (row: RowFormat) => ReadonlyMap<number, string>
}

/** The layout of a bound table; undefined where the block's rows are not lines of the table. */
export function layoutOf(bound: BoundTable, block: BlockFormat): Layout | undefined {
  const rows = bound.rows.filter((it) => it.block === block)
  const [model] = rows
  const line = model === undefined ? undefined : bound.grid.rows[model.index]
  if (line === undefined || rows.some((it) => it !== model && it.index === model?.index)) return undefined
  const byCell = new Map(
    [...bound.figures.values()].flatMap(({ cell, copies, field }) =>
      [cell, ...copies].map((it) => [it, field.column] as const),
    ),
  )
  const columns = Array.from({ length: columnCount(bound.grid) }, (_, i) => {
    const cell = line.cells[i]
    return cell === undefined ? undefined : byCell.get(cell)
  })
  return { block, columns, labels: (row) => labelsFor(row, block, bound) }
}

/** The layout that a header promises before there is any row: a block all of whose columns stand in it. */
export function layoutOfHeader(
  grid: Grid,
  format: Format,
): { readonly table: TableFormat; readonly layout: Layout } | undefined {
  const index = labelIndex(format)
  const header = (grid.rows[0]?.cells ?? []).map((cell) => lookUp(cell.text, index.columns))
  for (const table of format.tables)
    for (const block of table.blocks) {
      const columns = header.map((entries) => entries.find((it) => it.block === block)?.column)
      const first = columns.findIndex((column) => column !== undefined)
      if (first < 1 || !block.columns.every((column) => columns.includes(column)) || !fitsHead(block, table, grid))
        continue
      return { table, layout: { block, columns, labels: (row) => labelsBefore(first, row, block) } }
    }
  return undefined
}

/** Blocks of one table may share all their column labels; the head in the corner then tells them apart. */
function fitsHead(block: BlockFormat, table: TableFormat, grid: Grid): boolean {
  const corner = grid.rows[0]?.cells[0]?.text ?? ''
  const named = table.blocks.find((it) => it.head !== undefined && it.head === corner)
  return named === undefined || named === block
}

/** With one label column the groups are joined to the label; with more each level has a column, as far as they go. */
function labelsBefore(first: number, row: RowFormat, block: BlockFormat): ReadonlyMap<number, string> {
  const previous = block.rows[block.rows.indexOf(row) - 1]
  if (first === 1) return new Map([[0, rowLabel(row, previous)]])
  const own = Math.min(row.path.length, first - 1)
  const outer = row.path.slice(row.path.length - own)
  const above = previous?.path.slice(row.path.length - own) ?? []
  return new Map([...outer.map((group, i) => [i, above[i] === group ? '' : group] as const), [own, row.label] as const])
}

/** A row in the table's own layout, its figures 0. */
export function rowLine(row: RowFormat, { columns, labels }: Layout): Template {
  const names = labels(row)
  const cells = columns.map((column, i): Template => (column === undefined ? [names.get(i) ?? ''] : [{ figure: '0' }]))
  return ['|', ...cells.flatMap((cell): Template => [' ', ...cell, ' |'])]
}
