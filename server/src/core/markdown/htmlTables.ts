import { shift, type Span } from '../text/span.ts'
import type { Cell, Grid, Row } from './grid.ts'
import { htmlCells, type HtmlCell, type HtmlTable, type Inline } from './htmlCells.ts'
import { plainText } from './plainText.ts'

/**
 * The tables in a piece of HTML, which begins at `at` in the source. A cell that spans rows or columns is one object
 * at every place it covers. Nested tables are read as tables of their own.
 */
export const htmlTables = (html: string, at: number): readonly Grid[] =>
  htmlCells(html).map((table) => readTable(table, html, at))

function readTable(table: HtmlTable, html: string, at: number): Grid {
  /** Cells that reach down from earlier rows, by column, with the number of rows they still cover. */
  const hanging = new Map<number, { readonly cell: Cell; left: number }>()
  const rows = table.rows.map((row): Row => {
    const cells: Cell[] = []
    const fillFromAbove = (): void => {
      for (let above = hanging.get(cells.length); above !== undefined; above = hanging.get(cells.length)) {
        const column = cells.length
        cells.push(above.cell)
        if (--above.left === 0) hanging.delete(column)
      }
    }
    for (const td of row.cells) {
      fillFromAbove()
      const cell = readCell(td, html, at)
      for (let column = td.colSpan; column > 0; column--) {
        if (td.rowSpan > 1) hanging.set(cells.length, { cell, left: td.rowSpan - 1 })
        cells.push(cell)
      }
    }
    fillFromAbove()
    return {
      cells,
      span: shift({ start: row.start, end: row.end }, at),
      append: { at: row.inner + at, start: '', open: '<td>', close: '</td>' },
    }
  })
  return { notation: 'html', span: shift({ start: table.start, end: table.end }, at), rows }
}

function readCell(td: HtmlCell, html: string, at: number): Cell {
  const { start, end, marked } = td
  return {
    text: plainText(html.slice(start, end)).replace(/\s*[\r\n]+\s*/g, ''),
    span: shift(td.text === undefined ? within(td) : visible(td.text, html), at),
    room: shift({ start, end }, at),
    ...(marked && { marked }),
  }
}

function visible({ start, end }: Span, html: string): Span {
  const text = html.slice(start, end)
  const from = start + text.length - text.trimStart().length
  return { start: from, end: from + text.trim().length }
}

/** Where text would go in a blank cell: within the paragraphs and the like that it already has. */
function within(td: HtmlCell): Span {
  let at = td.start
  for (let inner = innerOf(td.elements); inner !== undefined; inner = innerOf(inner.elements)) at = inner.start
  return { start: at, end: at }
}

const innerOf = (elements: readonly Inline[]): Inline | undefined =>
  elements.find(({ start, end }) => start < end) ?? elements.find(({ name }) => name !== 'br')
