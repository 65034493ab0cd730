import { labelKey } from '../text/label.ts'
import type { Field } from './field.ts'
import type { Format, TableFormat, TermFormat, YearlyFormat } from './format.ts'
import { fieldsIn, membersOf, placeOf, type Member, type Term } from './relation.ts'

/** One equation between this year’s report and last year’s, multiplied out from its family. */
export type Yearly = {
  /** `table.family.row-or-column`, such as `t3.carried.c7`. */
  readonly id: string
  readonly family: YearlyFormat
  /** The figure of this year. */
  readonly field: string
  readonly last: readonly Term[]
  readonly now: readonly Term[]
}

const kept = new WeakMap<Format, readonly Yearly[]>()

/** All equations between two years of a form, in its order. Throws if one names what the form lacks: the data is wrong. */
export function yearlyOf(format: Format): readonly Yearly[] {
  const known = kept.get(format)
  if (known !== undefined) return known
  const all = (format.yearly ?? []).flatMap((family): readonly Yearly[] => {
    const [table, block] = placeOf(family, format)
    return membersOf(family, family.each, block).flatMap((member: Member): readonly Yearly[] => {
      const terms = (of: readonly TermFormat[]): readonly Term[] =>
        of.flatMap((term) => fieldsIn(term, member, table, block))
      const field = terms([family.figure])[0]?.field
      if (field === undefined) return []
      const id = [table.id, family.id, member.row ?? member.column].join('.')
      return [{ id, family, field, last: terms(family.last), now: terms(family.now) }]
    })
  })
  kept.set(format, all)
  return all
}

/** Whether tables have the rows and columns that an equation names. */
export function canStand(
  { table, block, each, figure, last, now }: YearlyFormat,
  tables: readonly TableFormat[],
): boolean {
  const within = tables.find(({ id }) => id === table)?.blocks.find(({ id }) => id === block)
  const axis = each === 'row' ? within?.columns : within?.rows
  const named = [figure, ...last, ...now].flatMap(({ row, column }) =>
    ((each === 'row' ? column : row) ?? '').split('..'),
  )
  return named.every((name) => axis?.some(({ id }) => id === name) === true)
}

/**
 * Whether a field of one form counts what a field of another does: the same id, and labels of which one knows the
 * other. Forms of different years have fields in common, and ids that came to mean something else.
 */
export function meansTheSame(a: Field, b: Field): boolean {
  if (a === b) return true
  return a.id === b.id && a.kind === b.kind && alike(a.row, b.row) && alike(a.column, b.column)
}

type Labelled = { readonly label: string; readonly aliases: readonly string[] }

function alike(a: Labelled, b: Labelled): boolean {
  if (a === b) return true
  const names = (it: Labelled): readonly string[] => [it.label, ...it.aliases].map(labelKey)
  return names(a).includes(labelKey(b.label)) || names(b).includes(labelKey(a.label))
}
