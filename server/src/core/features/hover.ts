import type { Analysis } from '../analyse.ts'
import type { Format } from '../formats/format.ts'
import type { Locale } from '../text/message.ts'
import type { Span } from '../text/span.ts'
import { figureCard } from './hover/figure.ts'
import { blockCard, columnCard, groupCard, rowCard } from './hover/label.ts'
import { sectionCard, topicCard } from './hover/section.ts'
import { tableCard } from './hover/table.ts'
import { mentionAt } from './mention.ts'
import { otherReports } from './others/hover.ts'
import { mentionCard } from './mentionHover.ts'
import { subjectAt, type Subject } from './subject.ts'

export type Hover = {
  /** Markdown in which all text of the report is escaped. */
  readonly markdown: string
  /** The title or the cell that is explained. */
  readonly span: Span
}

/**
 * What the form says of the title, label or figure at the offset, and for a figure the arithmetic it stands in and what
 * other reports say of it; for a figure in prose, the cells it speaks of.
 */
export function hover(analysis: Analysis, offset: number, locale: Locale): Hover | undefined {
  const { report } = analysis
  if (report === undefined) return undefined
  const subject = subjectAt(report, offset)
  if (subject !== undefined) return { markdown: cardOf(subject, analysis, report.format, locale), span: subject.span }
  const mention = mentionAt(analysis, offset)
  return mention === undefined
    ? undefined
    : { markdown: mentionCard(mention, report, report.format, locale), span: mention.span }
}

function cardOf(subject: Subject, analysis: Analysis, format: Format, locale: Locale): string {
  switch (subject.kind) {
    case 'section':
      return sectionCard(subject.section, format, locale)
    case 'topic':
      return topicCard(subject.topic, subject.section, format, locale)
    case 'figure':
      return figureCard(
        subject.figure,
        subject.bound,
        format,
        otherReports(analysis, subject.figure.field, locale),
        locale,
      )
    case 'row':
      return rowCard(subject.row, subject.bound, format, locale)
    case 'column':
      return columnCard(subject.column, subject.bound, format, locale)
    case 'group':
      return groupCard(subject, subject.bound, format, locale)
    case 'block':
      return blockCard(subject.block, subject.bound, format, locale)
    case 'table':
      return tableCard(subject.bound, format, locale)
  }
}
