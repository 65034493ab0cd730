import type { BlockFormat, ColumnFormat, GroupFormat, RowFormat, TableFormat } from '../formats/format.ts'
import type { Cell, Grid } from '../markdown/grid.ts'
import type { Figure } from './figure.ts'

/** A label of the form found in a table: the cell and what it names. */
export type BoundLabel = { readonly cell: Cell } & (
  | { readonly kind: 'row'; readonly row: RowFormat; readonly block: BlockFormat }
  | { readonly kind: 'column'; readonly column: ColumnFormat; readonly block: BlockFormat }
  | { readonly kind: 'group'; readonly group: GroupFormat; readonly block: BlockFormat }
)

/** Where a row of the form stands in the grid. */
export type BoundRow = {
  readonly row: RowFormat
  readonly block: BlockFormat
  readonly index: number
  readonly labelColumn: number
}

/** A label that carries figures but that the form does not have. */
export type UnknownLabel = {
  readonly cell: Cell
  /** `repeated`: the form has it, but it has been used before; `group`: it is the label of a group of rows. */
  readonly why: 'unknown' | 'repeated' | 'group'
}

/** A table of the report together with what the form says of it. Offsets count from the piece of Markdown that holds it. */
export type BoundTable = {
  readonly grid: Grid
  readonly table: TableFormat
  /** The blocks of the form of which the table holds figures. */
  readonly blocks: readonly BlockFormat[]
  readonly figures: ReadonlyMap<string, Figure>
  readonly rows: readonly BoundRow[]
  readonly labels: readonly BoundLabel[]
  /** Labels that were read as the one label of the form that they can only be a slip for. */
  readonly slips: readonly Cell[]
  readonly unknownRows: readonly UnknownLabel[]
  readonly unknownColumns: readonly UnknownLabel[]
  /** A line has two cells for one figure; which of them count as one depends on what they say. */
  readonly doubled: boolean
}
