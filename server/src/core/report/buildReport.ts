import type { Format } from '../formats/format.ts'
import type { Document } from '../markdown/document.ts'
import { contains, shift } from '../text/span.ts'
import { chooseSections, placeTitle } from './chooseSections.ts'
import { chooseTables } from './chooseTables.ts'
import { detect } from './detect.ts'
import { inForce } from './evidence.ts'
import { factsOf, tellingFacts } from './facts.ts'
import { foreignTables } from './foreignTables.ts'
import { readOptions } from './options.ts'
import { withoutPretenders } from './pretenders.ts'
import { periodYear } from './period.ts'
import type { Report } from './report.ts'
import { readTitle } from './title.ts'

/** Binds a document to its form; undefined where it is no report. `setting` is `auto`, `none` or the id of a form. */
export function buildReport(document: Document, formats: readonly Format[], setting: string): Report | undefined {
  const title = readTitle(document)
  const year = readOptions(document.frontMatter).year ?? title?.year ?? periodYear(document)
  const detection = detect(document, title, year, formats, setting)
  if (detection === undefined) return undefined
  const { format } = detection
  const facts = tellingFacts(document, format)
  const titles = facts.flatMap(({ at, value }) => value.sections.map((it) => placeTitle(it, at)))
  const { sections, repeated } = chooseSections(withoutPretenders(titles, format), document.text.length)
  const sectionAt = (offset: number): string | undefined =>
    sections.findLast((it) => it.title.span.start <= offset)?.section.id
  const candidates = facts.flatMap(({ at, value }) =>
    [...value.tables, ...value.lists].map((table) => ({ at, value: table })),
  )
  const place = <
    T extends {
      readonly span: Report['headings'][number]['span']
      readonly content: Report['headings'][number]['span']
    },
  >(
    it: T,
    at: number,
  ): T => ({
    ...it,
    span: shift(it.span, at),
    content: shift(it.content, at),
  })
  let headings: Report['headings'] | undefined
  return {
    document,
    format,
    detection,
    title,
    year,
    dueFormat: year === undefined || inForce(format, year) ? undefined : formats.find((it) => inForce(it, year)),
    foreignTables: foreignTables(document, format, formats),
    sections,
    repeated,
    // A section may bear the title of another section's topic; a topic counts only inside its own section.
    topics: facts
      .flatMap(({ at, value }) => value.topics.map((it) => place(it, at)))
      .filter((it) => sections.some(({ section, body }) => section === it.section && contains(body, it.span.start))),
    // Few ask for them, and a long report has thousands.
    get headings() {
      headings ??= document.sections.flatMap(({ at, value }) => factsOf(value, format).all.map((it) => place(it, at)))
      return headings
    },
    tables: chooseTables(candidates, format, sectionAt),
  }
}
