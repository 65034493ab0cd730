import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { upgradeReport } from '../server/src/core/features/upgradeReport.ts'
import { formats } from '../server/src/core/formats/index.ts'
import { analysisOf } from './featureAnswers.ts'
import { fail } from './fixture.ts'

const folder = new URL('./corpus/', import.meta.url)
const real = readdirSync(folder).filter((name) => name.endsWith('.md'))
const current = formats.find(({ years }) => years.to === undefined) ?? fail('no form is in force')

/** A corpus page may begin with what is expected of it; the report is what is left without its front matter and fences. */
const read = (name: string): string => {
  const text = readFileSync(new URL(name, folder), 'utf8')
  return /^````*md[^\n]*\n([^]*?)\n````*$/m.exec(text)?.[1] ?? text
}

describe.each(real)('%s', (name) => {
  const old = analysisOf(read(name), 'auto')
  const made = upgradeReport(old) ?? fail('it cannot be upgraded')
  const fresh = analysisOf(made.text, 'auto')

  test('becomes a report in the current form, of a later year, with every section and table', () => {
    expect(made.format).toBe(current.id)
    expect(fresh.report?.format.id).toBe(current.id)
    expect(fresh.report?.year).toBe(made.year)
    expect(made.year).toBeGreaterThan(old.report?.year ?? Infinity)
    expect(fresh.report?.sections.map(({ section }) => section.id)).toEqual(current.sections.map(({ id }) => id))
    expect(new Set(fresh.report?.tables.map(({ value }) => value.table.id))).toEqual(
      new Set(current.tables.map(({ id }) => id)),
    )
    expect(
      fresh.problems.filter(({ code }) => /missing|order|duplicate|unknown/.test(code) && code !== 'statement-missing'),
    ).toEqual([])
  })

  test('keeps the prose of the sections and leaves no section behind but an annex', () => {
    const annexes = old.report?.format.sections.flatMap((it) => (it.annex === true ? [it.title] : [])) ?? []
    expect(made.dropped.filter((it) => old.report?.sections.some(({ section }) => section.title === it))).toEqual(
      made.dropped.filter((it) => annexes.includes(it)),
    )
    expect(made.sections).toBeGreaterThan(0)
  })

  test('begins with what last year left, where it is the next year', () => {
    const value = (of: typeof old, id: string): string | undefined =>
      of.report?.tables.map(({ value }) => value.figures.get(id)?.cell.text).find((it) => it !== undefined)
    if (made.year !== (old.report?.year ?? 0) + 1) expect(made.figures).toBe(0)
    else expect(value(fresh, 't3.r02.c7')).toBe(value(old, 't3.r25.c7'))
  })
})

test('a report that does not say its year is not upgraded', () => {
  expect(upgradeReport(analysisOf('## 一、总体情况\n\n正文。\n', '2021'))).toBeUndefined()
})

test('line ends are those of the old report', () => {
  const text = '# 某县档案局2024年政府信息公开工作年度报告\r\n\r\n## 一、总体情况\r\n\r\n正文。\r\n'
  const made = upgradeReport(analysisOf(text, 'auto')) ?? fail('it cannot be upgraded')
  expect(made.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})
