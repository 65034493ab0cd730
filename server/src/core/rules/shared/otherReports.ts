import { fieldsOf } from '../../formats/field.ts'
import type { ExplanationFormat } from '../../formats/format.ts'
import { readTemplate, toText } from '../../formats/template.ts'
import { sectionsWithin } from '../../markdown/document.ts'
import { brokenIf } from '../../reconcile/change.ts'
import { explain, type Cause } from '../../reconcile/explain.ts'
import { figuresOf, isBroken, type Broken } from '../../reconcile/outcome.ts'
import { reconcile } from '../../reconcile/reconcile.ts'
import type { Account } from '../../related/account.ts'
import type { OtherReport } from '../../related/related.ts'
import type { OtherFigure, Place } from '../../related/summary.ts'
import type { PlacedFigure } from '../../related/values.ts'
import { figureName, rowTitle } from '../../report/figureName.ts'
import type { Report } from '../../report/report.ts'
import type { BoundTable } from '../../report/table.ts'
import { digits, type Decimal } from '../../text/decimal.ts'
import { shift, type Edit, type Span } from '../../text/span.ts'
import type { Text } from '../../text/message.ts'
import type { Finding, Fix, Related } from '../rule.ts'
import { figureSpan } from './figureSpan.ts'

/** Where a figure of another report stands. */
export const placeOf = ({ uri }: OtherReport, { start, end }: OtherFigure): Place => ({ uri, start, end })

/** Where a figure of this report stands in the document. */
export const placedSpan = ({ figure, at }: PlacedFigure): Span => shift(figureSpan(figure), at)

/** Edits of figures, moved to where their table stands. */
export const placedEdits = ({ at }: PlacedFigure, edits: readonly Edit[]): readonly Edit[] =>
  edits.map((edit) => ({ ...edit, span: shift(edit.span, at) }))

/** What a field is called in another report, whose form may name it otherwise. */
export function nameIn({ summary }: OtherReport, field: string): string {
  const known = fieldsOf(summary.format).get(field)
  return known === undefined ? field : figureName(known)
}

/** The same of its row alone. */
export function rowIn({ summary }: Pick<OtherReport, 'summary'>, field: string): string {
  const known = fieldsOf(summary.format).get(field)
  return known === undefined ? field : rowTitle(known.row)
}

/** The year that another report is on. */
export const yearOf = ({ summary }: OtherReport): string => String(summary.head.year ?? '')

/** What its fix is called. */
export const accountMessage: Text = { zh: '在表下写明原因', en: 'Give the reason below the table' }

/** What is attached where the report’s own words may give the reason. */
export const perhapsMessage: Text = {
  zh: '正文可能说明了原因：{sentence}',
  en: 'The text may give the reason: {sentence}',
}

export function perhaps(account: Account): readonly Related<'perhaps'>[] {
  if (account?.kind !== 'perhaps') return []
  const { sentence, span } = account
  const shown = sentence.length > 60 ? `${sentence.slice(0, 60)}…` : sentence
  return [{ message: 'perhaps', args: { sentence: shown }, span }]
}

/**
 * Puts a sentence that accounts for the difference below the table, with the reason left to be filled in. Not offered
 * where it stands already and waits for its reason.
 */
export function accounting(
  { document }: Report,
  { table, at }: PlacedFigure,
  { template }: ExplanationFormat,
  name: string,
  difference: Decimal,
): readonly Fix<'account'>[] {
  const filled = template.replaceAll('{name}', name).replaceAll('{difference}', digits(difference.abs()))
  const sentence = toText(readTemplate(filled), { body: '', year: '' })
  const end = at + table.grid.span.end
  if (sectionsWithin(document, { start: end, end }).some(({ value }) => value.text.includes(sentence))) return []
  return [{ title: 'account', edits: [{ span: { start: end, end }, text: `\n\n${sentence}` }], effect: 'text' }]
}

const kept = new WeakMap<BoundTable, readonly Cause[]>()

/**
 * Whether the arithmetic of the table itself says that the figure should be that number. It is reported there, with
 * the same repair, and need not be told twice.
 */
export function saidByArithmetic({ figure, table }: PlacedFigure, value: Decimal, { format }: Report): boolean {
  const causes = kept.get(table) ?? explain(reconcile(table, format).outcomes)
  kept.set(table, causes)
  return causes.some((it) => it.kind === 'figure' && it.figure === figure && it.value.eq(value))
}

/** What other values for some figures would mend: relations of their table that are broken and balance with them. */
export type Mended = { readonly relations: readonly string[]; readonly broken: readonly Broken[] }

const nothing: Mended = { relations: [], broken: [] }

/**
 * Which broken relations are a consequence of these figures' being wrong: with the values that another report gives,
 * every relation that they stand in balances. Nothing where one would not, for then there is more to it.
 */
export function mendedBy(values: readonly (readonly [PlacedFigure, Decimal])[], { format }: Report): Mended {
  const [first] = values
  if (first === undefined) return nothing
  const { table } = first[0]
  const changes = new Map(values.map(([{ figure }, value]) => [figure, value]))
  const concerned = reconcile(table, format).outcomes.filter((it) =>
    figuresOf(it).some((figure) => changes.has(figure)),
  )
  const broken = concerned.filter(isBroken)
  if (broken.length === 0 || brokenIf(concerned, changes) > 0) return nothing
  return { relations: broken.map(({ relation }) => relation.id), broken }
}

/** What a finding says of the relations that it explains: they count as broken by it, and so it is as grave as they. */
export const explaining = ({ relations }: Mended): Pick<Finding, 'relations' | 'explains' | 'severity'> =>
  relations.length === 0 ? {} : { relations, explains: relations, severity: 'error' }
