import type { Format } from '../../formats/format.ts'
import { reconcile } from '../../reconcile/reconcile.ts'
import type { Figure } from '../../report/figure.ts'
import type { BoundTable } from '../../report/table.ts'
import type { Locale } from '../../text/message.ts'
import { arithmetic } from './arithmetic.ts'
import { renderCard } from './card.ts'

/**
 * A figure: its row’s and its column’s meaning together, and every relation it stands in, worked out. `others` is what
 * other reports say of it.
 */
export function figureCard(
  { field }: Figure,
  bound: BoundTable,
  format: Format,
  others: readonly string[],
  locale: Locale,
): string {
  const { row, column, table, unit } = field
  const outcomes = reconcile(bound, format).outcomes.filter(({ left, right }) =>
    [...left, ...right].some((term) => term.field === field.id),
  )
  return renderCard(
    {
      name: { zh: `${row.label} · ${column.label}`, en: `${row.english} · ${column.english}` },
      place: [table.title, ...row.path, ...(column.group === undefined ? [] : [column.group])],
      unit,
      explained: [row, column],
      arithmetic: [...others, ...outcomes.map((outcome) => arithmetic(outcome, field.id, format, locale))],
    },
    format,
    locale,
  )
}
