import type { Analysis } from '../analyse.ts'
import { sectionTitle } from '../formats/skeleton.ts'
import { sectionInsertion } from '../report/insertSection.ts'
import { sectionOf } from '../report/report.ts'
import { lineEndingOf } from '../text/lines.ts'
import type { Edit } from '../text/span.ts'

export type MissingSection = {
  readonly id: string
  /** With the ordinal that the form gives it. */
  readonly title: string
  readonly english: string
  /** Puts the section with its tables in its place; line ends are the document's own. */
  readonly edit: Edit
  /** Where its heading stands once the edit is made, counted in the text that results. */
  readonly reveal: number
}

/** The sections that the report lacks, in the order of the form. */
export function missingSections({ report }: Analysis): readonly MissingSection[] {
  if (report === undefined) return []
  const { format, document } = report
  const lineEnding = lineEndingOf(document.text)
  return format.sections
    .filter((section) => section.required && sectionOf(report, section.id) === undefined)
    .map((section) => {
      const { edit } = sectionInsertion(report, section)
      const text = edit.text.replaceAll('\n', lineEnding)
      return {
        id: section.id,
        title: sectionTitle(section, format),
        english: section.english,
        edit: { span: edit.span, text },
        reveal: edit.span.start + Math.max(0, text.search(/[^\r\n]/)),
      }
    })
}
