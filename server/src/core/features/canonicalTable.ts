import type { Analysis } from '../analyse.ts'
import type { Placed } from '../markdown/document.ts'
import type { Cell, Grid } from '../markdown/grid.ts'
import { readBlocks } from '../markdown/readBlocks.ts'
import { bindTable } from '../report/bindTable.ts'
import type { BoundTable } from '../report/table.ts'
import type { Format } from '../formats/format.ts'
import { lineEndingOf } from '../text/lines.ts'
import { overlaps, shift, type Edit, type Span } from '../text/span.ts'
import { arrange, type Arranged } from './canonicalTable/arrange.ts'
import { escapeCell, writtenCell } from './canonicalTable/written.ts'

export type CanonicalTables = {
  readonly edits: readonly Edit[]
  readonly changed: number
  /** Texts that found no place in the form's layout; they are kept below their tables. */
  readonly kept: readonly string[]
}

/**
 * Rewrites the tables that the span touches into the form's own Markdown layout. Every figure stays as it was
 * written; rows and columns that the form does not have are appended; what else there is stands below the table.
 */
export function canonicalTables({ report }: Analysis, span: Span): CanonicalTables {
  const found = (report?.tables ?? []).flatMap((table) => {
    const at = shift(table.value.grid.span, table.at)
    const made =
      report === undefined || !overlaps(at, span) ? undefined : canonical(table, report.format, report.document.text)
    return made === undefined ? [] : [{ at, made }]
  })
  const text = report?.document.text ?? ''
  const lineEnding = lineEndingOf(text)
  return {
    edits: found.map(({ at, made }) => ({
      span: at,
      text: apart(made.text, at, text).replace(/\r\n|\n|\r/g, lineEnding),
    })),
    changed: found.length,
    kept: found.flatMap(({ made }) => made.kept),
  }
}

type Canonical = { readonly text: string; readonly kept: readonly string[] }

const done = new WeakMap<BoundTable, { readonly made: Canonical | undefined }>()

/** Undefined where the table is in that layout already, or where anything of it would be lost. */
function canonical({ at, value: table }: Placed<BoundTable>, format: Format, text: string): Canonical | undefined {
  const known = done.get(table)
  if (known !== undefined) return known.made
  const source = text.slice(at, at + table.grid.span.end)
  const own = source.slice(table.grid.span.start)
  const nested = table.grid.notation === 'html' && (own.match(/<table[\s>]/gi)?.length ?? 0) > 1
  const made = nested ? undefined : rewritten(table, source)
  const safe = made !== undefined && isFaithful(made.text, table, format) ? made : undefined
  done.set(table, { made: safe })
  return safe
}

function rewritten(table: BoundTable, source: string): Canonical {
  const { grid } = table
  const { blocks, left } = arrange(table, (cell) => writtenCell(cell, grid, source))
  const kept = left.map((cell) => writtenCell(cell, grid, source))
  const listed =
    kept.length === 0 ? [] : [`原表中未能归入规定行、列的内容：${kept.map((it) => `“${it}”`).join('；')}。`]
  const parts = [...captions(grid, source), ...blocks.map(toMarkdown), ...listed, ...remains(table, source)]
  return { text: parts.join('\n\n'), kept: left.map(({ text }) => text) }
}

function toMarkdown({ header, labels, rows }: Arranged): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const rule = `|${' --- |'.repeat(labels)}${' ---: |'.repeat(header.length - labels)}`
  return [line(header), rule, ...rows.map(line)].join('\n')
}

const captions = ({ notation, span }: Grid, source: string): readonly string[] =>
  notation !== 'html'
    ? []
    : [...source.slice(span.start, span.end).matchAll(/<caption\b[^>]*>([^]*?)<\/caption>/gi)].map((it) =>
        escapeCell((it[1] ?? '').replace(/<[^<>]*>/g, '').trim()),
      )

/** Comments inside a table, and lines of a list that are no figures. */
function remains({ grid, figures }: BoundTable, source: string): readonly string[] {
  const own = source.slice(grid.span.start, grid.span.end)
  if (grid.notation === 'html') return own.match(/<!--[^]*?-->/g) ?? []
  if (grid.notation === 'gfm') return []
  const cells: readonly Cell[] = [...figures.values()].map(({ cell }) => cell)
  const lines = [...own.matchAll(/[^\r\n]+/g)].filter(({ index, 0: line }) => {
    const from = grid.span.start + index
    const read = cells.some(({ span }) => span.start >= from && span.end <= from + line.length)
    return !read && !/[:：]\s*$/.test(line)
  })
  return lines.length === 0 ? [] : [lines.map(([line]) => line).join('\n')]
}

/** Whether the new text says of every field what the old table says, and is not the same table once more. */
function isFaithful(text: string, table: BoundTable, format: Format): boolean {
  const grids = readBlocks(text).flatMap((block) => (block.kind === 'table' ? [block.grid] : []))
  const [only] = grids
  if (grids.length === 1 && only !== undefined && table.grid.notation === 'gfm' && sameTexts(only, table.grid))
    return false
  const after = new Map(
    grids.flatMap((grid) =>
      [...(bindTable(grid, format)?.figures ?? [])].map(([id, { cell }]) => [id, cell.text] as const),
    ),
  )
  const before = [...table.figures]
  return (
    before.every(([id, { cell }]) => after.get(id) === cell.text) &&
    [...after].every(([id, written]) => table.figures.has(id) || written === '')
  )
}

const sameTexts = (a: Grid, b: Grid): boolean =>
  JSON.stringify(a.rows.map(({ cells }) => cells.map((it) => it.text))) ===
  JSON.stringify(b.rows.map(({ cells }) => cells.map((it) => it.text)))

/** A Markdown table must stand by itself, while HTML and lists need not. */
function apart(made: string, { start, end }: Span, text: string): string {
  const before =
    /(?:^|(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r))[ \t]*$/.test(text.slice(Math.max(0, start - 80), start)) || start === 0
  const after = /^[ \t]*(?:$|(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r|$))/.test(text.slice(end, end + 80))
  return `${before ? '' : '\n\n'}${made}${after ? '' : '\n\n'}`
}
