import { rowName } from '../../formats/field.ts'
import type { RowFormat, TableFormat } from '../../formats/format.ts'
import { toSnippet } from '../../formats/template.ts'
import { blocksIn, placedSpan, type Placed } from '../../markdown/document.ts'
import { bindTable } from '../../report/bindTable.ts'
import type { Report } from '../../report/report.ts'
import type { BoundRow, BoundTable } from '../../report/table.ts'
import { inLocale, type Locale } from '../../text/message.ts'
import { contains } from '../../text/span.ts'
import { escapeMarkdown, paragraphs } from '../markup.ts'
import { pinyinInitials } from '../pinyin.ts'
import { unknownValues } from '../values.ts'
import { sortKey, type Completion } from './completion.ts'
import { layoutOf, layoutOfHeader, rowLine, type Layout } from './layout.ts'
import { typedSpan, type Line } from './line.ts'

/** The rows that the table around the cursor lacks, next first; undefined where the cursor is in no table. */
export function rowCompletions(report: Report, line: Line, locale: Locale): readonly Completion[] | undefined {
  const place = layoutAt(report, line)
  if (place === undefined) return undefined
  const { layout, table, present, above } = place
  const { block } = layout
  const missing = block.rows.filter((row) => !present.has(row.id))
  const from = above === undefined ? -1 : block.rows.indexOf(above)
  const rank = (row: RowFormat): number => {
    const index = block.rows.indexOf(row)
    return index > from ? index : index + block.rows.length
  }
  return missing.map((row) => ({
    label: rowName(row),
    detail: inLocale({ zh: `${table.title}缺的行`, en: row.english }, locale),
    documentation: paragraphs([
      escapeMarkdown(inLocale(row.definition, locale)),
      row.basis.map(escapeMarkdown).join(inLocale({ zh: '；', en: '; ' }, locale)),
    ]),
    kind: 'row',
    filter: `| ${rowName(row)} ${pinyinInitials(row.label)} ${row.id}`,
    sort: sortKey(rank(row)),
    span: typedSpan(line),
    snippet: toSnippet(rowLine(row, layout), unknownValues),
  }))
}

type PlaceInTable = {
  readonly layout: Layout
  readonly table: TableFormat
  readonly present: ReadonlySet<string>
  /** The nearest row of the form above the cursor. */
  readonly above: RowFormat | undefined
}

/** The table whose line the cursor is on, whether or not it holds enough to count as the form's already. */
function layoutAt({ format, document }: Report, line: Line): PlaceInTable | undefined {
  for (const block of blocksIn(document)) {
    if (block.value.kind !== 'table' || !contains(placedSpan(block), line.offset)) continue
    // Above the rows stands the header, which is no place for a row.
    if (placedSpan(block).start >= line.start) return undefined
    const { grid } = block.value
    const bound = bindTable(grid, format)
    if (bound !== undefined) return inBound({ at: block.at, value: bound }, line)
    const header = layoutOfHeader(grid, format)
    return header === undefined ? undefined : { ...header, present: new Set(), above: undefined }
  }
  return undefined
}

function inBound({ at, value }: Placed<BoundTable>, line: Line): PlaceInTable | undefined {
  const startOf = (row: BoundRow): number => at + (value.grid.rows[row.index]?.span.start ?? 0)
  const before = value.rows.filter((row) => startOf(row) < line.start)
  const last = before.reduce((a, b) => (b.index >= (a?.index ?? -1) ? b : a), before[0])
  const block = last?.block ?? value.blocks[0]
  const layout = block === undefined ? undefined : layoutOf(value, block)
  if (layout === undefined) return undefined
  // The row that is being typed is not there yet, even where its label can be read already.
  const others = value.rows.filter(
    (row) => row.block === block && !(startOf(row) >= line.start && startOf(row) <= line.offset),
  )
  const present = new Set(others.map(({ row }) => row.id))
  return { layout, table: value.table, present, above: last?.row }
}
