import type { Format } from '../formats/format.ts'
import { labelKey } from '../text/label.ts'
import type { SectionTitle } from './headings.ts'

/**
 * The titles that may open a section. Left out are the lines of a table of contents, and topics within a section
 * that bear the title of another (（一）主动公开政府信息情况 under 总体情况): were one of them taken for a section
 * that the report lacks, nobody would hear of the gap.
 */
export function withoutPretenders(titles: readonly SectionTitle[], format: Format): readonly SectionTitle[] {
  const listed = contentsEnd(titles)
  const later = listed === 0 ? [] : titles.slice(listed)
  const standing = titles.filter((title, i) => i >= listed || !recurs(title, later))
  const sure = standing.filter(({ ordinal }) => ordinal?.style === 'section')
  const model = mostCommon(sure)
  const official = ({ section, ordinal }: SectionTitle): boolean =>
    ordinal?.value === format.sections.indexOf(section) + 1
  return standing.filter((title) => {
    const { ordinal, form, depth } = title
    if (ordinal?.style === 'section' || ordinal?.style === 'dash') return true
    if (model === undefined) return ordinal?.style !== 'topic' || official(title) || !isTopic(title, format)
    const alike = form === model.form && depth === model.depth
    if (ordinal !== undefined) return alike && official(title)
    return alike || form !== 'heading' || depth < model.depth || !(title.match === 'near' || isTopic(title, format))
  })
}

/** The number of titles up to the end of a table of contents: three or more that follow each other line by line and come again. */
function contentsEnd(titles: readonly SectionTitle[]): number {
  for (let from = 0; from < titles.length; from++) {
    let to = from + 1
    // The list ends at the latest where its first title comes again.
    const listed = new Set([titles[from]?.section])
    while (to < titles.length && adjoin(titles[to - 1], titles[to]) && !listed.has(titles[to]?.section))
      listed.add(titles[to++]?.section)
    const later = to - from >= 3 ? titles.slice(to) : []
    if (to - from >= 3 && titles.slice(from, to).every((title) => recurs(title, later))) return to
    from = to - 1
  }
  return 0
}

/** Between two lines of a list stand only line breaks and marks. */
const adjoin = (a: SectionTitle | undefined, b: SectionTitle | undefined): boolean =>
  a !== undefined && b !== undefined && b.form !== 'heading' && b.span.start - a.span.end <= 8

const recurs = (title: SectionTitle, among: readonly SectionTitle[]): boolean =>
  among.some((it) => it.section === title.section && it.ordinal?.style === title.ordinal?.style)

const isTopic = (title: SectionTitle, format: Format): boolean =>
  format.sections.some(({ topics }) =>
    topics.some((topic) => [topic.title, ...topic.aliases].some((it) => labelKey(it) === labelKey(title.text))),
  )

/** The first of those that look as most do. */
function mostCommon(titles: readonly SectionTitle[]): SectionTitle | undefined {
  const counts = new Map<string, number>()
  const look = ({ form, depth }: SectionTitle): string => `${form}${depth}`
  for (const title of titles) counts.set(look(title), (counts.get(look(title)) ?? 0) + 1)
  const most = Math.max(...counts.values())
  return titles.find((title) => counts.get(look(title)) === most)
}
