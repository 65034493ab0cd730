import { shift, type Span } from '../text/span.ts'
import type { SectionTitle } from './headings.ts'
import type { ReportSection } from './report.ts'

export const placeTitle = (title: SectionTitle, at: number): SectionTitle => ({
  ...title,
  span: shift(title.span, at),
  content: shift(title.content, at),
})

/**
 * Of all lines that bear the title of a section, the one that opens it. A topic may bear the title of a section
 * (（一）主动公开政府信息情况 under 总体情况), so an ordinal of the section's own kind goes before depth, and depth
 * before order. What remains with an equally good claim is a repetition.
 */
export function chooseSections(
  titles: readonly SectionTitle[],
  end: number,
): { readonly sections: readonly ReportSection[]; readonly repeated: readonly SectionTitle[] } {
  const chosen = new Map<string, SectionTitle>()
  for (const title of titles) {
    const before = chosen.get(title.section.id)
    if (before === undefined || claim(title) > claim(before)) chosen.set(title.section.id, title)
  }
  const opening = [...chosen.values()].sort((a, b) => a.span.start - b.span.start)
  const repeated = titles.filter((title) => {
    const first = chosen.get(title.section.id)
    return (
      first !== undefined &&
      first !== title &&
      title.form === first.form &&
      title.depth === first.depth &&
      title.ordinal?.style === first.ordinal?.style
    )
  })
  const sections = opening.map((title, i): ReportSection => {
    const body: Span = { start: title.span.end, end: opening[i + 1]?.span.start ?? end }
    return { section: title.section, title, body }
  })
  return { sections, repeated }
}

function claim({ ordinal, form, depth, match }: SectionTitle): number {
  const byOrdinal =
    ordinal?.style === 'section' || ordinal?.style === 'dash'
      ? 400
      : ordinal === undefined
        ? 200
        : ordinal.style === 'arabic'
          ? 100
          : 0
  const byForm = form === 'heading' ? 60 - depth * 5 : form === 'hash' ? 20 : 0
  const byMatch = match === 'official' ? 2 : match === 'alias' ? 1 : 0
  return byOrdinal + byForm + byMatch
}
