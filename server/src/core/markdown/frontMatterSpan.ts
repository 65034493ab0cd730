import { isNode, parseDocument, type Document } from 'yaml'
import { shift, type Span } from '../text/span.ts'
import type { FrontMatter } from './frontMatter.ts'

const kept = new WeakMap<FrontMatter, Document>()

/**
 * Where a value of the front matter is written, by its keys and indexes; all of the YAML where it has no such value.
 * The YAML is parsed once more, so this is for the few who have a place to show. `text` is the whole document.
 */
export function spanInFrontMatter(frontMatter: FrontMatter, text: string, path: readonly (string | number)[]): Span {
  const { content } = frontMatter
  const parsed = kept.get(frontMatter) ?? parseDocument(text.slice(content.start, content.end), { logLevel: 'silent' })
  kept.set(frontMatter, parsed)
  const node = parsed.getIn(path, true)
  if (!isNode(node) || node.range === undefined || node.range === null) return content
  const [start, end] = node.range
  // A block of several lines takes the line break after it for its own.
  const written = text.slice(content.start + start, content.start + end).trimEnd()
  return shift({ start, end: start + written.length }, content.start)
}
