import type { BlockFormat, ColumnFormat, RowFormat, TableFormat } from '../formats/format.ts'
import { fieldId } from '../formats/field.ts'
import { quotable, rowTitle } from '../report/figureName.ts'
import { insertColumns } from '../report/insertColumns.ts'
import { partsOf, rowsOf } from '../report/parts.ts'
import type { Placed } from '../markdown/document.ts'
import { resembling } from '../report/resemblance.ts'
import type { BoundTable } from '../report/table.ts'
import { withoutNotes } from '../text/label.ts'
import { shift, type Span } from '../text/span.ts'
import { reportRule } from './rule.ts'
import { cellSpan } from './shared/figureSpan.ts'

export const columnMissing = reportRule({
  code: 'column-missing',
  severity: 'error',
  reads: 'tables',
  messages: {
    columns: { zh: '“{table}”缺少“{columns}”列。', en: '“{table}” lacks the columns “{columns}”.' },
    cells: { zh: '“{row}”缺少“{columns}”。', en: '“{row}” lacks “{columns}”.' },
    insert: { zh: '插入“{columns}”列（留空待填）', en: 'Insert the columns “{columns}” (blank)' },
  },
  *check(report) {
    for (const table of report.format.tables) {
      const parts = partsOf(report, table)
      const slips = parts.flatMap(({ value }) => value.unknownColumns)
      for (const block of table.blocks) {
        const present = rowsOf(parts, block)
        const [first] = present.values()
        if (first === undefined) continue
        // A label that is nearly right is reported by `column-unknown`, which offers to mend it.
        const lacking = lackingOf(parts, table, block, [...present.keys()]).filter(
          ({ column }) => !slips.some(({ cell }) => resembling(cell.text, [column]).length > 0),
        )
        const whole = lacking.filter(({ rows }) => rows.length === present.size).map(({ column }) => column)
        if (whole.length > 0) {
          const args = { table: table.title, columns: namesOf(whole) }
          const edits = insertColumns(whole, block, first.part, report.document.text)
          const single = new Set([...present.values()].map(({ part }) => part)).size === 1
          yield {
            message: 'columns',
            args,
            span: lastHeader(first.part, block),
            fixes: edits !== undefined && single ? [{ title: 'insert', args, edits, effect: 'text' }] : [],
          }
        }
        for (const [row, { part, bound }] of present) {
          const columns = lacking.filter(({ column, rows }) => !whole.includes(column) && rows.includes(row))
          const label = part.value.labels.find((it) => it.kind === 'row' && it.row === bound.row)
          if (columns.length > 0)
            yield {
              message: 'cells',
              args: { row: quotable(rowTitle(row)), columns: namesOf(columns.map(({ column }) => column)) },
              span: shift(label === undefined ? part.value.grid.span : cellSpan(label.cell), part.at),
            }
        }
      }
    }
  },
})

const namesOf = (columns: readonly ColumnFormat[]): string => columns.map(({ label }) => withoutNotes(label)).join('”“')

/** For each column the rows that the report has without a cell for it. */
function lackingOf(
  parts: readonly Placed<BoundTable>[],
  table: TableFormat,
  block: BlockFormat,
  rows: readonly RowFormat[],
): readonly { readonly column: ColumnFormat; readonly rows: readonly RowFormat[] }[] {
  return block.columns
    .map((column) => ({
      column,
      rows: rows.filter((row) => !parts.some(({ value }) => value.figures.has(fieldId(table.id, row.id, column.id)))),
    }))
    .filter((it) => it.rows.length > 0)
}

/** The last label over the columns of the block, behind or before which the missing ones belong. */
function lastHeader({ at, value }: Placed<BoundTable>, block: BlockFormat): Span {
  const labels = value.labels.filter((it) => it.kind === 'column' && it.block === block).map(({ cell }) => cell)
  const last = labels.sort((a, b) => a.span.start - b.span.start).at(-1) ?? value.grid.rows[0]?.cells.at(-1)
  return shift(last === undefined ? value.grid.span : cellSpan(last), at)
}
