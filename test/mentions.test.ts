import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { analyse, type Analysis } from '../server/src/core/analyse.ts'
import { check, type Problem } from '../server/src/core/check.ts'
import { definition } from '../server/src/core/features/definition.ts'
import { hover } from '../server/src/core/features/hover.ts'
import { mentionAt, mentionsOf } from '../server/src/core/features/mention.ts'
import { references } from '../server/src/core/features/references.ts'
import { fieldsOf } from '../server/src/core/formats/field.ts'
import { formats } from '../server/src/core/formats/index.ts'
import { documentReader, readDocument } from '../server/src/core/markdown/document.ts'
import { buildReport } from '../server/src/core/report/buildReport.ts'
import { passagesOf, sourceSpan } from '../server/src/core/report/mentions/passages.ts'
import { quantitiesIn } from '../server/src/core/report/mentions/quantities.ts'
import { mentionsReader } from '../server/src/core/report/mentions/read.ts'
import { rules } from '../server/src/core/rules/index.ts'
import { defaultSettings } from '../server/src/core/settings.ts'
import { digits } from '../server/src/core/text/decimal.ts'

const slugs = ['prose-mismatch', 'prose-sum-mismatch', 'percentage-mismatch', 'period-mismatch']
const prose = rules.filter(({ code }) => slugs.includes(code))
const analysed = (text: string): Analysis => analyse(readDocument(text), defaultSettings)
const findings = (text: string): readonly Problem[] => {
  const report = buildReport(readDocument(text), formats, 'auto')
  return report === undefined ? [] : check(report, prose, defaultSettings)
}

describe('quantities', () => {
  test.each([
    ['收到申请105件', '105件'],
    ['收到申请１０５件', '105件'],
    ['访问1,234次', '1234次'],
    ['收费19318.93万元', '19318.93万元'],
    ['发布3.5万条', '35000条'],
    ['收到十二件', '12件'],
    ['收到二十起', '20起'],
    ['办理件次316件次', '316件次'],
    ['约300个', '~300个'],
    ['2100余条', '~2100条'],
    ['近三千', ''],
    ['办结一件申请', ''],
    ['第3件', '~3件'],
    ['编号1 05件', ''],
    ['2025年12月31日', ''],
    ['国办公开办函〔2021〕30号', ''],
  ])('%s', (text, expected) => {
    const read = quantitiesIn(text.normalize('NFKC')).map(
      ({ value, unit, exact }) => `${exact ? '' : '~'}${digits(value)}${unit}`,
    )
    expect(read.join(' ')).toBe(expected)
  })
})

test('a passage knows where each of its characters stands', () => {
  const text = '全年共收到\n申请 **１０５** 件，\r\n办结<br>100件。\n'
  const section = readDocument(text).sections[0]
  if (section === undefined) throw new Error('no section')
  const passage = passagesOf(section.value)[0]?.value
  expect(passage?.text).toBe('全年共收到申请105件,办结100件。')
  if (passage === undefined) return
  const at = passage.text.indexOf('105')
  const span = sourceSpan(passage, at, at + 3)
  expect(text.slice(span.start, span.end)).toBe('１０５')
})

test.each(formats.filter((it) => it.mentions !== undefined).map((it) => [it.id, it] as const))(
  'form %s: mentions name fields and senses that exist, and survive JSON',
  (id, format) => {
    const fields = fieldsOf(format)
    const { mentions } = format
    if (mentions === undefined) return
    expect(JSON.parse(JSON.stringify(mentions))).toEqual(mentions)
    const ids = mentions.items.map((it) => it.id)
    expect(ids).toEqual([...new Set(ids)])
    const known = [...Object.keys(mentions.senses), ...Object.values(mentions.several)]
    for (const item of mentions.items) {
      // A form that varies another lacks some of its fields; that itself names only what it has is tested on 2021.
      if (id === '2021') expect(item.fields.filter((it) => !fields.has(it) && it !== 't3.r21o.c7')).toEqual([])
      for (const rule of [...item.says, ...(item.none ?? [])])
        for (const sense of rule.split(/[ |]/)) expect(known, `${item.id}: ${rule}`).toContain(sense.replace('?', ''))
    }
  },
)

const corpus = (name: string): string => readFileSync(new URL(`corpus/${name}.md`, import.meta.url), 'utf8')

describe('real reports', () => {
  test.each(['2025-shuyang-xian', '2025-shanghai-shi-bangongting', 'zhangdian-2021.canonical', 'zhangdian-2021.word'])(
    '%s has good prose and gets nothing',
    (name) => {
      expect(findings(corpus(name))).toEqual([])
    },
  )

  test.each([
    [
      '2019-shanghai-shi-bangongting',
      [
        'prose-mismatch taken 258 275',
        'percentage-mismatch share 33.9 32.0',
        'prose-mismatch taken 265 337',
        'prose-mismatch claim 0 3',
      ],
    ],
    ['2024-hongze-qu', ['prose-mismatch scope 17 95']],
  ])('%s: the real disagreements, each with its explanation', (name, expected) => {
    const found = findings(corpus(name)).map(({ code, message: { args = {}, text } }) => {
      const kind = /取错了格/.test(text.zh)
        ? 'taken'
        : /如果 \{written\}/.test(text.zh)
          ? 'scope'
          : /却有/.test(text.zh)
            ? 'claim'
            : 'share'
      return `${code} ${kind} ${String(args['written'])} ${String(args['expected'])}`
    })
    expect(found).toEqual(expected)
  })
})

describe('from prose to cells and back', () => {
  const text = corpus('2025-shuyang-xian')
  const analysis = analysed(text)
  const at = text.indexOf('718 件')

  test('a mention leads to its cell', () => {
    const target = definition(analysis, at)
    expect(target?.targets.map(({ start, end }) => text.slice(start, end))).toEqual(['718'])
    expect(mentionAt(analysis, at)?.fields.map(({ id }) => id)).toEqual(['t3.r24.c7'])
  })

  test('a cell leads to the prose that speaks of it', () => {
    const [cell] = definition(analysis, at)?.targets ?? []
    if (cell === undefined) throw new Error('no cell')
    const spans = references(analysis, cell.start, false).map(({ start, end }) => text.slice(start, end))
    expect(spans).toContain('718 件')
    expect(mentionsOf(analysis, 't3.r24.c7')).toHaveLength(1)
  })

  test('a sum leads to its parts, and hover shows what they come to', () => {
    const organisations = text.indexOf('8 件；')
    expect(definition(analysis, organisations)?.targets.map(({ start, end }) => text.slice(start, end))).toEqual([
      '3',
      '5',
    ])
    const card = hover(analysis, organisations, 'zh-cn')
    expect(card?.markdown).toContain('法人或其他组织')
    expect(card?.markdown).toContain('正文与表一致')
    expect(hover(analysis, at, 'en')?.markdown).toContain('agrees with the table')
  })
})

test('a keystroke reads the mentions of one section again', () => {
  const text = corpus('2025-shuyang-xian')
  const read = documentReader()
  const before = analyse(read(text), defaultSettings)
  const after = analyse(read(text.replace('我县县政府', '我县政府')), defaultSettings)
  const data = before.report?.format.mentions
  if (data === undefined) throw new Error('no mentions')
  const setting = { year: 2025, area: true, judges: true }
  const kept = before.document.sections.filter(({ value }) => after.document.sections.some((it) => it.value === value))
  expect(kept.length).toBe(before.document.sections.length - 1)
  for (const { value } of kept) expect(mentionsReader(data, setting)(value)).toBe(mentionsReader(data, setting)(value))
})

describe('numbers that are near, and are none of the report', () => {
  const text = corpus('2025-shuyang-xian')
  const heading = '## 一、总体情况\n'
  const withSentence = (sentence: string): string => text.replace(heading, `${heading}\n${sentence}\n`)

  test.each([
    '全省各级行政机关受理政府信息公开申请9000件，办结8000件。',
    '减免行政事业性收费300万元。',
    '注销行政许可30件，撤销行政许可3件。',
    '因申请信息属于工商档案，不予公开2件。',
    '抽查行政执法案卷60件。',
    '收到申请9件次的电话咨询。',
    '公众号发布信息20条，同比增加5条（2023年为13条）。',
    '公众号发布信息20条，同比增加5条（上年为15条）。',
    '办活动3次，参加20人次，其中线上12次、线下8次。',
    '发布信息300条，解读20篇，其中图解5条、文字12条。',
    '对公文属性进行审核，培训3场、参会90人次，其中线上1场、线下2场。',
  ])('%s', (sentence) => {
    expect(withSentence(sentence)).not.toBe(text)
    expect(findings(withSentence(sentence))).toEqual([])
  })

  test.each([
    '全县共收到政府信息公开申请9000件。',
    '全省受理政府信息公开申请9000件，我县收到政府信息公开申请8000件。',
    '按照全省统一部署，收到政府信息公开申请9000件。',
    '征收行政事业性收费3万元。',
    '全年未作出不予公开决定。',
    '公众号发布信息20条，同比增加5条（上年为13条）。',
    '办活动9场，参加90人次，其中线上5场、线下3场。',
    '集中授课5场、上门指导3场，合计9场，参训90人次。',
    '开展培训9场次，其中集中授课5场次、上门指导3场次，参训90余人次。',
  ])('but of %s something is said', (sentence) => {
    expect(findings(withSentence(sentence))).toHaveLength(1)
  })
})
