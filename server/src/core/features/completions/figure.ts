import type { Analysis } from '../../analyse.ts'
import { fieldsOf, type Field } from '../../formats/field.ts'
import { readDocument, sectionsWithin } from '../../markdown/document.ts'
import { namesOf } from '../../report/mentions/fieldNames.ts'
import { mentionsIn, type Mention } from '../../report/mentions/mentions.ts'
import type { Report } from '../../report/report.ts'
import { digits, sum } from '../../text/decimal.ts'
import { message, render, type Locale, type Text } from '../../text/message.ts'
import { contains, type Span } from '../../text/span.ts'
import { fieldReader } from '../paragraph/figures.ts'
import { escapeMarkdown } from '../markup.ts'
import { sortKey, type Completion } from './completion.ts'
import type { Line } from './line.ts'

/**
 * The figure that the words before the cursor speak of, with its unit: what stands there is read as if a number had
 * been typed already, so that what is offered is what the number will be compared with.
 */
export function figureCompletions(
  analysis: Analysis & { readonly report: Report },
  { offset, before, after }: Line,
  locale: Locale,
): readonly Completion[] {
  const typed = /[\d.,]*$/.exec(before)?.[0] ?? ''
  // What a template left to be filled in is filled in.
  const request = /^（请填写：[^（）]*）/.exec(after)?.[0] ?? ''
  const behind = after.slice(request.length)
  if (!/\p{Script=Han}[）)”》]?$/u.test(before.slice(0, before.length - typed.length)) || /^\s*[\d.,]/.test(behind))
    return []
  const { report } = analysis
  const span = { start: offset - typed.length, end: offset + request.length }
  const units = unitsOf(report)
  const written = units.find((unit) => behind.trimStart().startsWith(unit))
  for (const unit of written === undefined ? units : ['']) {
    const mention = mentionAt(report, span, `${probe}${unit}`)
    if (mention !== undefined) return offered(mention, analysis, written, span, locale)
  }
  return []
}

/** A number that nothing else in the sentence could be mistaken for: it is only there to be read. */
const probe = '7'

const unitsOf = ({ format }: Report): readonly string[] => [
  ...new Set([...fieldsOf(format).values()].flatMap(({ unit }) => unit?.zh ?? [])),
]

/** What would be read at the place if `text` stood there, in prose of all that the tables cover. */
function mentionAt(report: Report, place: Span, text: string): Mention | undefined {
  for (const { at, value } of sectionsWithin(report.document, place)) {
    const [start, end] = [place.start - at, place.end - at]
    if (!value.blocks.some(({ kind, span }) => kind === 'paragraph' && contains(span, start) && contains(span, end)))
      continue
    const { sections } = readDocument(value.text.slice(0, start) + text + value.text.slice(end))
    const document = { ...report.document, sections: sections.map((it) => ({ ...it, at: at + it.at })) }
    const found = mentionsIn({ ...report, document }).find(({ number }) => number?.start === place.start)
    if (found?.scope.kind === 'all') return found
  }
  return undefined
}

function offered(
  { item, fields }: Mention,
  analysis: Analysis & { readonly report: Report },
  written: string | undefined,
  span: Span,
  locale: Locale,
): readonly Completion[] {
  const read = fieldReader(analysis)
  const known = fieldsOf(analysis.report.format)
  const customary = (item.accepted ?? []).flatMap(({ fields: ids, unsaid }): readonly (readonly Field[])[] =>
    unsaid === undefined && ids.every((id) => known.has(id)) ? [ids.flatMap((id) => known.get(id) ?? [])] : [],
  )
  const completions: Completion[] = []
  for (const own of [fields, ...customary]) {
    const values = own.map(({ id }) => read(id))
    const doubtful = values.some((it) => 'refusal' in it)
    const figures = values.map((it) => ('value' in it ? it.value : it.doubted))
    if (figures.includes(undefined)) continue
    const figure = digits(sum(figures.flatMap((it) => it ?? [])))
    const unit = own[0]?.unit?.zh ?? ''
    const label = written === undefined ? `${figure}${unit}` : figure
    if (completions.some((it) => it.label === label)) continue
    completions.push({
      label,
      detail: namesOf(own),
      documentation: escapeMarkdown(
        render(message(doubtful ? texts.doubtful : texts.table, { table: own[0]?.table.title ?? '' }), locale),
      ),
      kind: 'figure',
      filter: label,
      sort: sortKey(completions.length),
      span,
      snippet: label,
    })
  }
  return completions
}

const texts = {
  table: { zh: '取自{table}。', en: 'From {table}.' },
  doubtful: {
    zh: '取自{table}。这个数的勾稽关系不平，请先核对。',
    en: 'From {table}. The figure does not reconcile: check it first.',
  },
} satisfies Readonly<Record<string, Text>>
