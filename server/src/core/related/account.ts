import type { ExplanationFormat } from '../formats/format.ts'
import type { Section } from '../markdown/document.ts'
import type { Figure } from '../report/figure.ts'
import { sentencesOf } from '../report/mentions/sentences.ts'
import { passagesOf, sourceSpan } from '../report/mentions/passages.ts'
import { quantitiesIn } from '../report/mentions/quantities.ts'
import type { Report } from '../report/report.ts'
import { decimal, type Decimal } from '../text/decimal.ts'
import { shift, type Span } from '../text/span.ts'

/** How the report itself accounts for a difference from another report. */
export type Account =
  /** A sentence or a remark gives a reason and this very number. */
  | { readonly kind: 'said' }
  /** A sentence may be about it; whoever knows the matter can tell. */
  | { readonly kind: 'perhaps'; readonly sentence: string; readonly span: Span }
  | undefined

/**
 * Looks for the reason of a difference in the remarks of the cells concerned (`22（其中修订16件）`) and in the prose.
 * What counts as a reason is told by the form.
 */
export function accountFor(
  report: Report,
  explained: ExplanationFormat,
  difference: Decimal,
  cells: readonly Figure[],
): Account {
  const by = difference.abs()
  const says = (text: string): boolean => numbersIn(text).some((it) => it.eq(by))
  const remarks = cells.flatMap(({ reading }) => ('note' in reading ? (reading.note ?? []) : []))
  if (remarks.some((text) => explained.because.some((word) => text.includes(word)) && says(text)))
    return { kind: 'said' }
  const { parts, places } = report.document
  let perhaps: Account
  for (const [i, part] of parts.entries())
    for (const { text, written, span } of reasonsIn(part, explained)) {
      if (says(text)) return { kind: 'said' }
      perhaps ??= { kind: 'perhaps', sentence: written, span: shift(span, places.starts[i] ?? 0) }
    }
  return perhaps
}

const numbersIn = (text: string): readonly Decimal[] => [
  ...quantitiesIn(text).map(({ value }) => value),
  ...[...text.matchAll(/(?<![\d.])\d{1,15}(?:\.\d{1,8})?(?![\d.])/g)].map(([written]) => decimal(written)),
]

/** A sentence that gives a reason: folded, as it is written, and where it stands in its section. */
type Reason = { readonly text: string; readonly written: string; readonly span: Span }

const kept = new WeakMap<Section, Map<ExplanationFormat, readonly Reason[]>>()

/** The sentences of a section that give a reason. Kept as long as the section. */
function reasonsIn(section: Section, explained: ExplanationFormat): readonly Reason[] {
  const byFormat = kept.get(section) ?? new Map<ExplanationFormat, readonly Reason[]>()
  kept.set(section, byFormat)
  const known = byFormat.get(explained)
  if (known !== undefined) return known
  const has = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word))
  const reasons = passagesOf(section).flatMap(({ at, value: passage }) =>
    passage.heading
      ? []
      : sentencesOf(passage.text).flatMap(({ start, end }): readonly Reason[] => {
          const text = passage.text.slice(start, end)
          // A request of a template that nobody has met is no reason.
          const gives = has(text, explained.about) && has(text, explained.because) && !text.includes('请填写')
          if (!gives) return []
          const span = shift(sourceSpan(passage, start, end), at)
          return [{ text, written: section.text.slice(span.start, span.end).replace(/\s+/g, ' '), span }]
        }),
  )
  byFormat.set(explained, reasons)
  return reasons
}
