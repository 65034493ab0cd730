import { rowLabel } from '../../formats/skeleton.ts'
import type { BlockFormat, ColumnFormat, RowFormat } from '../../formats/format.ts'
import type { Cell } from '../../markdown/grid.ts'
import type { BoundTable } from '../../report/table.ts'
import { labelKey } from '../../text/label.ts'
import { isNumeric } from '../../text/reading.ts'
import { remarksIn, wordsOfTable } from './words.ts'

/** A block in the form's own layout, as texts, and with what the form does not have behind it and below it. */
export type Arranged = {
  readonly header: readonly string[]
  /** How many columns in front hold no figures. */
  readonly labels: number
  readonly rows: readonly (readonly string[])[]
}

export type Arrangement = {
  readonly blocks: readonly Arranged[]
  /** Cells that found no place in any block. */
  readonly left: readonly Cell[]
}

type Matrix = readonly (readonly (Cell | undefined)[])[]

/** Puts every cell of a table where the form wants it. `write` gives a cell's text as it is to be written. */
export function arrange(table: BoundTable, write: (cell: Cell) => string): Arrangement {
  const says = wordsOfTable(table.table)
  const placed = new Set<Cell>([
    ...[...table.figures.values()].flatMap(({ cell, copies }) => [cell, ...copies]),
    ...table.labels.filter(({ cell }) => table.slips.includes(cell) || says(cell.text)).map(({ cell }) => cell),
  ])
  const matrix = matrixOf(table)
  const open = (cell: Cell | undefined): cell is Cell =>
    cell !== undefined && cell.text !== '' && !placed.has(cell) && !says(cell.text)
  const blocks = table.blocks.map((block) => arrangeBlock(block, table, matrix, open, placed, write))
  const all = new Set(table.grid.rows.flatMap(({ cells }) => cells))
  return { blocks, left: [...all].filter(open) }
}

/** The grid with the form's rows as rows; undefined where they stand neither below nor beside one another. */
function matrixOf({ grid, figures, table }: BoundTable): Matrix | undefined {
  const width = Math.max(0, ...grid.rows.map(({ cells }) => cells.length))
  const upright: Matrix = grid.rows.map(({ cells }) => cells)
  const turned: Matrix = Array.from({ length: width }, (_, column) => grid.rows.map(({ cells }) => cells[column]))
  return [upright, turned].find((matrix) =>
    table.blocks.every((block) => {
      const rows = new Map<RowFormat, number>()
      const columns = new Map<ColumnFormat, number>()
      return [...figures.values()]
        .filter(({ field, cell }) => field.block === block && cell.missing !== true)
        .every(({ field, cell }) => {
          const at = placeOf(cell, matrix)
          if (at === undefined) return false
          const [row, column] = [rows.get(field.row) ?? at.row, columns.get(field.column) ?? at.column]
          rows.set(field.row, row)
          columns.set(field.column, column)
          return matrix[row]?.[column] === cell
        })
    }),
  )
}

function placeOf(cell: Cell, matrix: Matrix): { readonly row: number; readonly column: number } | undefined {
  for (const [row, cells] of matrix.entries()) {
    const column = cells.indexOf(cell)
    if (column >= 0) return { row, column }
  }
  return undefined
}

function arrangeBlock(
  block: BlockFormat,
  { figures, labels }: BoundTable,
  matrix: Matrix | undefined,
  open: (cell: Cell | undefined) => cell is Cell,
  placed: Set<Cell>,
  write: (cell: Cell) => string,
): Arranged {
  const own = [...figures.values()].filter(({ field }) => field.block === block)
  const rows = block.rows.filter((row) => own.some(({ field }) => field.row === row))
  const columns = block.columns.filter((column) => own.some(({ field }) => field.column === column))
  const cellOf = (row: RowFormat, column: ColumnFormat): Cell | undefined =>
    own.find(({ field }) => field.row === row && field.column === column)?.cell
  const at = (cell: Cell | undefined) =>
    cell === undefined || matrix === undefined ? undefined : placeOf(cell, matrix)
  const rowAt = new Map(rows.map((row) => [row, at(columns.map((it) => cellOf(row, it)).find(isThere))?.row]))
  const columnAt = new Map(columns.map((it) => [it, at(rows.map((row) => cellOf(row, it)).find(isThere))?.column]))
  const dataRows = new Set([...rowAt.values()].filter((it) => it !== undefined))
  const first = Math.min(...dataRows)
  const last = Math.max(...dataRows)

  const units = rows.map((row) => unitOf(row, block, matrix?.[rowAt.get(row) ?? -1] ?? [], placed, write))
  const furtherRows = [...(matrix ?? []).entries()].filter(
    ([i, cells]) =>
      i > first &&
      !taken(i) &&
      i <= reach(last) &&
      cells.some((it) => it !== undefined && !placed.has(it) && isNumeric(it.text)),
  )
  const width = Math.max(0, ...(matrix ?? []).map((cells) => cells.length))
  const known = new Set(columnAt.values())
  const furtherColumns = Array.from({ length: width }, (_, i) => i).filter(
    (i) => !known.has(i) && [...dataRows].some((row) => open(matrix?.[row]?.[i])),
  )

  const above = (matrix ?? []).slice(0, Math.max(0, first))
  // Only what stands right over the block heads its columns; further up another block may end.
  const heads = above.slice(
    above.findLastIndex((cells) => cells.some((it) => it !== undefined && isNumeric(it.text))) + 1,
  )
  const header = [
    block.head ?? block.corner,
    ...(block.unitColumn === undefined ? [] : [block.unitColumn]),
    ...columns.map((column) => column.label + remarksOf(column, [column.label, ...column.aliases, column.group ?? ''])),
    ...furtherColumns.map((i) => joined(heads.map((cells) => cells[i]).filter(open)) || unnamed),
  ]
  const body = rows.map((row, i) => {
    const cells = matrix?.[rowAt.get(row) ?? -1] ?? []
    return [
      rowLabel(row, rows[i - 1]) + remarksOf(row, [row.label, ...row.aliases, ...row.path]),
      ...(block.unitColumn === undefined ? [] : [units[i] ?? '']),
      ...columns.map((column) => text(cellOf(row, column))),
      ...furtherColumns.map((column) => take(cells[column])),
    ]
  })
  const further = furtherRows.map(([, cells]) => {
    const figureColumns = [...known, ...furtherColumns]
    const label = cells.filter((it, i): it is Cell => it !== undefined && it.text !== '' && !figureColumns.includes(i))
    const own = label.filter((it) => !placed.has(it))
    const named = joined(own.length > 0 ? own : label.slice(-1))
    return [
      named,
      ...(block.unitColumn === undefined ? [] : ['']),
      ...columns.map((column) => take(cells[columnAt.get(column) ?? -1])),
      ...furtherColumns.map((column) => take(cells[column])),
    ]
  })
  return { header, labels: header.length - columns.length - furtherColumns.length, rows: [...body, ...further] }

  /** Rows of other blocks of the same table belong to those. */
  function taken(index: number): boolean {
    const cells = matrix?.[index] ?? []
    return cells.some((it) => it !== undefined && [...figures.values()].some(({ cell }) => cell === it))
  }

  /** Up to the next block's first row. */
  function reach(from: number): number {
    for (let i = from + 1; i < (matrix?.length ?? 0); i++) if (taken(i)) return i - 1
    return matrix?.length ?? 0
  }

  function remarksOf(part: RowFormat | ColumnFormat, official: readonly string[]): string {
    const written = labels.filter(
      (it) => (it.kind === 'row' ? it.row : it.kind === 'column' ? it.column : undefined) === part,
    )
    return [...new Set(written.map(({ cell }) => remarksIn(cell.text, official)))].join('')
  }

  function text(cell: Cell | undefined): string {
    return cell === undefined || cell.missing === true ? '' : write(cell)
  }

  function take(cell: Cell | undefined): string {
    if (cell === undefined) return ''
    placed.add(cell)
    return text(cell)
  }

  function joined(cells: readonly (Cell | undefined)[]): string {
    const texts = [...new Set(cells)].filter((it) => it !== undefined && it.text !== '').map(take)
    return texts.join('：')
  }
}

/** A column must have a name, or it would be read as the one to its left. */
const unnamed = '（原表无栏名）'

const isThere = (cell: Cell | undefined): cell is Cell => cell !== undefined && cell.missing !== true

/** The unit as the row has it, where it has one of its own words; else the form's. */
function unitOf(
  row: RowFormat,
  block: BlockFormat,
  cells: readonly (Cell | undefined)[],
  placed: Set<Cell>,
  write: (cell: Cell) => string,
): string {
  const official = row.unit?.zh ?? ''
  if (block.unitColumn === undefined) return official
  const found = cells.find(
    (it) => it !== undefined && !placed.has(it) && it.text !== '' && labelKey(it.text) === labelKey(official),
  )
  if (found === undefined) return official
  placed.add(found)
  return write(found)
}
