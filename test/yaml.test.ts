import { expect, test } from 'vitest'
import { isAlias, isNode, isScalar, parseDocument, type Document } from 'yaml'
import { readYaml, readYamlTree, yamlAt } from '../server/src/core/markdown/yaml.ts'
import { seeded, type Random } from './random.ts'

const rounds = Number(process.env['ROUNDS'] ?? 1000)
const seed = Number(process.env['SEED'] ?? 1)

const scalars = [
  '2021',
  '"2021"',
  "'it''s'",
  '010',
  '0x1f',
  '1.5',
  '-3',
  'true',
  'yes',
  'null',
  '~',
  '',
  '2025-01-31',
  '张店区 人民政府',
  '“引号”',
  'a:b',
  'a#b',
  'total-mismatch',
  '"第三十三条 # 没有\\n这项"',
  '*x',
  '>-\n{}  折成\n{}  一行',
  '|\n{}  两\n{}  行',
  '[a, "b c", 3]',
  '[]',
  '{}',
  '{rule: a, reason: "因为, 如此"}',
  '{ rule: [x, y] }',
  '!!str 3',
]

/** YAML as authors write it into front matter, and a little worse. */
function yaml(random: Random, indent: string, depth: number): string {
  const keys = ['zwgk', 'waive', 'rule', 'reason', 'at', 'format', 'title', '键', '"q k"']
  const chosen = [...new Set(Array.from({ length: 1 + random.below(4) }, () => random.pick(keys)))]
  const comment = (): string => (random.below(5) === 0 ? `${indent}# 说明: x\n` : '')
  const after = (): string => random.pick(['', '', '', ' ', ' # 注', '\t# 注'])
  return chosen
    .map((key, i) => {
      const anchor = depth === 0 && i === 0 ? '&x ' : ''
      const nested = depth < 3 ? random.below(6) : 9
      const inner = `${indent}  `
      if (nested === 0) return `${comment()}${indent}${key}:${after()}\n${yaml(random, inner, depth + 1)}`
      if (nested === 1)
        return `${indent}${key}:\n${Array.from({ length: 1 + random.below(3) }, () => `${inner}- ${random.pick(scalars).replaceAll('{}', inner)}${comment() === '' ? '' : ' # 注'}\n`).join('')}`
      if (nested === 2) return `${indent}${key}:\n${inner}- ${yaml(random, `${inner}  `, depth + 1).trimStart()}`
      const scalar = random.pick(scalars).replaceAll('{}', indent)
      return `${comment()}${indent}${key}: ${anchor}${scalar}${scalar.includes('\n') ? '' : after()}\n`
    })
    .join('')
}

test(`front matter says what another parser reads, at the same places (${rounds} texts, seed ${seed})`, () => {
  const random = seeded(seed)
  let read = 0
  for (let round = 0; round < rounds; round++) {
    const text = yaml(random, '', 0)
    const reference = parseDocument(text, { logLevel: 'silent', prettyErrors: false })
    const ours = readYaml(text)
    if (reference.errors.length > 0) continue
    expect(ours, text).toEqual(valueOf(reference))
    if (ours === undefined) continue
    read++
    const tree = readYamlTree(text)
    for (const path of pathsIn(ours.value)) {
      const node = reference.getIn(path, true)
      if (!isNode(node) || node.range === null || node.range === undefined) continue
      const [start, end] = node.range
      const span = yamlAt(tree, path)?.span
      const what = `${JSON.stringify(path)} in\n${text}`
      // Whether comments behind its last value belong to a block is a matter of taste, and so is where nothing stands.
      const written = text.slice(start, end).trimEnd()
      if (written === '' || isAlias(node) || (isScalar(node) && node.value === null)) continue
      expect(span?.start, what).toBe(start)
      if (isScalar(node) || /^[[{]/.test(written)) expect(text.slice(span?.start, span?.end), what).toBe(written)
      else expect(written, what).toContain(text.slice(span?.start, span?.end))
    }
  }
  expect(read).toBeGreaterThan(rounds / 2)
})

/** Undefined where something stands for a value that there is not. */
function valueOf(document: Document): { value: unknown } | undefined {
  try {
    return { value: document.toJS() as unknown }
  } catch {
    return undefined
  }
}

function pathsIn(value: unknown): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [[]]
  const keys = Array.isArray(value) ? value.map((_, i) => i) : Object.keys(value)
  return [[], ...keys.flatMap((key) => pathsIn((value as Record<string, unknown>)[key]).map((rest) => [key, ...rest]))]
}

test.each([
  ['no YAML', 'a: [1\n\t- : :\n'],
  ['a key twice', 'a: 1\na: 2\n'],
  ['two documents', 'a: 1\n---\nb: 1\n'],
  ['an alias bomb', `a: &a [x,x]\n${Array.from({ length: 12 }, (_, i) => `b${i}: &b${i} [*a,*a]\n`).join('')}`],
])('%s says nothing', (_, text) => {
  expect(readYaml(text)).toBeUndefined()
})

test('nothing is read as null, and has no place', () => {
  expect(readYaml('')).toEqual({ value: null })
  expect(readYaml('# 只有注释\n')).toEqual({ value: null })
  expect(yamlAt(readYamlTree('a: 1\n'), ['b'])).toBeUndefined()
  expect(yamlAt(readYamlTree('a: [1]\n'), ['a', 'b'])).toBeUndefined()
})
