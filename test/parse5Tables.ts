import type { Element, ElementContent, Root, Text } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Span } from '../server/src/core/text/span.ts'
import type { Cell, Grid, Row } from '../server/src/core/markdown/grid.ts'
import { plainText } from '../server/src/core/markdown/plainText.ts'

/**
 * The tables in a piece of HTML, which begins at `at` in the source. A cell that spans rows or columns is one object
 * at every place it covers. Nested tables are read as tables of their own.
 */
export function parse5Tables(html: string, at: number): readonly Grid[] {
  const tree = fromHtml(html, { fragment: true, verbose: true })
  return elements(tree, 'table', () => false).map((table) => readTable(table, html, at))
}

function readTable(table: Element, html: string, at: number): Grid {
  const rows: Row[] = []
  /** Cells that reach down from earlier rows, by column, with the number of rows they still cover. */
  const hanging = new Map<number, { readonly cell: Cell; left: number }>()
  for (const tr of elements(table, 'tr', (it) => it.tagName === 'table' && it !== table)) {
    const cells: Cell[] = []
    const fillFromAbove = (): void => {
      for (let above = hanging.get(cells.length); above !== undefined; above = hanging.get(cells.length)) {
        const column = cells.length
        cells.push(above.cell)
        if (--above.left === 0) hanging.delete(column)
      }
    }
    for (const td of tr.children) {
      if (td.type !== 'element' || (td.tagName !== 'td' && td.tagName !== 'th')) continue
      fillFromAbove()
      const cell = readCell(td, html, at)
      const rowSpan = spanned(td.properties['rowSpan'])
      for (let column = spanned(td.properties['colSpan']); column > 0; column--) {
        if (rowSpan > 1) hanging.set(cells.length, { cell, left: rowSpan - 1 })
        cells.push(cell)
      }
    }
    fillFromAbove()
    rows.push({
      cells,
      span: placed(tr, at),
      append: { at: innerSpan(tr).end + at, start: '', open: '<td>', close: '</td>' },
    })
  }
  return { notation: 'html', span: placed(table, at), rows }
}

/** A table of a report has some tens of rows and columns; a span of millions is a mistake and must not cost memory. */
const spanned = (value: unknown): number =>
  Math.max(1, Math.min(200, typeof value === 'number' ? value : Number(value ?? 1) || 1))

function readCell(td: Element, html: string, at: number): Cell {
  const inner = innerSpan(td)
  const room = { start: inner.start + at, end: inner.end + at }
  const texts = textNodes(td).filter((node) => node.value.trim() !== '' && node.position !== undefined)
  const text = plainText(html.slice(inner.start, inner.end)).replace(/\s*[\r\n]+\s*/g, '')
  const first = texts[0]?.position?.start.offset
  const last = texts.at(-1)?.position?.end.offset
  const marked = td.children.some((it) => it.type !== 'text')
  if (first === undefined || last === undefined) {
    const inside = innermostStart(td) + at
    return { text, span: { start: inside, end: inside }, room, ...(marked && { marked }) }
  }
  const visible = html.slice(first, last)
  const lead = visible.length - visible.trimStart().length
  const start = first + lead + at
  return { text, span: { start, end: start + visible.trim().length }, room, ...(marked && { marked }) }
}

/** Where text would go in a blank cell: within the paragraphs and the like that it already has. */
function innermostStart(element: Element): number {
  const inner = element.children.find((it) => it.type === 'element' && innerSpan(it).start < innerSpan(it).end)
  const only = inner ?? element.children.find((it) => it.type === 'element' && it.tagName !== 'br')
  return only?.type === 'element' ? innermostStart(only) : innerSpan(element).start
}

/** What lies between a cell's tags; its end tag may be left out. */
function innerSpan(td: Element): Span {
  const outer = placed(td, 0)
  const tags = (
    td.data as
      { readonly position?: { readonly opening?: Root['position']; readonly closing?: Root['position'] } } | undefined
  )?.position
  return { start: tags?.opening?.end.offset ?? outer.start, end: tags?.closing?.start.offset ?? outer.end }
}

function elements(node: Root | Element, name: string, stopAt: (element: Element) => boolean): readonly Element[] {
  return node.children.flatMap((child): readonly Element[] => {
    if (child.type !== 'element' || stopAt(child)) return []
    const inner = elements(child, name, stopAt)
    return child.tagName === name ? [child, ...inner] : inner
  })
}

const textNodes = (node: Element): readonly Text[] =>
  node.children.flatMap((child: ElementContent): readonly Text[] =>
    child.type === 'text' ? [child] : child.type === 'element' ? textNodes(child) : [],
  )

const placed = ({ position }: Element, at: number): Span => ({
  start: (position?.start.offset ?? 0) + at,
  end: (position?.end.offset ?? 0) + at,
})
