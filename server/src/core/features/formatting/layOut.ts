import { displayWidth } from '../../text/width.ts'
import type { Span } from '../../text/span.ts'
import type { Alignment, TableLine } from './tableLines.ts'

/** The lines of a table as they are to be written: columns of one width, text where the delimiter row puts it. */
export function layOut(
  table: readonly TableLine[],
  ambiguousAsWide: boolean,
): readonly { readonly span: Span; readonly text: string }[] {
  const measured = new Map<string, number>()
  const widthOf = (cell: string): number => {
    const width = measured.get(cell) ?? displayWidth(cell, ambiguousAsWide)
    measured.set(cell, width)
    return width
  }
  const alignments = table.flatMap((line) => (line.kind === 'delimiters' ? line.alignments : []))
  const widths = alignments.map(() => shortestDelimiter)
  for (const line of table)
    if (line.kind === 'cells')
      line.cells.forEach((cell, i) => {
        widths[i] = Math.max(widths[i] ?? 0, widthOf(cell))
      })
  return table.map((line) => {
    const cells =
      line.kind === 'cells'
        ? line.cells.map((cell, i) => pad(cell, (widths[i] ?? 0) - widthOf(cell), alignments[i] ?? 'none'))
        : line.alignments.map((alignment, i) => delimiter(alignment, widths[i] ?? shortestDelimiter))
    return { span: line.span, text: `${line.indent}| ${cells.join(' | ')} |` }
  })
}

/** Room for a colon at each end. */
const shortestDelimiter = 3

function pad(cell: string, spare: number, alignment: Alignment): string {
  const left = alignment === 'right' ? spare : alignment === 'center' ? Math.floor(spare / 2) : 0
  return ' '.repeat(left) + cell + ' '.repeat(spare - left)
}

function delimiter(alignment: Alignment, width: number): string {
  const left = alignment === 'left' || alignment === 'center' ? ':' : ''
  const right = alignment === 'right' || alignment === 'center' ? ':' : ''
  return left + '-'.repeat(width - left.length - right.length) + right
}
