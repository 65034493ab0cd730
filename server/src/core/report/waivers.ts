import { columnOf } from '../markdown/column.ts'
import { blocksIn, placedSpan, type Document, type Placed } from '../markdown/document.ts'
import type { Block } from '../markdown/block.ts'
import { spanInFrontMatter } from '../markdown/frontMatterSpan.ts'
import { shift, type Span } from '../text/span.ts'
import { waiverEntries } from './options.ts'
import { mayHold } from './mayHold.ts'
import { placesNamed } from './places.ts'
import type { Report } from './report.ts'
import { readRules, readWaiverComment, type NamedRule } from './waiverComment.ts'

/** A rule that an author says may be broken, and where. Offsets count from the start of the document. */
export type WaivedRule = {
  readonly code: string
  /** As written, which may be a slip. */
  readonly text: string
  readonly span: Span
  /** Where it ends, with the place that it names in brackets. */
  readonly end: number
  /** Findings that begin in one of these are waived. */
  readonly covers: readonly Span[]
  /** A place that the waiver names and the report does not have. */
  readonly lost: { readonly text: string; readonly span: Span } | undefined
}

/** An author's written reason (豁免) why findings stand. */
export type Waiver = {
  readonly source: 'comment' | 'front-matter'
  readonly rules: readonly WaivedRule[]
  /** Trimmed; empty where there is none. */
  readonly reason: string
  readonly reasonSpan: Span
  /** All of it: the comment, or the entry in the front matter. */
  readonly span: Span
}

/** The waivers of a report, those of the front matter first. */
export const readWaivers = (report: Report): readonly Waiver[] => [...inFrontMatter(report), ...inComments(report)]

/** Whether a comment of a section may be a waiver. */
const mayWaive = mayHold(/<!--\s*zwgk[-_]waive/i)

function inComments(report: Report): readonly Waiver[] {
  // Few reports waive anything, and those that do not should pay nothing for it.
  if (!columnOf(report.document, mayWaive).includes(true)) return []
  const { text } = report.document
  const blocks = [...blocksIn(report.document)]
  return blocks.flatMap((block, i): readonly Waiver[] => {
    if (block.value.kind !== 'comment') return []
    const span = placedSpan({ at: block.at, value: block.value })
    const written = readWaiverComment(text.slice(span.start, span.end))
    if (written === undefined) return []
    const target = blocks.findIndex(({ value }, j) => j > i && value.kind !== 'comment')
    const isFirst = blocks.slice(0, i).every(({ value }) => value.kind === 'comment')
    const under = blocks[target]
    const within = under === undefined ? [] : [coveredFrom(under, report, isFirst)]
    return [
      {
        source: 'comment',
        rules: written.rules.map((rule) => placeRule(rule, within, report, span.start)),
        reason: written.reason,
        reasonSpan: shift(written.reasonSpan, span.start),
        span: { start: span.start, end: span.start + text.slice(span.start, span.end).trimEnd().length },
      },
    ]
  })
}

function placeRule(rule: NamedRule, within: readonly Span[], report: Report, at: number): WaivedRule {
  const { code, text, span, end, place } = rule
  const covers = place === undefined ? within : placesNamed(report, place.text, within)
  const lost = place === undefined || covers.length > 0 ? undefined : { text: place.text, span: shift(place.span, at) }
  return { code, text, span: shift(span, at), end: end + at, covers, lost }
}

/**
 * What a comment above a block speaks of: a table or a paragraph by itself, a heading with all that stands under it,
 * the title of the report with the whole report. What has no place of its own is found at the very start, and belongs
 * to the first block.
 */
function coveredFrom(block: Placed<Block>, { document, title, sections, headings }: Report, isFirst: boolean): Span {
  const span = placedSpan(block)
  const begins = ({ start }: Span): boolean => span.start <= start && start < span.end
  if (title !== undefined && begins(title.span)) return wholeOf(document)
  const start = isFirst ? 0 : span.start
  // Text pasted from elsewhere may have several titles in one paragraph.
  const last = sections.findLast((it) => begins(it.title.span))
  if (last !== undefined) return { start, end: last.body.end }
  if (block.value.kind !== 'heading') return { start, end: span.end }
  const { depth } = block.value
  const next = headings.find((it) => it.span.start > span.start && it.depth <= depth)
  return { start, end: next?.span.start ?? document.text.length }
}

const wholeOf = ({ text }: Document): Span => ({ start: 0, end: text.length })

function inFrontMatter(report: Report): readonly Waiver[] {
  const { document } = report
  const { frontMatter } = document
  if (frontMatter === undefined) return []
  const entries = waiverEntries(frontMatter)
  if (entries.length === 0) return []
  const { text } = document
  const whole = [wholeOf(document)]
  return entries.map(({ rules, reason, at, path }): Waiver => {
    const where = (...keys: readonly string[]): Span => spanInFrontMatter(frontMatter, text, [...path, ...keys])
    const covers = at === undefined ? whole : placesNamed(report, at, whole)
    const lost = at === undefined || covers.length > 0 ? undefined : { text: at, span: where('at') }
    const rule = where('rule')
    const named = rules.flatMap((it) => readRules(it, 0).rules)
    return {
      source: 'front-matter',
      rules: named.map(({ code, text: written }) => ({ code, text: written, span: rule, end: rule.end, covers, lost })),
      reason,
      reasonSpan: reason === '' ? where() : where('reason'),
      span: where(),
    }
  })
}
