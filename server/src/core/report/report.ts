import type { Format, SectionFormat } from '../formats/format.ts'
import type { Document, Placed } from '../markdown/document.ts'
import type { Message } from '../text/message.ts'
import type { Span } from '../text/span.ts'
import type { ForeignTable } from './foreignTables.ts'
import type { AnyHeading, SectionTitle, TopicTitle } from './headings.ts'
import type { BoundTable } from './table.ts'
import type { Title } from './title.ts'

/** A section of the form as it stands in the report. Offsets count from the start of the document. */
export type ReportSection = {
  readonly section: SectionFormat
  /** The title that was chosen, its spans placed in the document. */
  readonly title: SectionTitle
  /** From the end of the title to the next section's title, or to the end of the document. */
  readonly body: Span
}

/** Why a form was chosen; shown to the user. */
export type Detection = {
  readonly format: Format
  readonly source: 'front-matter' | 'comment' | 'setting' | 'content'
  readonly reason: Message
}

/** A document that is a report, bound to its form. */
export type Report = {
  readonly document: Document
  readonly format: Format
  readonly detection: Detection
  readonly title: Title | undefined
  /** Data year, from front matter, title or period, in this order. */
  readonly year: number | undefined
  /** The form for reports on that year, where it is another. */
  readonly dueFormat: Format | undefined
  /** Tables in the layout of a form of other years. */
  readonly foreignTables: readonly ForeignTable[]
  /** The form's sections in the order of the document, each once. */
  readonly sections: readonly ReportSection[]
  /** Titles of sections that the report already has: the later ones. */
  readonly repeated: readonly SectionTitle[]
  readonly topics: readonly TopicTitle[]
  /** All headings of the document, placed. */
  readonly headings: readonly AnyHeading[]
  /** The statistics tables, in order. */
  readonly tables: readonly Placed<BoundTable>[]
}

export const sectionOf = (report: Report, id: string): ReportSection | undefined =>
  report.sections.find((it) => it.section.id === id)
