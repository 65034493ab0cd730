import { describe, expect, test } from 'vitest'
import { completions } from '../server/src/core/features/completions.ts'
import { missingSections } from '../server/src/core/features/insertSection.ts'
import { newReport } from '../server/src/core/features/newReport.ts'
import { isReadable, pinyinInitials } from '../server/src/core/features/pinyin.ts'
import { status } from '../server/src/core/features/status.ts'
import { formats } from '../server/src/core/formats/index.ts'
import { sectionTitle } from '../server/src/core/formats/skeleton.ts'
import { applyEdits } from '../server/src/core/text/span.ts'
import { accept } from './featureAnswers.ts'
import { fail } from './fixture.ts'
import { analysed, bound, skeleton } from './skeleton.ts'

const format = formats[0] ?? fail('no form')
const endings = ['\n', '\r\n'] as const
const withEndings = (text: string, ending: string): string => text.replaceAll('\n', ending)

/** The skeleton without one of its sections. */
function without(id: string): string {
  const index = format.sections.findIndex((it) => it.id === id)
  const heading = (i: number): number => {
    const section = format.sections[i]
    return section === undefined ? skeleton.length : skeleton.indexOf(`## ${sectionTitle(section, format)}`)
  }
  return skeleton.slice(0, heading(index)) + skeleton.slice(heading(index + 1))
}

const missingIn = (text: string): readonly string[] =>
  analysed(text)
    .problems.filter(({ code }) => /^(?:section|table|row|column)-missing$/.test(code))
    .map(({ code }) => code)

test('a new report lacks nothing, balances, and is recognised by its title', () => {
  const { report, problems } = analysed(skeleton)
  expect(report?.format.id).toBe('2021')
  expect(report?.year).toBe(2024)
  expect(report?.title?.body).toBe('某某县人民政府')
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(status(analysed(skeleton), 'zh-cn')?.summary).toBe('2021年格式 · 6/6 节 · 勾稽 43/43 ✓')
  expect(skeleton).not.toMatch(/\{|\}|undefined|\n{3}/)
})

test('the status counts the problems by their severity', () => {
  const analysis = analysed(without('s4').replace('| 规章 | 0 |', '| 规章 | 00 |'))
  const { findings } = status(analysis, 'zh-cn') ?? fail('no status')
  expect(findings.error).toBeGreaterThan(0)
  for (const severity of ['error', 'warning', 'information', 'hint'] as const)
    expect(findings[severity]).toBe(analysis.problems.filter((it) => it.severity === severity).length)
})

test('a new report takes the form that is asked for, or else the one in force', () => {
  expect(newReport({ body: '某局', year: 2024, format: '2021' })).toEqual(newReport({ body: '某局', year: 2024 }))
  expect(newReport({ body: '某局', year: 2024, format: 'unknown' })).toEqual(newReport({ body: '某局', year: 2024 }))
  expect(newReport({ body: ' 某\r\n局\u0000', year: 2024 }).text).toContain('# 某 局2024年政府信息公开工作年度报告\n')
  expect(newReport({ body: '某局', year: 2023 }).text).toContain('# 某局2023年政府信息公开工作年度报告')
})

describe.each(format.sections.map((section) => [section.id, section] as const))('without %s', (id, section) => {
  const text = without(id)
  const title = sectionTitle(section, format)

  test('it is missing and nothing else is', () => {
    expect(missingSections(analysed(text)).map((it) => it.id)).toEqual([id])
    expect(status(analysed(text), 'zh-cn')?.sections.missing).toEqual([{ id, title }])
  })

  test.each(endings)('inserting it leaves nothing missing (%j)', (ending) => {
    const own = withEndings(text, ending)
    const [missing] = missingSections(analysed(own))
    const { edit, reveal } = missing ?? fail('nothing is missing')
    const mended = applyEdits(own, [edit])
    expect(missingIn(mended)).toEqual([])
    expect(mended.slice(reveal)).toMatch(new RegExp(`^## ${title}`))
    expect(mended.replaceAll(ending, '')).not.toMatch(/[\r\n]/)
  })

  // Wherever it is typed, and however much of it: the completion alone is offered and puts all of it there.
  test.each(['#', '## ', `## ${title.slice(0, 2)}`, `## ${pinyinInitials(section.title)}`, `## ${id}`])(
    'typing %j offers it, and accepting it leaves nothing missing',
    (typed) => {
      for (const ending of endings) {
        const own = withEndings(`${text.trimEnd()}\n\n${typed}`, ending)
        const [found, ...rest] = completions(analysed(own), own.length, 'zh-cn').filter((it) => it.kind === 'section')
        expect(rest).toEqual([])
        const mended = accept({ text: own }, found ?? fail('not offered'))
        expect(missingIn(mended)).toEqual([])
        expect(mended).toContain(`${ending}${ending}## ${title}${ending}`)
        expect(mended.replaceAll(ending, '')).not.toMatch(/[\r\n]/)
      }
    },
  )
})

test('nothing is offered that a whole report has already', () => {
  for (const typed of ['#', '|', ''])
    for (const at of [...skeleton.matchAll(/\n(?=\n)/g)].map((it) => it.index + 1)) {
      const text = `${skeleton.slice(0, at)}${typed}${skeleton.slice(at)}`
      expect(completions(bound(text), at + typed.length, 'zh-cn'), `${typed} at ${at}`).toEqual([])
    }
})

test('nothing but figures is offered in the middle of a line', () => {
  const text = without('s6')
  const analysis = analysed(text)
  const inside = [...text.matchAll(/[^\n](?=[^\n])/g)].map((it) => it.index + 1)
  expect(inside.length).toBeGreaterThan(1000)
  for (const offset of inside)
    expect(completions(analysis, offset, 'zh-cn').filter(({ kind }) => kind !== 'figure')).toEqual([])
})

test('each row that is taken out is the first to be offered in its place, and restores the table', () => {
  for (const table of format.tables)
    for (const block of table.blocks.filter((it) => it.rows.length > 1))
      for (const row of block.rows) {
        const line =
          skeleton.split('\n').find((it) => it.startsWith('|') && it.includes(`${row.label} |`)) ?? fail(row.id)
        const at = skeleton.indexOf(`${line}\n`)
        const text = `${skeleton.slice(0, at)}|${skeleton.slice(at + line.length)}`
        const found = completions(bound(text), at + 1, 'zh-cn')
        const first = [...found].sort((a, b) => (a.sort < b.sort ? -1 : 1))[0] ?? fail(`${row.id} is not offered`)
        expect(found).toHaveLength(1)
        const labels = (of: string): readonly string[] =>
          bound(of).report?.tables.flatMap(({ value }) => value.rows.map((it) => it.row.id)) ?? []
        expect(labels(accept({ text }, first))).toEqual(labels(skeleton))
      }
})

test('each table that is taken out is offered in its place, and restores the report', () => {
  for (const table of format.tables) {
    const lines = skeleton.split('\n')
    const section = format.sections.find((it) => it.id === table.section) ?? fail(table.id)
    const from = lines.indexOf(`## ${sectionTitle(section, format)}`)
    const to = lines.findIndex((it, i) => i > from && it.startsWith('## '))
    const text = [...lines.slice(0, from + 2), '|', '', ...lines.slice(to)].join('\n')
    const offset = [...lines.slice(0, from + 2), '|'].join('\n').length
    const [found, ...rest] = completions(analysed(text), offset, 'zh-cn')
    expect(rest).toEqual([])
    expect(accept({ text }, found ?? fail(`${table.id} is not offered`))).toBe(skeleton)
  }
})

test('every snippet is filled in without a hole, and every filter begins with what it replaces', () => {
  const text = `# 某局2024年政府信息公开工作年度报告\n\n#`
  const found = completions(analysed(text), text.length, 'en')
  expect(found).toHaveLength(6)
  for (const { filter, snippet, documentation, detail } of found) {
    expect(filter.startsWith('#')).toBe(true)
    expect(snippet + documentation + detail).not.toMatch(/undefined|NaN|\[object/)
  }
})

test('the reading of every character in the titles and labels of the forms is known', () => {
  const texts = formats.flatMap(({ sections, tables }) => [
    ...sections.flatMap(({ title, topics }) => [title, ...topics.map((it) => it.title)]),
    ...tables.flatMap(({ title, blocks }) => [title, ...blocks.flatMap(({ rows }) => rows.map((it) => it.label))]),
  ])
  expect(texts.filter((text) => !isReadable(text))).toEqual([])
  expect(pinyinInitials('总体情况')).toBe('ztqk')
  expect(pinyinInitials('2.重复申请')).toBe('2cfsq')
})
