import { fieldsOf } from '../../formats/field.ts'
import { relationsOf } from '../../formats/relation.ts'
import { sectionsWithin } from '../../markdown/document.ts'
import { namesOf } from '../../report/mentions/fieldNames.ts'
import { mentionsIn, valueOfFields } from '../../report/mentions/mentions.ts'
import { passagesOf, sourceSpan, type Passage } from '../../report/mentions/passages.ts'
import { quantitiesIn, type Quantity } from '../../report/mentions/quantities.ts'
import { sentencesOf } from '../../report/mentions/sentences.ts'
import type { Report } from '../../report/report.ts'
import { digits, type Decimal } from '../../text/decimal.ts'
import { message, type Text } from '../../text/message.ts'
import { overlaps, shift, type Span } from '../../text/span.ts'
import type { CodeAction } from '../codeActions.ts'

/** What a number is a share of. */
type Whole = { readonly value: Decimal; readonly name: Text | undefined }

/**
 * Writes behind a number in prose what share of its whole it is: of the other number that is selected with it, or of
 * the total that the form puts it in, or else of the number before 其中 in the sentence.
 */
export function shares(report: Report, span: Span): readonly CodeAction[] {
  for (const section of sectionsWithin(report.document, span))
    for (const { at: within, value: passage } of passagesOf(section.value)) {
      const at = section.at + within
      const all = quantitiesIn(passage.text).filter(({ unit }) => unit !== '%')
      const own = all.filter(({ start, end }) => overlaps(shift(sourceSpan(passage, start, end), at), span))
      const chosen = choose(own, passage, all, report, at)
      if (chosen !== undefined) return actions(chosen.part, chosen.wholes, passage, at)
    }
  return []
}

function choose(
  own: readonly Quantity[],
  passage: Passage,
  all: readonly Quantity[],
  report: Report,
  at: number,
): { readonly part: Quantity; readonly wholes: readonly Whole[] } | undefined {
  const [first, second, ...more] = own
  if (first === undefined || more.length > 0 || own.some((it) => !it.exact)) return undefined
  if (second === undefined) {
    const wholes = formWholes(first, passage, report, at)
    return { part: first, wholes: wholes.length > 0 ? wholes : spokenWholes(first, passage, all) }
  }
  if (first.unit !== second.unit || first.value.eq(second.value)) return undefined
  const [part, whole] = first.value.lt(second.value) ? [first, second] : [second, first]
  return { part, wholes: [{ value: whole.value, name: undefined }] }
}

/** The totals of the form that the figures which a number speaks of are parts of. */
function formWholes({ start, end }: Quantity, passage: Passage, report: Report, at: number): readonly Whole[] {
  const place = shift(sourceSpan(passage, start, end), at)
  const mention = mentionsIn(report).find((it) => it.span.start === place.start)
  if (mention === undefined) return []
  const fields = fieldsOf(report.format)
  return relationsOf(report.format).flatMap(({ derived, right }): readonly Whole[] => {
    const isPart = mention.fields.every(({ id }) => right.some(({ field }) => field === id))
    const total = derived?.as === 'total' && isPart ? fields.get(derived.field) : undefined
    const value = total && valueOfFields(report, [total.id])
    return total === undefined || value === undefined
      ? []
      : [{ value, name: { zh: namesOf([total]), en: `${total.row.english} · ${total.column.english}` } }]
  })
}

/** The number of the same unit before the 其中 that the sentence put before this one. */
function spokenWholes(part: Quantity, { text }: Passage, all: readonly Quantity[]): readonly Whole[] {
  const start = sentencesOf(text).find((it) => it.start <= part.start && part.end <= it.end)?.start ?? part.start
  const among = text.slice(start, part.start).search(/其中(?!.*其中)/)
  const before = all.findLast(({ end, unit }) => unit === part.unit && end > start && end <= start + among)
  return before?.exact === true ? [{ value: before.value, name: undefined }] : []
}

function actions(part: Quantity, wholes: readonly Whole[], passage: Passage, at: number): readonly CodeAction[] {
  const { text } = passage
  const behind = text.slice(part.end)
  // What has its share already, or is one of several numbers in a row, is left alone.
  if (/^[,(]?(?:约)?占|^\(\d/.test(behind)) return []
  const inList = behind.startsWith('、') || /、[^,;:()]*$/.test(text.slice(0, part.start))
  return wholes
    .filter(({ value }) => value.gt(0) && value.gte(part.value))
    .flatMap(({ value, name }) =>
      precisions(passage).map((places): CodeAction => {
        const share = part.value.times(100).div(value).toFixed(places)
        const args = {
          part: digits(part.value),
          whole: digits(value),
          name: name?.zh ?? '',
          english: name?.en ?? '',
          share,
        }
        const end = shift(sourceSpan(passage, part.start, part.end), at).end
        return {
          title: message(name === undefined ? texts.plain : texts.named, args),
          kind: 'refactor.rewrite.zwgk',
          edits: [{ span: { start: end, end }, text: inList ? `（占比${share}%）` : `，占比${share}%` }],
          preferred: false,
          effect: 'text',
          problems: [],
        }
      }),
    )
}

/** The precision that the paragraph writes shares at, or else one place and two. */
function precisions({ text }: Passage): readonly number[] {
  const written = quantitiesIn(text).find(({ unit }) => unit === '%')
  if (written === undefined) return [1, 2]
  return [written.step.gte(1) ? 0 : (written.step.toFixed().split('.')[1]?.length ?? 0)]
}

const texts = {
  plain: { zh: '计算占比：{part}÷{whole}＝{share}%', en: 'Write the share: {part} ÷ {whole} = {share}%' },
  named: {
    zh: '计算占比：{part}÷{whole}（{name}）＝{share}%',
    en: 'Write the share: {part} ÷ {whole} ({english}) = {share}%',
  },
} satisfies Readonly<Record<string, Text>>
