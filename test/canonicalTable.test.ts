import { describe, expect, test } from 'vitest'
import { canonicalTables } from '../server/src/core/features/canonicalTable.ts'
import { fieldsOf } from '../server/src/core/formats/field.ts'
import { formats } from '../server/src/core/formats/index.ts'
import { applyEdits } from '../server/src/core/text/span.ts'
import type { Analysis } from '../server/src/core/analyse.ts'
import { analysisOf } from './featureAnswers.ts'
import { layoutsOf, reportWith, type Layout, type Write } from './layouts.ts'

const whole = (text: string): { readonly start: number; readonly end: number } => ({ start: 0, end: text.length })

const textsIn = ({ report }: Analysis): Readonly<Record<string, string>> =>
  Object.fromEntries(
    report?.tables.flatMap(({ value }) => [...value.figures].map(([id, { cell }]) => [id, cell.text])) ?? [],
  )

/** What people write into cells: numbers, blanks, strokes, slips; the same field always the same. */
const written = ['0', '12', '', '/', '00', '1,234', '１２', '5件', '无', '3（其中修订1件）', '1O', '-']

/** The layouts that differ from the form's in more than words; the newest form is tried in all. */
const hard = ['merged cells left blank', 'with a column of units', 'turned', 'HTML with merged cells', 'one table']

describe.each(formats.map((format) => [format.id, format] as const))('form %s', (_, format) => {
  const ids = [...fieldsOf(format).keys()]
  const write: Write = (table, row, column) => {
    const i = ids.indexOf(`${table.id}.${row.id}.${column}`)
    return i % 3 === 0 ? String(1000 + i) : (written[i % written.length] ?? '')
  }
  const cases = format.tables.flatMap((table) =>
    layoutsOf(table)
      .filter(({ name }) => format.id === '2021' || process.env['ROUNDS'] !== undefined || hard.includes(name))
      .map((layout) => [table.id, layout.name, layout] as const),
  )

  test.each(cases)('table %s, %s: the same figures, in one layout, once and for all', (id, name, layout) => {
    const text = reportWith(format, write, (of): Layout => (of.id === id ? layout : (layoutsOf(of)[0] ?? layout)))
    const before = analysisOf(text, format.id)
    const { edits, kept } = canonicalTables(before, whole(text))
    const after = applyEdits(text, edits)
    const canonical = analysisOf(after, format.id)
    expect(textsIn(canonical)).toEqual(textsIn(before))
    expect(kept).toEqual([])
    expect(after).not.toContain('<t')
    expect(canonicalTables(canonical, whole(after)).edits).toEqual([])
    expect(canonical.report?.tables.flatMap(({ value }) => [...value.unknownRows, ...value.slips])).toEqual([])
    if (name !== 'canonical' && before.report?.tables.some(({ value }) => value.grid.notation === 'html'))
      expect(edits.length).toBeGreaterThan(0)
  })
})

describe('nothing is lost', () => {
  const convert = (table: string, format = '2021'): { readonly text: string; readonly kept: readonly string[] } => {
    const text = `# 某县档案局2025年政府信息公开工作年度报告\n\n## 二、主动公开政府信息情况\n\n${table}\n`
    const analysis = analysisOf(text, format)
    const { edits, kept } = canonicalTables(analysis, whole(text))
    const after = applyEdits(text, edits)
    expect(textsIn(analysisOf(after, format))).toEqual(textsIn(analysis))
    return { text: after.slice(after.indexOf('情况\n\n') + 4).trimEnd(), kept }
  }

  test('rows and columns of the author’s own, and remarks', () => {
    const { text, kept } = convert(
      `| 序号 | 第二十条第（六）项 | 本年处理决定数量（件） | 说明 |
|---|---|---|---|
| 1 | 行政处罚（含简易程序） | **7** | 含*移送* |
| 2 | 行政强制 | 0 | |
| 3 | 行政检查 | 5 | 自行统计 |`,
    )
    expect(kept).toEqual([])
    expect(text).toBe(`| 第二十条第（六）项 | 本年处理决定数量（件） | 序号 | 说明 |
| --- | ---: | ---: | ---: |
| 行政处罚（含简易程序） | **7** | 1 | 含*移送* |
| 行政强制 | 0 | 2 |  |
| 行政检查 | 5 | 3 | 自行统计 |`)
  })

  test('what is neither: it is listed below', () => {
    const { text, kept } = convert(
      '<table><caption>表二</caption><!-- 初稿 --><tr><td>第二十条第（六）项</td><td>本年处理决定数量</td></tr>' +
        '<tr><td>行政处罚</td><td>7</td></tr><tr><td>行政强制</td><td>0</td></tr>' +
        '<tr><td colspan="2">数据截至12月31日，含 A&amp;B *两* 处</td></tr></table>',
    )
    expect(kept).toEqual(['数据截至12月31日，含 A&B *两* 处'])
    expect(text).toBe(`表二

| 第二十条第（六）项 | 本年处理决定数量 |
| --- | ---: |
| 行政处罚 | 7 |
| 行政强制 | 0 |

原表中未能归入规定行、列的内容：“数据截至12月31日，含 A&amp;B \\*两\\* 处”。

<!-- 初稿 -->`)
  })

  test('a list with its other lines', () => {
    const { text } = convert('- 行政处罚：7件\n- 行政强制：0\n- 均已公示')
    expect(text).toBe(`| 第二十条第（六）项 | 本年处理决定数量 |
| --- | ---: |
| 行政处罚 | 7 |
| 行政强制 | 0 |

- 均已公示`)
  })

  test('links in cells, and text around a table on its line', () => {
    const { text } = convert(
      '<div>\n<table><tr><td>第二十条第（六）项</td><td>本年处理决定数量</td></tr><tr><td><p>行政处罚</p></td><td><p><a href="x.html">7</a></p></td></tr><tr><td>行政强制</td><td>0</td></tr></table>\n</div>',
    )
    expect(text).toContain('| 行政处罚 | <a href="x.html">7</a> |')
    expect(text).toContain('<div>\n\n')
  })

  test('a table within a table is left alone', () => {
    const inner = '<table><tr><td>x</td></tr></table>'
    const table = `<table><tr><td>第二十条第（六）项</td><td>本年处理决定数量</td></tr><tr><td>行政处罚</td><td>7</td></tr><tr><td>行政强制</td><td>0</td></tr><tr><td>${inner}</td><td></td></tr></table>`
    expect(convert(table).text).toBe(table)
  })
})
