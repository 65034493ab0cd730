import type { Root } from 'mdast'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/**
 * Constructs that a report does not need. Without them inline text stays text, whose raw source we read ourselves;
 * link definitions no longer reach across the document; lists and quotes become paragraphs whose lines we see; and
 * the inputs on which the parser is quadratic or overflows the stack lose their sting.
 */
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

/** The block structure of a piece of Markdown with GFM tables. Offsets count from the start of the piece. */
export const parseMarkdown = (text: string): Root => processor.parse(text)
