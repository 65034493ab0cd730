import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formats } from '../server/src/core/formats/index.ts'
import { readDocument, type Document, type Section } from '../server/src/core/markdown/document.ts'
import { editDocument } from '../server/src/core/markdown/editDocument.ts'
import { readBlocks } from '../server/src/core/markdown/readBlocks.ts'
import { factsOf } from '../server/src/core/report/facts.ts'
import { splitAtHeadings } from '../server/src/core/markdown/split.ts'
import { linesOf } from '../server/src/core/text/lines.ts'
import { seeded } from './random.ts'
import { remarkBlocks } from './remarkBlocks.ts'

const rounds = Number(process.env['ROUNDS'] ?? 4000)
const seed = Number(process.env['SEED'] ?? 1)

/** Lines that open, close or cross the boundaries at which a document is cut. */
const nasty = [
  '# 标题',
  '## 二、情况',
  '#',
  '#5 hashtag',
  '####### 七',
  '# x #',
  '   # 缩进',
  '    # 代码',
  '\t# 代码',
  '\\# 转义',
  '正文',
  '正文[a]',
  '[a]: /u',
  '[^1]: 注',
  '> # 引用',
  '- # 项',
  '- 甲',
  '1. 丙',
  '  - 子项',
  '---',
  '===',
  '***',
  '--',
  '--- ---',
  '```',
  '``',
  '~~~',
  '~~~~',
  '````',
  '```js',
  '``` a`b',
  '  ```',
  '   ~~~',
  '    ```',
  '- ```',
  '> ```',
  '1. ~~~',
  '~~~ `x`',
  '<div>',
  '</div>',
  '<div/>',
  '<divx>',
  '<pre>',
  '</pre>',
  '<PRE',
  '<!--',
  '-->',
  '<!-->',
  '<!--->',
  '<!-- 注 -->',
  '<!-- 注',
  '<?php',
  '?>',
  '<?>',
  '<script>',
  '</script>',
  '<script',
  '<style>x</style>',
  '<textarea>',
  '</textarea>',
  '<![CDATA[',
  ']]>',
  ']]]>',
  '<!DOCTYPE x>',
  '<!X',
  '  <!--',
  '    <!--',
  '  <div>',
  '<b>',
  '<b>行内</b>',
  '<b',
  '</b>',
  '<b a="1">',
  '<custom-x>',
  '<table>',
  '<tr><td>1</td></tr>',
  '</table>',
  '`未闭',
  '**粗',
  '| a | b |',
  '| - | - |',
  '| 1 | 2 |',
  '| 1 | `|` |',
  'a | b',
  '- | -',
  '|',
  '\u0000',
  '\u{20bb7}',
  '\ud800',
  '\u3000',
] as const

/** The blocks of a document as they are read by section, with their places in the document. */
const bySection = (document: Document): unknown[] =>
  document.sections.flatMap(({ at, value }) => value.blocks.map((block) => moved(block, at)))

/** Moves every span and every single offset (`at`) inside a value. */
function moved(value: unknown, by: number): unknown {
  if (Array.isArray(value)) return value.map((it) => moved(it, by))
  if (typeof value !== 'object' || value === null) return value
  if ('start' in value && 'end' in value) return [Number(value.start) + by, Number(value.end) + by]
  return Object.fromEntries(
    Object.entries(value).map(([key, it]) => [key, key === 'at' ? Number(it) + by : moved(it, by)]),
  )
}

const whole = (text: string): unknown[] => readBlocks(text).map((block) => moved(block, 0))

/** The same by the reference implementation, which takes thirty times as long. */
const byReference = (text: string): unknown[] => remarkBlocks(text).map((block) => moved(block, 0))

test(`reading by section equals reading the whole (${rounds} documents, seed ${seed})`, { timeout: 300_000 }, () => {
  const random = seeded(seed)
  let text = ''
  let cuts = 0
  let pieces = 0
  let document = readDocument('')
  for (let round = 0; round < rounds; round++) {
    if (round % 12 === 0) {
      // Each document draws on few kinds of line: with all of them at once nearly every one ends in the same fallback.
      const kinds = [
        '',
        '',
        '# 甲',
        '## 乙',
        '正文',
        ...Array.from({ length: 1 + random.below(4) }, () => random.pick(nasty)),
      ]
      const breaks = random.pick([['\n'], ['\n', '\n', '\r\n'], ['\r\n'], ['\n', '\r'], ['\r']])
      text = Array.from({ length: 3 + random.below(30) }, () => random.pick(kinds) + random.pick(breaks)).join('')
      // Front matter is cut off before Markdown is read, and is not what this test is about.
      if (/^\ufeff?---/.test(text)) text = ` ${text}`
      document = readDocument(text)
    } else {
      const from = random.below(text.length + 1)
      const to = random.below(2) === 0 ? from : Math.min(text.length, from + random.below(12))
      const inserted = random.below(3) === 0 ? '' : `${random.pick(nasty)}${random.pick(['\n', '', '\r\n'])}`
      const changed = text.slice(0, from) + inserted + text.slice(to)
      if (/^\ufeff?---/.test(changed)) continue
      text = changed
      document =
        random.below(4) === 0
          ? readDocument(text, document)
          : editDocument(document, { span: { start: from, end: to }, text: inserted })
      // Several changes may come at once.
      if (random.below(4) === 0) continue
    }
    cuts += document.parts.length - 1
    pieces += document.parts.reduce((sum, part) => sum + part.pieces.length - 1, 0)
    expect(document.text).toBe(text)
    expect(bySection(document), JSON.stringify(text)).toEqual(whole(text))
    if (round % 16 === 0) expect(bySection(document), JSON.stringify(text)).toEqual(byReference(text))
    const at = random.below(text.length + 1)
    expect(document.lines.positionAt(at)).toEqual(linesOf(text).positionAt(at))
    expect(document.lines.offsetAt(linesOf(text).positionAt(at))).toBe(at)
    expect(document.lines.count).toBe(linesOf(text).count)
  }
  // A splitter that never cut would pass the comparison.
  expect(cuts).toBeGreaterThan(rounds)
  expect(pieces).toBeGreaterThan(rounds / 2)
})

test('one typed character reads one section again', () => {
  const text = Array.from(
    { length: 30 },
    (_, i) => `## ${i}、标题\n\n正文\n\n| a | b |\n|---|---|\n| ${i} | 2 |\n\n`,
  ).join('')
  const document = readDocument(text)
  const before = new Set(document.parts)
  const at = text.indexOf('## 15、标题') + 6
  const { parts } = editDocument(document, { span: { start: at, end: at }, text: '新' })
  const read = parts.filter((it) => !before.has(it))
  expect(read).toHaveLength(1)
  const pieces = new Set(document.parts.flatMap((part) => part.pieces.map(({ value }) => value)))
  expect(read[0]?.pieces.filter(({ value }) => !pieces.has(value))).toHaveLength(1)
})

test.each([
  ['a sentence', '。', '字', 0],
  ['a cell of a table', '| 0 ', '1', 1],
])('a key in %s reads one section and binds no other table', (_, place, typed, tables) => {
  const report = readFileSync(new URL('corpus/zhangdian-2021.canonical.md', import.meta.url), 'utf8')
  const text = `${report.trimEnd()}\n\n`.repeat(20)
  const gridsIn = (parts: readonly Section[]): readonly unknown[] =>
    formats.flatMap((format) => parts.flatMap((part) => factsOf(part, format).tables.map(({ value }) => value.grid)))
  const document = readDocument(text)
  const sections = new Set(document.parts)
  const known = new Set(gridsIn(document.parts))
  const at = text.indexOf(place, text.length / 2) + place.length
  const after = editDocument(document, { span: { start: at, end: at }, text: typed })
  expect(after.parts.filter((section) => !sections.has(section))).toHaveLength(1)
  expect(new Set(gridsIn(after.parts).filter((grid) => !known.has(grid))).size).toBe(tables)
  expect(after.text).toBe(text.slice(0, at) + typed + text.slice(at))
})

test.each([
  ['a heading inside a fence', '```\n# x\n```\n# y\n', [0, 12]],
  ['a heading inside a comment', '<!--\n# x\n-->\n# y\n', [0, 13]],
  ['a fence closed by a shorter one stays open', '````\n```\n# x\n````\n# y\n', [0, 18]],
  ['an instruction that its own mark closes', '<?>\n\n<b>\n<?>\n# x\n<?>\n', [0]],
  ['a heading after a table', '| a |\n|---|\n| 1 |\n# y\n', [0, 18]],
  ['a carriage return alone ends a line', '正文\r# y\r正文', [0, 3]],
])('%s', (_, text, starts) => {
  expect(splitAtHeadings(text).map((it) => it.start)).toEqual(starts)
})

test('the text of all sections together is the text', () => {
  const text = '\ufeff---\nzwgk:\n  format: "2021"\n---\n# 甲\n\n正文\n## 乙\n'
  const { frontMatter, sections } = readDocument(text)
  expect(text.slice(0, frontMatter?.span.end) + sections.map((it) => it.value.text).join('')).toBe(text)
})
