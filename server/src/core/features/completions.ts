import type { Analysis } from '../analyse.ts'
import type { Locale } from '../text/message.ts'
import { fits, type Completion } from './completions/completion.ts'
import { frontMatterCompletions } from './completions/frontMatter.ts'
import { figureCompletions } from './completions/figure.ts'
import { headingCompletions } from './completions/heading.ts'
import { lineAt } from './completions/line.ts'
import { rowCompletions } from './completions/row.ts'
import { tableCompletions } from './completions/table.ts'

export type { Completion } from './completions/completion.ts'

/**
 * What may be inserted at the offset: titles where a heading is begun, rows and tables where a pipe is, keys in the
 * front matter, and in prose the figure that the words before the cursor speak of. Never what the report already has.
 */
export function completions(analysis: Analysis, offset: number, locale: Locale): readonly Completion[] {
  const { text } = analysis.document
  return all(analysis, offset, locale).filter(({ span, filter }) =>
    fits(text.slice(span.start, Math.min(span.end, offset)), filter),
  )
}

function all(analysis: Analysis, offset: number, locale: Locale): readonly Completion[] {
  const { document, formats, report } = analysis
  const line = lineAt(document.text, offset)
  if (document.frontMatter !== undefined && offset < document.frontMatter.span.end)
    return frontMatterCompletions(document, formats, report !== undefined, line, locale)
  if (report === undefined) return []
  if (isProse(line.before)) return figureCompletions({ ...analysis, report }, line, locale)
  // Whatever stands behind the cursor would be left dangling after the insertion.
  if (line.after.trim() !== '') return []
  if (/^ {0,3}#{1,6}/.test(line.before)) return headingCompletions(report, line, locale)
  if (!/^ {0,3}(?:\|[^|]*)?$/.test(line.before)) return []
  const rows = line.before.includes('|') ? rowCompletions(report, line, locale) : undefined
  return rows ?? tableCompletions(report, line, locale)
}

/** What no heading and no row of a table begins with; a list is prose. */
const isProse = (before: string): boolean => /^ {0,3}[^\s#|]/.test(before)
