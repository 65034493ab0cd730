import type { BlockFormat, ColumnFormat, Format, RowFormat, TableFormat } from '../../formats/format.ts'
import { reconcile } from '../../reconcile/reconcile.ts'
import { valueOf } from '../../report/figure.ts'
import type { BoundTable } from '../../report/table.ts'
import { digits, sum } from '../../text/decimal.ts'
import { inLocale, type Locale } from '../../text/message.ts'
import { escapeMarkdown } from '../markup.ts'
import type { TableSubject } from '../subject.ts'
import { renderCard } from './card.ts'
import { outcomeLine } from './outcome.ts'

/** A row: what is counted in it, and whether its own relations hold. */
export const rowCard = (row: RowFormat, bound: BoundTable, format: Format, locale: Locale): string =>
  renderCard(
    {
      name: { zh: row.label, en: row.english },
      place: [bound.table.title, ...row.path],
      unit: row.unit,
      explained: [row],
      arithmetic: linesWithin((id) => id.split('.')[1] === row.id, bound, format, locale),
    },
    format,
    locale,
  )

export const columnCard = (column: ColumnFormat, bound: BoundTable, format: Format, locale: Locale): string =>
  renderCard(
    {
      name: { zh: column.label, en: column.english },
      place: [bound.table.title, ...(column.group === undefined ? [] : [column.group])],
      unit: column.unit,
      explained: [column],
      arithmetic: linesWithin((id) => id.split('.')[2] === column.id, bound, format, locale),
    },
    format,
    locale,
  )

/** Outcomes of the relations all of whose figures lie in one row or column. */
function linesWithin(
  within: (field: string) => boolean,
  bound: BoundTable,
  format: Format,
  locale: Locale,
): readonly string[] {
  const own = reconcile(bound, format).outcomes.filter(({ left, right }) =>
    [...left, ...right].every(({ field }) => within(field)),
  )
  return own.map((outcome) => outcomeLine(outcome, format, locale))
}

type Group = Extract<TableSubject, { kind: 'group' }>

/** A group of rows or columns: what it means, what it holds, and what its rows come to. */
export function groupCard({ group, rows, columns }: Group, bound: BoundTable, format: Format, locale: Locale): string {
  const members = rows.length > 0 ? rows : columns
  const items = members.map(
    (it) => `- ${escapeMarkdown(inLocale({ zh: it.label, en: `${it.english} ${it.label}` }, locale))}`,
  )
  return renderCard(
    {
      name: { zh: group.label, en: group.english },
      place: [bound.table.title],
      explained: [group],
      details: [items.join('\n'), ...together(rows, bound, format, locale)],
    },
    format,
    locale,
  )
}

/** What the rows of a group come to in the last column of the form, where every figure can be read. */
function together(
  rows: readonly RowFormat[],
  { table, figures }: BoundTable,
  format: Format,
  locale: Locale,
): readonly string[] {
  const block = table.blocks.find((it) => rows.every((row) => it.rows.includes(row)))
  const column = block?.columns.at(-1)
  if (column === undefined || rows.length === 0 || !areApart(rows, table, format)) return []
  const values = rows.map((row) => {
    const figure = figures.get(`${table.id}.${row.id}.${column.id}`)
    return figure === undefined ? undefined : valueOf(figure)
  })
  if (!values.every((value) => value !== undefined)) return []
  const total = digits(sum(values))
  const zh = `以上 ${rows.length} 行在“${column.label}”列合计 ${total}`
  const en = `These ${rows.length} rows come to ${total} under ${column.english}`
  return [escapeMarkdown(inLocale({ zh, en }, locale))]
}

/** A group that holds its own total, or a row with the parts of it, would count everything twice. */
const areApart = (rows: readonly RowFormat[], table: TableFormat, { relations }: Format): boolean =>
  !rows.some(
    (row) =>
      rows.some((other) => row.path.includes(other.label)) ||
      relations.some((it) => it.table === table.id && it.derived?.as === 'total' && it.derived.term.row === row.id),
  )

/** The head of a block names an article; the card says what is reported under it. */
export function blockCard(block: BlockFormat, bound: BoundTable, format: Format, locale: Locale): string {
  const say = (it: RowFormat | ColumnFormat): string =>
    `- ${escapeMarkdown(inLocale({ zh: `${it.label}：${it.definition.zh}`, en: `${it.english}: ${it.definition.en}` }, locale))}`
  const name = block.head ?? block.corner
  return renderCard(
    {
      name: { zh: name, en: name },
      place: [bound.table.title],
      explained: [{ basis: [...block.rows, ...block.columns].flatMap((it) => it.basis) }],
      details: [[...block.rows, ...block.columns].map(say).join('\n')],
    },
    format,
    locale,
  )
}
