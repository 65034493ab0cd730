import type { Heading, Html, Root, RootContent, Table, TableRow } from 'mdast'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Span } from '../server/src/core/text/span.ts'
import type { Block } from '../server/src/core/markdown/block.ts'
import type { Grid, Row } from '../server/src/core/markdown/grid.ts'
import { rowOf } from '../server/src/core/markdown/gridRow.ts'
import { htmlTables } from '../server/src/core/markdown/htmlTables.ts'
import { plainText } from '../server/src/core/markdown/plainText.ts'
import { textLines } from '../server/src/core/markdown/textLines.ts'

/**
 * The blocks of a piece of Markdown as the reference implementation finds them: remark-parse with the tables of GFM and
 * without the constructs that a report does not need. What the core reads by itself is compared with it.
 */
export const remarkBlocks = (text: string): readonly Block[] => blocksOf(processor.parse(text), text)

const disabled = [
  'attention',
  'autolink',
  'blockQuote',
  'codeText',
  'definition',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'list',
]

const processor = unified()
  .data('micromarkExtensions', [gfmTable(), { disable: { null: disabled } }])
  .data('fromMarkdownExtensions', [gfmTableFromMarkdown()])
  .use(remarkParse)

function blocksOf(root: Root, source: string): readonly Block[] {
  const blocks: Block[] = []
  let readUpTo = 0
  root.children.forEach((node, i) => {
    const span = spanOf(node)
    if (span.start < readUpTo) return
    if (node.type === 'html' && tableTag.test(node.value) && readHtml(node).kind === 'html') {
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
  const comment = /^<!--((?:(?!-->)[^])*)-->\s*$/.exec(node.value)
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
