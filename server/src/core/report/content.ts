import { sectionsWithin, type Section } from '../markdown/document.ts'
import { fold, hasWords } from '../text/label.ts'
import { shift, type Span } from '../text/span.ts'
import { sectionLines, type BodyLine } from './bodyLines.ts'
import { closingStart } from './closing.ts'
import type { Report, ReportSection } from './report.ts'

/** What a section says apart from its titles. */
export type Content = {
  /** The first lines of prose without titles, comments and requests: two at most. */
  readonly lines: readonly BodyLine[]
  /** Letters and digits of all such lines. */
  readonly characters: number
  /** All that is said is 无 or its like. */
  readonly bareNone: boolean
  /** A table, an image, a list in HTML …: something that is not prose. */
  readonly other: boolean
  /** Requests of a template that nobody has met. */
  readonly requests: readonly Request[]
}

type Request = { readonly text: string; readonly span: Span }

const kept = new WeakMap<Report, Map<ReportSection, Content>>()

export function contentOf(report: Report, section: ReportSection): Content {
  const bySection = kept.get(report) ?? new Map<ReportSection, Content>()
  kept.set(report, bySection)
  const known = bySection.get(section)
  if (known !== undefined) return known
  const content = readContent(report, section)
  bySection.set(section, content)
  return content
}

function readContent({ document, topics }: Report, { body }: ReportSection): Content {
  const end = Math.min(body.end, body.end < document.text.length ? body.end : closingStart(document, body.start))
  const own = { start: body.start, end }
  const titles = new Set(topics.flatMap(({ span, content }) => [span.start, content.start]))
  const lines: BodyLine[] = []
  const requests: Request[] = []
  let characters = 0
  let other = false
  let said = ''
  for (const { at, value } of sectionsWithin(document, own)) {
    const part = partOf(value)
    const inside = ({ start, end }: Span): boolean => own.start <= at + start && at + end <= own.end
    other ||= part.others.some(inside)
    for (const { text, span } of part.requests) if (inside(span)) requests.push({ text, span: shift(span, at) })
    for (const { line, count } of part.lines) {
      if (!inside(line.span) || titles.has(at + line.span.start)) continue
      if (lines.length < 2) lines.push({ ...line, span: shift(line.span, at) })
      if (characters < longestNone) said += line.text
      characters += count
      other ||= line.text.includes('![')
    }
  }
  const bareNone = characters < longestNone && none.test(fold(said).replace(/[^\p{L}\p{N}]/gu, ''))
  return { lines, characters, bareNone, other, requests }
}

/** What one piece between two headings holds, whatever section of the form it belongs to. Offsets count from its start. */
type Part = {
  readonly lines: readonly { readonly line: BodyLine; readonly count: number }[]
  readonly others: readonly Span[]
  readonly requests: readonly Request[]
}

const keptParts = new WeakMap<Section, Part>()

function partOf(section: Section): Part {
  const known = keptParts.get(section)
  if (known !== undefined) return known
  const lines = sectionLines(section)
    .filter(({ kind, text }) => kind === 'prose' && hasWords(text.replace(request, '')))
    .map((line) => ({ line, count: lettersIn(line.text) }))
  const others = section.blocks
    .filter(({ kind }) => kind === 'table' || kind === 'html' || kind === 'code')
    .map(({ span }) => span)
  const requests = [...section.text.matchAll(request)].map((match) => ({
    text: match[1] ?? '',
    span: { start: match.index, end: match.index + match[0].length },
  }))
  const part = { lines, others, requests }
  keptParts.set(section, part)
  return part
}

/** How many letters and digits a text has; of the ordinary ones without asking what Unicode says. */
function lettersIn(text: string): number {
  let count = 0
  for (const character of text) {
    const code = character.charCodeAt(0)
    if ((code >= 0x4e00 && code <= 0x9fff) || (code < 0x80 ? /[0-9a-z]/i : /[\p{L}\p{N}]/u).test(character)) count++
  }
  return count
}

const request = /（请填写：((?:[^（）\r\n]|（[^（）\r\n]*）)*)）/g

/** More letters than any way of saying 无 has. */
export const longestNone = 40

const none =
  /^(?:本(?:年度?|节|机关|单位|部门))?(?:暂|均)?(?:无|没有|不涉及|不适用|略)(?:内容|情况|此项|相关内容|相关情况)?$/
