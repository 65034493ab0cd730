import { describe, expect, test } from 'vitest'
import { formats } from '../server/src/core/formats/index.ts'
import { readDocument } from '../server/src/core/markdown/document.ts'
import { buildReport } from '../server/src/core/report/buildReport.ts'
import { render } from '../server/src/core/text/message.ts'
import { layoutsOf, reportWith, type Layout } from './layouts.ts'
import { fail } from './fixture.ts'

const titled = (year: string): string => `# 某某局${year}政府信息公开工作年度报告\n\n`

const detected = (text: string, setting = 'auto'): readonly [string, string] | undefined => {
  const report = buildReport(readDocument(text), formats, setting)
  return report === undefined ? undefined : [report.format.id, report.detection.source]
}

const reasonOf = (text: string): string =>
  render(buildReport(readDocument(text), formats, 'auto')?.detection.reason ?? fail('no report'), 'zh-cn')

const canonical = (id: string): string => {
  const format = formats.find((it) => it.id === id) ?? fail(id)
  return reportWith(
    format,
    () => '0',
    (table): Layout => layoutsOf(table)[0] ?? fail('no layout'),
  )
}

describe('a report that has just been begun is in the form for its year', () => {
  test.each([
    ['2008年', '2008'],
    ['2018年度', '2008'],
    ['2019年', '2019'],
    ['2020年', '2019'],
    ['2021年', '2021'],
    ['2030年', '2021'],
  ])('%s: %s', (year, form) => {
    expect(detected(titled(year))).toEqual([form, 'content'])
  })

  test('as its title names it in front', () => {
    expect(detected('# 2019年某某市人民政府办公厅政府信息公开工作年度报告\n')).toEqual(['2019', 'content'])
  })

  test('as the period of its figures names it', () => {
    const text = `${titled('')}本报告所列数据的统计期限自2017 年1月1日起，至2017年12月31日止。\n\n## 一、概述\n`
    expect(detected(text)).toEqual(['2008', 'content'])
    expect(reasonOf(text)).toContain('统计期限为 2017 年')
  })
})

describe('a whole report is in the form that its tables show, whatever year it names', () => {
  const years = ['2016年', '2020年', '2024年', '']
  test.each(formats.flatMap(({ id }) => years.map((year) => [id, year] as const)))('%s, %s', (id, year) => {
    const text = canonical(id).replace('2025年', year)
    expect(detected(text)?.[0]).toBe(id)
  })

  test('and says by which label', () => {
    expect(reasonOf(canonical('2021').replace('2025年', '2020年'))).toContain('“本年制发件数”')
  })

  test('and without a title', () => {
    for (const { id } of formats) expect(detected(canonical(id).replace(/^#.*/, ''))?.[0]).toBe(id)
  })
})

describe('what the author or the user says goes first', () => {
  test('a comment near the top', () => {
    expect(detected(`<!-- zwgk-format: 2019 -->\n\n${titled('2024年')}`)).toEqual(['2019', 'comment'])
    expect(detected(`${titled('2024年')}<!-- zwgk-format：2019 -->\n`, '2021')).toEqual(['2019', 'comment'])
    expect(detected(`<!-- zwgk-format: none -->\n\n${titled('2024年')}`)).toBeUndefined()
  })

  test('front matter before a comment', () => {
    const comment = `<!-- zwgk-format: 2019 -->\n\n${titled('2024年')}`
    expect(detected(`---\nzwgk:\n  format: "2008"\n---\n\n${comment}`)).toEqual(['2008', 'front-matter'])
  })

  test('the setting before the content', () => {
    expect(detected(titled('2024年'), '2019')).toEqual(['2019', 'setting'])
    expect(detected(titled('2024年'), 'none')).toBeUndefined()
  })

  test('but a form that nobody knows, or a comment far below, says nothing', () => {
    expect(detected(`<!-- zwgk-format: 1999 -->\n\n${titled('2024年')}`)).toEqual(['2021', 'content'])
    const far = `${titled('2024年')}${'一段。\n\n'.repeat(20)}<!-- zwgk-format: 2019 -->\n`
    expect(detected(far)).toEqual(['2021', 'content'])
  })
})

test('tables of two forms are told apart', () => {
  const report = (text: string) => buildReport(readDocument(text), formats, 'auto') ?? fail('no report')
  for (const { id } of formats) expect(report(canonical(id)).foreignTables, id).toEqual([])
  const oneRow = canonical('2021')
    .split('\n')
    .filter((line) => !/^\| (?:（六）其他处理：1|2)\.申请人/.test(line))
    .map((line) => line.replace(/^\| 3\.其他 \|/, '| （六）其他处理 |'))
  const mixed = report(oneRow.join('\n'))
  expect(mixed.format.id).toBe('2021')
  expect(mixed.foreignTables.map(({ format, table, label }) => [format.id, table.id, label])).toEqual([
    ['2019', 't3', '（六）其他处理'],
  ])
  expect(mixed.dueFormat).toBeUndefined()
  expect(report(canonical('2019').replace('2025年', '2023年')).dueFormat?.id).toBe('2021')
})
