import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { analyse, type Analysis } from '../server/src/core/analyse.ts'
import { formats } from '../server/src/core/formats/index.ts'
import { pieceChange } from '../server/src/core/markdown/change.ts'
import { readDocument } from '../server/src/core/markdown/document.ts'
import { editDocument } from '../server/src/core/markdown/editDocument.ts'
import { alike } from '../server/src/core/report/alike.ts'
import { defaultSettings } from '../server/src/core/settings.ts'
import { layoutsOf, reportWith } from './layouts.ts'
import { seeded, type Random } from './random.ts'

const rounds = Number(process.env['ROUNDS'] ?? 1000)
const seed = Number(process.env['SEED'] ?? 1)

const corpus = new URL('corpus/', import.meta.url)
const published = readdirSync(corpus).map((name) => readFileSync(new URL(name, corpus), 'utf8'))

/** What a hand or a converter may put anywhere. */
const typed = [
  '字',
  '字',
  '字',
  '数',
  '1',
  '0',
  '7',
  '１',
  '，',
  '。',
  '、',
  ' ',
  '\n',
  '\n\n',
  '（',
  '）',
  '（二）',
  '一、',
  '无',
  '#',
  '## ',
  '|',
  '-',
  '*',
  '<',
  '>',
  '部分',
  '件',
  '%',
  '万元',
  '2021年',
  '年',
  '（请填写：数）',
  '![](a.png)',
  '<!-- zwgk-waive prose-residue 理由：试 -->',
  '其中',
  '未收费',
  '表格如下：',
  '[图片:1]',
  '主动公开',
  '规章',
  '总计',
  '四、',
  '：',
  '统计',
  '\u{20bb7}',
  '\r\n',
  '/',
  '```',
] as const

/** A report to type into: a published one or one made of a form, in any layout, often with something missing. */
function reportFor(random: Random): string {
  if (random.below(3) === 0) return random.pick(published)
  const format = random.pick(formats)
  const text = reportWith(
    format,
    () => random.pick(['0', '0', '0', '1', '2', '12', '', '/', '00']),
    (table) => random.pick(layoutsOf(table)),
  )
  const lines = text.split('\n')
  const prose = [
    '2021年，我镇认真贯彻落实《政府信息公开条例》，全年主动公开政府信息105条，收到政府信息公开申请12件，其中自然人10件、法人2件，占比16.7%，办结率达到百分之百，群众满意度持续提升，各项工作有序推进。',
    '（一）主动公开。全年通过政府网站公开信息105条，通过微信公众号公开88条，制发行政规范性文件2件，废止1件，现行有效3件，没有发生行政复议、行政诉讼案件，没有收取任何费用，工作扎实有效。',
    '短句。',
    '无',
  ]
  const all = lines.flatMap((line) =>
    /^#/.test(line) && random.below(2) === 0 ? [line, '', random.pick(prose), ''] : [line],
  )
  // Reports with all in its place have no findings to move.
  for (let i = random.below(4); i > 0; i--) all.splice(random.below(all.length), random.below(6))
  return all.join(random.pick(['\n', '\n', '\r\n']))
}

/** Everything that a user can see of an analysis. */
const seen = ({ problems, waived, report }: Analysis): unknown => ({
  problems,
  waived,
  sections: report?.sections.map(({ section, title, body }) => [section.id, title.span, title.content, body]),
  title: report?.title,
  year: report?.year,
  tables: report?.tables.map(({ at, value }) => [
    at,
    value.table.id,
    [...value.figures.values()].map(({ field, cell, copies, reading }) => [field.id, cell.span, copies, reading]),
    value.labels.map(({ cell, kind }) => [kind, cell.span]),
    value.unknownRows,
    value.unknownColumns,
    value.slips,
  ]),
})

test(
  `what is found after a key is what is found in the whole text (${rounds} documents, seed ${seed})`,
  { timeout: 36_000_000 },
  () => {
    const random = seeded(seed)
    let text = ''
    let analysis: Analysis | undefined
    let stepped = 0
    for (let round = 0; round < rounds; round++) {
      if (round % 15 === 0 || analysis === undefined) {
        text = reportFor(random)
        analysis = analyse(readDocument(text), defaultSettings)
        continue
      }
      const at = placeToType(text, random)
      const span = { start: at, end: random.below(3) === 0 ? Math.min(text.length, at + 1 + random.below(2)) : at }
      const inserted = span.end > at && random.below(2) === 0 ? '' : random.pick(typed)
      text = text.slice(0, at) + inserted + text.slice(span.end)
      const before: Analysis = analysis
      const document = editDocument(before.document, { span, text: inserted })
      const change = pieceChange(before.document, document)
      const same = change && alike(change, before.formats)
      if (same !== undefined) stepped++
      analysis = analyse(document, defaultSettings, { before })
      expect(
        seen(analysis),
        `${same ?? 'anew'}: ${JSON.stringify(inserted)} at ${at} of ${JSON.stringify(text)}`,
      ).toEqual(seen(analyse(readDocument(text), defaultSettings)))
    }
    // Were no key ever a step from the version before, the comparison would prove nothing.
    expect(stepped).toBeGreaterThan(rounds / 8)
  },
)

/** Mostly within a sentence or a cell, as people type; sometimes anywhere. */
function placeToType(text: string, random: Random): number {
  const at = random.below(text.length + 1)
  if (random.below(3) === 0) return at
  const next = /[\u4e00-\u9fff]{3}|\d/g
  next.lastIndex = at
  const found = next.exec(text)
  return found === null ? at : found.index + 1
}
