import { rowLabel } from '../formats/skeleton.ts'
import type { BlockFormat, RowFormat } from '../formats/format.ts'
import type { Cell } from '../markdown/grid.ts'
import type { Edit } from '../text/span.ts'
import { displayWidth } from '../text/width.ts'
import { lineStart } from './bodyLines.ts'
import type { PlacedRow } from './parts.ts'
import type { BoundTable } from './table.ts'

/**
 * Puts rows of zeros next to a row of their block, in the manner of its table: label columns, merged groups, padding
 * and outer pipes as they are. Undefined where a row of the form is not one line of Markdown. Line ends are `\n`.
 */
export function insertRows(
  rows: readonly RowFormat[],
  block: BlockFormat,
  { part, bound }: PlacedRow,
  side: 'after' | 'before',
  text: string,
): Edit | undefined {
  const { at, value: table } = part
  const model = table.grid.rows[bound.index]
  const lastCell = model?.cells.at(-1)
  const firstCell = model?.cells[0]
  if (model === undefined || firstCell === undefined || lastCell === undefined) return undefined
  if (table.grid.notation !== 'gfm' || bound.index === 0 || sharesLine(table, bound.index)) return undefined
  const figures = new Set(
    [...table.figures.values()]
      .filter(({ field }) => field.row === bound.row)
      .flatMap(({ cell, copies }) => [cell, ...copies]),
  )
  const start = lineStart(text, at + model.span.start)
  const before = text.slice(start, at + firstCell.room.start)
  const after = text.slice(at + lastCell.room.end, at + model.span.end)
  const neighbour = table.grid.rows[bound.index + 1] ?? table.grid.rows[bound.index - 1]
  const lines = rows.map((row) => {
    const labels = labelsFor(row, block, table)
    const cells = model.cells.map((cell, column) =>
      pad(figures.has(cell) ? '0' : (labels.get(column) ?? ''), cell, neighbour?.cells[column], at, text),
    )
    return before + cells.join('|') + after
  })
  return side === 'after'
    ? { span: { start: at + model.span.end, end: at + model.span.end }, text: lines.map((it) => `\n${it}`).join('') }
    : { span: { start, end: start }, text: lines.map((it) => `${it}\n`).join('') }
}

/** Rows of the form that stand beside one another, or in columns, cannot be added as a line. */
const sharesLine = ({ rows }: BoundTable, index: number): boolean => rows.filter((it) => it.index === index).length > 1

/** What goes before the figures: the row's label, the groups that begin with it, and its unit where there is a column of units. */
export function labelsFor(row: RowFormat, block: BlockFormat, table: BoundTable): ReadonlyMap<number, string> {
  const unitAt = unitColumnOf(block, table)
  const labels = rowLabelsFor(row, block, table)
  return unitAt === undefined || row.unit === undefined ? labels : new Map([...labels, [unitAt, row.unit.zh]])
}

/** The column in which the table writes the units of its rows, as those that are there show. */
function unitColumnOf(block: BlockFormat, { rows, grid }: BoundTable): number | undefined {
  if (block.unitColumn === undefined) return undefined
  const columns = rows.flatMap(({ row, index }) => {
    const column = grid.rows[index]?.cells.findIndex(({ text }) => text !== '' && text === row.unit?.zh) ?? -1
    return column < 0 ? [] : [column]
  })
  return columns[0]
}

function rowLabelsFor(row: RowFormat, block: BlockFormat, { rows }: BoundTable): ReadonlyMap<number, string> {
  const own = rows.filter((it) => it.block === block)
  const column = (
    own.find((it) => it.row.path.at(-1) === row.path.at(-1)) ??
    own.find((it) => it.row.path.length === row.path.length) ??
    own[0]
  )?.labelColumn
  if (column === undefined) return new Map()
  const previous = block.rows[block.rows.indexOf(row) - 1]
  if (own.every((it) => it.labelColumn === own[0]?.labelColumn) && column === 0)
    return new Map([[column, rowLabel(row, previous)]])
  const labels = new Map([[column, row.label]])
  const same = row.path.findIndex((group, i) => previous?.path[i] !== group)
  const begun = same < 0 ? [] : row.path.slice(same)
  begun.toReversed().forEach((group, i) => {
    const to = column - 1 - i
    if (to >= 0) labels.set(to, group)
  })
  return labels
}

/** A cell as wide as the one it is modelled on, where padding shows that its column is aligned. */
function pad(content: string, model: Cell, neighbour: Cell | undefined, at: number, text: string): string {
  const source = (cell: Cell): string => text.slice(at + cell.room.start, at + cell.room.end)
  const written = source(model)
  const blanks =
    written.trim() === '' ? ['', ''] : [/^\s*/.exec(written)?.[0] ?? '', written.slice(written.trimEnd().length)]
  const [left = '', right = ''] = blanks
  const tight = written !== '' && written.trim() === written
  const width = displayWidth(written)
  const other = neighbour === undefined ? '' : source(neighbour)
  const padded = [written, other].some((it) => /^\s{2,}\S|\S\s{2,}$|^\s{4,}$/.test(it))
  const spare = width - displayWidth(content) - 2
  if (!padded || displayWidth(other) !== width || spare < 0) return tight ? content : ` ${content} `
  const rightAligned = left.length > right.length || (written.trim() === '' && content === '0')
  return rightAligned ? ` ${' '.repeat(spare)}${content} ` : ` ${content}${' '.repeat(spare)} `
}
