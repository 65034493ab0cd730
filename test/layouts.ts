import type { BlockFormat, Format, RowFormat, TableFormat } from '../server/src/core/formats/format.ts'
import { groupsBegun, rowLabel } from '../server/src/core/formats/skeleton.ts'

/** What a field is written as in a table; the same figures can be laid out in many ways. */
export type Write = (table: TableFormat, row: RowFormat, column: string) => string

export type Layout = { readonly name: string; readonly table: (table: TableFormat, write: Write) => string }

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const lines = (rows: readonly (readonly string[])[]): string => {
  const [head = [], ...body] = rows
  return [line(head), line(head.map(() => '---')), ...body.map(line), ''].join('\n')
}

const figures = (table: TableFormat, block: BlockFormat, row: RowFormat, write: Write): string[] =>
  block.columns.map((column) => write(table, row, column.id))

/** One label column; `label` says how a row's label is written. */
const oneLabel =
  (
    label: (row: RowFormat, previous: RowFormat | undefined) => string,
    head = (text: string): string => text,
  ): Layout['table'] =>
  (table, write) =>
    table.blocks
      .map((block) =>
        lines([
          [head(block.head ?? block.corner), ...block.columns.map((column) => head(column.label))],
          ...block.rows.map((row, i) => [label(row, block.rows[i - 1]), ...figures(table, block, row, write)]),
        ]),
      )
      .join('\n')

/** The unit of each row between its label and its figures, and the headings of groups on lines of their own. */
const withUnits: Layout['table'] = (table, write) =>
  table.blocks
    .map((block) => {
      const line = (label: string, unit: string, rest: readonly string[]): string[] => [label, unit, ...rest]
      const blank = block.columns.map(() => '')
      return lines([
        line(
          block.head ?? block.corner,
          block.unitColumn ?? '单位',
          block.columns.map(({ label }) => label),
        ),
        ...block.rows.flatMap((row, i) => [
          ...groupsBegun(row, block.rows[i - 1]).map((group) => line(group, '', blank)),
          line(row.label, row.unit?.zh ?? '', figures(table, block, row, write)),
        ]),
      ])
    })
    .join('\n')

/** As many label columns as the form has levels; a group's label is left blank, or repeated, below its first row. */
const labelColumns =
  (repeat: boolean): Layout['table'] =>
  (table, write) =>
    table.blocks
      .map((block) => {
        const levels = Math.max(...block.rows.map((row) => row.path.length + 1))
        const grouped = block.columns.some((column) => column.group !== undefined)
        const upper = block.columns.map((column, i) => {
          if (column.group === undefined) return column.label
          return repeat || block.columns[i - 1]?.group !== column.group ? column.group : ''
        })
        const lower = block.columns.map((column) => (column.group === undefined && !repeat ? '' : column.label))
        const pad = (cells: readonly string[]): string[] => [
          ...cells,
          ...Array.from({ length: levels - cells.length }, () => ''),
        ]
        const headers = grouped
          ? [
              [...pad([block.corner]), ...upper],
              [...pad([]), ...lower],
            ]
          : [[...pad([block.corner]), ...block.columns.map((column) => column.label)]]
        return lines([
          ...headers,
          ...block.rows.map((row, i) => {
            const before = block.rows[i - 1]?.path ?? []
            const shown = row.path.map((group, level) => (repeat || before[level] !== group ? group : ''))
            return [...pad([...shown, row.label]), ...figures(table, block, row, write)]
          }),
        ])
      })
      .join('\n')

/** The blocks of a table run into one, with their header rows in the body. */
const oneTable: Layout['table'] = (table, write) => {
  const width = Math.max(...table.blocks.map((block) => block.columns.length)) + 1
  const pad = (cells: readonly string[]): string[] => [
    ...cells,
    ...Array.from({ length: width - cells.length }, () => ''),
  ]
  return lines(
    table.blocks.flatMap((block) => [
      ...(block.head === undefined ? [] : [pad([block.head])]),
      pad([block.corner, ...block.columns.map((column) => column.label)]),
      ...block.rows.map((row) => pad([rowLabel(row, undefined), ...figures(table, block, row, write)])),
    ]),
  )
}

/** Rows and columns change places. */
const turned: Layout['table'] = (table, write) =>
  table.blocks
    .map((block) =>
      lines([
        ['', ...block.rows.map((row) => rowLabel(row, undefined))],
        ...block.columns.map((column) => [column.label, ...block.rows.map((row) => write(table, row, column.id))]),
      ]),
    )
    .join('\n')

/** All rows of a block beside one another: the official layout of the proceedings table, with merged header cells. */
const oneRow: Layout['table'] = (table, write) =>
  table.blocks
    .map((block) => {
      const over = (row: RowFormat): string[] => [row.path[0] ?? row.label, ...block.columns.slice(1).map(() => '')]
      const middle = (row: RowFormat): string[] =>
        row.path.length === 0
          ? block.columns.map((column) => column.label)
          : [row.label, ...block.columns.slice(1).map(() => '')]
      const lower = (row: RowFormat): string[] =>
        block.columns.map((column) => (row.path.length === 0 ? '' : column.label))
      const seen = new Set<string>()
      return lines([
        block.rows.flatMap((row) => {
          const [first = '', ...rest] = over(row)
          const shown = seen.has(first) ? '' : first
          seen.add(first)
          return [shown, ...rest]
        }),
        block.rows.flatMap(middle),
        block.rows.flatMap(lower),
        block.rows.flatMap((row) => figures(table, block, row, write)),
      ])
    })
    .join('\n')

type Merged = { readonly text: string; readonly across?: number; readonly down?: number }

/** HTML with merged cells; `gap` puts blank lines between rows, which end an HTML block but not a table. */
const html = (rows: readonly (readonly Merged[])[], gap: boolean): string => {
  const cell = ({ text, across = 1, down = 1 }: Merged): string =>
    `<td${across > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}><p>${text}</p></td>`
  return `<table>\n${rows.map((row) => `<tr>\n${row.map(cell).join('\n')}\n</tr>`).join(gap ? '\n\n' : '\n')}\n</table>\n`
}

/** The official layout: groups merged down over their rows and across over their columns. */
const merged =
  (gap: boolean): Layout['table'] =>
  (table, write) =>
    table.blocks
      .map((block) => {
        const levels = Math.max(...block.rows.map((row) => row.path.length + 1))
        const grouped = block.columns.some((column) => column.group !== undefined)
        const upper: Merged[] = block.columns.flatMap((column, i): Merged[] => {
          if (column.group === undefined) return [{ text: column.label, down: grouped ? 2 : 1 }]
          if (block.columns[i - 1]?.group === column.group) return []
          return [{ text: column.group, across: block.columns.filter((it) => it.group === column.group).length }]
        })
        const lower: Merged[] = block.columns.flatMap((column) =>
          column.group === undefined ? [] : [{ text: column.label }],
        )
        const body = block.rows.map((row, i): Merged[] => {
          const groups = row.path.flatMap((group, level): Merged[] => {
            if (block.rows[i - 1]?.path[level] === group) return []
            const end = block.rows.findIndex((it, k) => k > i && it.path[level] !== group)
            return [{ text: group, down: (end < 0 ? block.rows.length : end) - i }]
          })
          const label: Merged = { text: row.label, across: levels - row.path.length }
          return [...groups, label, ...figures(table, block, row, write).map((text) => ({ text }))]
        })
        return html(
          [
            [{ text: block.corner, across: levels, down: grouped ? 2 : 1 }, ...upper],
            ...(grouped ? [lower] : []),
            ...body,
          ],
          gap,
        )
      })
      .join('\n')

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0)).replace(/｜/g, '|')

/** Every layout that the reader must see through, by the table it makes sense for. */
export const layoutsOf = (table: TableFormat): readonly Layout[] => {
  const common: readonly Layout[] = [
    { name: 'canonical', table: oneLabel(rowLabel) },
    { name: 'whole path joined by a colon', table: oneLabel((row) => [...row.path, row.label].join('：')) },
    { name: 'whole path joined by a slash', table: oneLabel((row) => [...row.path, row.label].join(' / ')) },
    { name: 'groups and label run together', table: oneLabel((row) => [...row.path, row.label].join('')) },
    {
      name: 'ordinals of the groups only',
      table: oneLabel((row) =>
        [...row.path.map((group) => /^(?:[一二三四]|（.）)/.exec(group)?.[0] ?? group), row.label].join(''),
      ),
    },
    {
      name: 'leaf labels only',
      table: oneLabel((row, previous) =>
        row.path.length > 0 && table.id === 't4' ? rowLabel(row, previous) : row.label,
      ),
    },
    {
      name: 'no ordinals',
      table: oneLabel((row) =>
        rowLabel(row, undefined).replace(/[一二三四五六七八九十]+、|（[一二三四五六七]）|\d\./g, ''),
      ),
    },
    {
      name: 'blanks inside labels',
      table: oneLabel(
        (row, previous) => Array.from(rowLabel(row, previous)).join(' '),
        (text) => Array.from(text).join('\u3000'),
      ),
    },
    {
      name: 'line breaks inside labels',
      table: oneLabel(rowLabel, (text) => `${text.slice(0, 2)}<br>${text.slice(2)}`),
    },
    { name: 'full width', table: oneLabel((row, previous) => wide(rowLabel(row, previous))) },
    {
      name: 'emphasis',
      table: oneLabel(
        (row, previous) => `**${rowLabel(row, previous)}**`,
        (text) => `**${text}**`,
      ),
    },
    { name: 'with a column of units', table: withUnits },
    { name: 'merged cells left blank', table: labelColumns(false) },
    { name: 'merged cells repeated', table: labelColumns(true) },
    { name: 'turned', table: turned },
    { name: 'HTML with merged cells', table: merged(false) },
    { name: 'HTML with blank lines', table: merged(true) },
  ]
  if (table.id === 't2') return [...common, { name: 'one table', table: oneTable }]
  return table.id === 't4' ? [...common, { name: 'one row', table: oneRow }] : common
}

/** Sentences enough for any section, and none that stands in two. */
const prose = (ordinal: string): string =>
  `第${ordinal}部分说明主动公开、依申请公开、信息管理、平台建设、监督保障各方面的事项，未收取信息处理费，写得足够长，不止一句。${Array.from('甲乙丙丁戊己庚辛', (it) => `本部分${ordinal}${it}类事项平稳有序。`).join('')}`

/** A whole report with one table in the layout given and the other tables in the canonical one. */
export function reportWith(format: Format, write: Write, layout: (table: TableFormat) => Layout): string {
  const sections = format.sections.map((section, i) => {
    const tables = format.tables.filter((table) => table.section === section.id)
    const ordinal = '一二三四五六七八九'[i] ?? ''
    return `## ${ordinal}、${section.title}\n\n${section.topics.map((topic) => `### ${topic.title}\n\n`).join('')}${prose(ordinal)}\n\n${tables.map((table) => layout(table).table(table, write)).join('\n')}`
  })
  return `# 某某县人民政府2025年政府信息公开工作年度报告\n\n${sections.join('\n')}`
}
