import { describe, expect, it } from 'vitest'
import type { PlainDiagnostic } from '../../server/src/core/features/diagnostics.ts'
import { excerpt } from '../../server/src/cli/output/excerpt.ts'
import { github } from '../../server/src/cli/output/github.ts'
import { junit } from '../../server/src/cli/output/junit.ts'
import type { CheckedFile, OutputContext } from '../../server/src/cli/output/output.ts'
import { text } from '../../server/src/cli/output/text.ts'
import { noTotals } from '../../server/src/cli/totals.ts'
import { readXml } from './xml.ts'

const context: OutputContext = {
  cwd: '/reports',
  locale: 'zh-cn',
  version: () => '1.2.3',
  page: () => undefined,
  pageUrl: (code) => `file:///rules/${code}.md`,
  columns: 60,
  coloured: false,
}

const diagnostic: PlainDiagnostic = {
  range: { start: { line: 1, character: 4 }, end: { line: 1, character: 6 } },
  severity: 1,
  code: 'total-mismatch',
  codeDescription: { href: 'file:///rules/total-mismatch.md' },
  source: 'zwgk',
  message: '应为 5，实填 “<7>&\u0007”\n100% ]]> \ud800',
  relatedInformation: [],
}

const checked = (content: string, ...diagnostics: readonly PlainDiagnostic[]): CheckedFile => ({
  path: 'a.md',
  file: '/reports/a.md',
  text: content,
  result: {
    format: '2021',
    diagnostics,
    relations: { balanced: 0, broken: 1, unchecked: 0, waived: 0 },
    crashed: [],
  },
})

describe('an excerpt', () => {
  it.each([
    ['| 总计 | 98 |', 7, 9, '         ^^'],
    ['| 总计 | 98 |', 2, 4, '  ^^^^'],
    ['| 𠮷 | 👨‍👩‍👧 | é |', 7, 15, '       ^^'],
    ['| e\u0301 | 7 |', 7, 8, '      ^'],
    ['|\t7 |', 2, 3, '  ^'],
    ['| １２ |', 2, 4, '  ^^^^'],
    ['|  |', 2, 2, '  ^'],
  ])('of %j marks %i to %i', (line, start, end, caret) => {
    expect(excerpt(line, start, end, 60).caret).toBe(caret)
  })

  it('of a long line keeps to its room, with the mark under the same text', () => {
    const line = `${'年'.repeat(5000)}98${'报'.repeat(5000)}`
    const { source, caret } = excerpt(line, 5000, 5002, 60)
    expect(source).toMatch(/^… 年+98报+ …$/)
    const before = source.slice(0, source.indexOf('98'))
    expect(caret).toBe(`${' '.repeat(2 + 2 * (before.length - 2))}^^`)
    expect(2 * source.length - 6).toBeLessThanOrEqual(60 + 4)
  })

  it('of a mark longer than its room is cut at both', () => {
    const { source, caret } = excerpt('年'.repeat(1000), 10, 1000, 20)
    expect(caret.trim()).toBe('^'.repeat(20))
    expect(source.endsWith(' …')).toBe(true)
  })

  it('leaves nothing that a terminal would obey', () => {
    expect(excerpt('a\u001b[31mb\u202ec\u0007', 0, 1, 60).source).toBe('a?[31mb?c?')
  })
})

describe('the text output', () => {
  it('colours on a terminal only, and prints no control characters of a report', () => {
    const plain = text(context).file(checked('一\n| x 98 |\n', diagnostic), 0)
    expect(plain).not.toMatch(/[\0-\x09\x0b-\x1f]/)
    const coloured = text({ ...context, coloured: true }).file(checked('一\n| x 98 |\n', diagnostic), 0)
    expect(coloured).toContain('\u001b[31m')
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain)
  })

  it('shows the first line of a finding of several, and none where there is nothing to see', () => {
    const long = { ...diagnostic, range: { start: { line: 0, character: 1 }, end: { line: 2, character: 1 } } }
    expect(text(context).file(checked('一二三\r\n四\r\n五', long), 0).split('\n').slice(1, 3)).toEqual([
      '    一二三',
      '      ^^^^',
    ])
    const blank = { ...diagnostic, range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } } }
    expect(text(context).file(checked('一\n\n二', blank), 0).trimEnd().split('\n')).toHaveLength(1)
  })
})

describe('hostile messages', () => {
  it('stay well-formed in XML', () => {
    const output = junit(context)
    const whole = output.head + output.file(checked('', diagnostic), 0) + output.foot(noTotals, 1)
    const failure = readXml(whole).children[0]?.children[0]?.children[0]
    expect(failure?.attributes['message']).toBe('应为 5，实填 “<7>&”\n100% ]]> ')
    expect(failure?.text).toBe('a.md:2:5 应为 5，实填 “<7>&”\n100% ]]> ')
  })

  it('stay on one line for GitHub', () => {
    const line = github(context).file(checked('', diagnostic), 0)
    expect(line.trimEnd()).not.toContain('\n')
    expect(line).toContain('::应为 5，实填 “<7>&\u0007”%0A100%25 ]]>')
  })
})
