import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { codeActions } from '../server/src/core/features/codeActions.ts'
import { writeParagraph, type Written } from '../server/src/core/features/writeParagraph.ts'
import { format2019 } from '../server/src/core/formats/2019.ts'
import { format2021 } from '../server/src/core/formats/2021.ts'
import { formats } from '../server/src/core/formats/index.ts'
import { readTemplate } from '../server/src/core/features/paragraph/template.ts'
import { fieldsFor } from '../server/src/core/features/paragraph/values.ts'
import type { Format } from '../server/src/core/formats/format.ts'
import { compare } from '../server/src/core/report/mentions/compare.ts'
import { mentionsIn } from '../server/src/core/report/mentions/mentions.ts'
import { render } from '../server/src/core/text/message.ts'
import { applyEdits } from '../server/src/core/text/span.ts'
import { balances, drawCells, reportWith, type Cells } from './prose/tables.ts'
import { seeded, type Random } from './random.ts'
import { analysed, bound } from './skeleton.ts'

/** `ROUNDS=500` looks at more. */
const rounds = Number(process.env['ROUNDS'] ?? 12)

function write(text: string, template = ''): Written & { readonly after: string } {
  const written = writeParagraph(bound(text), template)
  if (written === undefined) throw new Error('no report')
  return { ...written, after: applyEdits(text, written.edits) }
}

const topicOf = (text: string): string => (/### （二）依申请公开\n\n([^]*?)\n\n###/.exec(text)?.[1] ?? '').trim()

/** Another set of figures in the same report: the prose stays. */
const withCells = (text: string, cells: Cells, format: Format, year: number): string =>
  reportWith(cells, format, { topic: topicOf(text), year })

const draws = (seed: number, format: Format): { readonly random: Random; readonly cells: () => Cells } => {
  const random = seeded(seed)
  return {
    random,
    cells: () => {
      const cells = drawCells(random, format)
      if (!balances(cells, format)) throw new Error('the figures drawn do not balance')
      return cells
    },
  }
}

describe.each([
  ['2021', format2021, 2025],
  ['2019', format2019, 2020],
] as const)('the paragraph in the form of %s', (_, format, year) => {
  test('agrees with the tables, by the rules of the project itself', () => {
    const { random, cells } = draws(1, format)
    for (let i = 0; i < rounds; i++) {
      const body = random.pick(['安澜县自然资源局', '安澜县人民政府', '安澜县云岭镇人民政府'])
      const text = reportWith(cells(), format, { body, year })
      const { after, added, refused } = write(text)
      expect(refused).toEqual([])
      expect(added).toBeGreaterThan(1)
      const { report, problems } = analysed(after)
      const own = topicOf(after)
      expect(own).not.toMatch(/[、，；：][、，；：。）]|[（，、；]$|（）|undefined|\{|\[|\|/)
      expect(
        problems.filter(({ code, severity }) => severity === 'error' || /^(?:prose|percentage|sentence)-/.test(code)),
        own,
      ).toEqual([])
      if (report === undefined) throw new Error('it is a report no more')
      const states = mentionsIn(report).map((mention) => [mention.clause, compare(mention, report).state])
      expect(
        states.filter(([, state]) => state !== 'agrees'),
        own,
      ).toEqual([])
      // That nothing disagrees would be worth little if nothing were read.
      expect(states.length).toBeGreaterThan(1)
    }
  })

  test('is written once, and follows the tables from then on', () => {
    const { cells } = draws(2, format)
    for (let i = 0; i < rounds; i++) {
      const first = write(reportWith(cells(), format, { year })).after
      expect(write(first)).toMatchObject({ edits: [], added: 0, changed: 0 })
      const next = cells()
      const renewed = write(withCells(first, next, format, year)).after
      expect(topicOf(renewed)).toBe(topicOf(write(reportWith(next, format, { year })).after))
    }
  })

  test('leaves every word around it and within it that is the author’s own', () => {
    const { random, cells } = draws(3, format)
    for (let i = 0; i < rounds; i++) {
      const first = write(reportWith(cells(), format, { year })).after
      const own = topicOf(first)
      const at = random.below(own.length + 1)
      const words = random.pick(['申请内容集中在征地补偿。', '（同比有所增加）', '其中多数为', '经核实，'])
      const mine = own.slice(0, at) + words + own.slice(at)
      const text = reportWith(cells(), format, { topic: mine, year })
      const { after } = write(text)
      expect(topicOf(after), mine).toContain(words)
      const strip = (it: string): string => it.replace(topicOf(it), '')
      expect(strip(after)).toBe(strip(text))
    }
  })
})

describe.each(
  formats.flatMap((format) => (format.paragraphs ?? []).map((it) => [format.id, it.id, it, format] as const)),
)('the data of %s: %s', (_, __, paragraph, format) => {
  test('name topics and figures that the form has, each once', () => {
    expect(format.sections.flatMap(({ topics }) => topics.map(({ id }) => id))).toContain(paragraph.topic)
    const { sentences, faults } = readTemplate(paragraph.template)
    expect(faults).toEqual([])
    for (const name of [...Object.keys(paragraph.names), ...sentences.flatMap(({ names }) => names)]) {
      const fields = name === '年度' ? ['a year'] : (fieldsFor(name, paragraph, format) ?? [])
      expect(new Set(fields).size, name).toBe(fields.length)
      expect(fields.length, name).toBeGreaterThan(0)
    }
  })
})

test('the page on templates has the template, and every name that may stand in it', () => {
  const page = readFileSync(new URL('../docs/paragraph.md', import.meta.url), 'utf8')
  for (const { template, names } of format2021.paragraphs ?? []) {
    expect(page).toContain(template)
    for (const name of Object.keys(names)) expect(page).toContain(`{${name}}`)
  }
})

describe('the share of a number in prose', () => {
  test('is one that the rules of the project find nothing wrong with', () => {
    const { cells } = draws(4, format2021)
    let written = 0
    for (let i = 0; i < rounds / 2; i++) {
      const text = write(reportWith(cells(), format2021)).after
      const before = bound(text)
      if (before.report === undefined) throw new Error('no report')
      for (const { span } of mentionsIn(before.report)) {
        const [action] = codeActions(before, { start: span.end, end: span.end }, ['refactor']).filter((it) =>
          render(it.title, 'zh-cn').startsWith('计算占比'),
        )
        if (action === undefined) continue
        written++
        const after = applyEdits(text, action.edits)
        expect(topicOf(after)).toMatch(/\d件(?:，|（)占比\d+\.\d%/)
        const found = analysed(after).problems.filter(({ code }) => /^(?:prose|percentage)-/.test(code))
        expect(found, topicOf(after)).toEqual([])
      }
    }
    expect(written).toBeGreaterThan(rounds / 2)
  })
})

describe('the template of the user’s own', () => {
  const text = reportWith(drawCells(seeded(8), format2021), format2021)
  const said = (template: string): readonly string[] => write(text, template).faults.map((it) => render(it, 'zh-cn'))

  test('may use short words, rows, columns and groups', () => {
    const { faults, after } = write(
      text,
      '{机关}{年}：{本年新收}，{（三）不予公开}，{属于国家秘密·自然人}，{本年新收政府信息公开申请数量·法人或其他组织}，{行政诉讼·结果维持}，{复议后起诉}。',
    )
    expect(faults).toEqual([])
    expect(topicOf(after)).toMatch(/^安澜县自然资源局2025：\d+，\d+，\d+，\d+，\d+，\d+。$/)
  })

  test('is refused as a whole, and by name, where it is wrong', () => {
    expect(said('收到{新收件}件')).toEqual([expect.stringContaining('没有叫“新收件”的数')])
    expect(said('收到{本年新收件')).toEqual([expect.stringContaining('“{”没有对应的收尾符号')])
    expect(said('[收到{本年新收}件')).toEqual([expect.stringContaining('“[”没有对应的收尾符号')])
    expect(said('收到{本年新收}件]')).toEqual([expect.stringContaining('“]”没有对应的开头符号')])
    expect(said('收到{}件')).toEqual([expect.stringContaining('数的名称')])
    expect(said('{本年新收·总计·更多}')).toHaveLength(1)
    for (const template of ['收到{新收件}件', '收到{本年新收件', ']']) expect(write(text, template).edits).toEqual([])
  })

  test('takes the marks of an input method for its own', () => {
    expect(topicOf(write(text, '收到｛本年新收｝件［，上年结转｛上年结转｝件］。').after)).toMatch(/^收到\d+件/)
  })

  test('may have several paragraphs, which are found one by one', () => {
    const template = '收到申请{本年新收}件。\n办结申请{办结}件。结转下年度{结转下年度}件。'
    const once = write(text, template)
    expect(topicOf(once.after)).toMatch(/^收到申请\d+件。\n\n办结申请\d+件。结转下年度\d+件。$/)
    const without = once.after.replace(/办结申请\d+件。/, '')
    expect(topicOf(write(without, template).after)).toBe(topicOf(once.after))
  })
})
