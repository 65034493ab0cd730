import { expect, test } from 'vitest'
import { analyse } from '../server/src/core/analyse.ts'
import { readDocument } from '../server/src/core/markdown/document.ts'
import { editDocument } from '../server/src/core/markdown/editDocument.ts'
import { defaultSettings } from '../server/src/core/settings.ts'

/** A report with one remark in each of so many sections: a residue of the conversion. */
const reportWith = (remarks: number): string =>
  `# 安澜县水利局2025年政府信息公开工作年度报告\n\n${Array.from(
    { length: remarks },
    (_, i) =>
      `## 其他情况${i + 1}\n\n第${i + 1}项工作[图片:1]已按计划完成，各科室均已按要求报送有关材料，并由办公室汇总后报分管负责同志审定，其余事项按照年初确定的分工继续推进，确保各项任务按时完成、各项要求落到实处。\n`,
  ).join('\n')}`

const residues = (text: string) =>
  analyse(readDocument(text), defaultSettings).problems.filter(({ code }) => code === 'prose-residue')

test('of one remark fifty are listed, and the next says how many more there are', () => {
  expect(residues(reportWith(50))).toHaveLength(50)
  const found = residues(reportWith(63))
  expect(found).toHaveLength(51)
  const last = found.at(-1)
  expect(last?.span.start).toBe(reportWith(63).indexOf('[图片', reportWith(63).indexOf('第51项')))
  expect(JSON.stringify(last?.message)).toContain('13')
  expect(last?.fixes).toEqual([])
})

test('what is listed and what is not move along with keys, wherever they fall', () => {
  let text = reportWith(63)
  let analysis = analyse(readDocument(text), defaultSettings)
  for (const at of [text.indexOf('计划', 200), text.indexOf('科室', text.indexOf('第40项')), text.lastIndexOf('材料')])
    for (const typed of ['字', '数', '字']) {
      const document = editDocument(analysis.document, { span: { start: at, end: at }, text: typed })
      text = text.slice(0, at) + typed + text.slice(at)
      analysis = analyse(document, defaultSettings, { before: analysis })
      expect(analysis.problems).toEqual(analyse(readDocument(text), defaultSettings).problems)
    }
})
