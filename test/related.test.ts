import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { analyse, countRelations } from '../server/src/core/analyse.ts'
import { formats } from '../server/src/core/formats/index.ts'
import { readDocument } from '../server/src/core/markdown/document.ts'
import { choose, type Found } from '../server/src/core/related/choose.ts'
import { readHead, type Head } from '../server/src/core/related/head.ts'
import { readEntry, resolvePath } from '../server/src/core/related/patterns.ts'
import { valueIn } from '../server/src/core/related/values.ts'
import { concerns, mayConcern, wishesOf, type Bodies, type Own } from '../server/src/core/related/wishes.ts'
import { defaultSettings } from '../server/src/core/settings.ts'
import { readSummary } from '../server/src/core/summarise.ts'
import { linesOf } from '../server/src/core/text/lines.ts'
import { render } from '../server/src/core/text/message.ts'
import { reportOf, requests } from './county.ts'
import { fail } from './fixture.ts'
import { otherReport } from './others.ts'

const corpus = new URL('./corpus/', import.meta.url)
const reports = readdirSync(corpus).filter((name) => name.endsWith('.md'))
const textOf = (name: string): string => readFileSync(new URL(name, corpus), 'utf8')

describe('the head of a file', () => {
  test.each([
    ['# 安澜县档案局2025年政府信息公开工作年度报告\n', '安澜县档案局', 2025],
    ['安澜县档案局\n\n2024年政府信息公开工作年度报告\n', '安澜县档案局', 2024],
    ['---\nzwgk: { unit: 安澜县教育局, year: 2023 }\n---\n\n# 年度报告\n', '安澜县教育局', 2023],
    ['# 安澜县政府信息公开工作年度报告\n\n本报告统计期限为2022年1月1日至2022年12月31日。\n', '安澜县', 2022],
  ])('%j', (text, body, year) => {
    expect(readHead(text)).toEqual({ body, year })
  })

  test('names what the front matter names', () => {
    const text =
      '---\nzwgk:\n  previous: ../2024.md\n  children: [部门/*.md, 城关镇]\n---\n\n# 甲2025年政府信息公开工作年度报告\n'
    expect(readHead(text)).toEqual({
      body: '甲',
      year: 2025,
      previous: '../2024.md',
      children: ['部门/*.md', '城关镇'],
    })
  })

  test.each([
    ['a README', '# 说明\n\n历年材料。\n'],
    ['a silenced report', '---\nzwgk: { format: none }\n---\n\n# 甲2025年政府信息公开工作年度报告\n'],
    ['a title far below', `${'无关。\n\n'.repeat(3000)}# 甲2025年政府信息公开工作年度报告\n`],
  ])('of %s is none', (_, text) => {
    expect(readHead(text)).toBeUndefined()
  })

  test.each(reports)('of %s is that of the report', (name) => {
    const { report } = analyse(readDocument(textOf(name)), defaultSettings)
    expect(readHead(textOf(name))).toEqual({ body: report?.title?.body, year: report?.year })
  })
})

describe('what is kept of a report', () => {
  test.each(reports)('%s: form, relations, and every figure in its place', (name) => {
    const text = textOf(name)
    const analysis = analyse(readDocument(text), defaultSettings)
    const report = analysis.report ?? fail(`${name} is no report`)
    const summary = readSummary(text, defaultSettings, formats) ?? fail(`${name} has no summary`)
    expect(summary.format).toBe(report.format)
    const { balanced, broken, unchecked } = countRelations(analysis)
    expect(summary.relations).toEqual({ balanced, broken, unchecked })
    const lines = linesOf(text)
    let count = 0
    for (const { at, value } of report.tables)
      for (const [id, { cell, reading }] of value.figures) {
        const figure = summary.figure(id) ?? fail(`${id} is not kept`)
        expect(figure.state).toBe(reading.state)
        expect(figure.value?.toFixed()).toBe(valueIn(report, id)?.toFixed())
        expect(text.slice(lines.offsetAt(figure.start), lines.offsetAt(figure.end))).toBe(
          text.slice(cell.span.start + at, cell.span.end + at),
        )
        expect(summary.number(id)).toBe(figure.value === undefined ? Number.NaN : Number(figure.value.toFixed()))
        count++
      }
    expect(count).toBe(report.tables.reduce((sum, { value }) => sum + value.figures.size, 0))
    expect(summary.figure('t3.none.c1')).toBeUndefined()
  })

  test('a number that floating point cannot hold stays exact', () => {
    const text = `# 甲2025年政府信息公开工作年度报告\n\n| 第二十条第（八）项 | 本年收费金额（单位：万元） |\n| --- | ---: |\n| 行政事业性收费 | 12345678901234.567891 |\n`
    const summary = readSummary(text, defaultSettings, formats)
    expect(summary?.figure('t2.fee.amount')?.value?.toFixed()).toBe('12345678901234.567891')
    expect(summary?.number('t2.fee.amount')).toBeNaN()
  })

  test('is nothing of what is no report', () => {
    expect(readSummary('# 政府信息公开指南\n\n请到窗口办理。\n', defaultSettings, formats)).toBeUndefined()
  })

  test('an author’s waiver is heard', () => {
    const table =
      '| 类别 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| --- | --- | --- | --- | --- | --- |\n| 行政复议 | 1 | 0 | 0 | 0 | 2 |\n| 行政诉讼：未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |\n| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |\n'
    const head = '# 甲2025年政府信息公开工作年度报告\n\n## 四、政府信息公开行政复议、行政诉讼情况\n\n'
    expect(readSummary(head + table, defaultSettings, formats)?.relations.broken).toBe(1)
    const waived = `${head}<!-- zwgk-waive total-mismatch 省级系统按案件去重 -->\n${table}`
    expect(readSummary(waived, defaultSettings, formats)?.relations.broken).toBe(0)
  })
})

describe('paths and globs', () => {
  test.each([
    ['2024.md', '/w/县/2024.md'],
    ['./2024.md', '/w/县/2024.md'],
    ['../市/2024.md', '/w/市/2024.md'],
    ['a/../../b.md', '/w/b.md'],
    ['/市/2024.md', '/w/市/2024.md'],
    ['旧\\2024.md', '/w/县/旧/2024.md'],
  ])('%s leads to %s', (written, path) => {
    expect(resolvePath(written, '/w/县', '/w')).toBe(path)
  })

  test.each([
    ['部门/*.md', '/w/县/部门/教育局.md', true],
    ['部门/*.md', '/w/县/部门/旧/教育局.md', false],
    ['部门/**/*.md', '/w/县/部门/旧/教育局.md', true],
    ['../{部门,乡镇}/*.md', '/w/乡镇/城关镇.md', true],
    ['../{部门,乡镇}/*.md', '/w/县/乡镇/城关镇.md', false],
    ['**/*.md', '/w/别县/教育局.md', false],
  ])('%s and %s: %s', (written, path, expected) => {
    const entry = readEntry(written, '/w/县', '/w')
    expect(entry.kind === 'glob' && entry.matches(path)).toBe(expected)
  })

  test.each([
    ['安澜县教育局', 'body'],
    ['!安澜县税务局', 'body'],
    ['教育局.md', 'path'],
    ['部门/教育局', 'path'],
    ['!部门/**', 'glob'],
  ])('%s is a %s', (written, kind) => {
    expect(readEntry(written, '/w', '/w')).toMatchObject({ kind, excluded: written.startsWith('!') })
  })
})

/** Files by path: `body year`, or why there is no head. */
const filesOf = (all: Readonly<Record<string, string | Head>>): ReadonlyMap<string, Found> =>
  new Map(
    Object.entries(all).map(([path, said]): [string, Found] => {
      if (typeof said !== 'string') return [path, said]
      if (said === 'unreadable' || said === 'no-report') return [path, said]
      const [body, year] = said.split(' ')
      return [path, { body: body === '-' ? undefined : body, year: year === undefined ? undefined : Number(year) }]
    }),
  )

const own = (head: Partial<Head> = {}, path = '/w/县/2025.md'): Own => ({
  path,
  root: '/w',
  head: { body: '安澜县人民政府', year: 2025, ...head },
})

const chosen = (of: Own, files: ReadonlyMap<string, Found>, bodies: Bodies = {}) =>
  choose(wishesOf(of, bodies), files, bodies, (path) => path.replace('/w/', ''))

describe('last year’s report', () => {
  test('is that of the body, in whatever width its name is written', () => {
    const files = filesOf({
      '/w/县/2024.md': '安澜县人民政府(本级) 2024',
      '/w/县/2023.md': '安澜县人民政府（本级） 2023',
      '/w/县/全县2024.md': '安澜县人民政府 2024',
    })
    expect(chosen(own({ body: '安澜县人民政府（本级）' }), files)).toMatchObject({
      previous: '/w/县/2024.md',
      noPrevious: undefined,
    })
  })

  test('is no other body’s', () => {
    expect(chosen(own(), filesOf({ '/w/县/2024.md': '安澜县档案局 2024' })).previous).toBeUndefined()
  })

  test('is the nearest of several', () => {
    const files = filesOf({ '/w/县/旧/2024.md': '安澜县人民政府 2024', '/w/备份/2024.md': '安澜县人民政府 2024' })
    expect(chosen(own(), files).previous).toBe('/w/县/旧/2024.md')
  })

  test('is not guessed among equals', () => {
    const files = filesOf({ '/w/县/2024.md': '安澜县人民政府 2024', '/w/县/2024送审.md': '安澜县人民政府 2024' })
    expect(chosen(own(), files)).toMatchObject({
      previous: undefined,
      noPrevious: { why: 'several', files: ['县/2024.md', '县/2024送审.md'] },
    })
  })

  test('is the one that the report names, whosever it is', () => {
    const files = filesOf({ '/w/县/2024.md': '安澜县人民政府 2024', '/w/旧/a.md': '安澜县政府 2024' })
    expect(chosen(own({ previous: '../旧/a.md' }), files).previous).toBe('/w/旧/a.md')
  })

  test.each([
    ['../旧/没有.md', 'no-file'],
    ['readme.md', 'no-report'],
    ['大.md', 'unreadable'],
    ['2025.md', 'itself'],
    ['2022.md', 'other-year'],
  ])('named as %s: %s', (previous, why) => {
    const files = filesOf({
      '/w/县/readme.md': 'no-report',
      '/w/县/大.md': 'unreadable',
      '/w/县/2022.md': '安澜县人民政府 2022',
      '/w/县/2024.md': '安澜县人民政府 2024',
    })
    expect(chosen(own({ previous }), files)).toMatchObject({ previous: undefined, noPrevious: { name: previous, why } })
  })

  test('and next year’s are told apart', () => {
    const files = filesOf({ '/w/县/2024.md': '安澜县人民政府 2024', '/w/县/2026.md': '安澜县人民政府 2026' })
    expect(chosen(own(), files)).toMatchObject({ previous: '/w/县/2024.md', next: '/w/县/2026.md' })
  })
})

describe('the bodies below', () => {
  const files = filesOf({
    '/w/县/2024.md': '安澜县人民政府 2024',
    '/w/县/2025.md': '安澜县人民政府 2025',
    '/w/县/办公室.md': '安澜县人民政府（本级） 2025',
    '/w/县/部门/教育局.md': '安澜县教育局 2025',
    '/w/县/部门/教育局2024.md': '安澜县教育局 2024',
    '/w/县/部门/税务局.md': '国家税务总局安澜县税务局 2025',
    '/w/县/部门/说明.md': 'no-report',
  })

  test('are those of the same year, without the body itself', () => {
    expect(chosen(own({ children: ['**/*.md'] }), files).children).toEqual({
      named: 'front-matter',
      paths: ['/w/县/办公室.md', '/w/县/部门/教育局.md', '/w/县/部门/税务局.md'],
      lacking: [],
    })
  })

  test('leave out what is excluded, by path or by name', () => {
    const one = chosen(own({ children: ['部门/*.md', '!部门/税务局.md'] }), files).children
    const two = chosen(own({ children: ['部门/*.md', '!国家税务总局安澜县税务局'] }), files).children
    expect(one?.paths).toEqual(['/w/县/部门/教育局.md'])
    expect(two).toEqual(one)
  })

  test('come from the settings for every year', () => {
    const bodies = { 安澜县人民政府: ['县/部门/*.md'] }
    expect(chosen(own(), files, bodies).children).toMatchObject({
      named: 'setting',
      paths: ['/w/县/部门/教育局.md', '/w/县/部门/税务局.md'],
    })
    expect(chosen(own({ body: '别县人民政府' }), files, bodies).children).toBeUndefined()
  })

  test('may be named by their names', () => {
    const { children } = chosen(own({ children: ['安澜县教育局', '安澜县财政局'] }), files)
    expect(children?.paths).toEqual(['/w/县/部门/教育局.md'])
    expect(children?.lacking).toEqual([{ name: '安澜县财政局', why: 'no-body', files: [] }])
  })

  test('are missed where they reported last year, unless they are excluded', () => {
    const gone = filesOf({
      '/w/县/部门/教育局.md': '安澜县教育局 2025',
      '/w/县/部门/旅游局.md': '安澜县旅游局 2024',
      '/w/县/部门/林业局.md': '安澜县林业局 2023',
    })
    expect(chosen(own({ children: ['部门/*.md'] }), gone).children?.lacking).toEqual([
      { name: '安澜县旅游局', why: 'no-body', files: [] },
    ])
    expect(chosen(own({ children: ['部门/*.md', '!安澜县旅游局'] }), gone).children?.lacking).toEqual([])
  })

  test.each([
    [['部门/没有.md'], [{ name: '部门/没有.md', why: 'no-file', files: [] }]],
    [['乡镇/*.md'], [{ name: '乡镇/*.md', why: 'no-file', files: [] }]],
    [['部门/说明.md'], [{ name: '部门/说明.md', why: 'no-report', files: [] }]],
    [['部门/教育局2024.md'], [{ name: '部门/教育局2024.md', why: 'other-year', files: [], year: 2024 }]],
  ])('%j are lacking', (children, lacking) => {
    const found = chosen(own({ children }), files).children?.lacking.filter(({ why }) => why !== 'no-body')
    expect(found).toEqual(lacking)
  })

  test('that cannot be read are named', () => {
    const bad = filesOf({ '/w/县/部门/大.md': 'unreadable', '/w/县/部门/无年.md': '安澜县林业局' })
    expect(chosen(own({ children: ['部门/*.md'] }), bad).children?.lacking).toEqual([
      { name: '县/部门/大.md', why: 'unreadable', files: [] },
      { name: '县/部门/无年.md', why: 'no-year', files: [] },
    ])
  })

  test('with two reports are taken by neither', () => {
    const twice = filesOf({ '/w/县/部门/a.md': '安澜县教育局 2025', '/w/县/部门/b.md': '安澜县教育局 2025' })
    expect(chosen(own({ children: ['部门/*.md'] }), twice).children).toMatchObject({
      paths: [],
      lacking: [{ name: '安澜县教育局', why: 'several', files: ['县/部门/a.md', '县/部门/b.md'] }],
    })
  })

  test('that others add up are counted once', () => {
    const deep = filesOf({
      '/w/市/东县/2025.md': { body: '东县人民政府', year: 2025, children: ['部门/*.md'] },
      '/w/市/东县/部门/教育局.md': '东县教育局 2025',
      '/w/市/西县/2025.md': '西县人民政府 2025',
      '/w/市/西县/部门/教育局.md': '西县教育局 2025',
    })
    const city = own({ body: '安澜市人民政府', children: ['**/*.md'] }, '/w/市/2025.md')
    expect(chosen(city, deep, { 西县人民政府: ['市/西县/部门/*.md'] }).children?.paths).toEqual([
      '/w/市/东县/2025.md',
      '/w/市/西县/2025.md',
    ])
  })
})

describe('growth', () => {
  const previous = otherReport(reportOf('安澜县教育局', 2024, requests(100, 0, 4)), '2021', '安澜县教育局', 2024)
  const saidOf = (sentence: string, received = 120): readonly string[] => {
    const text = reportOf('安澜县教育局', 2025, requests(received, 4, 3)).replace(
      /## 二、/,
      `全年收到政府信息公开申请${received}件${sentence}。\n\n## 二、`,
    )
    const { problems } = analyse(readDocument(text), defaultSettings, { related: () => ({ previous }) })
    return problems
      .filter(({ code }) => /growth|percentage|prose|sum/.test(code))
      .map(({ code, message }) => `${code} ${render(message, 'zh-cn')}`)
  }

  test.each([
    '，同比增长20%',
    '，同比增长20.00%',
    '（较上年增加20件）',
    '，与上年（100件）相比增加20件',
    '，比2024年多20件',
  ])('that last year’s report bears out: %s', (sentence) => {
    expect(saidOf(sentence)).toEqual([])
  })

  test.each(['，同比增长约30%', '，同比增长近三成', '，比2020年增长50%', '，较往年增长50%', '，环比增长50%'])(
    'that cannot be compared: %s',
    (sentence) => {
      expect(saidOf(sentence)).toEqual([])
    },
  )

  test.each([
    '，同比增长30%',
    '，同比下降20%',
    '（较上年增加10件）',
    '，与上年持平',
    '，比2024年多2件',
    '，相比去年，增加2件',
  ])('that it does not bear out: %s', (sentence) => {
    expect(saidOf(sentence)).toEqual([expect.stringMatching(/^growth-mismatch .*是 100，.*120－100/)])
  })

  test('of which the sentence gives last year’s number', () => {
    expect(saidOf('，比上年（90件）增加30件')).toEqual([expect.stringMatching(/^growth-mismatch .*写的上年数是 90/)])
    expect(saidOf('，比上年（100件）增加30件')).toEqual([expect.stringMatching(/^percentage-mismatch .*120－100＝20/)])
  })

  test('that comes to nothing', () => {
    expect(saidOf('，与上年持平', 100)).toEqual([])
    expect(saidOf('，与上年基本持平', 104)).toEqual([])
  })
})

test('what is chosen is among what is looked into', () => {
  const wishes = wishesOf(own({ children: ['部门/*.md', '城关镇人民政府'], previous: '旧/2024.md' }), {})
  const byName = wishesOf(own(), {})
  const head = { body: '安澜县人民政府', year: 2024 }
  expect(mayConcern(wishes, '/w/县/部门/a.md')).toBe(true)
  expect(mayConcern(wishesOf(own({ children: ['部门/*.md'], previous: '旧/2024.md' }), {}), '/w/县/readme.md')).toBe(
    false,
  )
  expect(mayConcern(byName, '/w/别处/a.md')).toBe(true)
  expect(mayConcern(byName, '/w/县/2025.md')).toBe(false)
  expect(concerns(byName, '/w/别处/a.md', head)).toBe(true)
  expect(concerns(byName, '/w/别处/a.md', { ...head, year: 2023 })).toBe(false)
  expect(concerns(wishes, '/w/县/旧/2024.md', { body: undefined, year: undefined })).toBe(true)
  expect(concerns(wishes, '/w/县/部门/a.md', { body: '甲', year: 2025 })).toBe(true)
  expect(concerns(wishes, '/w/县/部门/a.md', { body: '甲', year: 2024 })).toBe(false)
})
