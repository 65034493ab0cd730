import type { Format } from '../formats/format.ts'
import type { Document } from '../markdown/document.ts'
import { chooseTables } from './chooseTables.ts'
import { detect } from './detect.ts'
import { inForce } from './evidence.ts'
import { tellingFacts } from './facts.ts'
import { readOptions } from './options.ts'
import { periodYear } from './period.ts'
import type { Report } from './report.ts'
import { reportOf, sectionsIn } from './reportOf.ts'
import { readTitle } from './title.ts'

/** Binds a document to its form; undefined where it is no report. `setting` is `auto`, `none` or the id of a form. */
export function buildReport(document: Document, formats: readonly Format[], setting: string): Report | undefined {
  const title = readTitle(document)
  const year = readOptions(document.frontMatter).year ?? title?.year ?? periodYear(document)
  const detection = detect(document, title, year, formats, setting)
  if (detection === undefined) return undefined
  const { format } = detection
  const { sections } = sectionsIn({ document, format })
  const sectionAt = (offset: number): string | undefined =>
    sections.findLast((it) => it.title.span.start <= offset)?.section.id
  const candidates = tellingFacts(document, format).flatMap(({ at, value }) =>
    [...value.tables, ...value.lists].map((table) => ({ at: at + table.at, value: table.value })),
  )
  return reportOf({
    document,
    formats,
    format,
    detection,
    title,
    year,
    dueFormat: year === undefined || inForce(format, year) ? undefined : formats.find((it) => inForce(it, year)),
    sections,
    tables: chooseTables(candidates, format, sectionAt),
  })
}
