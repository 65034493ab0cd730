import { fieldsOf, type Field } from '../../formats/field.ts'
import type { Format } from '../../formats/format.ts'
import type { FilledTerm, Outcome } from '../../reconcile/outcome.ts'
import { rowTitle } from '../../report/figureName.ts'
import { inLocale, type Locale, type Text } from '../../text/message.ts'
import { escapeMarkdown, escapeWritten } from '../markup.ts'

export type State = Outcome['state']

export const outcomeWord: Readonly<Record<State, Text>> = {
  balanced: { zh: '平', en: 'balanced' },
  broken: { zh: '不平', en: 'broken' },
  unchecked: { zh: '不可核', en: 'cannot be checked' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
}

/** The relation with the word for its outcome: `勾稽 总计＝…：**不平**`. */
export function outcomeLine(outcome: Outcome, format: Format, locale: Locale): string {
  const word = inLocale(outcomeWord[outcome.state], locale)
  const why = reason(outcome, format, locale)
  const title = escapeMarkdown(inLocale(outcome.relation.family.title, locale))
  return inLocale(
    {
      zh: `**勾稽** ${title} — **${word}**${why === undefined ? '' : `（${why}）`}`,
      en: `**Relation** ${title} — **${word}**${why === undefined ? '' : ` (${why})`}`,
    },
    locale,
  )
}

/** Why an outcome is not plain; undefined where nothing needs to be said. */
function reason(outcome: Outcome, format: Format, locale: Locale): string | undefined {
  if (outcome.state === 'not-applicable') return inLocale({ zh: '各项均为 0', en: 'all figures are zero' }, locale)
  if (outcome.state !== 'unchecked') return outcome.blanksAsZero ? inLocale(assumed, locale) : undefined
  const name = termNames(outcome, format, locale)
  const faults = [...outcome.left, ...outcome.right].flatMap(({ field, figure }) => {
    const item = escapeMarkdown(name(field))
    if (figure === undefined) return [inLocale({ zh: `缺“${item}”`, en: `“${item}” is absent` }, locale)]
    if (!outcome.unreadable.includes(figure)) return []
    const written = escapeWritten(figure.cell.text)
    return figure.reading.state === 'blank'
      ? [inLocale({ zh: `“${item}”空白`, en: `“${item}” is blank` }, locale)]
      : [inLocale({ zh: `“${item}”填“${written}”`, en: `“${item}” says “${written}”` }, locale)]
  })
  const rest = faults.length - shown
  const more = rest > 0 ? inLocale({ zh: `等 ${faults.length} 处`, en: ` and ${rest} more` }, locale) : ''
  return faults.slice(0, shown).join(inLocale({ zh: '、', en: ', ' }, locale)) + more
}

/** So many reasons are named; a table of blanks has hundreds. */
const shown = 3

const assumed: Text = { zh: '空白格按 0 计', en: 'blanks read as zero' }

/** How the terms of a relation are told apart: by row, by column, or by both. */
export function termNames(
  { left, right }: { readonly left: readonly FilledTerm[]; readonly right: readonly FilledTerm[] },
  format: Format,
  locale: Locale,
): (field: string) => string {
  const fields = fieldsOf(format)
  const terms = [...left, ...right].flatMap(({ field }) => fields.get(field) ?? [])
  const oneRow = terms.every((it) => it.row === terms[0]?.row)
  const oneColumn = terms.every((it) => it.column === terms[0]?.column)
  const row = (it: Field): string => inLocale({ zh: rowTitle(it.row), en: it.row.english }, locale)
  const column = (it: Field): string => inLocale({ zh: it.column.label, en: it.column.english }, locale)
  return (id) => {
    const field = fields.get(id)
    if (field === undefined) return id
    return oneRow ? column(field) : oneColumn ? row(field) : `${row(field)} · ${column(field)}`
  }
}
