import { shift, type Span } from '../text/span.ts'
import type { FrontMatter } from './frontMatter.ts'
import { readYamlTree, yamlAt, type YamlNode } from './yaml.ts'

const kept = new WeakMap<FrontMatter, { readonly tree: YamlNode | undefined }>()

/**
 * Where a value of the front matter is written, by its keys and indexes; all of the YAML where it has no such value.
 * The YAML is parsed once more, so this is for the few who have a place to show. `text` is the whole document.
 */
export function spanInFrontMatter(frontMatter: FrontMatter, text: string, path: readonly (string | number)[]): Span {
  const { content } = frontMatter
  const { tree } = kept.get(frontMatter) ?? { tree: readYamlTree(text.slice(content.start, content.end)) }
  kept.set(frontMatter, { tree })
  const node = yamlAt(tree, path)
  return node === undefined ? content : shift(node.span, content.start)
}
