import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../server/src/core/formats/field.ts'
import type { BlockFormat, Format, RowFormat, TableFormat } from '../server/src/core/formats/format.ts'
import { formats } from '../server/src/core/formats/index.ts'
import { rowLabel } from '../server/src/core/formats/skeleton.ts'
import { readDocument } from '../server/src/core/markdown/document.ts'
import { buildReport } from '../server/src/core/report/buildReport.ts'
import type { Report } from '../server/src/core/report/report.ts'
import { layoutsOf, reportWith, type Layout, type Write } from './layouts.ts'

/** Lists stand for tables of few columns; nobody writes the 175 figures of table three so. */
const small = (table: TableFormat): boolean => table.id !== 't3'

type Lines = (block: BlockFormat, figures: (row: RowFormat) => readonly string[], only: boolean) => readonly string[]

const styles: Readonly<Record<string, Lines>> = {
  'items with a colon': (block, figures, only) =>
    block.rows.map((row, i) => {
      const [first = ''] = figures(row)
      const parts = block.columns.map((column, k) => `${column.label} ${figures(row)[k] ?? ''}`)
      return `- ${rowLabel(row, only ? row : block.rows[i - 1])}：${only ? first : parts.join('，')}`
    }),
  'items with the unit behind': (block, figures, only) =>
    block.rows.map((row) => {
      const unit = (k: number): string => (row.unit ?? block.columns[k]?.unit)?.zh ?? ''
      const [first = ''] = figures(row)
      const parts = block.columns.map((column, k) => `${column.label}：${figures(row)[k] ?? ''}${unit(k)}`)
      return `* ${row.label}: ${only ? `${first}${unit(0)}` : parts.join('；')}。`
    }),
  'rows over their columns': (block, figures, only) =>
    block.rows.flatMap((row) => {
      const [first = ''] = figures(row)
      if (only) return [`1. ${row.label}：${first}`]
      return [`- ${row.label}：`, ...block.columns.map((column, k) => `  - ${column.label}：${figures(row)[k] ?? ''}`)]
    }),
  'row and column in one': (block, figures, only) =>
    block.rows.flatMap((row) =>
      only
        ? [`${row.label}：${figures(row)[0] ?? ''}`]
        : block.columns.map((column, k) => `- ${row.label}${column.label}：${figures(row)[k] ?? ''}`),
    ),
}

const asList =
  (lines: Lines): Layout['table'] =>
  (table, write) =>
    table.blocks
      .map((block) => {
        const figures = (row: RowFormat): readonly string[] => block.columns.map(({ id }) => write(table, row, id))
        return `${lines(block, figures, block.columns.length === 1).join('\n')}\n`
      })
      .join('\n')

const textsIn = (report: Report | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    report?.tables.flatMap(({ value }) => [...value.figures].map(([id, it]) => [id, it.cell.text])) ?? [],
  )

const read = (text: string, format: Format): Report | undefined =>
  buildReport(readDocument(text), formats, `${format.id}!`)

describe.each(formats.map((format) => [format.id, format] as const))('form %s', (_, format) => {
  const numbers = new Map([...fieldsOf(format).keys()].map((id, i) => [id, String(1000 + i)] as const))
  const write: Write = (table, row, column) => numbers.get(`${table.id}.${row.id}.${column}`) ?? '?'
  const cases = format.tables
    .filter(small)
    .flatMap((table) => Object.keys(styles).map((style) => [table.id, style] as const))

  test.each(cases)('every figure of %s is found in %s', (id, style) => {
    const list = { name: style, table: asList(styles[style] ?? (() => [])) }
    const canonical = (table: TableFormat): Layout => layoutsOf(table)[0] ?? list
    const report = read(
      reportWith(format, write, (table) => (table.id === id ? list : canonical(table))),
      format,
    )
    expect(textsIn(report)).toEqual(Object.fromEntries(numbers))
  })
})

describe('lines that are no statistics', () => {
  const format = formats.find((it) => it.id === '2021')
  const withTwo = (two: string, one = '正文。'): Report | undefined =>
    buildReport(
      readDocument(
        `# 某某县人民政府2025年政府信息公开工作年度报告\n\n## 一、总体情况\n\n${one}\n\n## 二、主动公开政府信息情况\n\n${two}\n\n## 三、收到和处理政府信息公开申请情况\n\n正文。\n`,
      ),
      formats,
      format?.id ?? 'auto',
    )

  test.each([
    ['a sentence goes on', '- 行政许可：1286件，比上年增加12件'],
    ['the label is the author’s', '- 行政许可决定总量：1286件'],
    ['the value is a range', '- 行政许可：10-20'],
    ['the value is a date', '- 行政许可：2025年1月1日'],
    ['a part of a block', '- 规章：本年制发件数 2'],
    ['there is no value', '- 行政许可：另行公布'],
  ])('%s', (_, two) => {
    expect(textsIn(withTwo(two))).toEqual({})
  })

  test('are left alone in another section', () => {
    expect(textsIn(withTwo('正文。', '- 行政许可：1286\n- 行政处罚：43\n- 行政强制：6'))).toEqual({})
    expect(textsIn(withTwo('- 行政许可：1286\n- 行政处罚：43\n- 行政强制：6'))).toEqual({
      't2.lic.decisions': '1286',
      't2.pen.decisions': '43',
      't2.enf.decisions': '6',
    })
  })

  test('never stand in for a table that is there', () => {
    const table = '| 第二十条第（五）项 | 本年处理决定数量 |\n|---|---|\n| 行政许可 | 7 |'
    const found = textsIn(withTwo(`- 行政许可：1286\n- 行政处罚：43\n- 行政强制：6\n\n${table}`))
    expect(Object.values(found)).toEqual(['7'])
  })

  test('keep a unit that is another than the form’s', () => {
    expect(Object.values(textsIn(withTwo('- 行政事业性收费：683500元')))).toEqual(['683500元'])
    expect(Object.values(textsIn(withTwo('- 行政事业性收费：68.35万元')))).toEqual(['68.35'])
  })
})
