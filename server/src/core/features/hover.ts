import type { Analysis } from '../analyse.ts'
import type { Format } from '../formats/format.ts'
import type { Locale } from '../text/message.ts'
import type { Span } from '../text/span.ts'
import { figureCard } from './hover/figure.ts'
import { blockCard, columnCard, groupCard, rowCard } from './hover/label.ts'
import { sectionCard, topicCard } from './hover/section.ts'
import { tableCard } from './hover/table.ts'
import { subjectAt, type Subject } from './subject.ts'

export type Hover = {
  /** Markdown in which all text of the report is escaped. */
  readonly markdown: string
  /** The title or the cell that is explained. */
  readonly span: Span
}

/** What the form says of the title, label or figure at the offset, and for a figure the arithmetic it stands in. */
export function hover({ report }: Analysis, offset: number, locale: Locale): Hover | undefined {
  const subject = report === undefined ? undefined : subjectAt(report, offset)
  return report === undefined || subject === undefined
    ? undefined
    : { markdown: cardOf(subject, report.format, locale), span: subject.span }
}

function cardOf(subject: Subject, format: Format, locale: Locale): string {
  switch (subject.kind) {
    case 'section':
      return sectionCard(subject.section, format, locale)
    case 'topic':
      return topicCard(subject.topic, subject.section, format, locale)
    case 'figure':
      return figureCard(subject.figure, subject.bound, format, locale)
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
