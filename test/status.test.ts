import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { analyse } from '../server/src/core/analyse.ts'
import { status } from '../server/src/core/features/status.ts'
import { readDocument } from '../server/src/core/markdown/document.ts'
import { defaultSettings } from '../server/src/core/settings.ts'

const summaryOf = (file: string): string | undefined => {
  const text = readFileSync(new URL(`corpus/${file}.md`, import.meta.url), 'utf8')
  return status(analyse(readDocument(text), defaultSettings), 'zh-cn')?.summary
}

test.each([
  ['2025-shuyang-xian', '2021年格式 · 6/6 节 · 勾稽 43/43 ✓'],
  // The source has no statistics table, and the form could do without: there is nothing that could not be checked.
  ['boshan-2017', '2008年格式 · 5/5 项内容 · 无勾稽关系'],
])('%s: %s', (file, summary) => {
  expect(summaryOf(file)).toBe(summary)
})

test('a form without required sections counts the contents that must be said', () => {
  expect(summaryOf('linzi-2017')).toMatch(/ · 5\/5 项内容 · 勾稽 \d+\/\d+/)
})
