import { toChinese } from '../text/ordinal.ts'
import type { BlockFormat, Format, RowFormat, SectionFormat, TableFormat } from './format.ts'
import { readTemplate, type Template } from './template.ts'

/** The canonical Markdown of a form's parts: one label column, one row a line, columns in the form's order. */
export function reportSkeleton(format: Format): Template {
  const head: Template = ['# ', ...readTemplate(format.reportTitle), '\n']
  const preamble = format.preamble.flatMap((text): Template => ['\n', ...readTemplate(text), '\n'])
  return [
    ...head,
    ...preamble,
    ...format.sections.flatMap((section): Template => ['\n', ...sectionSkeleton(section, format)]),
  ]
}

/** A section with its heading, topics, prose and tables; ends with one line break. */
export function sectionSkeleton(section: SectionFormat, format: Format, depth = 2): Template {
  const paragraphs = section.template.flatMap((text): Template => ['\n', ...readTemplate(text), '\n'])
  const topics = section.topics.flatMap((topic, i): Template => [
    `\n${'#'.repeat(Math.min(depth + 1, 6))} （${toChinese(i + 1)}）${topic.title}\n`,
    ...topic.template.flatMap((text): Template => ['\n', ...readTemplate(text), '\n']),
  ])
  const tables = format.tables
    .filter((table) => table.section === section.id)
    .flatMap((table): Template => ['\n', ...tableSkeleton(table)])
  return [`${'#'.repeat(depth)} ${sectionTitle(section, format)}\n`, ...paragraphs, ...topics, ...tables]
}

/** The title with the ordinal that the form gives it: `三、收到和处理政府信息公开申请情况`. */
export const sectionTitle = (section: SectionFormat, format: Format): string =>
  section.annex === true ? section.title : `${toChinese(format.sections.indexOf(section) + 1)}、${section.title}`

/** The blocks of a table with its official note, separated by blank lines; ends with one line break. */
export function tableSkeleton(table: TableFormat): Template {
  const note: Template = table.note === undefined ? [] : [`${table.note}\n\n`]
  return [
    ...note,
    ...table.blocks.flatMap((block, i): Template => [...(i === 0 ? [] : ['\n']), ...blockSkeleton(block)]),
  ]
}

export function blockSkeleton(block: BlockFormat): Template {
  const labels = [block.head ?? block.corner, ...(block.unitColumn === undefined ? [] : [block.unitColumn])]
  const header = `| ${[...labels, ...block.columns.map((column) => column.label)].join(' | ')} |\n`
  const rule = `|${' --- |'.repeat(labels.length)}${' ---: |'.repeat(block.columns.length)}\n`
  return [header, rule, ...block.rows.flatMap((row, i) => rowSkeleton(row, block.rows[i - 1], block))]
}

/** One row of a block; its groups are named where they begin, as `previous` is not in them. */
export function rowSkeleton(row: RowFormat, previous: RowFormat | undefined, block: BlockFormat): Template {
  const unit = block.unitColumn === undefined ? '' : ` ${row.unit?.zh ?? ''} |`
  return [
    `| ${rowLabel(row, previous)} |${unit}`,
    ...block.columns.flatMap((): Template => [' ', { figure: '0' }, ' |']),
    '\n',
  ]
}

/** The label in a table with one label column: with the groups that begin at this row, joined by `：`. */
export const rowLabel = (row: RowFormat, previous: RowFormat | undefined): string =>
  [...groupsBegun(row, previous), row.label].join('：')

/** The groups that begin at a row, outermost first. What the row is a part of has been named by its own row. */
export function groupsBegun(row: RowFormat, previous: RowFormat | undefined): readonly string[] {
  const named = previous === undefined ? [] : [...previous.path, previous.label]
  const first = row.path.findIndex((group, i) => named[i] !== group)
  return first < 0 ? [] : row.path.slice(first)
}
