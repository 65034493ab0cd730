import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { check, type Problem } from '../server/src/core/check.ts'
import { formats } from '../server/src/core/formats/index.ts'
import { documentReader, readDocument, type Document } from '../server/src/core/markdown/document.ts'
import { buildReport } from '../server/src/core/report/buildReport.ts'
import { unrelated, type Related } from '../server/src/core/related/related.ts'
import { rules } from '../server/src/core/rules/index.ts'
import type { Rule } from '../server/src/core/rules/rule.ts'
import { defaultSettings } from '../server/src/core/settings.ts'
import { linesOf } from '../server/src/core/text/lines.ts'
import { render, type Message } from '../server/src/core/text/message.ts'
import { fixAll } from './fixes.ts'
import { otherName, relatedOf } from './others.ts'
import { fail, readMarkers, readPage, writeBlock, writeMarkers, type Example } from './fixture.ts'

const update = process.env['UPDATE'] === '1'

const severities = { error: '错误', warning: '警告', information: '信息', hint: '提示' } as const
const effects = { form: ' 〔只改写法〕', text: '', figure: ' 〔改数据〕' } as const

const problemsOf = (
  document: Document,
  ran: readonly Rule[],
  format: string,
  related: Related = unrelated,
): readonly Problem[] => {
  // A page shows fragments, which no title makes a report. A rule that runs on request is asked for.
  const asked = Object.fromEntries(
    ran.flatMap(({ code, severity, onRequest }) => (onRequest ? [[code, severity]] : [])),
  )
  const settings = { ...defaultSettings, rules: asked, format: format === 'auto' ? format : `${format}!` }
  const report = buildReport(document, formats, settings.format)
  return report === undefined ? [] : check(report, ran, settings, { related })
}

/** A rule on waivers speaks of what all the others found. */
const foundBy = (document: Document, rule: Rule, format: string, related?: Related): readonly Problem[] =>
  problemsOf(document, rule.scope === 'waivers' ? rules : [rule], format, related).filter(
    ({ code }) => code === rule.code,
  )

/** Problems as a page shows them; `*` marks a preferred fix, `〔行:列〕` where related information points. */
function show(text: string, problems: readonly Problem[]): string {
  const lines = linesOf(text)
  const zh = (message: Message): string => render(message, 'zh-cn').replaceAll('\n', '⏎')
  return problems
    .flatMap(({ severity, code, message, related, fixes }) => [
      `${severities[severity]} ${code} ${zh(message)}`,
      ...related.map((it) => {
        const { line, character } = it.elsewhere?.start ?? lines.positionAt(it.span.start)
        const where = it.elsewhere === undefined ? '' : `${otherName(it.elsewhere.uri)} `
        return `  ↳ ${zh(it.message)} 〔${where}${line + 1}:${character + 1}〕`
      }),
      ...fixes.map((it) => `  ✎${it.preferred === true ? '*' : ''} ${zh(it.title)}${effects[it.effect]}`),
    ])
    .join('\n')
}

/** What the page should say of one example, block by block. */
function outcomeOf(rule: Rule, example: Example) {
  const { input, format, fixed } = example
  const { text } = readMarkers(input.value)
  const related = relatedOf(example)
  const problemsIn = (of: string): readonly Problem[] => foundBy(readDocument(of), rule, format, related)
  const problems = problemsIn(text)
  const apply = (title: string | undefined, of = text): string =>
    title === undefined ? fixAll(of, problemsIn) : fixAll(of, problemsIn, only(title))
  const spans = problems.map(({ span }) => span)
  const titles = fixed.length > 0 ? fixed.map(({ title }) => title) : [undefined]
  const fixable = problems.some(({ fixes }) => fixes.length > 0)
  return {
    text,
    related,
    problems,
    problemsIn,
    apply,
    input: writeMarkers(text, spans),
    shown: show(text, problems),
    fixed: fixable ? titles.map((title) => ({ title, value: apply(title) })) : [],
  }
}

/** Picks the first fix of that title, and no other. */
function only(title: string): Parameters<typeof fixAll>[2] {
  let used = false
  return ({ fixes }) => {
    const fix = used ? undefined : fixes.find((it) => render(it.title, 'zh-cn') === title)
    used ||= fix !== undefined
    return fix
  }
}

const pageOf = (rule: Rule): URL => new URL(`../server/src/core/rules/${rule.code}.md`, import.meta.url)

/** Rewrites the expectations of a page, last block first so that the positions of the others stay right. */
function rewrite(rule: Rule): void {
  let source = readFileSync(pageOf(rule), 'utf8')
  for (const example of readPage(source).examples.toReversed()) {
    const { input, shown, fixed } = outcomeOf(rule, example)
    const parts = [
      writeBlock('md', example.input.meta, input),
      ...(shown === '' ? [] : [writeBlock('problems', '', shown)]),
      ...fixed.map(({ title, value }) => writeBlock('md', title === undefined ? 'fixed' : `fixed: ${title}`, value)),
    ]
    const last = [example.input, example.problems, ...example.fixed].reduce(
      (end, it) => Math.max(end, it?.span.end ?? 0),
      0,
    )
    source = source.slice(0, example.input.span.start) + parts.join('\n\n') + source.slice(last)
  }
  writeFileSync(pageOf(rule), source)
}

if (update) rules.forEach(rewrite)

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  const source = readFileSync(pageOf(rule), 'utf8')
  const page = readPage(source)

  describe.each(page.examples.map((example) => [example.name, example] as const))('%s', (_, example) => {
    const { text, related, problems, problemsIn, apply, input, shown, fixed } = outcomeOf(rule, example)

    test('gives the problems and the fixes that the page shows', () => {
      expect({ input, problems: shown }).toEqual({
        input: example.input.value,
        problems: example.problems?.value ?? '',
      })
      expect(fixed).toEqual(example.fixed.map(({ title, value }) => ({ title, value })))
    })

    test('is mended in one go', () => {
      for (const { title, value } of fixed) if (title === undefined) expect(apply(title, value)).toBe(value)
    })

    test('is the same with CRLF', () => {
      const crlf = text.replaceAll('\n', '\r\n')
      const found = problemsIn(crlf)
      expect(show(crlf, found)).toBe(shown)
      expect(
        writeMarkers(
          crlf,
          found.map(({ span }) => span),
        ).replaceAll('\r\n', '\n'),
      ).toBe(input)
      for (const { title, value } of fixed) {
        const mended = apply(title, crlf)
        if (crlf !== text) expect(mended.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        expect(mended.replaceAll('\r\n', '\n')).toBe(value)
      }
    })

    test('is the same to a reader that has read another version', () => {
      const read = documentReader()
      const before = [`${text}\n\n又一段。\n`, `甲\n\n${text}`, text.slice(0, text.length >> 1)]
      for (const other of before) {
        foundBy(read(other), rule, example.format, related)
        expect(foundBy(read(text), rule, example.format, related)).toEqual(problems)
      }
    })

    test('has spans inside the text, and edits that do not overlap', () => {
      const spans = problems.flatMap(({ span, related, fixes }) => [
        span,
        ...related.map((it) => it.span),
        ...fixes.flatMap(({ edits }) => edits.map((it) => it.span)),
      ])
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(text.length).toBeGreaterThanOrEqual(end)
      }
      for (const { edits } of problems.flatMap(({ fixes }) => fixes)) {
        const ordered = edits.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end)
        ordered.forEach((span, i) => {
          expect(span.start).toBeGreaterThanOrEqual(ordered[i - 1]?.end ?? 0)
        })
      }
    })

    test('has messages without holes in both languages', () => {
      const messages = problems.flatMap(({ message, related, fixes }) => [
        message,
        ...related.map((it) => it.message),
        ...fixes.map(({ title }) => title),
      ])
      for (const message of messages)
        for (const locale of ['zh-cn', 'en'] as const)
          expect(render(message, locale)).not.toMatch(/\{\w+\}|undefined|NaN|\[object/)
    })

    test('makes no other rule throw', () => {
      expect(() => problemsOf(readDocument(text), rules, example.format, related)).not.toThrow()
    })
  })

  test('has a page that says what it is, on what it rests and how to turn it off', () => {
    expect(page.title).toMatch(/\p{Script=Han}/u)
    expect(page.prose).toMatch(/^依据：\S/m)
    expect(page.prose, 'a line of English').toMatch(/^[A-Z](?:[^\n]*?\b[a-z]+\b){5}/m)
    expect(page.prose).toContain(`"${code}": "off"`)
  })

  test('shows a problem and a report without one', () => {
    expect(page.examples.some(({ problems }) => problems !== undefined)).toBe(true)
    expect(page.examples.some(({ problems }) => problems === undefined)).toBe(true)
    const names = page.examples.map(({ name }) => name)
    expect(names).toEqual([...new Set(names)])
  })

  test('shows each of its messages', () => {
    const seen = new Set(
      page.examples.flatMap((example) =>
        outcomeOf(rule, example).problems.flatMap(({ message, related, fixes }) =>
          [message, ...related.map((it) => it.message), ...fixes.map(({ title }) => title)].map(({ text }) => text),
        ),
      ),
    )
    expect(Object.keys(rule.messages).filter((name) => !seen.has(rule.messages[name] ?? fail(name)))).toEqual([])
  })

  test('says the same in both languages', () => {
    const names = (text: string): readonly string[] =>
      [...new Set([...text.matchAll(/\{\w+\}/g)].map(([it]) => it))].sort()
    for (const { zh, en } of Object.values(rule.messages)) {
      // English readers are told what a Chinese title means.
      expect(names(en).filter((it) => it !== '{english}' || zh.includes(it))).toEqual(names(zh))
      expect(zh).toMatch(/\p{Script=Han}/u)
    }
  })
})

test('every rule has its slug to itself', () => {
  const slugs = rules.map(({ code }) => code)
  expect(slugs).toEqual([...new Set(slugs)])
  for (const slug of slugs) expect(slug).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
})
