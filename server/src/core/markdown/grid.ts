import type { Span } from '../text/span.ts'

/** One cell as written. A merged cell is one object that stands at several places of the grid. */
export type Cell = {
  /** What a reader sees. */
  readonly text: string
  /** The visible text in the source; empty and inside the cell where the cell is blank. */
  readonly span: Span
  /** Everything between the cell's borders, white space included. */
  readonly room: Span
  /** The row ends before this column: the cell is not written at all, and `span` is the row's end. */
  readonly missing?: true
}

export type Row = {
  readonly cells: readonly Cell[]
  readonly span: Span
}

/** A table of any notation as rows of cells. Rows may differ in length: nothing is repaired here. */
export type Grid = {
  readonly notation: 'gfm' | 'html'
  readonly span: Span
  readonly rows: readonly Row[]
}

export const columnCount = (grid: Grid): number => grid.rows.reduce((most, row) => Math.max(most, row.cells.length), 0)
