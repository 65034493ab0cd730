import type {
  BlockFormat,
  ColumnFormat,
  GroupFormat,
  RowFormat,
  SectionFormat,
  TopicFormat,
} from '../formats/format.ts'
import type { Placed } from '../markdown/document.ts'
import type { Cell } from '../markdown/grid.ts'
import type { Figure } from '../report/figure.ts'
import type { Report } from '../report/report.ts'
import type { BoundTable } from '../report/table.ts'
import { labelKey, labelKeys, withoutNotes } from '../text/label.ts'
import { contains, shift, type Span } from '../text/span.ts'

/** What of the form stands at a place in a report. Spans count from the start of the document. */
export type Subject = { readonly span: Span } & (
  | { readonly kind: 'section'; readonly section: SectionFormat }
  | { readonly kind: 'topic'; readonly topic: TopicFormat; readonly section: SectionFormat }
  | ({ readonly bound: BoundTable } & TableSubject)
)

export type TableSubject =
  | { readonly kind: 'figure'; readonly figure: Figure }
  | { readonly kind: 'row'; readonly row: RowFormat; readonly block: BlockFormat }
  | { readonly kind: 'column'; readonly column: ColumnFormat; readonly block: BlockFormat }
  /** A label over several columns or before several rows. */
  | {
      readonly kind: 'group'
      readonly group: GroupFormat
      readonly rows: readonly RowFormat[]
      readonly columns: readonly ColumnFormat[]
    }
  /** The line that the form prints over a block. */
  | { readonly kind: 'block'; readonly block: BlockFormat }
  /** The corner over the row labels: it speaks of the table as a whole. */
  | { readonly kind: 'table' }

/** What stands at the offset, if the form knows it. */
export function subjectAt(report: Report, offset: number): Subject | undefined {
  for (const { at, value } of report.tables)
    if (contains(shift(value.grid.span, at), offset)) return inTable({ at, value }, offset)
  const titles = [...report.sections.map((it) => it.title), ...report.repeated]
  const title = titles.find((it) => contains(it.span, offset))
  if (title !== undefined) return { kind: 'section', section: title.section, span: title.content }
  const topic = report.topics.find((it) => contains(it.span, offset))
  return topic === undefined
    ? undefined
    : { kind: 'topic', topic: topic.topic, section: topic.section, span: topic.content }
}

function inTable({ at, value: bound }: Placed<BoundTable>, offset: number): Subject | undefined {
  const cells = bound.grid.rows.flatMap((row) => row.cells)
  const cell = cells.find((it) => it.missing !== true && contains(shift(it.room, at), offset))
  if (cell === undefined) return undefined
  const subject = subjectOf(cell, bound)
  if (subject === undefined) return undefined
  // In the blanks around what is written the whole cell is meant.
  const written = shift(cell.span, at)
  return { ...subject, bound, span: contains(written, offset) ? written : shift(cell.room, at) }
}

function subjectOf(cell: Cell, bound: BoundTable): TableSubject | undefined {
  for (const figure of bound.figures.values())
    if (figure.cell === cell || figure.copies.includes(cell)) return { kind: 'figure', figure }
  const label = bound.labels.find((it) => it.cell === cell)
  if (label?.kind === 'row' || label?.kind === 'column') return label
  if (cell.text === '') return undefined
  const asGroup = groupOf(cell.text, bound)
  // A word such as 办理结果 may stand in the corner and before rows alike.
  return label?.kind === 'group' && asGroup !== undefined
    ? asGroup
    : (headOf(cell.text, bound) ?? asGroup ?? overAll(cell, bound))
}

function headOf(text: string, { blocks, table }: BoundTable): TableSubject | undefined {
  const written = wholeKeys(text)
  const means = (label: string | undefined): boolean =>
    label !== undefined && wholeKeys(label).some((key) => written.includes(key))
  const block = table.blocks.find(({ head }) => means(head))
  if (block !== undefined) return { kind: 'block', block }
  const corner = blocks.some((it) => means(it.corner) || it.cornerAliases.some(means))
  return corner ? { kind: 'table' } : undefined
}

function groupOf(text: string, { table }: BoundTable): TableSubject | undefined {
  const written = labelKeys(text)
  for (const block of table.blocks)
    for (const group of block.groups) {
      const keys = [group.label, ...group.aliases].flatMap(wholeKeys)
      if (!keys.some((key) => written.includes(key))) continue
      const rows = block.rows.filter((row) => row.path.includes(group.label))
      return { kind: 'group', group, rows, columns: block.columns.filter((column) => column.group === group.label) }
    }
  return undefined
}

/** A heading of its own making over the headers of the form, such as 申请人情况, speaks of the whole table. */
function overAll(cell: Cell, { grid, labels }: BoundTable): TableSubject | undefined {
  const columns = labels.flatMap((it) => (it.kind === 'column' ? [it.cell] : []))
  const firstHeader = grid.rows.findIndex((row) => row.cells.some((it) => columns.includes(it)))
  return grid.rows.slice(0, Math.max(0, firstHeader)).some((row) => row.cells.includes(cell))
    ? { kind: 'table' }
    : undefined
}

/** Heads such as 第二十条第（一）项 and 第二十条第（五）项 differ only in the middle: they are compared whole. */
const wholeKeys = (text: string): readonly string[] =>
  [labelKey(text), labelKey(withoutNotes(text))].filter((key) => key !== '')
