import type { BlockFormat, ColumnFormat } from '../formats/format.ts'
import type { Placed } from '../markdown/document.ts'
import type { Edit } from '../text/span.ts'
import { lineEnd, lineStart } from './bodyLines.ts'
import type { BoundTable } from './table.ts'

/**
 * Puts blank columns into a table behind those they follow in the form. Only where each row of the form is one line
 * under one line of headers and every line is complete; undefined for any other layout.
 */
export function insertColumns(
  columns: readonly ColumnFormat[],
  block: BlockFormat,
  { at, value: table }: Placed<BoundTable>,
  text: string,
): readonly Edit[] | undefined {
  const [header, ...body] = table.grid.rows
  if (header === undefined || table.grid.notation !== 'gfm' || table.blocks.length !== 1) return undefined
  const lines = new Set(table.rows.map(({ index }) => index))
  if (lines.size !== table.rows.length || lines.size !== body.length || lines.has(0)) return undefined
  const edits: Edit[] = []
  for (const column of columns) {
    const after = columnBefore(column, block, table)
    if (after === undefined) return undefined
    for (const row of table.grid.rows) {
      const cell = row.cells[after]
      if (cell === undefined) return undefined
      const written = row === header ? ` ${column.label} ` : '  '
      edits.push(insertion(at + cell.room.end, `|${written}`))
    }
    const rule = lineEnd(text, at + header.span.end)
    const next = /^(?:\r\n|\n|\r)/.exec(text.slice(rule))?.[0].length ?? 0
    const end = endOfSegment(text, rule + next, after)
    if (end === undefined) return undefined
    edits.push(insertion(end, '| ---: '))
  }
  return edits
}

const insertion = (at: number, text: string): Edit => ({ span: { start: at, end: at }, text })

/** Where in the grid the nearest column stands that comes before this one in the form; the labels, if none does. */
function columnBefore(column: ColumnFormat, block: BlockFormat, table: BoundTable): number | undefined {
  const [row] = table.rows
  const cells = row === undefined ? undefined : table.grid.rows[row.index]?.cells
  if (row === undefined || cells === undefined) return undefined
  const earlier = block.columns.slice(0, block.columns.indexOf(column)).toReversed()
  for (const before of earlier) {
    const figure = [...table.figures.values()].find(({ field }) => field.row === row.row && field.column === before)
    const index = figure === undefined ? -1 : cells.indexOf(figure.cell)
    if (index >= 0) return index
  }
  return row.labelColumn
}

/** Where the segment of that number ends in the line under the header. */
function endOfSegment(text: string, from: number, segment: number): number | undefined {
  const line = text.slice(lineStart(text, from), lineEnd(text, from))
  const pipes = [...line.matchAll(/\|/g)].map(({ index }) => index)
  const leading = /^\s*\|/.test(line) ? 1 : 0
  const end = pipes[segment + leading] ?? (segment + leading === pipes.length ? line.length : undefined)
  return end === undefined ? undefined : from + end
}
