import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkText } from '../server/src/cli/checkText.ts'
import { analyse, countRelations, type Analysis } from '../server/src/core/analyse.ts'
import type { Problem } from '../server/src/core/check.ts'
import { codeActions, type CodeAction } from '../server/src/core/features/codeActions.ts'
import { status } from '../server/src/core/features/status.ts'
import { format2021 } from '../server/src/core/formats/2021.ts'
import { formats } from '../server/src/core/formats/index.ts'
import { readDocument } from '../server/src/core/markdown/document.ts'
import { isNoReason } from '../server/src/core/report/waiverReason.ts'
import { readWaiverComment } from '../server/src/core/report/waiverComment.ts'
import { rules } from '../server/src/core/rules/index.ts'
import { defaultSettings, type Level } from '../server/src/core/settings.ts'
import { render } from '../server/src/core/text/message.ts'
import { applyEdits } from '../server/src/core/text/span.ts'
import { fail, readPage, readMarkers } from './fixture.ts'
import { layoutsOf, reportWith } from './layouts.ts'
import { skeleton } from './skeleton.ts'

const analysed = (text: string, levels: Readonly<Record<string, Level>> = {}, format = 'auto'): Analysis =>
  analyse(readDocument(text), { ...defaultSettings, format: `${format}!`, rules: levels })

const codes = ({ problems }: Analysis): readonly string[] => problems.map(({ code }) => code)

const row = '| 行政复议 | 0 | 0 | 0 | 0 | 0 |'
const heading = '| 类别 | 结果维持 |'
const broken = skeleton.replace(row, '| 行政复议 | 1 | 0 | 0 | 0 | 2 |')
const before = codes(analysed(skeleton))

/** The report with a comment on the line before the table. */
const waived = (comment: string, text = broken): string =>
  text.includes(heading) ? text.replace(heading, `${comment}\n${heading}`) : fail('no table four')

const reason = '省级系统按案件去重'

describe('a waived relation', () => {
  const analysis = analysed(waived(`<!-- zwgk-waive total-mismatch ${reason} -->`))

  test('is no problem, and is counted', () => {
    expect(codes(analysis)).toEqual(before)
    expect(analysis.waived.map(({ code }) => code)).toEqual(['total-mismatch'])
    const plain = countRelations(analysed(broken))
    expect(plain.broken).toBeGreaterThan(0)
    expect(countRelations(analysis)).toEqual({ ...plain, broken: 0, waived: plain.broken })
  })

  test('is counted by the command line', () => {
    const { relations, diagnostics } = checkText({
      text: waived(`<!-- zwgk-waive total-mismatch ${reason} -->`),
      uri: 'file:///report.md',
      settings: defaultSettings,
      formats,
      pages: 'file:///pages',
    })
    expect(relations).toMatchObject({ broken: 0, waived: 1 })
    expect(diagnostics.map(({ code }) => code)).toEqual(before)
  })

  test('shows in the status', () => {
    const { summary, relations } = status(analysis, 'zh-cn') ?? fail('no status')
    expect(summary).toMatch(new RegExp(`勾稽 ${relations.balanced}/${relations.total} · 豁免 ${relations.waived}$`))
    expect(relations.waived).toBe(1)
    expect(status(analysis, 'en')?.summary).toMatch(/relations · 1 waived$/)
  })

  test('is broken all the same as long as another finding on it stands', () => {
    const only = analysed(waived(`<!-- zwgk-waive total-mismatch〔行政诉讼：复议后起诉·总计〕 ${reason} -->`))
    expect(codes(only)).toContain('total-mismatch')
    expect(countRelations(only)).toMatchObject({ broken: 1, waived: 0 })
  })
})

describe('a waiver covers', () => {
  const comment = `<!-- zwgk-waive total-mismatch ${reason} -->`
  const front = (entry: string): string => `---\nzwgk:\n  waive: ${entry}\n---\n${broken}`
  test.each([
    ['the table under it', waived(comment), true],
    ['the table under it, over a blank line and another comment', waived(`${comment}\n\n<!-- 待核 -->`), true],
    ['the section whose title is under it', broken.replace('## 四、', `${comment}\n## 四、`), true],
    ['not the section before', broken.replace('## 五、', `${comment}\n## 五、`), false],
    ['not the section after', broken.replace('## 三、', `${comment}\n## 三、`), false],
    ['the whole report under its title', `${comment}\n${broken}`, true],
    ['the row that it names', waived(comment.replace(' 省', '〔行政复议〕 省')), true],
    ['the column that it names', waived(comment.replace(' 省', '【总计】：省')), true],
    ['the figure that it names', waived(comment.replace(' 省', '［行政复议·总计］省')), true],
    ['not another row', waived(comment.replace(' 省', '〔行政诉讼：复议后起诉〕 省')), false],
    ['the report, in front matter', front(`{ rule: total-mismatch, reason: ${reason} }`), true],
    ['a section', front(`[{ rule: [total-mismatch], reason: ${reason}, at: 四 }]`), true],
    [
      'a section by title',
      front(`[{ rule: total-mismatch, reason: ${reason}, at: 四、政府信息公开行政复议、行政诉讼情况 }]`),
      true,
    ],
    ['a table', front(`[{ rule: "total-mismatch、balance-mismatch", reason: ${reason}, at: t4 }]`), true],
    ['a figure', front(`[{ rule: total-mismatch, reason: ${reason}, at: 行政复议·总计 }]`), true],
    ['not another table', front(`[{ rule: total-mismatch, reason: ${reason}, at: t3 }]`), false],
    ['nothing without a reason', waived('<!-- zwgk-waive total-mismatch -->'), false],
    ['nothing with a mere phrase', waived('<!-- zwgk-waive total-mismatch 理由：同上。 -->'), false],
    ['nothing for another rule', waived(`<!-- zwgk-waive balance-mismatch ${reason} -->`), false],
  ])('%s', (_, text, expected) => {
    expect(text).not.toBe(broken)
    for (const ending of ['\n', '\r\n'])
      expect(!codes(analysed(text.replaceAll('\n', ending))).includes('total-mismatch')).toBe(expected)
  })

  test('a rule that is switched off without being called unused', () => {
    expect(codes(analysed(waived(comment), { 'total-mismatch': 'off' }))).toEqual(before)
    expect(codes(analysed(waived(comment, skeleton)))).toContain('waiver-unused')
  })

  test('no rule about waivers', () => {
    const text = waived(`<!-- zwgk-waive waiver-unused、waiver-unknown ${reason} -->\n${comment}`, skeleton)
    expect(
      codes(analysed(text))
        .filter((it) => it.startsWith('waiver'))
        .sort(),
    ).toEqual(['waiver-unknown', 'waiver-unknown', 'waiver-unused'])
  })
})

test.each([
  ['<!-- zwgk-waive total-mismatch 按案件去重 -->', ['total-mismatch'], '按案件去重'],
  [
    '<!--zwgk-waive：Total_Mismatch，balance－mismatch：按案件去重-->',
    ['total-mismatch', 'balance-mismatch'],
    '按案件去重',
  ],
  ['<!-- ZWGK-WAIVE\u3000ｔｏｔａｌ-mismatch\u3000理由：按案件去重\n两行 -->', ['total-mismatch'], '按案件去重\n两行'],
  ['<!-- zwgk-waive total-mismatch, rounding in the source -->', ['total-mismatch'], ', rounding in the source'],
  ['<!-- zwgk-waive total-mismatch -->', ['total-mismatch'], ''],
  ['<!-- zwgk-waive total-mismatch 按案件去重 --><!-- 待核 -->', ['total-mismatch'], '按案件去重'],
  ['<!-- zwgk-waive -->', [], ''],
])('%s is read', (comment, expected, words) => {
  const { rules: named, reason: written, reasonSpan } = readWaiverComment(comment) ?? fail('no waiver')
  expect(named.map(({ code }) => code)).toEqual(expected)
  for (const { text, span } of named) expect(comment.slice(span.start, span.end)).toBe(text)
  expect(written).toBe(words)
  expect(comment.slice(reasonSpan.start, reasonSpan.end)).toBe(written)
})

test.each(['<!-- 豁免 -->', '<!-- zwgk-format: 2021 -->', '<!-- zwgk-waiver-list -->', '<!-- 见 zwgk-waive -->'])(
  '%s is no waiver',
  (comment) => {
    expect(readWaiverComment(comment)).toBeUndefined()
  },
)

test('what is no reason', () => {
  for (const words of [
    '',
    '无',
    '同上',
    '……',
    '三个字',
    '请填写',
    '（请填写：理由）',
    'TODO 以后再说',
    'N/A',
    '理由说明'.slice(0, 3),
  ])
    expect([words, isNoReason(words)]).toEqual([words, true])
  for (const words of ['按案件去重', '见省厅来函', 'counted per case', '系统口径不同'])
    expect([words, isNoReason(words)]).toEqual([words, false])
})

describe('the way out of a finding', () => {
  const texts = new Map<string, { readonly text: string; readonly format: string }>()
  const folder = new URL('../server/src/core/rules/', import.meta.url)
  for (const file of readdirSync(folder).filter((it) => it.endsWith('.md')))
    for (const { name, format, input } of readPage(readFileSync(new URL(file, folder), 'utf8')).examples)
      texts.set(`${file} ${name}`, { text: readMarkers(input.value).text, format })

  const offered = (analysis: Analysis, problem: Problem): readonly CodeAction[] =>
    codeActions(analysis, problem.span, ['quickfix']).filter(({ blank }) => blank !== undefined)

  test.each([...texts])('%s: each finding can be waived, and nothing else is touched', (_, { text, format }) => {
    const analysis = analysed(text, {}, format)
    const waivable = rules.filter(({ scope }) => scope !== 'waivers').map(({ code }) => code)
    // One of each rule is enough: they differ by where they stand.
    const first = waivable.flatMap((code) => analysis.problems.find((it) => it.code === code) ?? [])
    for (const problem of first) {
      const action = offered(analysis, problem).find((it) => it.problems.includes(problem)) ?? fail(problem.code)
      expect(action).toMatchObject({ kind: 'quickfix', preferred: false, effect: 'text' })
      const [edit] = action.edits
      const { start, end } = action.blank ?? fail('no blank')
      const inserted = edit?.text ?? ''
      expect(isNoReason(inserted.slice(start, end))).toBe(true)
      const asked = analysed(applyEdits(text, action.edits), {}, format)
      expect(codes(asked)).toContain('waiver-reason')
      const filled = inserted.slice(0, start) + reason + inserted.slice(end)
      const after = analysed(applyEdits(text, [{ span: edit?.span ?? fail('no edit'), text: filled }]), {}, format)
      const said = ({ code, message }: Problem): string => `${code} ${render(message, 'zh-cn')}`
      expect(after.waived.map(said)).toContain(said(problem))
      const remaining = analysis.problems.map(said).filter((it) => !after.waived.map(said).includes(it))
      expect(after.problems.map(said).sort()).toEqual(remaining.sort())
    }
  })

  const table4 = format2021.tables.find(({ id }) => id === 't4') ?? fail('no table four')
  test.each(layoutsOf(table4).map((layout) => [layout.name, layout] as const))(
    'works in the layout %s',
    (_, layout) => {
      const text = reportWith(
        format2021,
        (table, { id }, column) => (table.id === 't4' && id === 'fy' && column === 'total' ? '7' : '0'),
        (table) => (table.id === 't4' ? layout : (layoutsOf(table)[0] ?? layout)),
      )
      for (const own of [text, `\ufeff${text.replaceAll('\n', '\r\n')}`]) {
        const analysis = analysed(own)
        const problem = analysis.problems.find(({ code }) => code === 'total-mismatch') ?? fail('not broken')
        const edits = offered(analysis, problem)[0]?.edits.map((it) => ({
          ...it,
          text: it.text.replace('（请填写：理由）', reason),
        }))
        const after = analysed(applyEdits(own, edits ?? fail('not offered')))
        expect(codes(after)).toEqual(codes(analysis).filter((code) => code !== 'total-mismatch'))
        expect(countRelations(after).waived).toBe(countRelations(analysis).broken)
      }
    },
  )

  test('comes last and is none for findings about waivers', () => {
    const analysis = analysed(broken)
    const problem = analysis.problems.find(({ code }) => code === 'total-mismatch') ?? fail('not broken')
    const actions = codeActions(analysis, problem.span, ['quickfix'])
    expect(actions.length).toBeGreaterThan(1)
    expect(actions.findIndex(({ blank }) => blank !== undefined)).toBe(actions.length - 1)
    const unused = analysed(waived(`<!-- zwgk-waive total-mismatch ${reason} -->`, skeleton))
    const finding = unused.problems.find(({ code }) => code === 'waiver-unused') ?? fail('not unused')
    expect(offered(unused, finding)).toEqual([])
  })
})
