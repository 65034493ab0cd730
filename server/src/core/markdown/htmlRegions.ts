import type { Span } from '../text/span.ts'
import type { Block } from './block.ts'
import { htmlTables } from './htmlTables.ts'

/** The blocks with the tables that stand in HTML in the place of that HTML. */
export function withHtmlTables(blocks: readonly Block[], source: string): readonly Block[] {
  if (!tableTag.test(source)) return blocks
  let readUpTo = 0
  return blocks.flatMap((block, i): readonly Block[] => {
    if (block.span.start < readUpTo) return []
    if (block.kind !== 'html' || !tableTag.test(source.slice(block.span.start, block.span.end))) return [block]
    const region = tableRegion(blocks, i, source)
    readUpTo = region.end
    const html = source.slice(region.start, region.end)
    return htmlTables(html, region.start).map((grid) => ({ kind: 'table', grid, span: grid.span }))
  })
}

const tableTag = /<table[\s>]/i

/**
 * An HTML block ends at a blank line, a table does not: it goes on to its end tag, but never past a heading, which
 * begins another section.
 */
function tableRegion(blocks: readonly Block[], index: number, source: string): Span {
  const { start, end } = blocks[index]?.span ?? { start: 0, end: 0 }
  const next = blocks.slice(index + 1).find((it) => it.kind === 'heading')
  const rest = source.slice(start, next?.span.start)
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
