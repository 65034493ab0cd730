import { attributeAt, htmlTokens, type HtmlToken } from './htmlTokens.ts'
import { plainText } from './plainText.ts'

/** A table as its tags say, before cells are laid out in columns. Offsets count in the HTML. */
export type HtmlTable = { readonly start: number; end: number; readonly rows: HtmlRow[] }

export type HtmlRow = {
  readonly start: number
  end: number
  /** Before the end tag of the row. */
  inner: number
  readonly cells: HtmlCell[]
}

export type HtmlCell = {
  /** Between the tags of the cell. */
  readonly start: number
  end: number
  readonly rowSpan: number
  readonly colSpan: number
  /** From the first to the last text that is more than white space. */
  text?: { readonly start: number; readonly end: number }
  /** There is more in it than text. */
  marked: boolean
  /** The elements in it, as far as they matter for where text goes in a blank cell. */
  readonly elements: Inline[]
}

/** An element in a cell; `start` and `end` lie between its tags. */
export type Inline = { readonly name: string; readonly start: number; end: number; readonly elements: Inline[] }

/** A table that has begun: how far, and in which section of it. */
type Open = { readonly table: HtmlTable; section?: string; row?: HtmlRow; cell?: OpenCell }
type OpenCell = { readonly name: string; readonly cell: HtmlCell; readonly inside: Inline[] }

/**
 * The tables of a piece of HTML in the order in which they begin, those in cells of others as well. End tags may be
 * left out, and what stands between cells is passed over, by the rules by which browsers build tables: the standard’s
 * insertion modes "in table", "in table body", "in row" and "in cell".
 */
export function htmlCells(html: string): readonly HtmlTable[] {
  const tables: HtmlTable[] = []
  const open: Open[] = []
  /** Behind the last token: a tag that nothing closes is none. */
  let end = 0
  for (const token of htmlTokens(html)) {
    end = token.end
    const current = open.at(-1)
    if (token.kind === 'text') {
      if (plainText(html.slice(token.start, token.end)) === '') continue
      for (const { cell } of open) if (cell !== undefined) addText(cell.cell, token)
    } else if (token.kind === 'start') {
      if (token.name === 'table') {
        // Between cells there is no room for a table: it ends the one that it stands in.
        if (current !== undefined && current.cell === undefined) endTable(open, token.start, token.start)
        openInline(open.at(-1)?.cell, token)
        const table = { start: token.start, end: token.end, rows: [] }
        tables.push(table)
        open.push({ table })
      } else if (current !== undefined) startTag(current, token, html)
    } else if (token.kind === 'end') {
      if (current !== undefined) endTag(open, current, token)
    } else if (current?.cell !== undefined) current.cell.cell.marked = true
  }
  while (open.length > 0) endTable(open, end, end)
  return tables
}

type Tag = Extract<HtmlToken, { readonly name: string }>

function startTag(current: Open, token: Tag, html: string): void {
  const { name, start, end } = token
  if (name === 'td' || name === 'th') {
    endCell(current, start)
    current.section ??= 'tbody'
    const row = (current.row ??= openRow(current, start))
    const cell = openCell(
      end,
      spanned(attributeAt(html, start, 'rowspan')),
      spanned(attributeAt(html, start, 'colspan')),
    )
    row.cells.push(cell)
    current.cell = { name, cell, inside: [] }
  } else if (name === 'tr') {
    endRow(current, start, start)
    current.section ??= 'tbody'
    current.row = openRow(current, start)
  } else if (sections.test(name)) {
    endSection(current, start)
    if (/^t/.test(name)) current.section = name
    // A caption is like a cell, but stands in no row.
    if (name === 'caption') current.cell = { name, cell: openCell(end), inside: [] }
  } else openInline(current.cell, token)
}

/** Parts of a table that end whatever row stands before them. */
const sections = /^(?:caption|col|colgroup|tbody|tfoot|thead)$/

function endTag(open: Open[], current: Open, { name, start, end }: Tag): void {
  const { cell, row, section } = current
  if (name === 'table') endTable(open, start, end)
  else if (name === 'td' || name === 'th' || name === 'caption') {
    if (cell?.name === name) endCell(current, start)
  } else if (name === 'tr') {
    if (row !== undefined) endRow(current, start, end)
  } else if (/^t(?:body|foot|head)$/.test(name)) {
    if (section === name) endSection(current, start)
  } else if (!/^(?:body|col|colgroup|html)$/.test(name) && cell !== undefined) {
    closeInline(cell, name, start)
  }
}

const openCell = (start: number, rowSpan = 1, colSpan = 1): HtmlCell => ({
  start,
  end: start,
  rowSpan,
  colSpan,
  marked: false,
  elements: [],
})

function openRow({ table }: Open, start: number): HtmlRow {
  const row = { start, end: start, inner: start, cells: [] }
  table.rows.push(row)
  return row
}

function openInline(cell: OpenCell | undefined, { name, end, start }: Tag): void {
  if (cell === undefined) return
  cell.cell.marked = true
  if (endsParagraph.test(name)) closeInline(cell, 'p', start)
  const element = { name, start: end, end, elements: [] }
  ;(cell.inside.at(-1) ?? cell.cell).elements.push(element)
  if (!isVoid.test(name)) cell.inside.push(element)
}

/** Ends the innermost element of a name, if there is one, and all within it. */
function closeInline({ inside }: OpenCell, name: string, at: number): void {
  const outermost = inside.findLastIndex((it) => it.name === name)
  for (const it of outermost < 0 ? [] : inside.splice(outermost)) it.end = at
}

const endsParagraph = /^(?:p|div|table|center|[uod]l|h[1-6]|pre|blockquote)$/
const isVoid = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/

function endCell(current: Open, at: number): void {
  const { cell, row } = current
  if (cell === undefined) return
  for (const it of cell.inside) it.end = at
  cell.cell.end = at
  if (row !== undefined) row.inner = row.end = at
  delete current.cell
}

/** `at` is where the row ends, `end` behind the tag that ends it, if it is one of its own. */
function endRow(current: Open, at: number, end: number): void {
  endCell(current, at)
  if (current.row !== undefined) Object.assign(current.row, { inner: at, end })
  delete current.row
}

function endSection(current: Open, at: number): void {
  endRow(current, at, at)
  delete current.section
}

function endTable(open: Open[], at: number, end: number): void {
  const current = open.pop()
  if (current === undefined) return
  endSection(current, at)
  current.table.end = end
  const around = open.at(-1)?.cell
  if (around !== undefined) closeInline(around, 'table', at)
}

function addText(cell: HtmlCell, { start, end }: HtmlToken): void {
  cell.text = { start: cell.text?.start ?? start, end }
}

/** A table of a report has some tens of rows and columns; a span of millions is a mistake and must not cost memory. */
const spanned = (value: string | undefined): number => Math.max(1, Math.min(200, parseInt(value ?? '', 10) || 1))
