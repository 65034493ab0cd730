import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type {
  ApplyWorkspaceEditParams,
  CodeLens,
  DocumentHighlight,
  InlayHint,
  Location,
  LocationLink,
  Range,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver-protocol/node'
import { able, startServer, type Client } from './client.ts'
import { applied, positionOf, rangeOf, sample, slice, uri, withRightTotal, wrongRow } from './texts.ts'

let server: Client
const told: ApplyWorkspaceEditParams[] = []
let willing = true

beforeAll(async () => {
  server = await startServer({
    options: { commands: true },
    apply(params) {
      told.push(params)
      return willing
    },
  })
})

beforeEach(async () => {
  told.length = 0
  willing = true
  await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
  await server.open(uri, sample)
})

afterAll(async () => {
  expect(server.logs).toEqual([])
  expect(await server.stop()).toBe(0)
})

const whole: Range = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } }
const textDocument = { uri }
const ask = <T>(method: string, more: object = {}, of = server): Promise<T> =>
  of.connection.sendRequest<T>(method, { textDocument, ...more })
const wrongTotal = rangeOf(sample, wrongRow, '102')

describe('code lenses', () => {
  /** Those over the table of the proceedings; other tables have lenses of their own. */
  const lenses = async (of = server): Promise<CodeLens[]> => {
    const { line } = positionOf(sample, '| 项目 | 自然人')
    return (await ask<CodeLens[]>('textDocument/codeLens', {}, of)).filter(({ range }) => range.start.line === line)
  }

  test('stand over the table with relations and say how they came out', async () => {
    const found = await lenses()
    expect(found.map(({ command }) => [command?.title, command?.command])).toEqual([
      ['2 处不平（勾稽 37/39）', 'zwgk.goTo'],
      ['重算本表（改 1 格）', 'zwgk.recomputeTable'],
      ['说明', 'zwgk.showInCheckup'],
    ])
    expect(found[0]?.command?.arguments).toEqual([uri, wrongTotal])
    await server.change(uri, 2, { text: withRightTotal })
    expect((await lenses()).map(({ command }) => command?.title)).toEqual(['勾稽 39/39 ✓', '说明'])
  })

  test('run a command of the server, which sets the totals of that table', async () => {
    const lens = (await lenses()).find(({ command }) => command?.command === 'zwgk.recomputeTable')
    const command = lens?.command?.command
    await server.connection.sendRequest('workspace/executeCommand', { command, arguments: lens?.command?.arguments })
    const [first] = told[0]?.edit.documentChanges ?? []
    const { textDocument: named, edits } = first as TextDocumentEdit
    expect(named).toEqual({ uri, version: 1 })
    expect(applied(sample, edits as TextEdit[])).toBe(withRightTotal)
    // The finding blames that very total, so nothing is to be asked.
    expect(Object.values(told[0]?.edit.changeAnnotations ?? {})).toMatchObject([{ needsConfirmation: false }])
  })

  test('a total is not set without a question where a finding blames one of its parts', async () => {
    const slipped = withRightTotal.replace('| 4 | 1 | 0 | 0 | 0 | 0 | 5 |', '| 40 | 1 | 0 | 0 | 0 | 0 | 5 |')
    expect(slipped).not.toBe(withRightTotal)
    await server.change(uri, 2, { text: slipped })
    const at = positionOf(slipped, '| 项目 | 自然人')
    const command = 'zwgk.recomputeTable'
    await server.connection.sendRequest('workspace/executeCommand', { command, arguments: [uri, at] })
    expect(Object.values(told[0]?.edit.changeAnnotations ?? {})).toMatchObject([{ needsConfirmation: true }])
  })

  test('the command survives arguments of any kind, and a client that does not edit', async () => {
    willing = false
    const command = 'zwgk.recomputeTable'
    for (const given of [
      undefined,
      [],
      [uri],
      [uri, null],
      [1, 2],
      ['file:///absent.md', whole.start],
      [uri, whole.start],
    ])
      expect(await server.connection.sendRequest('workspace/executeCommand', { command, arguments: given })).toBeNull()
    expect(told).toEqual([])
    const at = positionOf(sample, '| 项目 | 自然人')
    expect(
      await server.connection.sendRequest('workspace/executeCommand', { command, arguments: [uri, at] }),
    ).toBeNull()
    expect(told).toHaveLength(1)
  })

  test('name no command that the client does not have', async () => {
    const plain = await startServer({ capabilities: { textDocument: { codeLens: {} } } })
    await plain.open(uri, sample)
    const found = await lenses(plain)
    expect(found.map(({ command }) => [command?.title, command?.command])).toEqual([['2 处不平（勾稽 37/39）', '']])
    expect(plain.initialized.capabilities.executeCommandProvider?.commands).not.toContain('zwgk.recomputeTable')
    expect(await plain.stop()).toBe(0)
  })
})

describe('inlay hints', () => {
  const hints = (range: Range, of = server): Promise<InlayHint[]> => ask('textDocument/inlayHint', { range }, of)

  test('say behind the wrong total what it should be, and can be accepted', async () => {
    const [hint, ...more] = await hints(whole)
    if (hint === undefined) throw new Error('no hint')
    expect(more).toEqual([])
    expect(hint).toMatchObject({ position: wrongTotal.end, label: '应为 105' })
    expect(hint.tooltip).toContain('82＋14＋1＋2＋5＋1')
    expect(applied(sample, hint.textEdits ?? [])).toBe(withRightTotal)
    expect(await hints({ start: whole.start, end: { line: 20, character: 0 } })).toEqual([])
  })

  test('follow the setting, and are asked for anew when it changes', async () => {
    let mode = 'off'
    let refreshed = 0
    const other = await startServer({
      capabilities: { ...able, workspace: { ...able.workspace, configuration: true } },
      configuration: () => ({ inlayHints: mode }),
      refresh() {
        refreshed++
      },
    })
    await other.open(uri, sample.replace('| 102 |', '|  |'))
    expect(await hints(whole, other)).toEqual([])
    mode = 'all'
    await other.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    expect((await hints(whole, other)).map(({ label }) => label)).toEqual(['合计 105'])
    expect(refreshed).toBe(3)
    expect(await other.stop()).toBe(0)
  })
})

test('a hint comes with its finding: not yet while the row is being typed', async () => {
  await server.change(uri, 2, { text: withRightTotal })
  expect((await server.diagnostics(uri)).map(({ code }) => code)).not.toContain('total-mismatch')
  const { end } = rangeOf(withRightTotal, wrongRow.replace('102', '105'), '105')
  await server.change(uri, 3, { range: { start: end, end }, text: '0' })
  const range = whole
  const hints = async (): Promise<number> => (await ask<InlayHint[]>('textDocument/inlayHint', { range })).length
  expect(await hints()).toBe(0)
  await server.connection.sendNotification('textDocument/didSave', { textDocument })
  expect(await hints()).toBe(1)
})

describe('navigation', () => {
  const at = (whole_: string, part: string): object => ({ position: positionOf(sample, whole_, part) })

  test('highlights the cells of the relation under the cursor', async () => {
    const found = await ask<DocumentHighlight[]>('textDocument/documentHighlight', at('| 4 | 1 | 0 |', '4'))
    expect(found.map(({ range, kind }) => [slice(sample, range), kind])).toEqual([
      ...['4', '1', '0', '0', '0', '0'].map((text) => [text, 2]),
      ['5', 3],
    ])
  })

  test('goes from a total to its addends', async () => {
    const found = await ask<LocationLink[]>('textDocument/definition', at(wrongRow, '102'))
    expect(found.map(({ targetSelectionRange }) => slice(sample, targetSelectionRange))).toEqual([
      '82',
      '14',
      '1',
      '2',
      '5',
      '1',
    ])
    for (const link of found) expect(link).toMatchObject({ targetUri: uri, originSelectionRange: wrongTotal })
    const plain = await startServer({ capabilities: {} })
    await plain.open(uri, sample)
    const [first] = await ask<Location[]>('textDocument/definition', at(wrongRow, '102'), plain)
    expect(first).toEqual({ uri, range: found[0]?.targetSelectionRange })
    expect(await plain.stop()).toBe(0)
  })

  test('finds what a figure helps to determine', async () => {
    const context = { includeDeclaration: false }
    const found = await ask<Location[]>('textDocument/references', { ...at('| 31 | 7 |', '31'), context })
    expect(found.map(({ range }) => slice(sample, range))).toEqual(['43', '79'])
  })

  test('is silent in prose and on headings', async () => {
    for (const place of [at('依法答复', '答复'), at('## 三、收到', '收到')]) {
      expect(await ask('textDocument/documentHighlight', place)).toEqual([])
      expect(await ask('textDocument/definition', place)).toBeNull()
      expect(await ask('textDocument/references', { ...place, context: { includeDeclaration: true } })).toEqual([])
    }
  })
})

describe('formatting', () => {
  const options = { tabSize: 4, insertSpaces: true }

  test('aligns tables and touches nothing else', async () => {
    const edits = await ask<TextEdit[]>('textDocument/formatting', { options })
    const formatted = applied(sample, edits)
    expect(formatted).toContain('| 行政强制           |                6 |')
    const prose = (text: string): string[] => text.split('\n').filter((line) => !line.startsWith('|'))
    expect(prose(formatted)).toEqual(prose(sample))
    await server.change(uri, 2, { text: formatted })
    expect(await ask('textDocument/formatting', { options })).toEqual([])
    expect((await server.diagnostics(uri)).map(({ code }) => code).sort()).toEqual([
      'figure-malformed',
      'section-missing',
      'total-mismatch',
    ])
  })

  test('of a range changes the lines of the range', async () => {
    const range = rangeOf(sample, '| 行政强制 | 6 |')
    const edits = await ask<TextEdit[]>('textDocument/rangeFormatting', { range, options })
    expect(edits.map((edit) => edit.range.start.line)).toEqual([range.start.line])
  })

  test('is offered, but not to a client that asks for it itself', async () => {
    expect(server.initialized.capabilities).toMatchObject({ documentFormattingProvider: true })
    const own = await startServer({ options: { formatsReports: true } })
    expect(own.initialized.capabilities).not.toHaveProperty('documentFormattingProvider')
    expect(own.initialized.capabilities).not.toHaveProperty('documentRangeFormattingProvider')
    expect(await own.stop()).toBe(0)
  })
})

describe('the tree of a report', () => {
  type Item = { label: string; state: string; range: Range | null; children: Item[] }

  test('has the sections, their tables, relations and findings', async () => {
    const found = await server.connection.sendRequest<{ progress: string; nodes: Item[] }>('zwgk/checkup', { uri })
    expect(found.progress).toBe('5/6 节 · 勾稽 41/43')
    expect(found.nodes.map(({ label }) => label.slice(0, 2))).toEqual(['一、', '二、', '三、', '四、', '五、', '六、'])
    expect(found.nodes[5]).toMatchObject({ state: 'missing' })
    const table = found.nodes[2]?.children.find(({ label }) => label.includes('申请情况表'))
    expect(table?.state).toBe('broken')
    const family = table?.children.find(({ children }) => children.length === 25)
    const broken = family?.children.find(({ state }) => state === 'broken')
    expect(broken).toMatchObject({ label: '一、本年新收政府信息公开申请数量', range: wrongTotal })
  })

  test('can be had as text', async () => {
    const { text } = await server.connection.sendRequest<{ text: string }>('zwgk/conclusion', { uri })
    expect(text).toContain('安澜县自然资源局2025年政府信息公开工作年度报告')
    expect(text).toContain(`第 ${wrongTotal.start.line + 1} 行［错误］`)
  })
})

test('a document that is no report is passed over by all of it', async () => {
  const readme = '# 说明\n\n|项目|总计|\n|---|---:|\n|规章|00|\n'
  await server.open('file:///README.md', readme)
  const place = { textDocument: { uri: 'file:///README.md' }, position: { line: 4, character: 4 } }
  const asked = (method: string, more: object = {}): Promise<unknown> =>
    server.connection.sendRequest(method, { ...place, ...more })
  expect(await asked('textDocument/codeLens')).toEqual([])
  expect(await asked('textDocument/inlayHint', { range: whole })).toEqual([])
  expect(await asked('textDocument/documentHighlight')).toEqual([])
  expect(await asked('textDocument/definition')).toBeNull()
  expect(await asked('textDocument/references', { context: { includeDeclaration: true } })).toEqual([])
  expect(await asked('textDocument/formatting', { options: {} })).toEqual([])
  expect(await asked('textDocument/rangeFormatting', { range: whole, options: {} })).toEqual([])
  for (const params of [{ uri: 'file:///README.md' }, { uri: 'file:///absent.md' }, {}, null])
    for (const method of ['zwgk/checkup', 'zwgk/conclusion'])
      expect(await server.connection.sendRequest(method, params)).toBeNull()
})
