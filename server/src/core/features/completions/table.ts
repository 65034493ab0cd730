import { blockSkeleton, tableSkeleton } from '../../formats/skeleton.ts'
import type { BlockFormat, TableFormat } from '../../formats/format.ts'
import { toSnippet, type Template } from '../../formats/template.ts'
import { blocksIn, placedSpan } from '../../markdown/document.ts'
import { escapeMarkdown, paragraphs } from '../markup.ts'
import type { Report } from '../../report/report.ts'
import { inLocale, type Locale } from '../../text/message.ts'
import { contains } from '../../text/span.ts'
import { pinyinInitials } from '../pinyin.ts'
import { unknownValues } from '../values.ts'
import { sortKey, type Completion } from './completion.ts'
import { onOwnLines, typedSpan, type Line } from './line.ts'

/** The tables of the section around that the report lacks, or the blocks that a table lacks. */
export function tableCompletions(report: Report, line: Line, locale: Locale): readonly Completion[] {
  const around = report.sections.findLast((it) => it.title.span.end < line.start)
  if (around === undefined || isTaken(report, line)) return []
  return report.format.tables
    .filter((table) => table.section === around.section.id)
    .flatMap((table) => ofTable(table, report, line, locale))
}

/** Code, comments, and the inside of a table that is not the form's. */
const isTaken = ({ document }: Report, { offset, start }: Line): boolean =>
  [...blocksIn(document)].some((block) => {
    const span = placedSpan(block)
    const { kind } = block.value
    return kind === 'table'
      ? span.start < start && contains(span, offset)
      : /^(?:code|html|comment)$/.test(kind) && contains(span, offset)
  })

function ofTable(table: TableFormat, report: Report, line: Line, locale: Locale): readonly Completion[] {
  const bound = report.tables.filter(({ value }) => value.table === table)
  const missing = table.blocks.filter((block) => !bound.some(({ value }) => value.blocks.includes(block)))
  const make = (name: string, english: string, filter: string, body: Template, rank: number): Completion => ({
    label: name,
    detail: inLocale({ zh: '补上整张统计表', en: english }, locale),
    documentation: paragraphs([
      escapeMarkdown(inLocale(table.definition, locale)),
      table.basis.map(escapeMarkdown).join(inLocale({ zh: '；', en: '; ' }, locale)),
    ]),
    kind: 'table',
    filter: `| ${name} ${filter}`,
    sort: sortKey(rank),
    span: typedSpan(line),
    snippet: onOwnLines(toSnippet(body, unknownValues), line),
  })
  if (missing.length === 0) return []
  if (missing.length === table.blocks.length)
    return [make(table.title, table.english, `${pinyinInitials(table.title)} ${table.id}`, tableSkeleton(table), 0)]
  return missing.map((block, i) => {
    const name = block.head ?? block.corner
    return make(name, `${table.english}: ${name}`, wordsOf(block), blockSkeleton(block), i)
  })
}

const wordsOf = ({ id, rows }: BlockFormat): string => {
  const labels = rows.map((row) => row.label)
  return [...labels, ...labels.map(pinyinInitials), id].join(' ')
}
