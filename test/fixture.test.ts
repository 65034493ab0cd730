import { expect, test } from 'vitest'
import { fixAll } from './fixes.ts'
import { readMarkers, readPage, writeBlock, writeMarkers } from './fixture.ts'

test.each([
  ['plain', []],
  ['a⟦b⟧c', [[1, 2]]],
  ['⟦⟧a', [[0, 0]]],
  [
    '⟦a⟧⟦⟧⟦b⟧',
    [
      [0, 1],
      [1, 2],
      [1, 1],
    ],
  ],
  [
    '⟦⟦a⟧b⟧',
    [
      [0, 2],
      [0, 1],
    ],
  ],
  [
    '⟦a⟦b⟧⟧',
    [
      [0, 2],
      [1, 2],
    ],
  ],
  [
    '⟦⟦a⟧⟧',
    [
      [0, 1],
      [0, 1],
    ],
  ],
] as const)('marks %s', (marked, expected) => {
  const { text, spans } = readMarkers(marked)
  expect(spans.map(({ start, end }) => [start, end])).toEqual(expected)
  expect(writeMarkers(text, spans)).toBe(marked)
})

test.each(['⟦a', 'a⟧'])('refuses %s', (marked) => {
  expect(() => readMarkers(marked)).toThrow('fixture')
})

test('reads the examples of a page with what is expected of them', () => {
  const page = readPage(
    [
      '# 标题\n\n说明。\n\n## 甲',
      writeBlock('md', '', '⟦x⟧'),
      writeBlock('problems', '', '错误'),
      writeBlock('md', 'fixed', 'y'),
      writeBlock('md', 'fixed: 改', 'z'),
      writeBlock('md', 'auto', '```js\n```'),
      '## 乙',
      writeBlock('json', '', '{}'),
      writeBlock('md', 'format=2019', ''),
    ].join('\n\n'),
  )
  expect(page.title).toBe('标题')
  expect(page.prose).toContain('{}')
  expect(page.prose).not.toContain('错误')
  expect(
    page.examples.map(({ name, format, input, problems, fixed }) => ({
      name,
      format,
      input: input.value,
      problems: problems?.value,
      fixed: fixed.map(({ title, value }) => [title, value]),
    })),
  ).toEqual([
    {
      name: '甲',
      format: '2021',
      input: '⟦x⟧',
      problems: '错误',
      fixed: [
        [undefined, 'y'],
        ['改', 'z'],
      ],
    },
    { name: '甲 2', format: 'auto', input: '```js\n```', problems: undefined, fixed: [] },
    { name: '乙', format: '2019', input: '', problems: undefined, fixed: [] },
  ])
})

test.each([
  writeBlock('md', 'fxied', ''),
  writeBlock('problems', '', ''),
  `${writeBlock('md', '', '')}\n\n${writeBlock('problems', '', '')}\n\n${writeBlock('problems', '', '')}`,
])('refuses a page with a block out of place', (page) => {
  expect(() => readPage(page)).toThrow('fixture')
})

test('fixes that collide wait for their turn', () => {
  const problemsIn = (text: string) =>
    [...text.matchAll(/(?=aa)/g)].map(({ index }) => ({
      code: 'twice',
      severity: 'hint' as const,
      message: { text: { zh: '', en: '' } },
      span: { start: index, end: index + 2 },
      related: [],
      fixes: [
        {
          title: { text: { zh: '', en: '' } },
          edits: [{ span: { start: index, end: index + 2 }, text: 'a' }],
          effect: 'form' as const,
        },
      ],
    }))
  expect(fixAll('aaaaa b aa', problemsIn)).toBe('a b a')
})
