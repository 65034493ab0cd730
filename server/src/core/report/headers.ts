import type { Cell, Grid } from '../markdown/grid.ts'
import { isNumeric, readFigure } from '../text/reading.ts'
import { isAmong, lookUp, type LabelIndex } from './labels.ts'

/** A label that stands over a column: its cell, and whether the cell is written there or a blank it reaches over. */
export type HeaderLabel = { readonly cell: Cell; readonly inherited: boolean }

/** A data row together with the labels that stand over each of its columns, outermost first. */
export type DataRow = { readonly index: number; readonly over: readonly (readonly HeaderLabel[])[] }

/**
 * Tells the header rows of a table from its data rows; headers may stand in the body again, as where the four small
 * tables of a form were run into one.
 */
export function dataRows(grid: Grid, labels: LabelIndex, width: number): readonly DataRow[] {
  const rows: DataRow[] = []
  let headers: (readonly Cell[])[] = []
  let over: readonly (readonly HeaderLabel[])[] | undefined
  grid.rows.forEach((row, index) => {
    if (isHeader(row.cells, labels)) {
      // A header after data begins a new region: what stood over the rows above no longer holds.
      if (over !== undefined) headers = []
      over = undefined
      headers.push(row.cells)
      return
    }
    over ??= labelsOver(headers, width)
    rows.push({ index, over })
  })
  return rows
}

/** A row without figures in which something stands that the form prints over columns. */
function isHeader(cells: readonly Cell[], labels: LabelIndex): boolean {
  const filled = cells.map((cell) => !isEmpty(cell.text))
  const texts = [...new Set(cells.filter((_, i) => filled[i]).map((cell) => cell.text))]
  if (texts.length === 0 || texts.some(isNumeric)) return false
  const isRow = (text: string): boolean => lookUp(text, labels.rows).length > 0
  const isColumn = (text: string): boolean => lookUp(text, labels.columns).length > 0
  const isOverColumns = (text: string): boolean => isColumn(text) || isAmong(text, labels.overColumns)
  const isBeforeRows = (text: string): boolean => isRow(text) || isAmong(text, labels.beforeRows)
  const runs = filled.filter((it, i) => it && filled[i - 1] !== true).length
  const onlyInFront = runs === 1 && filled.at(-1) === false
  // A row's labels, perhaps below merged cells left blank, and nothing behind them: its figures were left blank, or it
  // heads a group of rows. Where columns are all that a text can name, it is no such row.
  if (onlyInFront && texts.some(isBeforeRows) && !texts.some((text) => isOverColumns(text) && !isBeforeRows(text)))
    return false
  // The same of a table whose rows and columns changed places.
  if (onlyInFront && filled[0] === true && texts.length === 1 && texts.some(isColumn)) return false
  return texts.some((text) => isOverColumns(text) || (isRow(text) && !onlyInFront))
}

const isEmpty = (text: string): boolean => {
  const { state } = readFigure(text)
  return state === 'blank' || state === 'placeholder'
}

/**
 * For each column the labels over it. A blank takes the label to its left where the labels above both are the same
 * (a cell merged across), and otherwise only what stands above it (a cell merged down).
 */
function labelsOver(headers: readonly (readonly Cell[])[], width: number): readonly (readonly HeaderLabel[])[] {
  const over: HeaderLabel[][] = Array.from({ length: width }, () => [])
  headers.forEach((cells) => {
    let left: HeaderLabel | undefined
    let leftOver: readonly HeaderLabel[] = []
    for (let column = 0; column < width; column++) {
      const above = [...(over[column] ?? [])]
      const cell = cells[column]
      const sameAbove = column > 0 && samePath(above, leftOver)
      if (cell !== undefined && cell.text !== '') left = { cell, inherited: false }
      else if (left !== undefined && sameAbove) left = { cell: left.cell, inherited: true }
      else left = undefined
      leftOver = above
      if (left !== undefined && above.at(-1)?.cell !== left.cell) over[column]?.push(left)
    }
  })
  return over
}

const samePath = (a: readonly HeaderLabel[], b: readonly HeaderLabel[]): boolean =>
  a.length === b.length && a.every((label, i) => label.cell === b[i]?.cell || label.cell.text === b[i]?.cell.text)
