import { blocksIn, placedSpan } from '../markdown/document.ts'
import { fold, labelKey } from '../text/label.ts'
import type { Span } from '../text/span.ts'
import { bodyLines, type BodyLine } from './bodyLines.ts'
import { closingStart } from './closing.ts'
import type { Report, ReportSection } from './report.ts'

/** What a section says apart from its titles. */
export type Content = {
  /** Lines of prose without titles, comments and requests. */
  readonly lines: readonly BodyLine[]
  /** Letters and digits of these lines. */
  readonly characters: number
  /** All that is said is 无 or its like. */
  readonly bareNone: boolean
  /** A table, an image, a list in HTML …: something that is not prose. */
  readonly other: boolean
  /** Requests of a template that nobody has met. */
  readonly requests: readonly { readonly text: string; readonly span: Span }[]
}

const request = /（请填写：((?:[^（）\r\n]|（[^（）\r\n]*）)*)）/g

export function contentOf(report: Report, { body }: ReportSection): Content {
  const { document, topics } = report
  const end = Math.min(body.end, body.end < document.text.length ? body.end : closingStart(document, body.start))
  const own = { start: body.start, end }
  const titles = new Set(topics.flatMap(({ span, content }) => [span.start, content.start]))
  const lines = bodyLines(document, own).filter(
    ({ kind, text, span }) => kind === 'prose' && !titles.has(span.start) && labelKey(text.replace(request, '')) !== '',
  )
  const said = lines.map(({ text }) => text).join('')
  const requests = [...document.text.slice(own.start, own.end).matchAll(request)].map((match) => {
    const start = own.start + match.index
    return { text: match[1] ?? '', span: { start, end: start + match[0].length } }
  })
  return {
    lines,
    characters: [...said.matchAll(/[\p{L}\p{N}]/gu)].length,
    bareNone: none.test(fold(said).replace(/[^\p{L}\p{N}]/gu, '')),
    other: hasOther(report, own) || lines.some(({ text }) => text.includes('![')),
    requests,
  }
}

const none =
  /^(?:本(?:年度?|节|机关|单位|部门))?(?:暂|均)?(?:无|没有|不涉及|不适用|略)(?:内容|情况|此项|相关内容|相关情况)?$/

function hasOther({ document }: Report, within: Span): boolean {
  for (const placed of blocksIn(document)) {
    const { start, end } = placedSpan(placed)
    const kind = placed.value.kind
    if (within.start <= start && end <= within.end && (kind === 'table' || kind === 'html' || kind === 'code'))
      return true
  }
  return false
}
