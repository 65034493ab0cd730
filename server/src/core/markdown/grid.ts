import type { Span } from '../text/span.ts'

/** One cell as written. A merged cell is one object that stands at several places of the grid. */
export type Cell = {
  /** What a reader sees. */
  readonly text: string
  /** The visible text in the source; empty and inside the cell where the cell is blank. */
  readonly span: Span
  /** Everything between the cell's borders, white space included. */
  readonly room: Span
  /** The row ends before this column: the cell is not written at all, and `span` is where it would be. */
  readonly missing?: true
  /** How a missing cell is brought into being, and how many others must be before it. */
  readonly append?: Append & { readonly skipped: number }
  /** Marks or tags stand between the borders and `span`: only `span` may be rewritten. */
  readonly marked?: true
}

/** How further cells are written at a row's end: `start` once, then each between `open` and `close`. */
export type Append = { readonly at: number; readonly start: string; readonly open: string; readonly close: string }

export type Row = {
  readonly cells: readonly Cell[]
  readonly span: Span
  readonly append: Append
}

/** A table of any notation as rows of cells. Rows may differ in length: nothing is repaired here. */
export type Grid = {
  /** `list`: no table at all, but lines of `label: value` that stand for one. */
  readonly notation: 'gfm' | 'html' | 'list'
  readonly span: Span
  readonly rows: readonly Row[]
}

export const columnCount = (grid: Grid): number => grid.rows.reduce((most, row) => Math.max(most, row.cells.length), 0)
