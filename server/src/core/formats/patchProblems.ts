import { message, type Text } from '../text/message.ts'
import type { FormatPatch, ListPatch } from './extend.ts'
import type { Format } from './format.ts'
import type { FormatProblem, JsonPath } from './shape.ts'

/** What a patch names that its base does not have, and what it adds that the base has already. */
export function patchProblems(base: Format, patch: FormatPatch): readonly FormatProblem[] {
  const tables = listed(base.tables, patch.tables, ({ id }) => id, ['tables'])
  const blocks = patchedTables(base, patch).flatMap((table) =>
    table.blocks.map((block) => [`${table.id}.${block.id}`, block] as const),
  )
  return [
    ...listed(base.sections, patch.sections, ({ id }) => id, ['sections']),
    ...listed(base.contents, patch.contents, ({ id }) => id, ['contents']),
    ...tables,
    ...listed(base.relations, patch.relations, (it) => `${it.table}.${it.id}`, ['relations']),
    ...listed(base.yearly ?? [], patch.yearly, (it) => `${it.table}.${it.id}`, ['yearly']),
    ...Object.entries(patch.blocks ?? {}).flatMap(([name, block]): readonly FormatProblem[] => {
      const of = blocks.find(([it]) => it === name)?.[1]
      if (of === undefined)
        return [
          absent(
            ['blocks', name],
            name,
            blocks.map(([it]) => it),
            true,
          ),
        ]
      const path = ['blocks', name]
      return [
        ...listed(of.rows, block.rows, ({ id }) => id, [...path, 'rows']),
        ...listed(of.columns, block.columns, ({ id }) => id, [...path, 'columns']),
        ...listed(of.groups, block.groups, ({ label }) => label, [...path, 'groups']),
      ]
    }),
    ...uncited(base, patch),
  ]
}

/** The tables whose blocks a patch may name: those of the base that stay, as they are changed, and those it adds. */
function patchedTables({ tables }: Format, patch: FormatPatch): Format['tables'] {
  const { remove = [], change = {}, add = [] } = patch.tables ?? {}
  const kept = tables.filter(({ id }) => !remove.includes(id)).map((table) => ({ ...table, ...change[table.id] }))
  return [...kept, ...add.flatMap(({ items }) => items)]
}

function listed<T>(
  base: readonly T[],
  patch: ListPatch<T> | undefined,
  name: (item: T) => string,
  path: JsonPath,
): readonly FormatProblem[] {
  const { remove = [], change = {}, add = [] } = patch ?? {}
  const names = base.map(name)
  const unless = (it: string, at: JsonPath, key = false): readonly FormatProblem[] =>
    names.includes(it) ? [] : [absent([...path, ...at], it, names, key)]
  return [
    ...remove.flatMap((it, i) => unless(it, ['remove', i])),
    ...Object.keys(change).flatMap((it) => unless(it, ['change', it], true)),
    ...add.flatMap(({ after, items }, i) => [
      ...(after === undefined ? [] : unless(after, ['add', i, 'after'])),
      ...items.flatMap((item, k): readonly FormatProblem[] => {
        const own = name(item)
        if (!names.includes(own) || remove.includes(own)) return []
        return [{ path: [...path, 'add', i, 'items', k], message: message(texts.present, { name: own }) }]
      }),
    ]),
  ]
}

/** Sources that are to be replaced and that the base never cites. */
function uncited(base: Format, { sources = {} }: FormatPatch): readonly FormatProblem[] {
  const cited = new Set<string>()
  const walk = (value: unknown, key: string): void => {
    if (key === 'basis' && typeof value === 'string') cited.add(value)
    if (Array.isArray(value)) for (const item of value) walk(item, key)
    else if (typeof value === 'object' && value !== null)
      for (const [name, item] of Object.entries(value)) walk(item, name)
  }
  walk(base, '')
  return Object.keys(sources)
    .filter((source) => !cited.has(source))
    .map((source) => absent(['sources', source], source, [], true))
}

function absent(path: JsonPath, name: string, among: readonly string[], key: boolean): FormatProblem {
  const text = among.length === 0 ? texts.absent : texts.absentAmong
  const found = { path, message: message(text, { name, among: among.slice(0, 40).join(' ') }) }
  return key ? { ...found, key } : found
}

const texts = {
  absent: { zh: '所依据的格式里没有“{name}”', en: 'the form that is extended has no “{name}”' },
  absentAmong: {
    zh: '所依据的格式里没有“{name}”；有的是：{among}',
    en: 'the form that is extended has no “{name}”; it has: {among}',
  },
  present: {
    zh: '所依据的格式里已有“{name}”；要改它请用 change，要换掉它请先 remove',
    en: 'the form that is extended has “{name}” already; use change to alter it, or remove it first',
  },
} satisfies Readonly<Record<string, Text>>
