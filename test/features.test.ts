import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { answers, analysisOf } from './featureAnswers.ts'
import { readFeaturePage, rewritePage, type Expectation, type FeatureExample } from './featurePage.ts'
import { fail } from './fixture.ts'
import { relatedOf } from './others.ts'
import type { Locale } from '../server/src/core/text/message.ts'

const folder = new URL('./features/', import.meta.url)
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'))

/** The answer that a block asks for: `hover en`, `actions source`, `md after: 改为 98`. */
function ask(
  { name, meta }: Expectation,
  { text, at, format, others, lacking }: Omit<FeatureExample, 'name' | 'expectations'>,
): string {
  const analysis = analysisOf(text, format, relatedOf({ others, lacking }))
  const locale: Locale = /\ben\b/.test(meta) && name !== 'md' ? 'en' : 'zh-cn'
  const [word = '', argument = ''] = name === 'md' ? (/^(\w+)(?:: *(.+))?$/.exec(meta)?.slice(1) ?? []) : [name, meta]
  const answer = answers[word] ?? fail(`no answer named ${word}`)
  return answer({ analysis, text, at, locale }, name === 'md' ? argument : argument.replace(/\ben\b/, '').trim())
}

if (process.env['UPDATE'] === '1')
  for (const page of pages) {
    const source = readFileSync(new URL(page, folder), 'utf8')
    const fresh = readFeaturePage(source).flatMap((example) =>
      example.expectations.map((expectation) => ({ expectation, value: ask(expectation, example).trimEnd() })),
    )
    writeFileSync(new URL(page, folder), rewritePage(source, fresh))
  }

describe.each(pages)('%s', (page) => {
  const examples = readFeaturePage(readFileSync(new URL(page, folder), 'utf8'))

  test.each(examples.map((it) => [it.name, it] as const))('%s', (_, example) => {
    expect(example.expectations.length).toBeGreaterThan(0)
    for (const expectation of example.expectations)
      expect(ask(expectation, example).trimEnd(), `${expectation.name} ${expectation.meta}`).toBe(expectation.value)
  })

  test.each(examples.map((it) => [it.name, it] as const))('%s, with CRLF', (_, { text, at, expectations, ...rest }) => {
    const breaksBefore = (offset: number): number => text.slice(0, offset).split('\n').length - 1
    const crlf = {
      text: text.replaceAll('\n', '\r\n'),
      at: { start: at.start + breaksBefore(at.start), end: at.end + breaksBefore(at.end) },
      ...rest,
    }
    for (const expectation of expectations) {
      const answer = ask(expectation, crlf)
      expect(answer.replaceAll('\r\n', '\n').trimEnd()).toBe(expectation.value)
      if (expectation.name === 'md') expect(answer.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    }
  })
})
