import { expect, test } from 'vitest'
import { toGraph } from '../scripts/build/packedForms.mjs'
import { fromGraph, type Graph } from '../server/src/core/formats/graph.ts'
import { formats } from '../server/src/core/formats/index.ts'

/** As it comes out of the bundle. */
const unpacked = (value: unknown): unknown => fromGraph(JSON.parse(JSON.stringify(toGraph(value))) as Graph)

/** Every object with the first path that leads to it: which places share one. */
function sharing(value: unknown): readonly (readonly [string, string])[] {
  const first = new Map<object, string>()
  const all: (readonly [string, string])[] = []
  const walk = (it: unknown, path: string): void => {
    if (typeof it !== 'object' || it === null) return
    const known = first.get(it)
    if (known !== undefined) {
      all.push([path, known])
      return
    }
    first.set(it, path)
    for (const [key, inner] of Object.entries(it)) walk(inner, `${path}.${key}`)
  }
  walk(value, '')
  return all
}

test('the forms come out of the bundle as they are in the sources', () => {
  const out = unpacked(formats)
  expect(out).toEqual(formats)
  // Whoever keeps something by a row, a table or a form must find it again, and nothing else.
  const before = new Set(sharing(formats).map(([path, first]) => `${path} = ${first}`))
  const after = sharing(out)
  expect(after.length).toBeGreaterThan(100)
  const isWords = (it: unknown): boolean =>
    typeof it === 'string' ||
    (Array.isArray(it) ? it.every(isWords) : Object.keys(it as object).every((key) => key === 'zh' || key === 'en'))
  const at = (path: string): unknown =>
    path
      .split('.')
      .slice(1)
      .reduce<unknown>((of, key) => (of as Record<string, unknown>)[key], out)
  for (const [path, first] of after) if (!isWords(at(path))) expect(before).toContain(`${path} = ${first}`)
})

test('what is one object stays one, and what only looks alike stays two', () => {
  const row = { id: 'a', basis: ['x', 'y'], unit: { zh: '件', en: 'items' } }
  const out = unpacked([row, row, { ...row }, [], [], null, 'x', 3, { $: 'x' }]) as (typeof row)[]
  expect(out).toEqual([row, row, { ...row }, [], [], null, 'x', 3, { $: 'x' }])
  expect(out[1]).toBe(out[0])
  expect(out[2]).not.toBe(out[0])
  expect(out[2]?.basis).toBe(out[0]?.basis)
})
