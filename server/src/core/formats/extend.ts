import type {
  BlockFormat,
  ColumnFormat,
  ContentFormat,
  Format,
  GroupFormat,
  RelationFormat,
  RowFormat,
  SectionFormat,
  TableFormat,
  YearlyFormat,
} from './format.ts'
import { canStand } from './yearly.ts'

/**
 * A form told by what sets it apart from another: plain data, as a form is. What is not named stays as it is in the
 * base.
 */
export type FormatPatch = {
  /** The id of the form that this one varies. */
  readonly extends: string
  readonly form: Pick<Format, 'id' | 'title' | 'basis' | 'years' | 'fingerprints'> &
    Partial<Pick<Format, 'law' | 'reportTitle' | 'preamble' | 'rollUp'>>
  /** What is cited in place of what, wherever the base cites it. */
  readonly sources?: Readonly<Record<string, string>>
  readonly sections?: ListPatch<SectionFormat>
  readonly contents?: ListPatch<ContentFormat>
  readonly tables?: ListPatch<TableFormat>
  /** By `table.block`. */
  readonly blocks?: Readonly<Record<string, BlockPatch>>
  /** Named by `table.relation`. */
  readonly relations?: ListPatch<RelationFormat>
  /** Named by `table.equation`. */
  readonly yearly?: ListPatch<YearlyFormat>
}

export type BlockPatch = {
  readonly rows?: ListPatch<RowFormat>
  readonly columns?: ListPatch<ColumnFormat>
  /** Groups are named by their labels. A label that changes also changes where rows and columns name it. */
  readonly groups?: ListPatch<GroupFormat>
}

export type ListPatch<T> = {
  readonly remove?: readonly string[]
  readonly change?: Readonly<Record<string, Partial<T>>>
  /** Puts items behind the one named, or in front of all where none is. */
  readonly add?: readonly { readonly after?: string; readonly items: readonly T[] }[]
}

/** The form that a patch makes of its base. Throws if it names anything that the base does not have. */
export function extendFormat(base: Format, patch: FormatPatch): Format {
  const fail: Fail = (what) => {
    throw new Error(`form ${patch.form.id}, which extends ${base.id}: ${what}`)
  }
  if (patch.extends !== base.id) fail(`it is made to extend ${patch.extends}`)
  const named = ({ id }: { readonly id: string }): string => id
  const tables = patchBlocks(patchList(base.tables, patch.tables, named, 'table', fail), patch.blocks ?? {}, fail)
  const inTable = (it: { readonly table: string; readonly id: string }): string => `${it.table}.${it.id}`
  const { remove = [], change = {} } = patch.yearly ?? {}
  const told = [...remove, ...Object.keys(change)]
  const inherited = (base.yearly ?? []).map(inTable).filter((name) => !told.includes(name))
  // An inherited equation about what the form no longer has went with it.
  const yearly = patchList(base.yearly ?? [], patch.yearly, inTable, 'equation', fail).filter(
    (it) => !inherited.includes(inTable(it)) || canStand(it, tables),
  )
  const extended = {
    ...base,
    sections: patchList(base.sections, patch.sections, named, 'section', fail),
    contents: patchList(base.contents, patch.contents, named, 'content', fail),
    tables,
    relations: patchList(base.relations, patch.relations, inTable, 'relation', fail),
    ...(yearly.length === 0 ? {} : { yearly }),
  }
  return { ...citing(extended, patch.sources ?? {}, fail), ...patch.form }
}

type Fail = (what: string) => never

function patchList<T>(
  list: readonly T[],
  patch: ListPatch<T> | undefined,
  name: (item: T) => string,
  what: string,
  fail: Fail,
): readonly T[] {
  if (patch === undefined) return list
  const { remove = [], change = {}, add = [] } = patch
  const names = list.map(name)
  for (const wanted of [...remove, ...Object.keys(change), ...add.flatMap(({ after }) => after ?? [])])
    if (!names.includes(wanted)) fail(`the base has no ${what} ${wanted}`)
  for (const { items } of add)
    for (const item of items)
      if (names.includes(name(item)) && !remove.includes(name(item)))
        fail(`the base has a ${what} ${name(item)} already`)
  const added = (after: string | undefined): readonly T[] => add.flatMap((it) => (it.after === after ? it.items : []))
  return [
    ...added(undefined),
    ...list.flatMap((item) => {
      const own = name(item)
      const kept = remove.includes(own) ? [] : [{ ...item, ...change[own] }]
      return [...kept, ...added(own)]
    }),
  ]
}

function patchBlocks(
  tables: readonly TableFormat[],
  patches: Readonly<Record<string, BlockPatch>>,
  fail: Fail,
): readonly TableFormat[] {
  const names = tables.flatMap((table) => table.blocks.map((block) => `${table.id}.${block.id}`))
  for (const name of Object.keys(patches)) if (!names.includes(name)) fail(`the base has no block ${name}`)
  return tables.map((table) => ({
    ...table,
    blocks: table.blocks.map((block) => {
      const patch = patches[`${table.id}.${block.id}`]
      return patch === undefined ? block : patchBlock(block, patch, fail)
    }),
  }))
}

function patchBlock(block: BlockFormat, patch: BlockPatch, fail: Fail): BlockFormat {
  const renamed = new Map<string, string>()
  for (const [label, { label: changed }] of Object.entries(patch.groups?.change ?? {}))
    if (changed !== undefined) renamed.set(label, changed)
  for (const row of block.rows) {
    const changed = patch.rows?.change?.[row.id]?.label
    if (changed !== undefined) renamed.set(row.label, changed)
  }
  const rename = (label: string): string => renamed.get(label) ?? label
  const rows = block.rows.map((row) => ({ ...row, path: row.path.map(rename) }))
  const columns = block.columns.map((it) => (it.group === undefined ? it : { ...it, group: rename(it.group) }))
  return {
    ...block,
    rows: patchList(rows, patch.rows, ({ id }) => id, 'row', fail),
    columns: patchList(columns, patch.columns, ({ id }) => id, 'column', fail),
    groups: patchList(block.groups, patch.groups, ({ label }) => label, 'group', fail),
  }
}

/** The same data with other sources under `basis`, each once. */
function citing<T>(data: T, sources: Readonly<Record<string, string>>, fail: Fail): T {
  const unused = new Set(Object.keys(sources))
  const cite = (source: string): string => {
    unused.delete(source)
    return sources[source] ?? source
  }
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) {
      const items = value.map((item) => walk(item, key))
      return key === 'basis' ? [...new Set(items)] : items
    }
    if (typeof value === 'string') return key === 'basis' ? cite(value) : value
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, name)]))
  }
  const result = walk(data, '') as T
  for (const source of unused) fail(`the base does not cite ${source}`)
  return result
}
