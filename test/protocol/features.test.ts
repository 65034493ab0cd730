import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol/node'
import { able, startServer, type Client } from './client.ts'
import { applied, positionOf, rangeOf, sample, uri, withRightTotal, wrongRow } from './texts.ts'

let server: Client

beforeAll(async () => {
  server = await startServer()
})

afterAll(async () => {
  expect(await server.stop()).toBe(0)
})

const close = (of = uri): Promise<void> =>
  server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: of } })

const wrongTotal = rangeOf(sample, wrongRow, '102')
const everything = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } }

/** The edits of an action on one document, which are versioned where the client can take that. */
function editsOf(action: CodeAction, version: number): TextEdit[] {
  const changes = action.edit?.documentChanges ?? []
  expect(changes).toHaveLength(1)
  const { textDocument, edits } = changes[0] as TextDocumentEdit
  expect(textDocument).toEqual({ uri, version })
  return edits as TextEdit[]
}

const theOne = (actions: readonly CodeAction[], title: RegExp): CodeAction => {
  const matching = actions.filter((it) => title.test(it.title))
  if (matching.length !== 1 || matching[0] === undefined)
    throw new Error(`${matching.length} actions ${title}: ${actions.map((it) => it.title).join(' / ')}`)
  return matching[0]
}

describe('code actions', () => {
  beforeEach(async () => {
    await close()
    await server.open(uri, sample)
  })

  test('set the wrong total: preferred, annotated, no question asked, and then all is well', async () => {
    const given = await server.diagnostics(uri)
    const finding = given.find(({ code }) => code === 'total-mismatch')
    const action = theOne(await server.actions(uri, wrongTotal, ['quickfix'], [...given]), /改为 ?105/)
    expect(action).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [finding] })
    const edits = editsOf(action, 1)
    const annotations = Object.entries(action.edit?.changeAnnotations ?? {})
    expect(annotations).toHaveLength(1)
    expect(annotations[0]?.[1]).toMatchObject({ needsConfirmation: false })
    for (const edit of edits) expect(edit).toMatchObject({ annotationId: annotations[0]?.[0] })
    const mended = applied(sample, edits)
    expect(mended).toBe(withRightTotal)
    await server.change(uri, 2, { text: mended })
    expect((await server.diagnostics(uri)).map(({ code }) => code).sort()).toEqual([
      'figure-malformed',
      'section-missing',
    ])
    expect(await server.actions(uri, wrongTotal, ['quickfix'])).toEqual([])
  })

  test('that change several figures want confirmation', async () => {
    const [action, ...more] = await server.actions(uri, everything, ['source.zwgk.recomputeTotals'])
    if (action === undefined) throw new Error('no action')
    expect(more).toEqual([])
    expect(action.kind).toBe('source.zwgk.recomputeTotals')
    expect(action.isPreferred).toBeUndefined()
    expect(Object.values(action.edit?.changeAnnotations ?? {})).toMatchObject([{ needsConfirmation: true }])
    expect(applied(sample, editsOf(action, 1))).toBe(withRightTotal)
  })

  test('that change no figure are not annotated', async () => {
    const [action] = await server.actions(uri, everything, ['source.fixAll'])
    if (action === undefined) throw new Error('no action')
    expect(action.kind).toBe('source.fixAll.zwgk')
    expect(action.edit?.changeAnnotations).toBeUndefined()
    expect(applied(sample, editsOf(action, 1))).toBe(sample.replace('| 00 |', '| 0 |'))
  })

  test('are of the kinds asked for, and of the kinds below them', async () => {
    const kinds = async (only?: string[]): Promise<unknown[]> => [
      ...new Set((await server.actions(uri, everything, only)).map(({ kind }) => kind)),
    ]
    expect(await kinds(['quickfix'])).toEqual(['quickfix'])
    expect(await kinds(['source'])).toEqual(['source.fixAll.zwgk', 'source.zwgk.recomputeTotals'])
    expect(await kinds(['source.fixAll.zwgk'])).toEqual(['source.fixAll.zwgk'])
    expect(await kinds(['refactor.extract'])).toEqual([])
    expect(await kinds(['source.fixAll.other'])).toEqual([])
    const declared = (server.initialized.capabilities.codeActionProvider as { codeActionKinds: unknown[] })
      .codeActionKinds
    for (const kind of await kinds()) expect(declared).toContain(kind)
  })

  test('name the version they were made for', async () => {
    await server.change(uri, 7, { text: sample })
    const action = theOne(await server.actions(uri, wrongTotal, ['quickfix']), /改为 ?105/)
    expect(applied(sample, editsOf(action, 7))).toBe(withRightTotal)
  })

  test('keep to plain edits for a client that knows no others', async () => {
    const plain = await startServer({ capabilities: { textDocument: { diagnostic: {} } } })
    await plain.open(uri, sample)
    const action = theOne(await plain.actions(uri, wrongTotal, ['quickfix']), /改为 ?105/)
    expect(action.isPreferred).toBeUndefined()
    expect(action.edit?.documentChanges).toBeUndefined()
    expect(applied(sample, action.edit?.changes?.[uri] ?? [])).toBe(withRightTotal)
    const diagnostics = await plain.diagnostics(uri)
    expect(diagnostics).toHaveLength(3)
    for (const it of diagnostics) {
      expect(it.relatedInformation).toBeUndefined()
      expect(it.codeDescription).toBeUndefined()
      expect(it.data).toBeUndefined()
    }
    expect((await plain.hover(uri, wrongTotal.start.line, wrongTotal.start.character))?.contents).toMatchObject({
      kind: 'plaintext',
    })
    expect(await plain.stop()).toBe(0)
  })

  test('keep CRLF', async () => {
    const windows = sample.replaceAll('\n', '\r\n')
    await server.change(uri, 2, { text: windows })
    const missing = (await server.diagnostics(uri)).find(({ code }) => code === 'section-missing')
    if (missing === undefined) throw new Error('no finding')
    const [action] = await server.actions(uri, missing.range, ['quickfix'])
    if (action === undefined) throw new Error('no action')
    const mended = applied(windows, editsOf(action, 2))
    expect(mended).toContain('其他需要报告的事项')
    expect(mended).not.toMatch(/[^\r]\n/)
  })
})

describe('hover', () => {
  beforeAll(async () => {
    await close()
    await server.open(uri, sample)
  })

  test('shows the arithmetic of a figure over the figure', async () => {
    const { line, character } = wrongTotal.start
    const hover = await server.hover(uri, line, character + 1)
    expect(hover?.range).toBeDefined()
    expect(hover?.contents).toMatchObject({ kind: 'markdown' })
    const { value } = hover?.contents as { value: string }
    for (const part of ['105', '102', '82', '14']) expect(value).toContain(part)
  })

  test('is silent over prose', async () => {
    const { line, character } = positionOf(sample, '依法答复')
    expect(await server.hover(uri, line, character)).toBeNull()
  })
})

describe('completion', () => {
  const begun = `${sample.trimEnd()}\n\n## `
  const last = begun.split('\n').length - 1

  test('offers the missing section where a heading is begun', async () => {
    await close()
    await server.open(uri, begun)
    const items = await server.completion(uri, last, 3)
    const item = items.find(({ label }) => label.includes('其他需要报告的事项'))
    if (item?.textEdit === undefined || !('range' in item.textEdit)) throw new Error('no such item')
    expect(item.insertTextFormat).toBe(2)
    expect(item.textEdit.newText).toContain('六、其他需要报告的事项')
    expect(item.textEdit.range.end).toEqual({ line: last, character: 3 })
  })

  test('inserts plain text where the client has no snippets', async () => {
    const plain = await startServer({ capabilities: {} })
    await plain.open(uri, begun)
    const item = (await plain.completion(uri, last, 3)).find(({ label }) => label.includes('其他需要报告的事项'))
    if (item?.textEdit === undefined || !('range' in item.textEdit)) throw new Error('no such item')
    expect(item.insertTextFormat).toBe(1)
    expect(item.textEdit.newText).toContain('六、其他需要报告的事项')
    expect(item.textEdit.newText).not.toMatch(/\$\{|\$\d/)
    expect(await plain.stop()).toBe(0)
  })
})

describe('the requests of the commands', () => {
  test('make a new report that has no finding but what is left to be written', async () => {
    const made = await server.connection.sendRequest<{ text: string }>('zwgk/newReport', {
      body: '安澜县水利局',
      year: 2025,
    })
    expect(made.text).toContain('安澜县水利局2025年政府信息公开工作年度报告')
    await server.open('untitled:Untitled-1', made.text)
    const severe = (await server.diagnostics('untitled:Untitled-1')).filter(({ severity }) => severity === 1)
    expect(severe).toEqual([])
    await close('untitled:Untitled-1')
  })

  test('refuse what is no body and no year', async () => {
    for (const params of [
      null,
      {},
      { body: '局' },
      { body: 1, year: 2025 },
      { body: '局', year: '2025' },
      { body: '局', year: 1.5 },
    ])
      expect(await server.connection.sendRequest('zwgk/newReport', params)).toBeNull()
  })

  test('say which sections are missing, where they go and where to look', async () => {
    await close()
    await server.open(uri, sample)
    type Missing = {
      id: string
      title: string
      edit: TextEdit
      reveal: { line: number; character: number }
      version: number
    }
    const missing = await server.connection.sendRequest<Missing[]>('zwgk/missingSections', { uri })
    expect(missing.map(({ title, version }) => [title, version])).toEqual([['六、其他需要报告的事项', 1]])
    const [{ edit, reveal } = { edit: undefined, reveal: undefined }] = missing
    if (edit === undefined) throw new Error('nothing is missing')
    const whole = applied(sample, [edit])
    expect(whole.split('\n')[reveal.line]).toBe('## 六、其他需要报告的事项')
    await server.change(uri, 2, { text: whole })
    expect(await server.connection.sendRequest('zwgk/missingSections', { uri })).toEqual([])
  })

  test('recompute the totals, and say so where nothing has to change', async () => {
    await close()
    await server.open(uri, sample)
    type Recomputed = { version: number; edits: TextEdit[]; changed: number; refused: unknown[] }
    const result = await server.connection.sendRequest<Recomputed>('zwgk/recomputeTotals', { uri })
    expect(result).toMatchObject({ version: 1, changed: 1, refused: [] })
    expect(applied(sample, result.edits)).toBe(withRightTotal)
    await server.change(uri, 2, { text: withRightTotal })
    expect(await server.connection.sendRequest('zwgk/recomputeTotals', { uri })).toEqual({
      version: 2,
      edits: [],
      changed: 0,
      refused: [],
    })
  })

  test('know a document that is no report, or not open', async () => {
    await server.open('file:///README.md', '# 读我\n')
    for (const params of [{ uri: 'file:///README.md' }, { uri: 'file:///absent.md' }, {}, null])
      for (const method of ['zwgk/missingSections', 'zwgk/recomputeTotals'])
        expect(await server.connection.sendRequest(method, params)).toBeNull()
  })
})

describe('what is no report', () => {
  const readme = `# 政务公开年报

检查政府信息公开工作年度报告的编辑器扩展。

## 一、安装

| 项目 | 总计 |
|---|---:|
| 规章 | 00 |
`
  const law = `# 中华人民共和国政府信息公开条例

## 第五章 监督和保障

第四十九条 县级以上人民政府部门应当在每年1月31日前向本级政府信息公开工作主管部门提交本行政机关上一年度政府信息公开工作年度报告并向社会公布。

第五十条 政府信息公开工作年度报告应当包括下列内容：

（一）行政机关主动公开政府信息的情况；

（二）行政机关收到和处理政府信息公开申请的情况；
`
  const plan = `# 2026年政务公开工作要点

## 一、总体要求

做好政府信息公开工作年度报告的编制和发布。
`

  test.each([
    ['a README', 'file:///README.md', 'markdown', readme],
    ['a law', 'file:///law.md', 'markdown', law],
    ['a work plan', 'file:///plan.md', 'markdown', plan],
    ['a report that is not Markdown', 'file:///report.txt', 'plaintext', sample],
    ['a report whose author wants silence', uri, 'markdown', `---\nzwgk:\n  format: none\n---\n${sample}`],
  ])('%s gets no output at all', async (_, of, language, text) => {
    const quiet = await startServer({ capabilities: able, options: { status: true } })
    await quiet.open(of, text, language)
    expect(await quiet.diagnostics(of)).toEqual([])
    const lines = text.split('\n')
    // In front matter under `zwgk` its author is helped to write it, whatever it makes of the document.
    const from = Math.max(0, lines.lastIndexOf('---', 5))
    for (const [line, content] of [...lines.entries()].slice(from))
      for (const character of [0, 3, content.length]) {
        expect(await quiet.hover(of, line, character)).toBeNull()
        expect(await quiet.completion(of, line, character)).toEqual([])
      }
    expect(await quiet.actions(of, everything)).toEqual([])
    // A report opened after it is spoken of, so whatever was to be said of it has been said.
    await quiet.open('file:///other.md', sample)
    await quiet.note((it) => it.uri === 'file:///other.md')
    expect(quiet.notes.filter((it) => it.uri === of)).toEqual([])
    expect(quiet.pushes).toEqual([])
    expect(quiet.logs).toEqual([])
    expect(await quiet.stop()).toBe(0)
  })

  test('a report in a file whose language the client does not know is one by its name', async () => {
    await server.open('file:///named.md', sample, 'unknown')
    expect(await server.diagnostics('file:///named.md')).toHaveLength(3)
  })
})
