import { waivedRelations, type Analysis } from '../../analyse.ts'
import { fieldsOf, type Field } from '../../formats/field.ts'
import { explain, type Cause } from '../../reconcile/explain.ts'
import { figuresOf } from '../../reconcile/outcome.ts'
import { reconcile } from '../../reconcile/reconcile.ts'
import { isEmptyFigure, valueOf, type Figure } from '../../report/figure.ts'
import { figureName } from '../../report/figureName.ts'
import { figureOf } from '../../report/mentions/mentions.ts'
import type { Report } from '../../report/report.ts'
import { zero, type Decimal } from '../../text/decimal.ts'
import { message, type Message, type Text } from '../../text/message.ts'
import { shift, type Span } from '../../text/span.ts'

/** Why a figure cannot be written elsewhere; the place where there is one. */
export type Refusal = { readonly message: Message; readonly span: Span | undefined }

/** The value of a field, or why there is none that may be relied on. */
export type FieldValue =
  | { readonly value: Decimal }
  /** `doubted` is what a figure says that does not reconcile. */
  | { readonly refusal: Refusal; readonly doubted?: Decimal }

/**
 * Reads fields that are to be written elsewhere. A blank is zero only where that makes its table balance, and a figure
 * that a broken relation may be blamed on is not repeated: that would spread the mistake.
 */
export function fieldReader(analysis: Analysis & { readonly report: Report }): (field: string) => FieldValue {
  const { report } = analysis
  const waived = waivedRelations(analysis)
  const doubted = new Map(report.tables.map(({ value }) => [value, doubtedIn(value, report, waived)] as const))
  return (id) => {
    const field = fieldsOf(report.format).get(id)
    const placed = figureOf(report, id)
    if (field === undefined || placed === undefined) {
      const isThere = report.tables.some(({ value }) => value.table === field?.table)
      return refused(isThere ? texts.absent : texts.noTable, field, undefined, undefined)
    }
    const { figure, at } = placed
    const span = shift(figure.cell.room, at)
    const table = report.tables.find(({ value }) => value.figures.get(id) === figure)?.value
    if (table === undefined) return refused(texts.absent, field, undefined, undefined)
    const value = valueOf(figure)
    if (doubted.get(table)?.has(figure) === true) {
      const { refusal } = refused(texts.doubtful, field, figure, span)
      return { refusal, ...(value !== undefined && { doubted: value }) }
    }
    if (value !== undefined) return { value }
    if (!isEmptyFigure(figure)) return refused(texts.unreadable, field, figure, span)
    if (reconcile(table, report.format).blanksAsZero) return { value: zero }
    return refused(texts.blank, field, figure, span)
  }
}

type Table = Report['tables'][number]['value']

function doubtedIn(table: Table, { format }: Report, waived: ReadonlySet<string>): ReadonlySet<Figure> {
  const { outcomes } = reconcile(table, format)
  if (!outcomes.some(({ state }) => state === 'broken')) return new Set()
  const standing = outcomes.filter(({ state, relation }) => !(state === 'broken' && waived.has(relation.id)))
  return new Set(explain(standing).flatMap(blamed))
}

function blamed(cause: Cause): readonly Figure[] {
  if (cause.kind === 'figure') return [cause.figure, ...cause.along.map(({ figure }) => figure)]
  if (cause.kind === 'pair') return [...cause.changes, ...cause.rivals.flat()].map(({ figure }) => figure)
  return cause.broken.flatMap(figuresOf)
}

function refused(
  text: Text,
  field: Field | undefined,
  figure: Figure | undefined,
  span: Span | undefined,
): { readonly refusal: Refusal } {
  if (text === texts.noTable)
    return {
      refusal: {
        message: message(text, { table: field?.table.title ?? '', english: field?.table.english ?? '' }),
        span,
      },
    }
  const args = {
    figure: field === undefined ? '' : figureName(field),
    english: field === undefined ? '' : `${field.row.english} · ${field.column.english}`,
    written: figure?.cell.text ?? '',
  }
  return { refusal: { message: message(text, args), span } }
}

const texts = {
  noTable: { zh: '报告里没有“{table}”', en: 'the report has no “{table}” ({english})' },
  absent: { zh: '表中没有“{figure}”', en: 'the tables have no “{figure}” ({english})' },
  blank: { zh: '“{figure}”空白', en: '“{figure}” ({english}) is blank' },
  unreadable: { zh: '“{figure}”填的是“{written}”，读不出数', en: '“{figure}” ({english}) says “{written}”' },
  doubtful: {
    zh: '“{figure}”的勾稽关系不平，要先改表',
    en: '“{figure}” ({english}) does not reconcile: mend the table first',
  },
} satisfies Readonly<Record<string, Text>>
