import type { TextEdit } from 'vscode-languageserver-protocol/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type Client } from './client.ts'
import { applied, rangeOf } from './texts.ts'

const uri = 'file:///reports/2024.md'
const table =
  '<table><tr><td>第二十条第（一）项</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>' +
  '<tr><td>行政规范性文件</td><td>１</td><td>0</td><td>17</td></tr><tr><td>规章</td><td>0</td><td>0</td><td>2</td></tr>' +
  '<tr><td colspan="4">截至年底</td></tr></table>'
const report = `# 某县档案局2024年政府信息公开工作年度报告\n\n## 二、主动公开政府信息情况\n\n${table}\n`

type Made = { readonly version: number; readonly edits: TextEdit[]; readonly changed: number; readonly kept: string[] }

let server: Client

beforeAll(async () => {
  server = await startServer()
  await server.open(uri, report)
})

afterAll(async () => {
  expect(await server.stop()).toBe(0)
})

test('a table is put into the official layout, figures as written, and what fits nowhere is kept', async () => {
  const range = rangeOf(report, '１')
  const made = await server.connection.sendRequest<Made>('zwgk/canonicalTable', { uri, range })
  expect(made).toMatchObject({ version: 1, changed: 1, kept: ['截至年底'] })
  const after = applied(report, made.edits)
  expect(after).toContain('| 规章 | 0 | 0 | 2 |\n| 行政规范性文件 | １ | 0 | 17 |')
  expect(after).toContain('“截至年底”')
  const [action] = await server.actions(uri, range, ['refactor.rewrite'])
  expect(action).toMatchObject({
    kind: 'refactor.rewrite.zwgk',
    title: expect.stringContaining('规定的表式') as string,
  })
})

test('outside a table there is nothing to do, and without a report no answer', async () => {
  const range = rangeOf(report, '某县档案局')
  expect(await server.connection.sendRequest('zwgk/canonicalTable', { uri, range })).toMatchObject({ changed: 0 })
  for (const params of [{ uri: 'file:///none.md' }, {}, null]) {
    expect(await server.connection.sendRequest('zwgk/canonicalTable', params)).toBeNull()
    expect(await server.connection.sendRequest('zwgk/upgradeReport', params)).toBeNull()
  }
})

test('the next year begins from this one', async () => {
  const made = await server.connection.sendRequest<{ text: string }>('zwgk/upgradeReport', { uri })
  expect(made).toMatchObject({ format: '2021', year: 2025, figures: 2 })
  expect(made.text).toContain('# 某县档案局2025年政府信息公开工作年度报告')
  expect(made.text).toContain('| 行政规范性文件 | 0 | 0 | 17 |')
})
