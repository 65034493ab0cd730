import { describe, expect, test } from 'vitest'
import { check, type Problem } from '../server/src/core/check.ts'
import { formats } from '../server/src/core/formats/index.ts'
import { reportSkeleton, sectionSkeleton } from '../server/src/core/formats/skeleton.ts'
import { toText } from '../server/src/core/formats/template.ts'
import { documentReader } from '../server/src/core/markdown/document.ts'
import { buildReport } from '../server/src/core/report/buildReport.ts'
import { rules } from '../server/src/core/rules/index.ts'
import { defaultSettings } from '../server/src/core/settings.ts'
import { render, type Message } from '../server/src/core/text/message.ts'
import { applyEdits } from '../server/src/core/text/span.ts'

/** Keeps what it has read, as one section at a time is changed. */
const read = documentReader()

const problemsIn = (text: string, code: string, format: string): readonly Problem[] => {
  const report = buildReport(read(text), formats, format)
  return report === undefined
    ? []
    : check(
        report,
        rules.filter((rule) => rule.code === code),
        defaultSettings,
      )
}

const values = { body: '某某镇人民政府', year: '2025' }

const strict = formats.filter((format) => format.freeOutline !== true)
const free = formats.filter((format) => format.freeOutline === true)

test.each(free.map((format) => [format.id, format] as const))('%s asks for no section and no order', (id, format) => {
  const parts = format.sections.map((section) => toText(sectionSkeleton(section, format), values))
  expect(format.sections.filter((section) => section.required)).toEqual([])
  for (const chosen of [parts, parts.toReversed(), parts.slice(1, 3)])
    for (const code of ['section-missing', 'section-order', 'section-title'])
      expect(problemsIn(`# 某某镇人民政府2017年政府信息公开工作年度报告\n\n${chosen.join('\n')}`, code, id)).toEqual([])
})

describe.each(strict.map((format) => [format.id, format] as const))('%s', (id, format) => {
  const parts = format.sections.map((section) => toText(sectionSkeleton(section, format), values))
  const whole = toText(reportSkeleton(format), values)
  const head = whole.slice(0, whole.indexOf(parts[0] ?? ''))
  const compose = (chosen: readonly string[]): string => head + chosen.join('\n')

  test('its skeleton is its head and its sections', () => {
    expect(compose(parts)).toBe(whole)
  })

  const subsets = Array.from({ length: 2 ** parts.length }, (_, bits) => parts.filter((_part, i) => (bits >> i) & 1))

  test.each([
    ['the first', 0, '\n'],
    ['the last', -1, '\n'],
    ['the first, with CRLF,', 0, '\r\n'],
  ] as const)('whatever is missing comes back where it was, %s first', { timeout: 60_000 }, (_, which, lineEnding) => {
    const required = format.sections.every((section) => section.required)
    expect(required, 'a section that is optional needs a test of its own').toBe(true)
    for (const subset of subsets) {
      let text = compose(subset).replaceAll('\n', lineEnding)
      if (subset.length === 0) text = text.trimEnd() + lineEnding
      for (let left = parts.length - subset.length; left > 0; left--) {
        const problems = problemsIn(text, 'section-missing', id)
        expect(problems).toHaveLength(left)
        text = applyEdits(text, problems.at(which)?.fixes[0]?.edits ?? [])
      }
      expect(text.replaceAll('\r\n', '\n')).toBe(whole)
    }
  })

  test('all that is missing comes back at once', () => {
    for (const subset of subsets) {
      const text = subset.length === 0 ? `${head.trimEnd()}\n` : compose(subset)
      const problems = problemsIn(text, 'section-missing', id)
      expect(applyEdits(text, problems[0]?.fixes.at(-1)?.edits ?? [])).toBe(whole)
    }
  })

  test('a section out of its place is moved back', () => {
    for (const [from, part] of parts.entries())
      for (const to of parts.keys()) {
        const order = parts.toSpliced(from, 1).toSpliced(to, 0, part)
        const text = compose(order)
        const problems = problemsIn(text, 'section-order', id)
        expect(problems).toHaveLength(from === to ? 0 : 1)
        const fixed = applyEdits(text, problems[0]?.fixes[0]?.edits ?? [])
        expect(fixed).toBe(whole)
      }
  })

  test('any order comes right, one move at a time', () => {
    const reversed = compose(parts.toReversed())
    let text = reversed
    for (let left = parts.length - 1; left > 0; left--) {
      const problems = problemsIn(text, 'section-order', id)
      expect(problems).toHaveLength(left)
      text = applyEdits(text, problems[0]?.fixes[0]?.edits ?? [])
    }
    expect(text).toBe(whole)
  })

  test('an untouched skeleton has no other fault in its sections than what is to be filled in', () => {
    const codes = ['section-missing', 'section-order', 'section-duplicate', 'section-numbering', 'section-title']
    for (const code of codes) expect(problemsIn(whole, code, id)).toEqual([])
    expect(problemsIn(whole, 'section-empty', id).length).toBeGreaterThan(0)
  })
})

/** Enough to meet every pair of lines; more on demand. */
const rounds = Number(process.env['ROUNDS'] ?? 40)

describe('lines of reports in any mixture', () => {
  const lines = [
    '',
    '',
    '# 某某镇人民政府2025年政府信息公开工作年度报告',
    '## 一、总体情况',
    '一、总体情况',
    '**一、总体情况**',
    '## —、总体情况',
    '##二、主动公开政府信息情况',
    '### （一）主动公开政府信息情况',
    '（二）依申请公开。全年无申请。',
    '### （）监督保障',
    '（四）监督保障',
    '## 3.收到和处理政府信息公开申请情况',
    '三、收到和处理政府信息公开申请情况：无。',
    '| 项目 | 总计 |',
    '| --- | --- |',
    '四、结转下年度继续办理',
    '## 四、行政复议、行政诉讼情况',
    '## 五、工作中的问题与改进方向',
    '　　五、存在的主要问题及改进情况　',
    '- 六、其他需要报告的事项',
    '六、其它需要报告的事项',
    '## 其他需要报告的事项 ##',
    '六、其他需要报告的事项',
    '---',
    '```\n二、主动公开政府信息情况\n```',
    '<!-- 注 -->',
    '<div>',
    '无',
    '（请填写：问题）',
    '某某镇人民政府',
    '2026年1月20日',
    '## 七、附件&amp;说明',
  ]

  test.each(['\n', '\r\n'])(
    'no rule on sections throws, and every fix does away with what offers it (%j)',
    { timeout: 60_000 },
    (lineEnding) => {
      const random = seeded(7)
      const below = (n: number): number => Math.floor(random() * n)
      for (let round = 0; round < rounds; round++) {
        // Each line at most once: a fix for one of five equal titles need not tell which of them it was for.
        const left = [...lines]
        const drawn = Array.from({ length: 1 + below(18) }, () => left.splice(below(left.length), 1)[0] ?? '')
        const text = drawn.join('\n').replaceAll('\n', lineEnding)
        for (const { code } of rules.filter((rule) => rule.code.startsWith('section-'))) {
          const problems = problemsIn(text, code, '2021')
          for (const { span, fixes } of problems) {
            expect(0 <= span.start && span.start <= span.end && span.end <= text.length, text).toBe(true)
            for (const { title, edits } of fixes) {
              const fixed = applyEdits(text, edits)
              const again = problemsIn(fixed, code, '2021')
              expect(offering(again, title), `${text}\n=====\n${fixed}`).toBeLessThan(offering(problems, title))
            }
          }
        }
      }
    },
  )

  /** How many problems offer a fix of that title. */
  const offering = (problems: readonly Problem[], title: Message): number =>
    problems.filter(({ fixes }) => fixes.some((it) => render(it.title, 'zh-cn') === render(title, 'zh-cn'))).length
})

function seeded(state: number): () => number {
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return (state >>> 8) / 2 ** 24
  }
}
