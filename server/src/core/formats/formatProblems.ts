import { labelKey, withoutNotes } from '../text/label.ts'
import { message, type Text } from '../text/message.ts'
import type { BlockFormat, Format, RelationFormat, TableFormat, TermFormat, YearlyFormat } from './format.ts'
import type { FormatProblem, JsonPath } from './shape.ts'

/** What in a form of the right shape contradicts itself: names that are taken or lead nowhere, labels in doubt. */
export function formatProblems(format: Format): readonly FormatProblem[] {
  const { sections, contents, tables, relations, yearly = [], rollUp } = format
  const sectionIds = sections.map(({ id }) => id)
  const topicIds = sections.flatMap(({ topics }) => topics.map(({ id }) => id))
  return [
    ...twice(sections, ['sections'], ({ id }) => id, 'id'),
    ...sections.flatMap(({ topics }, i) => twice(topics, ['sections', i, 'topics'], ({ id }) => id, 'id')),
    ...twice(contents, ['contents'], ({ id }) => id, 'id'),
    ...twice(tables, ['tables'], ({ id }) => id, 'id'),
    ...twice(relations, ['relations'], (it) => `${it.table}.${it.id}`, 'id'),
    ...twice(yearly, ['yearly'], (it) => `${it.table}.${it.id}`, 'id'),
    ...inDoubt(
      sections.map(({ title, aliases, nearMisses }) => [title, ...aliases, ...(nearMisses ?? [])]),
      ['sections'],
      'title',
    ),
    ...contents.flatMap(({ satisfiedBy, within, home }, i) => [
      ...unknown(satisfiedBy, [...sectionIds, ...topicIds], ['contents', i, 'satisfiedBy']),
      ...unknown(within, sectionIds, ['contents', i, 'within']),
      ...(home ?? []).flatMap((id, k) => unknown(id, sectionIds, ['contents', i, 'home', k])),
    ]),
    ...tables.flatMap((table, i) => [
      ...unknown(table.section, sectionIds, ['tables', i, 'section']),
      ...tableProblems(table, ['tables', i]),
    ]),
    ...relations.flatMap((relation, i) => relationProblems(relation, tables, ['relations', i])),
    ...yearly.flatMap((equation, i) => equationProblems(equation, tables, ['yearly', i])),
    ...(rollUp?.tables ?? []).flatMap((id, i) => unknown(id, ids(tables), ['rollUp', 'tables', i])),
  ]
}

function tableProblems(table: TableFormat, path: JsonPath): readonly FormatProblem[] {
  // A field is named by its table, its row and its column: blocks of one table may not share both.
  const fields = new Map<string, string>()
  return [
    ...twice(table.blocks, [...path, 'blocks'], ({ id }) => id, 'id'),
    ...table.blocks.flatMap((block, i) => {
      const at = [...path, 'blocks', i]
      const shared = block.rows.flatMap((row, k): readonly FormatProblem[] => {
        const owner = block.columns.map((column) => fields.get(`${row.id}.${column.id}`)).find((it) => it !== undefined)
        return owner === undefined || owner === block.id
          ? []
          : [problem([...at, 'rows', k, 'id'], 'shared', { name: row.id, owner })]
      })
      for (const row of block.rows) for (const column of block.columns) fields.set(`${row.id}.${column.id}`, block.id)
      return [...shared, ...blockProblems(block, at)]
    }),
  ]
}

function blockProblems(block: BlockFormat, path: JsonPath): readonly FormatProblem[] {
  const groups = [...block.groups, ...block.rows].map(({ label }) => label)
  const paths = new Map<string, number[]>()
  block.rows.forEach((row, i) => {
    const key = row.path.join('\n')
    paths.set(key, [...(paths.get(key) ?? []), i])
  })
  return [
    ...twice(block.rows, [...path, 'rows'], ({ id }) => id, 'id'),
    ...twice(block.columns, [...path, 'columns'], ({ id }) => id, 'id'),
    ...twice(block.groups, [...path, 'groups'], ({ label }) => label, 'label'),
    ...block.rows.flatMap((row, i) =>
      row.path.flatMap((label, k) => unknown(label, groups, [...path, 'rows', i, 'path', k])),
    ),
    ...block.columns.flatMap((column, i) => unknown(column.group, groups, [...path, 'columns', i, 'group'])),
    ...inDoubt(
      block.columns.map(({ label, aliases }) => [label, ...aliases]),
      [...path, 'columns'],
      'label',
    ),
    ...[...paths.values()].flatMap((rows) =>
      inDoubt(
        rows.map((i) => [block.rows[i]?.label ?? '', ...(block.rows[i]?.aliases ?? [])]),
        [...path, 'rows'],
        'label',
        rows,
      ),
    ),
  ]
}

function relationProblems(
  { left, right, derived, ...family }: RelationFormat,
  tables: readonly TableFormat[],
  path: JsonPath,
): readonly FormatProblem[] {
  return familyProblems(family, tables, path, (problemsOf) => [
    ...left.flatMap((term, i) => problemsOf(term, ['left', i])),
    ...right.flatMap((term, i) => problemsOf(term, ['right', i])),
    ...(derived === undefined ? [] : problemsOf(derived.term, ['derived', 'term'])),
  ])
}

function equationProblems(
  { figure, last, now, ...family }: YearlyFormat,
  tables: readonly TableFormat[],
  path: JsonPath,
): readonly FormatProblem[] {
  return familyProblems(family, tables, path, (problemsOf) => [
    ...problemsOf(figure, ['figure']),
    ...last.flatMap((term, i) => problemsOf(term, ['last', i])),
    ...now.flatMap((term, i) => problemsOf(term, ['now', i])),
  ])
}

/** What is wrong with the table, the block, the members and the terms that a family names. */
function familyProblems(
  { table, block, each, only }: Pick<RelationFormat, 'table' | 'block' | 'each' | 'only'>,
  tables: readonly TableFormat[],
  path: JsonPath,
  terms: (problemsOf: (term: TermFormat, at: JsonPath) => readonly FormatProblem[]) => readonly FormatProblem[],
): readonly FormatProblem[] {
  const inTable = tables.find(({ id }) => id === table)
  if (inTable === undefined) return unknown(table, ids(tables), [...path, 'table'])
  const inBlock = inTable.blocks.find(({ id }) => id === block)
  if (inBlock === undefined) return unknown(block, ids(inTable.blocks), [...path, 'block'])
  const rows = ids(inBlock.rows)
  const columns = ids(inBlock.columns)
  const members = each === 'row' ? rows : each === 'column' ? columns : []
  return [
    ...(only ?? []).flatMap((id, i) => unknown(id, members, [...path, 'only', i])),
    ...terms((term, at) => [
      ...(each === 'row' ? [] : range(term.row, rows, [...path, ...at], 'row')),
      ...(each === 'column' ? [] : range(term.column, columns, [...path, ...at], 'column')),
    ]),
  ]
}

const ids = (of: readonly { readonly id: string }[]): readonly string[] => of.map(({ id }) => id)

/** `a` or `a..b`, in the form's order. */
function range(
  written: string | undefined,
  axis: readonly string[],
  at: JsonPath,
  key: 'row' | 'column',
): readonly FormatProblem[] {
  if (written === undefined) return [problem(at, key === 'row' ? 'noRow' : 'noColumn', {})]
  const [first = '', last = first] = written.split('..')
  const missing = [first, last].find((id) => !axis.includes(id))
  if (missing !== undefined) return unknown(missing, axis, [...at, key])
  return axis.indexOf(last) < axis.indexOf(first) ? [problem([...at, key], 'backwards', { first, last })] : []
}

const unknown = (name: string | undefined, among: readonly string[], path: JsonPath): readonly FormatProblem[] =>
  name === undefined || among.includes(name)
    ? []
    : [problem(path, among.length === 0 ? 'unknownNone' : 'unknown', { name, among: among.slice(0, 40).join(' ') })]

function twice<T>(
  items: readonly T[],
  path: JsonPath,
  name: (item: T) => string,
  key: string,
): readonly FormatProblem[] {
  const names = items.map(name)
  return names.flatMap((it, i) => (names.indexOf(it) === i ? [] : [problem([...path, i, key], 'twice', { name: it })]))
}

/** Labels that a reader could not tell apart; `places` are the indexes of the items if they are not all of a list. */
function inDoubt(
  labels: readonly (readonly string[])[],
  path: JsonPath,
  key: string,
  places?: readonly number[],
): readonly FormatProblem[] {
  const owners = new Map<string, { readonly place: number; readonly label: string }>()
  return labels.flatMap((names, i): readonly FormatProblem[] => {
    const [label = ''] = names
    const place = places?.[i] ?? i
    const keys = new Set(names.flatMap((it) => [labelKey(it), labelKey(withoutNotes(it))]).filter((it) => it !== ''))
    const owner = [...keys].map((it) => owners.get(it)).find((it) => it !== undefined && it.place !== place)
    for (const it of keys) if (!owners.has(it)) owners.set(it, { place, label })
    return owner === undefined ? [] : [problem([...path, place, key], 'doubt', { label, other: owner.label })]
  })
}

const problem = (path: JsonPath, name: keyof typeof texts, args: Readonly<Record<string, string>>): FormatProblem => ({
  path,
  message: message(texts[name], args),
})

const texts = {
  twice: { zh: '“{name}”前面已经用过', en: '“{name}” has been used before' },
  shared: {
    zh: '行“{name}”与本表“{owner}”块的行和列同名',
    en: 'the row “{name}” has the names of a row and a column of the block “{owner}”',
  },
  unknown: { zh: '没有“{name}”；有的是：{among}', en: 'there is no “{name}”; there are: {among}' },
  unknownNone: { zh: '没有“{name}”', en: 'there is no “{name}”' },
  doubt: {
    zh: '“{label}”与“{other}”的标签（或别称）分不开',
    en: '“{label}” and “{other}” cannot be told apart by their labels or aliases',
  },
  noRow: { zh: '没有说是哪一行（row）', en: 'it does not say which row' },
  noColumn: { zh: '没有说是哪一列（column）', en: 'it does not say which column' },
  backwards: { zh: '“{first}”在“{last}”后面', en: '“{first}” comes after “{last}”' },
} satisfies Readonly<Record<string, Text>>
