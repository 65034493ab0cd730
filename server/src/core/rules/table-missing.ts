import type { BlockFormat, TableFormat } from '../formats/format.ts'
import { blockSkeleton, tableSkeleton } from '../formats/skeleton.ts'
import { toText, type Template } from '../formats/template.ts'
import type { Placed } from '../markdown/document.ts'
import { closingStart } from '../report/closing.ts'
import { partsOf } from '../report/parts.ts'
import { sectionOf, type Report, type ReportSection } from '../report/report.ts'
import { lineStart } from '../report/bodyLines.ts'
import type { BoundTable } from '../report/table.ts'
import { fold } from '../text/label.ts'
import type { Edit } from '../text/span.ts'
import { reportRule } from './rule.ts'

/** Legal source: the tables of the form itself; 《政府信息公开条例》第五十条 asks for the figures in them. */
export const tableMissing = reportRule({
  code: 'table-missing',
  severity: 'error',
  reads: 'tables',
  messages: {
    table: { zh: '本节没有“{table}”。', en: 'This section lacks “{table}” ({english}).' },
    block: {
      zh: '“{table}”缺少“{block}”部分：{rows}。',
      en: '“{table}” ({english}) lacks the part “{block}”: {rows}.',
    },
    insert: { zh: '插入“{what}”（填 0）', en: 'Insert “{what}” (with zeros)' },
  },
  *check(report) {
    for (const table of report.format.tables) {
      const section = sectionOf(report, table.section)
      const parts = partsOf(report, table)
      const missing = table.blocks.filter((block) => !parts.some(({ value }) => value.blocks.includes(block)))
      // Without the section, `section-missing` brings the tables along.
      if (section === undefined || missing.length === 0 || (table.optional === true && parts.length === 0)) continue
      const span = section.title.content
      const { title, english } = table
      if (missing.length === table.blocks.length) {
        const edits = [wholeTable(report, section, table)]
        yield {
          message: 'table',
          args: { table: title, english },
          span,
          fixes: [{ title: 'insert', args: { what: title }, edits, effect: 'text', preferred: true }],
        }
        continue
      }
      for (const block of missing) {
        const name = block.head ?? block.corner
        yield {
          message: 'block',
          args: { table: title, english, block: name, rows: block.rows.map((row) => row.label).join('、') },
          span,
          fixes: [
            {
              title: 'insert',
              args: { what: name },
              edits: [oneBlock(report, table, block, parts)],
              effect: 'text',
              preferred: true,
            },
          ],
        }
      }
    }
  },
})

/** After all that the section says already. */
function wholeTable({ document }: Report, { body }: ReportSection, table: TableFormat): Edit {
  const { text } = document
  const end = Math.min(body.end, body.end < text.length ? body.end : closingStart(document, body.start))
  const { note, ...withoutNote } = table
  const noted = note !== undefined && fold(text.slice(body.start, end)).includes(fold(note))
  const at = body.start + text.slice(body.start, end).trimEnd().length
  return paragraphAfter(text, at, tableSkeleton(noted ? withoutNote : table))
}

/** After the block that precedes it in the form, or before the first that is there. */
function oneBlock(
  { document }: Report,
  table: TableFormat,
  block: BlockFormat,
  parts: readonly Placed<BoundTable>[],
): Edit {
  const earlier = table.blocks.slice(0, table.blocks.indexOf(block)).toReversed()
  const before = earlier.flatMap((it) => parts.find(({ value }) => value.blocks.includes(it)) ?? [])[0]
  if (before !== undefined)
    return paragraphAfter(document.text, before.at + before.value.grid.span.end, blockSkeleton(block))
  const first = parts[0]
  const start = first === undefined ? 0 : lineStart(document.text, first.at + first.value.grid.span.start)
  return { span: { start, end: start }, text: `${written(blockSkeleton(block))}\n\n` }
}

/** Sets blank lines around what is put in; what follows already may have one. */
function paragraphAfter(text: string, at: number, template: Template): Edit {
  const rest = text.slice(at)
  const closed = rest.trim() === '' || /^[ \t]*(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r|$)/.test(rest)
  return { span: { start: at, end: at }, text: `\n\n${written(template)}${closed ? '' : '\n'}` }
}

const written = (template: Template): string => toText(template, { body: '', year: '' }).trimEnd()
