import type { Cell } from '../markdown/grid.ts'
import type { Edit } from '../text/span.ts'
import type { Figure } from './figure.ts'

/** Edits that make a figure read `text` in its cell and in every copy of it, keeping the table aligned. */
export const writeFigure = (figure: Figure, text: string): readonly Edit[] =>
  [figure.cell, ...figure.copies].map((cell) => writeCell(cell, text))

/**
 * Replaces what is visible in a cell. Where the cell is padded, blanks are taken from or given to the wider side, so
 * that columns that were aligned stay so; at least one blank remains on each side that had one.
 */
export function writeCell(cell: Cell, text: string): Edit {
  const { span, room } = cell
  // The row ends before this cell. `|` closes it whether or not the cell before was closed.
  if (cell.missing === true) return { span, text: ` ${text} |` }
  const before = span.start - room.start
  const after = room.end - span.end
  const blank = span.start === span.end
  if (blank) {
    const width = room.end - room.start
    const left = width <= text.length + 1 ? 1 : width - text.length - 1
    return { span: room, text: `${' '.repeat(left)}${text} ` }
  }
  const growth = text.length - (span.end - span.start)
  const leadingWider = before > after
  const spare = Math.max(before, after)
  const given = growth < 0 ? (spare > 1 ? -growth : 0) : -Math.min(growth, Math.max(0, spare - 1))
  if (given === 0) return { span, text }
  const padding = (count: number): string => ' '.repeat(count)
  return leadingWider
    ? { span: { start: room.start, end: span.end }, text: padding(before + given) + text }
    : { span: { start: span.start, end: room.end }, text: text + padding(after + given) }
}
