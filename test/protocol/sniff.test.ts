import { expect, test } from 'vitest'
import { mayBeReport } from '../../client/src/sniff.ts'
import { formats } from '../../server/src/core/formats/index.ts'
import { tableSkeleton } from '../../server/src/core/formats/skeleton.ts'
import { toText } from '../../server/src/core/formats/template.ts'
import { unknownValues } from '../../server/src/core/features/values.ts'
import { analyse, defaultSettings, readDocument } from '../../server/src/core/index.ts'
import { sample } from './texts.ts'

const ofSections = formats.filter(({ freeOutline }) => freeOutline !== true)

const others = formats.filter(({ freeOutline }) => freeOutline === true)

test.each(others)('a report of $id without a title is noticed by its tables', ({ tables }) => {
  for (const table of tables) expect(toText(tableSkeleton(table), unknownValues), table.id).toSatisfy(mayBeReport)
})

test.each(ofSections)('a report of $id without a title is noticed by any three of its sections', ({ sections }) => {
  const unnoticed = sections.filter((section) => ![section.title, ...section.aliases].every(mayBeReport))
  // The server takes a text without a title for a report only if three sections are there.
  expect(unnoticed.length).toBeLessThanOrEqual(2)
})

test.each([
  ['as it is', sample],
  ['with blanks in the title', sample.replace('政府信息公开工作年度报告', '政 府　信\u00a0息 公 开 工 作 年 度 报 告')],
  ['with bold in the title', sample.replace('政府信息公开工作年度报告', '政府**信息**公开工作年度报告')],
  ['in two lines', sample.replace('# 安澜县自然资源局', '安澜县自然资源局\n\n')],
  ['as front matter alone', '---\nzwgk:\n  format: "2021"\n---\n'],
])('what the server takes for a report is noticed: %s', (_, text) => {
  expect(analyse(readDocument(text), defaultSettings).report).toBeDefined()
  expect(mayBeReport(text)).toBe(true)
})

test.each([
  '',
  '# Notes\n\nNothing here.',
  '# 2026年政务公开工作要点\n\n## 一、总体要求\n',
  '信息与公开',
  'zw gk'.slice(0, 2),
])('what has none of the words is left alone: %j', (text) => {
  expect(mayBeReport(text)).toBe(false)
})

test('looking takes time in proportion to the text', () => {
  const hard = '政 * _ ~ 府 信'.repeat(100_000)
  const since = performance.now()
  expect(mayBeReport(hard)).toBe(false)
  expect(mayBeReport(`政${' '.repeat(1_000_000)}`)).toBe(false)
  expect(performance.now() - since).toBeLessThan(2_000)
})
