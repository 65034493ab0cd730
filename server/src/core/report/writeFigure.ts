import type { Append, Cell } from '../markdown/grid.ts'
import type { Edit } from '../text/span.ts'
import type { Figure } from './figure.ts'

/** A figure and what it is to read. */
export type Change = readonly [figure: Figure, text: string]

/** Edits that make a figure read `text` in its cell and in every copy of it, keeping the table aligned. */
export const writeFigure = (figure: Figure, text: string): readonly Edit[] => writeFigures([[figure, text]])

/**
 * Edits that write several figures at once. Cells that a row lacks are brought into being together, as each of them
 * needs those before it.
 */
export function writeFigures(changes: Iterable<Change>): readonly Edit[] {
  const edits: Edit[] = []
  const appended = new Map<number, { readonly append: Append; readonly texts: (string | undefined)[] }>()
  for (const [figure, text] of changes)
    for (const cell of [figure.cell, ...figure.copies]) {
      const { append } = cell
      if (append === undefined) {
        edits.push(writeCell(cell, text))
        continue
      }
      const row = appended.get(append.at) ?? { append, texts: [] }
      appended.set(append.at, row)
      row.texts[append.skipped] = text
    }
  for (const { append, texts } of appended.values()) {
    const cells = Array.from(texts, (text) => `${append.open}${text ?? ''}${append.close}`)
    edits.push({ span: { start: append.at, end: append.at }, text: append.start + cells.join('') })
  }
  return edits
}

/**
 * Replaces what is visible in a cell that is there. Where the cell is padded, blanks are taken from or given to the wider side, so
 * that columns that were aligned stay so; at least one blank remains on each side that had one.
 */
export function writeCell(cell: Cell, text: string): Edit {
  const { span, room } = cell
  if (cell.marked === true) return { span, text }
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
