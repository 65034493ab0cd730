import type { Format } from '../formats/format.ts'
import { columnOf } from '../markdown/column.ts'
import { lazily } from '../text/lazily.ts'
import { contains, shift, type Span } from '../text/span.ts'
import { chooseSections, placeTitle } from './chooseSections.ts'
import { headingsOf, tellingFacts } from './facts.ts'
import { foreignTables } from './foreignTables.ts'
import { withoutPretenders } from './pretenders.ts'
import type { Report } from './report.ts'

/** What few ask of a report, and a long one has much of: it is read from the document when it is asked for. */
type Late = Pick<Report, 'foreignTables' | 'repeated' | 'topics' | 'headings'>

type Own = Omit<Report, keyof Late> & { readonly formats: readonly Format[] }

export const reportOf = (own: Own): Report => lazily(own, late)

const late = {
  foreignTables: ({ document, format, formats }: Own): Report['foreignTables'] =>
    foreignTables(document, format, formats),
  repeated: ({ document, format }: Own): Report['repeated'] => sectionsIn({ document, format }).repeated,
  // A section may bear the title of another section's topic; a topic counts only inside its own section.
  topics: ({ document, format, sections }: Own): Report['topics'] =>
    tellingFacts(document, format)
      .flatMap(({ at, value }) => value.topics.map((it) => moved(it, at)))
      .filter((it) => sections.some(({ section, body }) => section === it.section && contains(body, it.span.start))),
  headings: ({ document, format }: Own): Report['headings'] => {
    const { starts } = document.places
    return columnOf(document, headingsOf(format)).flatMap((all, i) => all.map((it) => moved(it, starts[i] ?? 0)))
  },
}

/** The sections of the form that a document has, and titles that open none. */
export function sectionsIn({ document, format }: Pick<Own, 'document' | 'format'>): ReturnType<typeof chooseSections> {
  const titles = tellingFacts(document, format).flatMap(({ at, value }) =>
    value.sections.map((it) => placeTitle(it, at)),
  )
  return chooseSections(withoutPretenders(titles, format), document.length)
}

const moved = <T extends { readonly span: Span; readonly content: Span }>(it: T, by: number): T => ({
  ...it,
  span: shift(it.span, by),
  content: shift(it.content, by),
})
