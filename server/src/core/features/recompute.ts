import type { Analysis } from '../analyse.ts'
import { fieldsOf } from '../formats/field.ts'
import type { Format } from '../formats/format.ts'
import type { Placed } from '../markdown/document.ts'
import { reconcile } from '../reconcile/reconcile.ts'
import { isEmptyFigure, valueOf, type Figure } from '../report/figure.ts'
import type { BoundTable } from '../report/table.ts'
import { figureName } from '../report/figureName.ts'
import { setFigures } from '../report/setFigure.ts'
import type { Decimal } from '../text/decimal.ts'
import { message, type Message } from '../text/message.ts'
import { overlaps, shift, type Edit, type Span } from '../text/span.ts'
import { totalsOf, type Total } from './recompute/totals.ts'

export type Recomputed = {
  /** Offsets count from the start of the document; they hold no line breaks. */
  readonly edits: readonly Edit[]
  /** How many figures change. */
  readonly changed: number
  /** Totals that could not be computed, and which figure stands in the way. */
  readonly refused: readonly { readonly message: Message; readonly span: Span }[]
}

/**
 * Sets every total to the sum of its parts, inner totals first, in the tables that the span touches, or in all. No
 * part is ever changed. A total with a part that is blank, unreadable, wrong by itself or absent is left as it is,
 * unless reading all blanks of its table as zero makes the whole table balance.
 */
export function recomputeTotals({ report }: Analysis, span: Span | undefined): Recomputed {
  const tables = (report?.tables ?? []).filter(
    ({ at, value }) => span === undefined || overlaps(shift(value.grid.span, at), span),
  )
  const done = report === undefined ? [] : tables.map((table) => inTable(table, report.format))
  return {
    edits: done.flatMap((it) => it.edits),
    changed: done.reduce((count, it) => count + it.changed, 0),
    refused: done.flatMap((it) => it.refused),
  }
}

function inTable({ at, value: table }: Placed<BoundTable>, format: Format): Recomputed {
  const { outcomes, blanksAsZero } = reconcile(table, format)
  const totals = [...totalsOf(outcomes, table.figures, blanksAsZero)].flatMap(([field, total]) => {
    const figure = table.figures.get(field)
    return figure === undefined ? [] : [{ figure, total }]
  })
  const changes = totals.flatMap(({ figure, total }) =>
    'value' in total && differs(figure, total.value, blanksAsZero) ? [[figure, total.value] as const] : [],
  )
  return {
    edits: setFigures(changes).map((edit) => ({ ...edit, span: shift(edit.span, at) })),
    changed: changes.length,
    refused: totals.flatMap(({ figure, total }) =>
      'value' in total ? [] : [{ message: refusal(figure, total, table, format), span: shift(figure.cell.span, at) }],
    ),
  }
}

/** Whether the total is to be written: not where it says the value already, in whatever way. */
const differs = (figure: Figure, value: Decimal, blanksAsZero: boolean): boolean =>
  isEmptyFigure(figure) ? !blanksAsZero : valueOf(figure)?.eq(value) !== true

function refusal(
  figure: Figure,
  { missing }: Extract<Total, { readonly missing: ReadonlySet<string> }>,
  table: BoundTable,
  format: Format,
): Message {
  const [first = ''] = missing
  const name = (field: string): { readonly zh: string; readonly en: string } => {
    const known = fieldsOf(format).get(field)
    return known === undefined
      ? { zh: field, en: field }
      : { zh: figureName(known), en: `${known.row.english} · ${known.column.english}` }
  }
  const of = name(figure.field.id)
  const part = name(first)
  const args = {
    total: of.zh,
    totalEnglish: of.en,
    part: part.zh,
    partEnglish: part.en,
    written: table.figures.get(first)?.cell.text ?? '',
    more: missing.size - 1,
  }
  const state = table.figures.get(first)?.reading.state
  const texts = missing.size > 1 ? several : single
  return message(state === undefined ? texts.absent : state === 'blank' ? texts.blank : texts.unreadable, args)
}

const single = {
  absent: {
    zh: '{total}：表中没有“{part}”，未重算',
    en: '{totalEnglish}: not recomputed, {partEnglish} is absent',
  },
  blank: {
    zh: '{total}：“{part}”空白，未重算',
    en: '{totalEnglish}: not recomputed, {partEnglish} is blank',
  },
  unreadable: {
    zh: '{total}：“{part}”填的是“{written}”，未重算',
    en: '{totalEnglish}: not recomputed, {partEnglish} says “{written}”',
  },
}

const several = {
  absent: {
    zh: '{total}：表中没有“{part}”（另有 {more} 格不能用），未重算',
    en: '{totalEnglish}: not recomputed, {partEnglish} is absent (and {more} more cells cannot be used)',
  },
  blank: {
    zh: '{total}：“{part}”空白（另有 {more} 格不能用），未重算',
    en: '{totalEnglish}: not recomputed, {partEnglish} is blank (and {more} more cells cannot be used)',
  },
  unreadable: {
    zh: '{total}：“{part}”填的是“{written}”（另有 {more} 格不能用），未重算',
    en: '{totalEnglish}: not recomputed, {partEnglish} says “{written}” (and {more} more cells cannot be used)',
  },
}
