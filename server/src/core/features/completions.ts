import type { Analysis } from '../analyse.ts'
import type { Locale } from '../text/message.ts'
import { fits, type Completion } from './completions/completion.ts'
import { frontMatterCompletions } from './completions/frontMatter.ts'
import { headingCompletions } from './completions/heading.ts'
import { lineAt } from './completions/line.ts'
import { rowCompletions } from './completions/row.ts'
import { tableCompletions } from './completions/table.ts'

export type { Completion } from './completions/completion.ts'

/**
 * What may be inserted at the offset: titles where a heading is begun, rows and tables where a pipe is, keys in the
 * front matter. Never what the report already has, and nothing in prose.
 */
export function completions(analysis: Analysis, offset: number, locale: Locale): readonly Completion[] {
  const { text } = analysis.document
  return all(analysis, offset, locale).filter(({ span, filter }) => fits(text.slice(span.start, span.end), filter))
}

function all({ document, formats, report }: Analysis, offset: number, locale: Locale): readonly Completion[] {
  const line = lineAt(document.text, offset)
  if (document.frontMatter !== undefined && offset < document.frontMatter.span.end)
    return frontMatterCompletions(document, formats, report !== undefined, line, locale)
  // Whatever stands behind the cursor would be left dangling after the insertion.
  if (report === undefined || line.after.trim() !== '') return []
  if (/^ {0,3}#{1,6}/.test(line.before)) return headingCompletions(report, line, locale)
  if (!/^ {0,3}(?:\|[^|]*)?$/.test(line.before)) return []
  const rows = line.before.includes('|') ? rowCompletions(report, line, locale) : undefined
  return rows ?? tableCompletions(report, line, locale)
}
