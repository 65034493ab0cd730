import type { FormatPatch } from './extend.ts'
import type { Format } from './format.ts'
import type { JsonPath } from './shape.ts'

/**
 * Where in a patch the part of the form stands that a path leads to: the form is the patch's base with its changes,
 * so that items have other places in it. What the patch does not mention at all is the fault of what it extends.
 */
export function placesIn(format: Format, patch: FormatPatch): (path: JsonPath) => JsonPath {
  return (path) => {
    const steps = named(format, path)
    const [top, second] = steps
    if (top === undefined) return ['extends']
    if (top.list === 'tables' && second !== undefined) {
      const inTable = itemPlace(patch.tables, ['tables'], top.name)
      if (inTable !== undefined) return [...inTable, ...path.slice(2)]
      const block = `${top.name}.${second.name}`
      const part = steps[2]
      const lists = patch.blocks?.[block] as Readonly<Record<string, unknown>> | undefined
      if (part !== undefined && lists !== undefined) {
        const place = itemPlace(lists[part.list], ['blocks', block, part.list], part.name)
        if (place !== undefined) return [...place, ...path.slice(6)]
        return ['blocks', block]
      }
      return ['extends']
    }
    const own = patch as unknown as Readonly<Record<string, unknown>>
    const place = itemPlace(own[top.list], [top.list], top.name)
    return place === undefined ? ['extends'] : [...place, ...path.slice(2)]
  }
}

type Step = { readonly list: string; readonly name: string }

/** The lists that a path goes through, with the names of the items. */
function named(format: Format, path: JsonPath): readonly Step[] {
  const steps: Step[] = []
  let value: unknown = format
  path.forEach((key, i) => {
    value = typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined
    if (typeof key === 'number') steps.push({ list: String(path[i - 1]), name: nameOf(value, String(path[i - 1])) })
  })
  return steps
}

function nameOf(item: unknown, list: string): string {
  const { id, label, table } = item as { readonly id?: string; readonly label?: string; readonly table?: string }
  if (list === 'relations' || list === 'yearly') return `${table ?? ''}.${id ?? ''}`
  return (list === 'groups' ? label : id) ?? ''
}

type Lists = {
  readonly change?: Readonly<Record<string, unknown>>
  readonly add?: readonly { readonly items: readonly unknown[] }[]
}

function itemPlace(patch: unknown, path: JsonPath, name: string): JsonPath | undefined {
  const { change = {}, add = [] } = (patch ?? {}) as Lists
  const list = String(path.at(-1))
  for (const [i, { items }] of add.entries()) {
    // Of two items that bear one name the later is the one that is too many.
    const k = items.findLastIndex((item) => nameOf(item, list) === name)
    if (k >= 0) return [...path, 'add', i, 'items', k]
  }
  return Object.hasOwn(change, name) ? [...path, 'change', name] : undefined
}
