import type { Text } from '../text/message.ts'
import { fieldId } from './field.ts'
import type { BlockFormat, Format, RelationFormat, TableFormat, TermFormat } from './format.ts'

export type Term = { readonly field: string; readonly weight: number }

/** One equality or inequality between fields (勾稽关系), multiplied out from its family. */
export type Relation = {
  /** `table.family` or `table.family.row-or-column`, such as `t3.row-total.r01`. */
  readonly id: string
  readonly family: RelationFormat
  readonly left: readonly Term[]
  readonly operator: RelationFormat['operator']
  readonly right: readonly Term[]
  /** The field that the others determine, if the form makes one so. */
  readonly derived: { readonly field: string; readonly as: 'total' | 'balance' } | undefined
  /** What sets this member of the family apart: the label of its row or column. */
  readonly member: Text | undefined
}

const kept = new WeakMap<Format, readonly Relation[]>()

/** All relations of the format. Throws if a term names a row or column that the block lacks: the data is wrong. */
export function relationsOf(format: Format): readonly Relation[] {
  const known = kept.get(format)
  if (known !== undefined) return known
  const relations = format.relations.flatMap((family) => members(family, format))
  kept.set(format, relations)
  return relations
}

/** The row or column for which a member of a family stands. */
export type Member = { readonly row?: string; readonly column?: string; readonly label: Text }

function members(family: RelationFormat, format: Format): readonly Relation[] {
  const [table, block] = placeOf(family, format)
  if (family.each === 'once') return [multiply(family, table, block, undefined)]
  return membersOf(family, family.each, block).map((member) => multiply(family, table, block, member))
}

/** The table and the block that a family names. Throws if there are none: the data is wrong. */
export function placeOf(
  family: Pick<RelationFormat, 'id' | 'table' | 'block'>,
  format: Format,
): readonly [TableFormat, BlockFormat] {
  const table = format.tables.find((it) => it.id === family.table)
  const block = table?.blocks.find((it) => it.id === family.block)
  if (table === undefined || block === undefined)
    throw new Error(`relation ${family.id}: no block ${family.table}.${family.block}`)
  return [table, block]
}

/** The rows or columns of the block that a family is multiplied over, in the form’s order. */
export function membersOf(
  { only }: Pick<RelationFormat, 'only'>,
  each: 'row' | 'column',
  block: BlockFormat,
): readonly Member[] {
  const axis = each === 'row' ? block.rows : block.columns
  return axis
    .filter((it) => only === undefined || only.includes(it.id))
    .map((it) => {
      const label = { zh: it.label, en: it.english }
      return each === 'row' ? { row: it.id, label } : { column: it.id, label }
    })
}

function multiply(
  family: RelationFormat,
  table: TableFormat,
  block: BlockFormat,
  member: Member | undefined,
): Relation {
  const terms = (of: readonly TermFormat[]): readonly Term[] =>
    of.flatMap((term) => fieldsIn(term, member, table, block))
  const derivedField = family.derived === undefined ? undefined : terms([family.derived.term])[0]?.field
  return {
    id: [table.id, family.id, member?.row ?? member?.column].filter((part) => part !== undefined).join('.'),
    family,
    left: terms(family.left),
    operator: family.operator,
    right: terms(family.right),
    derived:
      family.derived === undefined || derivedField === undefined
        ? undefined
        : { field: derivedField, as: family.derived.as },
    member: member?.label,
  }
}

/** The fields that a term stands for. Throws if it names a row or column that the block lacks. */
export function fieldsIn(
  term: TermFormat,
  member: Member | undefined,
  table: TableFormat,
  block: BlockFormat,
): readonly Term[] {
  const rows = range(member?.row ?? term.row, block.rows, `${table.id}.${block.id} row`)
  const columns = range(member?.column ?? term.column, block.columns, `${table.id}.${block.id} column`)
  return rows.flatMap((row) =>
    columns.map((column) => ({ field: fieldId(table.id, row, column), weight: term.weight ?? 1 })),
  )
}

/** The ids that `a` or `a..b` stands for, in the form's order. */
function range(ids: string | undefined, axis: readonly { readonly id: string }[], what: string): readonly string[] {
  const [first, last = first] = (ids ?? '').split('..')
  const from = axis.findIndex((it) => it.id === first)
  const to = axis.findIndex((it) => it.id === last)
  if (from < 0 || to < from) throw new Error(`${what}: no range ${ids ?? '(none)'}`)
  return axis.slice(from, to + 1).map((it) => it.id)
}
