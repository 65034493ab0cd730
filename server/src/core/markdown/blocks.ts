import type { Heading, Html, Paragraph, Root, RootContent, Table, TableCell, TableRow } from 'mdast'
import type { Span } from '../text/span.ts'
import type { Block, TextLine } from './block.ts'
import type { Cell, Grid, Row } from './grid.ts'
import { htmlTables } from './htmlTables.ts'
import { plainText, visibleSpan } from './plainText.ts'

/** The blocks of a parsed piece of Markdown. Offsets count from the start of the piece. */
export function blocksOf(root: Root, source: string): readonly Block[] {
  const blocks: Block[] = []
  let readUpTo = 0
  root.children.forEach((node, i) => {
    const span = spanOf(node)
    if (span.start < readUpTo) return
    if (node.type === 'html' && tableTag.test(node.value)) {
      const region = tableRegion(root, i, source)
      readUpTo = region.end
      const html = source.slice(region.start, region.end)
      for (const grid of htmlTables(html, region.start)) blocks.push({ kind: 'table', grid, span: grid.span })
      return
    }
    const block = readBlock(node, source)
    if (block !== undefined) blocks.push(block)
  })
  return blocks
}

const tableTag = /<table[\s>]/i

/**
 * An HTML block ends at a blank line, a table does not: it goes on to its end tag, but never past a heading, which
 * begins another section.
 */
function tableRegion(root: Root, index: number, source: string): Span {
  const node = root.children[index]
  const { start, end } = node === undefined ? { start: 0, end: 0 } : spanOf(node)
  const next = root.children.slice(index + 1).find((it) => it.type === 'heading')
  const limit = next === undefined ? source.length : spanOf(next).start
  const rest = source.slice(start, limit)
  let depth = 0
  for (const tag of rest.matchAll(/<(\/?)table(?=[\s>/])[^>]*>/gi)) {
    depth += tag[1] === '/' ? -1 : 1
    if (depth <= 0 && start + tag.index >= end) return { start, end: start + tag.index + tag[0].length }
    if (depth <= 0) {
      const further = rest.slice(tag.index + tag[0].length, end - start)
      if (!tableTag.test(further)) return { start, end }
    }
  }
  return { start, end }
}

function readBlock(node: RootContent, source: string): Block | undefined {
  switch (node.type) {
    case 'heading':
      return readHeading(node, source)
    case 'paragraph':
      return { kind: 'paragraph', lines: readLines(node, source), span: spanOf(node) }
    case 'table':
      return { kind: 'table', grid: readGrid(node, source), span: spanOf(node) }
    case 'html':
      return readHtml(node)
    case 'code':
      return { kind: 'code', span: spanOf(node) }
    case 'thematicBreak':
      return { kind: 'break', span: spanOf(node) }
    default:
      return undefined
  }
}

function readHeading(node: Heading, source: string): Block {
  const span = spanOf(node)
  const first = node.children[0]
  const last = node.children.at(-1)
  const content =
    first === undefined || last === undefined
      ? { start: span.end, end: span.end }
      : { start: spanOf(first).start, end: spanOf(last).end }
  return {
    kind: 'heading',
    depth: node.depth,
    text: plainText(source.slice(content.start, content.end)),
    span,
    content,
  }
}

/** Lines keep their own spans, since a converter often runs a heading into the paragraph below it. */
function readLines(node: Paragraph, source: string): readonly TextLine[] {
  const { start, end } = spanOf(node)
  const lines: TextLine[] = []
  for (const match of source.slice(start, end).matchAll(/[^\r\n]+/g)) {
    const visible = visibleSpan(match[0])
    const at = start + match.index
    lines.push({ text: plainText(match[0]), span: { start: at + visible.start, end: at + visible.end } })
  }
  return lines
}

const readHtml = (node: Html): Block => {
  const comment = /^<!--([^]*?)-->\s*$/.exec(node.value)
  return comment === null
    ? { kind: 'html', span: spanOf(node) }
    : { kind: 'comment', text: (comment[1] ?? '').trim(), span: spanOf(node) }
}

function readGrid(node: Table, source: string): Grid {
  return { notation: 'gfm', span: spanOf(node), rows: node.children.map((row) => readRow(row, source)) }
}

function readRow(node: TableRow, source: string): Row {
  const span = spanOf(node)
  const cells = node.children.map((cell) => readCell(cell, source))
  // The last pipe may be left out.
  const closed = cells.at(-1)?.room.end !== span.end
  return { span, cells, append: { at: span.end, start: closed ? '' : ' |', open: ' ', close: ' |' } }
}

function readCell(node: TableCell, source: string): Cell {
  const outer = spanOf(node)
  // The node includes the pipe before the cell and, for the last cell of a row, the one after it.
  const start = source[outer.start] === '|' ? outer.start + 1 : outer.start
  const closed = outer.end > start && source[outer.end - 1] === '|' && source[outer.end - 2] !== '\\'
  const room = { start, end: closed ? outer.end - 1 : outer.end }
  const raw = source.slice(room.start, room.end)
  const text = plainText(raw.replaceAll('\\|', '|'))
  if (raw.trim() === '') {
    const middle = room.start + Math.min(1, raw.length)
    return { text: '', span: { start: middle, end: middle }, room }
  }
  const visible = visibleSpan(raw)
  const around = raw.slice(0, visible.start) + raw.slice(visible.end)
  return {
    text,
    span: { start: room.start + visible.start, end: room.start + visible.end },
    room,
    ...(around.trim() !== '' && { marked: true }),
  }
}

function spanOf(node: { readonly position?: Root['position'] }): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
}
