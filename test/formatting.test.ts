import { defaultSettings } from '../server/src/core/settings.ts'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { formats } from '../server/src/core/formats/index.ts'
import { formatting } from '../server/src/core/features/formatting.ts'
import { blocksIn, readDocument } from '../server/src/core/markdown/document.ts'
import { applyEdits } from '../server/src/core/text/span.ts'
import { buildReport } from '../server/src/core/report/buildReport.ts'
import { unrelated } from '../server/src/core/related/related.ts'
import { displayWidth } from '../server/src/core/text/width.ts'
import type { Analysis } from '../server/src/core/analyse.ts'
import { seeded, type Random } from './random.ts'

/** Pieces of cells that are easily measured wrongly, cut apart, or taken for marks of a table. */
const pieces = [
  ...['甲', '总计', '（一）', '“三”', '①', '…', '—', '１２', '　', '㎡', 'ｶﾞ', '𠮷', '😀', '👨‍👩‍👧', '🇨🇳', '☎️', '1️⃣'],
  ...[
    'é',
    'e\u0301',
    '\u200b',
    '\ufeff',
    '한',
    'a',
    '-',
    '--',
    ':',
    '0',
    '105',
    '00',
    '*',
    '**粗**',
    '`码`',
    '<br>',
    '#',
  ],
  ...['\\|', '\\\\', '\\', '&#124;', '<!-- 注 -->', '[链](x)', ' ', '  ', '\t', '', '', '>', '1.', '- '],
]

const cell = (random: Random): string =>
  Array.from({ length: random.below(4) }, () => random.pick(pieces)).join(random.pick(['', '', ' ']))

function row(random: Random, count: number): string {
  const cells = Array.from(
    { length: count },
    () => random.pick(['', ' ', '  ']) + cell(random) + random.pick(['', ' ']),
  )
  return random.pick(['| ', '|', '|', '']) + cells.join('|') + random.pick(['|', '|', '| ', ' |', ''])
}

/** A table with the mistakes that hands and converters make. */
function table(random: Random): string {
  const count = 1 + random.below(4)
  const delimiters = Array.from({ length: count }, () =>
    random.pick(['---', '-', ':-', '-:', ':-:', ' --- ', '-----:']),
  )
  const rows = Array.from({ length: random.below(5) }, () =>
    random.below(12) === 0
      ? random.pick(['（注：说明）', '文字', '| |', '||', '|'])
      : row(random, random.below(6) === 0 ? 1 + random.below(5) : count),
  )
  const indent = random.pick(['', '', '', '', '', '', ' ', '  '])
  return [row(random, count), `|${delimiters.join('|')}|`, ...rows].map((line) => indent + line).join('\n')
}

const title = '# 某县2025年政府信息公开工作年度报告'

function report(random: Random): string {
  const between = [
    '正文。',
    '- 项目',
    '> 引文',
    '### 小标题',
    '<!-- 注 -->',
    '```\n|a|b|\n|-|-|\n```',
    '<table>\n<tr><td>1</td></tr>\n</table>',
  ]
  const body = Array.from({ length: 1 + random.below(3) }, () => `${table(random)}\n\n${random.pick(between)}`).join(
    '\n\n',
  )
  const text = `${random.pick(['', '\ufeff'])}${title}\n\n${body}\n`
  return random.below(3) === 0 ? text.replaceAll('\n', '\r\n') : text
}

/** Without its findings, which formatting does not look at. */
function analysisOf(text: string): Analysis {
  const document = readDocument(text)
  return {
    document,
    formats,
    settings: defaultSettings,
    report: buildReport(document, formats, 'auto'),
    related: unrelated,
    problems: [],
    waived: [],
    found: undefined,
  }
}

const ordinary = unified()
  .data('micromarkExtensions', [gfmTable()])
  .data('fromMarkdownExtensions', [gfmTableFromMarkdown()])
  .use(remarkParse)

/** What any other reader of Markdown makes of a text, lists and quotations and all. */
const seenByOthers = (text: string): string =>
  JSON.stringify(ordinary.parse(text), (key, value: unknown) => (key === 'position' ? undefined : value))

/** What is read of a text: everything but where it stands. */
const reading = (text: string): unknown =>
  [...blocksIn(readDocument(text))].map(({ at, value }) => {
    if (value.kind !== 'table') return [value.kind, text.slice(value.span.start + at, value.span.end + at)]
    return value.grid.rows.map((it) => it.cells.map((one) => [one.text, one.missing === true, one.marked === true]))
  })

const format = (text: string, wide = false): string => applyEdits(text, formatting(analysisOf(text), undefined, wide))

const rounds = Number(process.env['ROUNDS'] ?? 90)

describe('formatting', () => {
  test('changes nothing that is read, keeps line ends, and is done after one go', () => {
    for (let seed = 1; seed <= rounds; seed++) {
      const text = report(seeded(seed))
      const wide = seed % 2 === 0
      const formatted = format(text, wide)
      expect(reading(formatted), `seed ${seed}\n${text}\n→\n${formatted}`).toEqual(reading(text))
      expect(seenByOthers(formatted), `seed ${seed}: others`).toBe(seenByOthers(text))
      expect(formatting(analysisOf(formatted), undefined, wide), `seed ${seed}: again`).toEqual([])
      expect(formatted.match(/\r\n|\n|\r/g), `seed ${seed}: line ends`).toEqual(text.match(/\r\n|\n|\r/g))
      // Leaving out blanks and dashes, which are what is written anew, and pipes, which an edge may gain.
      const content = (of: string): string => of.replace(/[-| \t]/g, '')
      expect(content(formatted), `seed ${seed}: content`).toBe(content(text))
    }
  })

  test('is tried on tables that it does lay out', () => {
    const laidOut = Array.from({ length: 50 }, (_, seed) => {
      const analysis = analysisOf(report(seeded(seed + 1)))
      const tables = [...blocksIn(analysis.document)].filter(({ value: { kind } }) => kind === 'table').length
      return tables > 0 && formatting(analysis, undefined, false).length > 2
    })
    expect(laidOut.filter(Boolean).length).toBeGreaterThan(25)
  })

  test('edits each line once, without a break or half a character', () => {
    for (let seed = 1; seed <= rounds / 3; seed++) {
      const text = report(seeded(seed))
      const edits = formatting(analysisOf(text), undefined, false)
      const lines = edits.map(({ span }) => text.slice(0, span.start).split('\n').length)
      expect(new Set(lines).size, `seed ${seed}`).toBe(lines.length)
      for (const { span, text: put } of edits) {
        const old = text.slice(span.start, span.end)
        expect([old, put].join('')).not.toMatch(/[\r\n]/)
        expect(put + '.' + old, `seed ${seed}`).not.toMatch(/\p{Surrogate}/u)
        // As small as can be: neither its first nor its last character is the same.
        if (old !== '' && put !== '') expect([old[0] === put[0], old.at(-1) === put.at(-1)]).toEqual([false, false])
      }
    }
  })

  test('aligns: all lines of a full table are equally wide', () => {
    const random = seeded(7)
    for (let i = 0; i < rounds / 3; i++) {
      const count = 1 + random.below(4)
      const line = (): string =>
        `|${Array.from({ length: count }, () => random.pick(['甲', '1', '𠮷😀', 'e\u0301', '“①”', '１', ''])).join('|')}|`
      const text = `${title}\n\n${line()}\n|${'---:|'.repeat(count)}\n${line()}\n${line()}`
      for (const wide of [false, true]) {
        const widths = format(text, wide)
          .split('\n')
          .slice(2)
          .map((it) => displayWidth(it, wide))
        expect(new Set(widths).size, text).toBe(1)
      }
    }
  })

  test('leaves a document that is no report alone', () => {
    const analysis = analysisOf(`${title}\n\n|a|b|\n|-|-|\n|1|2|\n`)
    expect(formatting(analysis, undefined, false)).not.toEqual([])
    expect(formatting({ ...analysis, report: undefined }, undefined, false)).toEqual([])
    const readme = '# 说明\n\n|a|b|\n|-|-|\n|1|2|\n'
    expect(formatting(analysisOf(readme), undefined, false)).toEqual([])
  })
})

test.each([
  ['中文', 4],
  ['“”', 2],
  ['𠮷', 2],
  ['e\u0301', 1],
  ['가', 2],
  ['👨‍👩‍👧', 2],
  ['🇨🇳', 2],
  ['☎️', 2],
  ['\u200b', 0],
  ['ａ', 2],
  ['ｱ', 1],
  ['', 0],
])('%s takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width)
})

test('ambiguous characters are wide where the setting says so', () => {
  expect(displayWidth('“三”①')).toBe(5)
  expect(displayWidth('“三”①', true)).toBe(8)
})
