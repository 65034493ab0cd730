import type { Heading, Html, Root, RootContent, Table, TableRow } from 'mdast'
import type { Span } from '../text/span.ts'
import type { Block } from './block.ts'
import type { Grid, Row } from './grid.ts'
import { rowOf } from './gridRow.ts'
import { htmlTables } from './htmlTables.ts'
import { plainText } from './plainText.ts'
import { textLines } from './textLines.ts'

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
      return { kind: 'paragraph', lines: textLines(spanOf(node), source), span: spanOf(node) }
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

const readHtml = (node: Html): Block => {
  const comment = /^<!--([^]*?)-->\s*$/.exec(node.value)
  return comment === null
    ? { kind: 'html', span: spanOf(node) }
    : { kind: 'comment', text: (comment[1] ?? '').trim(), span: spanOf(node) }
}

function readGrid(node: Table, source: string): Grid {
  return { notation: 'gfm', span: spanOf(node), rows: node.children.map((row) => readRow(row, source)) }
}

const readRow = (node: TableRow, source: string): Row => {
  const starts = node.children.map((cell) => spanOf(cell).start)
  return rowOf(starts, spanOf(node), source)
}

function spanOf(node: { readonly position?: Root['position'] }): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
}
