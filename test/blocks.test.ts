import { expect, test } from 'vitest'
import { readBlocks } from '../server/src/core/markdown/readBlocks.ts'
import { seeded } from './random.ts'
import { remarkBlocks } from './remarkBlocks.ts'

const rounds = Number(process.env['ROUNDS'] ?? 4000)
const seed = Number(process.env['SEED'] ?? 1)

/** What decides between a paragraph, a heading, a break and a table, and between one cell and the next. */
const pieces = [
  '|',
  '|',
  '||',
  '\\',
  '\\|',
  '\\\\',
  '-',
  '--',
  '---',
  ':-',
  '-:',
  ':-:',
  '| - |',
  '|-|-|',
  '- | -',
  ':',
  '=',
  '#',
  '##',
  '# ',
  ' #',
  '*',
  '* * *',
  '_',
  '___',
  '`',
  '``',
  '```',
  '~~~',
  '<',
  '<b>',
  '<!--',
  '&',
  '&amp;',
  '**甲**',
  '甲',
  'a',
  '1',
  '1,234',
  ' ',
  '  ',
  '    ',
  '\t',
  '\u3000',
  '\u00a0',
  '\u{20bb7}',
  '\u0000',
  '- a',
  '> a',
  '1. a',
  '[a]: b',
  '-->',
  '->',
  '>',
  '/>',
  '/',
  '"',
  "'",
  'b=',
  ' b',
  '<b',
  '</b>',
  '</b',
  '<b c="d" e>',
  '<div>',
  '<div',
  '</div>',
  '<div/>',
  '<h1',
  '<pre>',
  '</pre>',
  '<TEXTAREA',
  '</script>',
  '<?',
  '?>',
  '<!',
  '<!x',
  '<![CDATA[',
  ']',
  ']]>',
  '<table>',
  '<td>1',
  '</table>',
  '~~~~',
  '````',
] as const

test(
  `blocks read directly are those of the Markdown parser (${rounds} texts, seed ${seed})`,
  { timeout: 600_000 },
  () => {
    const random = seeded(seed)
    const tables = { count: 0 }
    for (let round = 0; round < rounds; round++) {
      // A text draws on few kinds of piece: with all of them at once hardly any table comes about.
      const kinds = Array.from({ length: 1 + random.below(6) }, () => random.pick(pieces))
      const line = (): string => Array.from({ length: random.below(6) }, () => random.pick(kinds)).join('')
      const breaks = random.pick([['\n'], ['\r\n'], ['\n', '\n\n'], ['\r', '\n']])
      const text = Array.from({ length: 1 + random.below(8) }, () => line() + random.pick(breaks)).join('')
      const blocks = readBlocks(text)
      tables.count += blocks.filter(({ kind }) => kind === 'table').length
      expect(blocks, JSON.stringify(text)).toEqual(remarkBlocks(text))
    }
    expect(tables.count).toBeGreaterThan(rounds / 50)
  },
)

test('blanks after the last pipe are no part of the last cell', () => {
  const [table] = readBlocks('| 甲 | 乙 | \n|---|---|  \n| 1 | 2 |\t\n')
  expect(table?.kind === 'table' && table.grid.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    ['甲', '乙'],
    ['1', '2'],
  ])
})
