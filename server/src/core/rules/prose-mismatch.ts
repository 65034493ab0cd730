import { columnOf } from '../markdown/column.ts'
import { valueOf } from '../report/figure.ts'
import { figureName, quotable } from '../report/figureName.ts'
import { compare } from '../report/mentions/compare.ts'
import { namesOf } from '../report/mentions/fieldNames.ts'
import { mentionsOf, readerFor, type Mention } from '../report/mentions/mentions.ts'
import type { Report } from '../report/report.ts'
import { setFigure } from '../report/setFigure.ts'
import { digits, zero, type Decimal } from '../text/decimal.ts'
import { shift } from '../text/span.ts'
import { sectionRule, type Fix, type Related } from './rule.ts'
import { figureSpan } from './shared/figureSpan.ts'

/**
 * A figure in prose agrees with the table it speaks of. Only what is certain is compared: one field or one sum of
 * fields, of this year and of all that the tables cover. Legal source: article 50 wants one set of facts.
 */
export const proseMismatch = sectionRule({
  code: 'prose-mismatch',
  severity: 'information',
  reads: 'tables',
  context: widelyNamed,
  messages: {
    differs: {
      zh: '正文“{clause}”写的是 {written}，表中“{figure}”是 {expected}，相差 {difference}。',
      en: 'The text says {written} (“{clause}”), the table has {expected} for “{figure}”: a difference of {difference}.',
    },
    taken: {
      zh: '正文“{clause}”写的是 {written}，表中“{figure}”是 {expected}，相差 {difference}；{written} 是“{other}”的数，可能取错了格。',
      en: 'The text says {written} (“{clause}”), the table has {expected} for “{figure}”: a difference of {difference}. {written} is the number of “{other}”, perhaps taken from the wrong cell.',
    },
    none: {
      zh: '正文写“{clause}”，表中“{figure}”却是 {expected}。',
      en: 'The text says that there was none (“{clause}”), the table has {expected} for “{figure}”.',
    },
    claim: {
      zh: '正文写“{clause}”，表中却有：{figures}。',
      en: 'The text says “{clause}”, but the table has: {figures}.',
    },
    unsaid: {
      zh: '正文“{clause}”写的是 {written}，表中“{figure}”是 {expected}；{written} 等于{reading}，建议在句中写明。',
      en: 'The text says {written} (“{clause}”), the table has {expected} for “{figure}”; {written} is {reading} ({english}), which is better said.',
    },
    scope: {
      zh: '正文“{clause}”写的是 {written}，表中“{figure}”是 {expected}；如果 {written} 只是“{words}”的数、表中是全部机关的数，建议在句中写明。',
      en: 'The text says {written} (“{clause}”), the table has {expected} for “{figure}”; if {written} is the number of “{words}” alone and the table covers all bodies, it is better said.',
    },
    cell: { zh: '{figure}实填 {value}', en: '{figure} is {value}' },
    text: { zh: '正文改为 {expected}', en: 'Change the text to {expected}' },
    table: { zh: '表中“{figure}”改为 {written}', en: 'Change “{figure}” in the table to {written}' },
    state: { zh: '正文改写为“{instead}”', en: 'Write “{instead}” in the text' },
    sayReading: { zh: '补写口径“（{reading}）”', en: 'Add “{reading}” ({english})' },
    sayScope: {
      zh: '补写口径“（仅{words}，不含其他机关）”',
      en: 'Say that it is the number of “{words}” alone',
    },
  },
  *check({ section, at, report }) {
    for (const mention of mentionsOf(report, section, at).counts) {
      const result = compare(mention, report)
      if (result.state === 'agrees' || result.state === 'unknown') continue
      const { written, expected } = result
      const args = {
        clause: quotable(mention.clause),
        figure: quotable(namesOf(mention.fields)),
        written: digits(written),
        expected: digits(expected),
        difference: digits(written.minus(expected).abs()),
      }
      const place = { span: mention.span, related: cells(mention) }
      const insert = (text: string) => ({ span: { start: mention.span.end, end: mention.span.end }, text })
      const corrections = correctionsOf(mention, written, expected, args)
      if (result.state === 'unsaid') {
        const reading = { reading: result.reading.zh, english: result.reading.en }
        yield {
          message: 'unsaid',
          args: { ...args, ...reading },
          severity: 'hint',
          ...place,
          fixes: [
            { title: 'sayReading', args: reading, edits: [insert(`（${result.reading.zh}）`)], effect: 'text' },
            ...corrections,
          ],
        }
      } else if (result.state === 'scope') {
        const words = { words: result.words }
        yield {
          message: 'scope',
          args: { ...args, ...words },
          ...place,
          fixes: [
            { title: 'sayScope', args: words, edits: [insert(`（仅${result.words}，不含其他机关）`)], effect: 'text' },
            ...corrections,
          ],
        }
      } else {
        const other = result.taken === undefined ? undefined : quotable(result.taken.name)
        if (mention.quantity === undefined) {
          const message = mention.fields.length === 1 ? 'none' : 'claim'
          yield {
            message,
            args: { ...args, figures: telling(mention) },
            ...place,
            fixes: contradictions(mention, expected, args),
          }
        } else if (other === undefined) yield { message: 'differs', args, ...place, fixes: corrections }
        else yield { message: 'taken', args: { ...args, other }, ...place, fixes: corrections }
      }
    }
  },
})

/**
 * Whether a number of the office alone may stand depends on whether the report says anywhere what the number of all is:
 * what is said so is named here, and nothing where no number is of the office alone.
 */
function widelyNamed(report: Report): string {
  const reader = readerFor(report)
  const all = reader === undefined ? [] : columnOf(report.document, reader)
  if (!all.some(({ counts }) => counts.some(({ scope }) => scope.kind === 'own'))) return ''
  const named = all.flatMap(({ counts }) =>
    counts.flatMap(({ scope, item }) => (scope.kind === 'all' ? [item.id] : [])),
  )
  return [...new Set(named)].sort().join(' ')
}

const cells = ({ figures }: Mention): readonly Related<'cell'>[] =>
  figures
    .filter(({ figure }) => figures.length === 1 || valueOf(figure)?.eq(0) === false)
    .map(({ figure, at }) => ({
      message: 'cell',
      args: { figure: figureName(figure.field), value: figure.cell.text === '' ? '（空白）' : figure.cell.text },
      span: shift(figureSpan(figure), at),
    }))

/** What the table has against a sentence that says there was nothing: 行政复议·尚未审结 2. */
const telling = ({ figures }: Mention): string =>
  figures
    .filter(({ figure }) => valueOf(figure)?.eq(0) === false)
    .map(({ figure }) => `${figureName(figure.field)} ${figure.cell.text}`)
    .join('、')

/** The sentence may give the number, or the one cell it speaks of may be 0. */
function contradictions(
  { item, denial, figures }: Mention,
  expected: Decimal,
  args: { readonly figure: string; readonly written: string },
): readonly Fix<'state' | 'table'>[] {
  const instead = item.instead?.replace('{n}', digits(expected))
  const inText: Fix<'state'>[] =
    instead === undefined || denial === undefined
      ? []
      : [{ title: 'state', args: { instead }, edits: [{ span: denial, text: instead }], effect: 'text' }]
  const [only, ...others] = figures
  if (only === undefined || others.length > 0) return inText
  const edits = setFigure(only.figure, zero).map(({ span, text }) => ({ span: shift(span, only.at), text }))
  return [...inText, { title: 'table', args, edits, effect: 'figure' }]
}

/** Either side may be wrong, so neither change is preferred. A number in another unit than the cell's is left alone. */
function correctionsOf(
  { number, quantity, figures }: Mention,
  written: Decimal,
  expected: Decimal,
  args: { readonly figure: string; readonly written: string; readonly expected: string },
): readonly Fix<'text' | 'table'>[] {
  if (number === undefined || quantity === undefined || quantity.step.gt(1) || /元$/.test(quantity.unit)) return []
  const [only, ...others] = figures
  const inText = { title: 'text', args, edits: [{ span: number, text: digits(expected) }], effect: 'text' } as const
  if (only === undefined || others.length > 0) return [inText]
  const edits = setFigure(only.figure, written).map(({ span, text }) => ({ span: shift(span, only.at), text }))
  return [inText, { title: 'table', args, edits, effect: 'figure' }]
}
