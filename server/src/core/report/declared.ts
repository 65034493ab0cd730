import { blocksIn, type Document } from '../markdown/document.ts'
import { readOptions } from './options.ts'

/** How many blocks from the top may stand before the comment. */
const near = 8

/**
 * The form that the author names: in front matter, or in a comment `<!-- zwgk-format: 2021 -->` near the top, for
 * those whose tools do not pass front matter on.
 */
export function declaredForm(
  document: Document,
): { readonly id: string; readonly source: 'front-matter' | 'comment' } | undefined {
  const { format } = readOptions(document.frontMatter)
  if (format !== undefined) return { id: format, source: 'front-matter' }
  let seen = 0
  for (const { value } of blocksIn(document)) {
    const id = value.kind === 'comment' ? /^zwgk-format[ \t]*[:：][ \t]*(\S+)$/.exec(value.text)?.[1] : undefined
    if (id !== undefined) return { id, source: 'comment' }
    if (++seen >= near) return undefined
  }
  return undefined
}
