import type { Range, TextEdit } from 'vscode-languageserver-protocol/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type Client } from './client.ts'
import { applied, positionOf, rangeOf, sample, uri, withRightTotal } from './texts.ts'

type Written = {
  readonly version: number
  readonly edits: TextEdit[]
  readonly added: number
  readonly changed: number
  readonly refused: { readonly message: string; readonly range: Range | null }[]
  readonly faults: string[]
  readonly body: Range | null
}

const paragraph = /全年新收政府信息公开申请105件[^\n]*\n/
const bare = withRightTotal.replace(paragraph, '')

let server: Client
let configuration: Record<string, unknown> = {}

beforeAll(async () => {
  server = await startServer({
    capabilities: { workspace: { configuration: true } },
    configuration: () => configuration,
  })
})

afterAll(async () => {
  expect(await server.stop()).toBe(0)
})

const write = (of: string): Promise<Written | null> => server.connection.sendRequest('zwgk/writeParagraph', { uri: of })

describe('the paragraph from the tables', () => {
  test('is written as edits of the version that was looked at', async () => {
    await server.open(uri, bare)
    const written = await write(uri)
    expect(written).toMatchObject({ version: 1, added: 3, changed: 0, refused: [], faults: [] })
    const after = applied(bare, written?.edits ?? [])
    expect(after).toContain('2025年，新收政府信息公开申请105件，其中自然人82件、法人或其他组织23件；上年结转5件。')
    await server.change(uri, 2, { text: after })
    expect(await write(uri)).toMatchObject({ version: 2, edits: [], added: 0, changed: 0 })
  })

  test('says with its place which figure stands in the way', async () => {
    const own = 'file:///report/wrong.md'
    await server.open(own, sample)
    const written = await write(own)
    const [refusal] = written?.refused ?? []
    expect(refusal?.message).toContain('“一、本年新收政府信息公开申请数量·总计”的勾稽关系不平')
    expect(refusal?.range?.start.line).toBe(positionOf(sample, '| 5 | 1 | 102 |', '102').line)
  })

  test('follows the template of the settings, in the command and in the action alike', async () => {
    const own = 'file:///report/own.md'
    configuration = { paragraphTemplate: '收到申请{本年新收}件。' }
    await server.open(own, bare)
    const written = await write(own)
    expect(applied(bare, written?.edits ?? [])).toContain('\n\n收到申请105件。\n')
    const [action] = await server.actions(own, rangeOf(bare, '（二）依申请公开'), ['refactor'])
    expect(action?.title).toBe('由表生成“依申请公开”段落')
    configuration = { paragraphTemplate: '收到申请{收件}件。' }
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    expect((await write(own))?.faults).toEqual([expect.stringContaining('没有叫“收件”的数')])
    expect(await server.actions(own, rangeOf(bare, '（二）依申请公开'), ['refactor'])).toEqual([])
    configuration = {}
  })

  test('is silent where there is no report', async () => {
    for (const params of [{ uri: 'file:///none.md' }, {}, null])
      expect(await server.connection.sendRequest('zwgk/writeParagraph', params)).toBeNull()
  })
})

describe('a figure in prose', () => {
  test('is offered behind the words that speak of it', async () => {
    const own = 'file:///report/typed.md'
    const text = withRightTotal.replace('公开申请105件', '公开申请')
    await server.open(own, text)
    const { line, character } = rangeOf(text, '全年新收政府信息公开申请').end
    const items = await server.completion(own, line, character)
    expect(items.map(({ label, detail, kind }) => [label, detail, kind])).toEqual([
      ['105件', '一、本年新收政府信息公开申请数量·总计', 12],
    ])
    expect(server.initialized.capabilities.completionProvider?.triggerCharacters).toContain('请')
    expect(
      applied(
        text,
        items.flatMap(({ textEdit }) => (textEdit === undefined ? [] : [textEdit as TextEdit])),
      ),
    ).toBe(withRightTotal)
  })
})

type Filled = {
  readonly version: number
  readonly edits: TextEdit[]
  readonly after: string
  readonly notUnderstood: number
  readonly outside: number
  readonly faults: string[]
  readonly report: string
}

describe('a table from a ledger', () => {
  const csv =
    '申请人类别,答复类型,收到日期,答复日期\n公民,予以公开,2025-3-1,2025-3-9\n企业,不予公开（国家秘密）,2025-4-1,2025-4-9\n个体户,公开,2025-4-1,2025-4-9\n公民,公开,2023-4-1,2023-4-9\n'

  test('is edits of the version that was looked at, with the text that they make', async () => {
    const own = 'file:///report/ledger.md'
    configuration = {}
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    await server.open(own, withRightTotal)
    const ask = (): Promise<Filled> =>
      server.connection.sendRequest('zwgk/fillFromLedger', { uri: own, text: csv, name: '台账.csv' })
    const filled = await ask()
    expect(filled).toMatchObject({ version: 1, counted: 2, notUnderstood: 1, outside: 1, faults: [] })
    expect(applied(withRightTotal, filled.edits)).toBe(filled.after)
    expect(filled.after).toContain('| 一、本年新收政府信息公开申请数量 | 1 | 1 | 0 | 0 | 0 | 0 | 2 |')
    expect(filled.report).toContain('台账“台账.csv”')
    expect(filled.report).toContain('第 4 行：申请人类型“个体户”归不到表中哪一列')
    expect(filled.report).toContain('第 5 行：2023-4-9已经办结，在报告年度之前')
    configuration = { ledgerWords: { 个体户: '商业企业' } }
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    expect(await ask()).toMatchObject({ counted: 3, notUnderstood: 0 })
    configuration = { language: 'en' }
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    expect((await ask()).report).toContain('line 4: the kind of applicant “个体户” belongs to no column')
  })

  test('needs a report and a text', async () => {
    for (const params of [{ uri: 'file:///none.md', text: csv }, { uri }, null])
      expect(await server.connection.sendRequest('zwgk/fillFromLedger', params)).toBeNull()
  })
})
