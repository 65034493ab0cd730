import type { SectionFormat } from '../formats/format.ts'
import { fold, labelKey } from '../text/label.ts'
import { readOrdinal } from '../text/ordinal.ts'
import type { Span } from '../text/span.ts'
import { lineSelector, type BodyLine } from './bodyLines.ts'
import type { Report } from './report.ts'

/**
 * A line that evidently stands for a section that no title opens. `run-in`: the text of the section follows on the
 * title's own line; `reworded`: the title is in the author's own words.
 */
export type StrayTitle = {
  readonly section: SectionFormat
  readonly kind: 'run-in' | 'reworded'
  readonly form: 'heading' | 'line'
  /** The title with its ordinal; of a run-in title without what follows. */
  readonly span: Span
  /** Where the text of the section begins on the line. */
  readonly rest: number
}

/** For each section that the report seems to lack, the line that seems to stand for it. */
export function strayTitles(report: Report): readonly StrayTitle[] {
  const absent = report.format.sections.filter((section) => report.sections.every((it) => it.section !== section))
  if (absent.length === 0 || report.format.freeOutline === true) return []
  const { document } = report
  const taken = new Set(
    [...report.sections.map((it) => it.title), ...report.repeated].map(({ content }) => content.start),
  )
  const lines = numberedLines(document, { start: 0, end: document.text.length }).filter(
    ({ span }) => !taken.has(span.start),
  )
  return absent.flatMap((section): readonly StrayTitle[] => {
    const found =
      first(lines, (line) => runIn(line, section)) ?? first(lines, (line) => reworded(line, section, report))
    return found === undefined ? [] : [found]
  })
}

const numberedLines = lineSelector(({ text }) => readOrdinal(text)?.style === 'section')

function first<T>(lines: readonly BodyLine[], read: (line: BodyLine) => T | undefined): T | undefined {
  for (const line of lines) {
    const found = read(line)
    if (found !== undefined) return found
  }
  return undefined
}

function runIn({ kind, text, span }: BodyLine, section: SectionFormat): StrayTitle | undefined {
  const start = readOrdinal(text)?.text.length ?? 0
  const keys = [section.title, ...section.aliases].map(labelKey)
  const mark = /[。：:.;；\s]+/g
  mark.lastIndex = start
  for (let end = mark.exec(text); end !== null; end = mark.exec(text)) {
    if (end.index - start > 50) return undefined
    if (end.index + end[0].length === text.length || !keys.includes(labelKey(text.slice(start, end.index)))) continue
    return {
      section,
      kind: 'run-in',
      form: kind === 'heading' ? 'heading' : 'line',
      span: { start: span.start, end: span.start + end.index },
      rest: span.start + end.index + end[0].length,
    }
  }
  return undefined
}

/**
 * A heading that holds the words of a title, or one in the section's place that bears its ordinal and shares what
 * is peculiar to its title. Lines without marks are no evidence: tables taken from Word bear the same ordinals.
 */
function reworded(line: BodyLine, section: SectionFormat, report: Report): StrayTitle | undefined {
  const { kind, text, span } = line
  if (kind !== 'heading' || text.length > 40) return undefined
  const key = labelKey(text)
  const titles = [section.title, ...section.aliases].map(labelKey)
  const ordinal = readOrdinal(text)?.value
  const own = report.format.sections.indexOf(section) + 1
  const holds = titles.some((title) => title.length >= 4 && key.includes(title))
  const placed = ordinal === own && titles.some((title) => peculiar(title).some((pair) => key.includes(pair)))
  if (!(holds || placed) || !between(span.start, own, report)) return undefined
  return { section, kind: 'reworded', form: 'heading', span, rest: span.end }
}

/** Whether the place is after the sections that go before and before those that go after. */
function between(offset: number, own: number, { sections, format }: Report): boolean {
  return sections.every(
    ({ section, title }) => format.sections.indexOf(section) + 1 < own === title.span.start < offset,
  )
}

/** Pairs of characters that tell a title from any other about disclosure. */
function peculiar(title: string): readonly string[] {
  const rest = fold(title).replace(
    /政府信息|信息公开|政府|公开|工作|情况|行政机关|机关|需要|事项|主要|总体|其他|存在的?/g,
    ' ',
  )
  return rest
    .split(' ')
    .flatMap((word) => Array.from({ length: Math.max(0, word.length - 1) }, (_, i) => word.slice(i, i + 2)))
}
