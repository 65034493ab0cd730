import { relationsOf } from '../formats/relation.ts'
import type { Format } from '../formats/format.ts'
import { sum, type Decimal } from '../text/decimal.ts'
import type { Summary } from './summary.ts'
import { sameFigure } from './yearly.ts'

/**
 * What a sum of fields of a form comes to in another report, as its totals say and as the parts of these do where that
 * is something else. `-` before a field takes it away. Empty where a figure is absent or unreadable, or means
 * something else there.
 */
export function sumBefore(format: Format, fields: readonly string[], summary: Summary): readonly Decimal[] {
  const total = summed(fields, (id) => sameFigure(format, id, summary)?.value)
  if (total === undefined) return []
  const parts = summed(fields, (id) => partsOf(format, id, summary) ?? sameFigure(format, id, summary)?.value)
  return parts === undefined || parts.eq(total) ? [total] : [total, parts]
}

function summed(fields: readonly string[], valueOf: (id: string) => Decimal | undefined): Decimal | undefined {
  const values = fields.map((id) => (id.startsWith('-') ? valueOf(id.slice(1))?.times(-1) : valueOf(id)))
  return values.includes(undefined) ? undefined : sum(values.flatMap((it) => it ?? []))
}

function partsOf(format: Format, id: string, summary: Summary): Decimal | undefined {
  for (const { derived, right } of relationsOf(format)) {
    if (derived?.as !== 'total' || derived.field !== id) continue
    const parts = summed(
      right.map(({ field }) => field),
      (field) => sameFigure(format, field, summary)?.value,
    )
    if (parts !== undefined) return parts
  }
  return undefined
}
