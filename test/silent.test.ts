import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { analyse } from '../server/src/core/analyse.ts'
import { completions } from '../server/src/core/features/completions.ts'
import { hover } from '../server/src/core/features/hover.ts'
import { status } from '../server/src/core/features/status.ts'
import { readDocument } from '../server/src/core/markdown/document.ts'
import { defaultSettings } from '../server/src/core/settings.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const folders = ['.', 'docs', 'server/src/core/rules', 'test/features', 'walkthrough']

/** Every page of this project: they name sections, quote tables and mention titles, and are no reports. */
const own = folders.flatMap((folder) =>
  readdirSync(root + folder)
    .filter((file) => file.endsWith('.md'))
    .map((file): [string, string] => [`${folder}/${file}`, readFileSync(`${root}${folder}/${file}`, 'utf8')]),
)

const others: readonly (readonly [string, string])[] = [
  [
    'a law text',
    '# 中华人民共和国政府信息公开条例\n\n## 第五章　监督和保障\n\n第四十九条　县级以上人民政府部门应当在每年1月31日前公布上一年度政府信息公开工作年度报告。\n\n第五十条　政府信息公开工作年度报告应当包括下列内容：\n\n（一）行政机关主动公开政府信息的情况；\n\n（二）行政机关收到和处理政府信息公开申请的情况；\n\n（三）因政府信息公开工作被申请行政复议、提起行政诉讼的情况；\n\n（四）政府信息公开工作存在的主要问题及改进情况；\n\n（五）其他需要报告的事项。\n',
  ],
  [
    'a work plan',
    '# 某县2025年政务公开工作要点\n\n## 一、总体要求\n\n加强主动公开、依申请公开、政府信息管理、平台建设和监督保障。\n\n## 二、主动公开政府信息\n\n| 任务 | 牵头单位 | 完成时限 |\n|---|---|---|\n| 编制年度报告 | 县政府办 | 3月31日 |\n',
  ],
  [
    'a notice on how to write the report',
    '# 关于做好2025年度政府信息公开工作年度报告编制发布工作的通知\n\n## 一、总体情况\n\n写明五个方面。\n\n## 二、主动公开政府信息情况\n\n按表二填写。\n\n## 三、收到和处理政府信息公开申请情况\n\n按表三填写。\n\n## 四、政府信息公开行政复议、行政诉讼情况\n\n按表四填写。\n\n## 五、存在的主要问题及改进情况\n\n## 六、其他需要报告的事项\n',
  ],
  [
    'a note about somebody else’s report',
    '# 读书笔记\n\n今天看了某市2024年政府信息公开工作年度报告。\n\n| 结果 | 件数 |\n|---|---|\n| 予以公开 | 3 |\n| 总计 | 5 |\n',
  ],
  [
    'an essay that explains a report',
    '# 一图读懂某县2025年政府信息公开工作年度报告解读\n\n## 一、总体情况\n\n很好。\n',
  ],
  ['a report in a code block', '# 示例\n\n```md\n# 某局2025年政府信息公开工作年度报告\n\n## 一、总体情况\n```\n'],
  [
    'front matter that says so',
    '---\nzwgk:\n  format: none\n---\n\n# 某局2025年政府信息公开工作年度报告\n\n## 一、总体情况\n',
  ],
  ['nothing', ''],
]

test.each([...own, ...others])('%s is no report and gets nothing', (_, text) => {
  const analysis = analyse(readDocument(text), defaultSettings)
  expect(analysis.report?.detection).toBeUndefined()
  expect(analysis.problems).toEqual([])
  expect(status(analysis, 'zh-cn')).toBeUndefined()
  for (let offset = 0; offset < text.length; offset += 97) expect(hover(analysis, offset, 'zh-cn')).toBeUndefined()
  const pipe = text.indexOf('|')
  for (const offset of [1, pipe, text.length]) expect(completions(analysis, Math.max(0, offset), 'zh-cn')).toEqual([])
})

test.each([
  '某局2025年政府信息公开工作年度报告',
  '某局政府信息公开工作2025年度报告',
  '某局2025年度政府信息公开工作年度报告',
])('“%s” begins a report', (title) => {
  expect(analyse(readDocument(`# ${title}\n`), defaultSettings).report?.format.id).toBe('2021')
})

test('a title that was broken over two lines names body and year', () => {
  const text = '2025 年某市人民政府办公厅政府信息公开\n工作年度报告\n\n## 一、总体情况\n'
  const { report } = analyse(readDocument(text), defaultSettings)
  expect(report?.title).toMatchObject({ year: 2025 })
})
