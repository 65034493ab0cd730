import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Diagnostic } from 'vscode-languageserver-protocol/node'
import { able, pushed, startServer, type Client } from './client.ts'
import { rangeOf, sample, sampleFindings, slice, uri, withRightTotal, wrongRow } from './texts.ts'

const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code).sort()

const found = (diagnostics: readonly Diagnostic[], code: string): Diagnostic => {
  const matching = diagnostics.filter((it) => it.code === code)
  if (matching.length !== 1 || matching[0] === undefined) throw new Error(`${matching.length} findings ${code}`)
  return matching[0]
}

let server: Client

afterEach(async () => {
  expect(await server.stop()).toBe(0)
})

describe('a client that pulls', () => {
  beforeEach(async () => {
    server = await startServer({ options: { rulePages: 'file:///pages/', status: true } })
  })

  test('gets each finding with its code, page, places and the language of the settings', async () => {
    await server.open(uri, sample)
    const diagnostics = await server.diagnostics(uri)
    expect(codes(diagnostics)).toEqual(sampleFindings)
    const total = found(diagnostics, 'total-mismatch')
    expect(total).toMatchObject({
      severity: 1,
      source: 'zwgk',
      codeDescription: { href: 'file:///pages/total-mismatch.md' },
      range: rangeOf(sample, wrongRow, '102'),
    })
    expect(total.message).toMatch(/应为 105.*实填 102.*少 3/)
    expect((total.data as { fixes: string[] }).fixes.length).toBeGreaterThan(0)
    const addends = (total.relatedInformation ?? []).map(({ location }) => {
      expect(location.uri).toBe(uri)
      return slice(sample, location.range)
    })
    for (const addend of ['82', '14', '1', '2', '5']) expect(addends).toContain(addend)
  })

  test('is told that nothing has changed, and when something has', async () => {
    await server.open(uri, sample)
    const first = await server.pull(uri)
    expect(first.kind).toBe('full')
    const { resultId } = first
    expect(resultId).toBeDefined()
    expect(await server.pull(uri, resultId)).toEqual({ kind: 'unchanged', resultId })
    await server.change(uri, 2, { range: rangeOf(sample, wrongRow, '102'), text: '105' })
    const second = await server.pull(uri, resultId)
    expect(second.kind).toBe('full')
    expect(second.resultId).not.toBe(resultId)
  })

  test('is never told "unchanged" of another text under the same name and version', async () => {
    await server.open(uri, sample)
    const { resultId } = await server.pull(uri)
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
    await server.open(uri, withRightTotal)
    expect((await server.pull(uri, resultId)).kind).toBe('full')
  })

  test('is pushed nothing', async () => {
    await server.open(uri, sample)
    await server.diagnostics(uri)
    await server.change(uri, 2, { text: withRightTotal })
    // The status is sent after the moment at which diagnostics would have been pushed.
    await server.note(({ version }) => version === 2)
    expect(server.pushes).toEqual([])
  })

  test('sees the findings follow single keys', async () => {
    await server.open(uri, sample)
    const { end } = rangeOf(sample, wrongRow, '102')
    const last = { line: end.line, character: end.character - 1 }
    await server.change(uri, 2, { range: { start: last, end }, text: '' })
    expect(found(await server.diagnostics(uri), 'total-mismatch').message).toMatch(/实填 10，/)
    await server.change(uri, 3, { range: { start: last, end: last }, text: '5' })
    expect(codes(await server.diagnostics(uri))).toEqual(['figure-malformed', 'section-missing'])
    await server.change(
      uri,
      4,
      { range: { start: last, end }, text: '' },
      { range: { start: last, end: last }, text: '2' },
    )
    expect(found(await server.diagnostics(uri), 'total-mismatch').range).toEqual(rangeOf(sample, wrongRow, '102'))
  })

  test('gets ranges in UTF-16 units, whatever stands before the cell and however lines end', async () => {
    const row = '| 一、本年新收政府信息公开申请数量 |'
    const odd = `\ufeff${sample.replace(row, `| 一、本年新收政府信息公开申请数量<!-- 𠮷😀👨‍👩‍👧 --> |`)}`
    const mixed = odd.replace('河堤路', '河𠮷堤😀路')
    for (const text of [mixed, mixed.replaceAll('\n', '\r\n'), mixed.replaceAll('\n', '\r')]) {
      await server.open(uri, text)
      const total = found(await server.diagnostics(uri), 'total-mismatch')
      expect(total.range).toEqual(rangeOf(text, wrongRow, '102'))
      await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
    }
  })

  test('can cancel', async () => {
    await server.open(uri, sample)
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol/node')
    const source = new CancellationTokenSource()
    const answer = server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token)
    source.cancel()
    await expect(answer).rejects.toMatchObject({ code: -32800 })
    expect(codes(await server.diagnostics(uri))).toEqual(sampleFindings)
  })

  test('is shown the status of a report, and that it has become none', async () => {
    await server.open(uri, sample)
    const { status } = await server.note((it) => it.uri === uri)
    expect(status).toMatchObject({
      format: { id: '2021' },
      sections: { present: 5, required: 6 },
      findings: { error: 2, warning: 1, information: 0, hint: 0 },
    })
    expect(status?.['summary']).toMatch(/5\/6/)
    await server.change(uri, 2, { text: '# 读我\n' })
    expect((await server.note(({ version }) => version === 2)).status).toBeNull()
  })
})

describe('a client that does not pull', () => {
  beforeEach(async () => {
    server = await startServer({ capabilities: pushed, options: { rulePages: 'file:///pages' } })
  })

  test('is pushed the same findings, for every version it waits for', async () => {
    await server.open(uri, sample)
    const { diagnostics } = await server.push(uri, 1)
    expect(codes(diagnostics)).toEqual(sampleFindings)
    expect(found(diagnostics, 'total-mismatch').codeDescription?.href).toBe('file:///pages/total-mismatch.md')
    await server.change(uri, 2, { range: rangeOf(sample, wrongRow, '102'), text: '105' })
    expect(codes((await server.push(uri, 2)).diagnostics)).toEqual(['figure-malformed', 'section-missing'])
  })

  test('gets one answer for a burst of keys', async () => {
    await server.open(uri, sample)
    await server.push(uri, 1)
    const before = server.pushes.length
    const sent = []
    for (let version = 2; version <= 60; version++)
      sent.push(server.change(uri, version, { text: `${sample}\n${version}` }))
    await Promise.all(sent)
    await server.push(uri, 60)
    expect(server.pushes.length - before).toBeLessThan(30)
  })

  test('is told nothing of a document that is no report, and that a closed one has no findings', async () => {
    await server.open('file:///README.md', '# 读我\n\n本项目检查政府信息公开工作年度报告。\n')
    await server.open(uri, sample)
    await server.push(uri, 1)
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
    // Answered after what went before, so everything that was to be pushed has been.
    await server.hover(uri, 0, 0)
    expect(server.pushes.map((it) => [it.uri, it.diagnostics.length > 0])).toEqual([
      [uri, true],
      [uri, false],
    ])
  })

  test('learns that a report has become something else', async () => {
    await server.open(uri, sample)
    await server.push(uri, 1)
    await server.change(uri, 2, { text: '# 读我\n' })
    expect((await server.push(uri, 2)).diagnostics).toEqual([])
  })
})

describe('settings', () => {
  const rules = { 'total-mismatch': 'off', 'section-missing': 'hint' }

  test('come from the configuration, are asked anew when it changes, and make the client pull again', async () => {
    let configuration: unknown = { rules }
    let refreshed: () => void
    const refresh = new Promise<void>((resolve) => (refreshed = resolve))
    server = await startServer({
      capabilities: { ...able, workspace: { ...able.workspace, configuration: true } },
      configuration: () => configuration,
      refresh: () => {
        refreshed()
      },
    })
    await server.open(uri, sample)
    const first = await server.pull(uri)
    if (first.kind !== 'full') throw new Error('a full report was expected')
    expect(codes(first.items)).toEqual(['figure-malformed', 'section-missing'])
    expect(found(first.items, 'section-missing').severity).toBe(4)
    configuration = { language: 'en' }
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    await refresh
    const second = await server.pull(uri, first.resultId)
    if (second.kind !== 'full') throw new Error('a full report was expected')
    expect(codes(second.items)).toEqual(sampleFindings)
    expect(found(second.items, 'total-mismatch').message).toMatch(/^[^应]*105[^应]*102[^应]*$/)
  })

  test('come from the options and from notifications, where the client cannot be asked', async () => {
    server = await startServer({ capabilities: pushed, options: { zwgk: { rules } } })
    await server.open(uri, sample)
    expect(codes((await server.push(uri, 1)).diagnostics)).toEqual(['figure-malformed', 'section-missing'])
    const before = server.pushes.length
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: { zwgk: { rules: {} } } })
    await server.change(uri, 2, { text: sample })
    expect(codes((await server.push(uri, 2)).diagnostics)).toEqual(sampleFindings)
    expect(server.pushes.length).toBeGreaterThan(before)
  })

  test('survive a client that answers nonsense', async () => {
    server = await startServer({
      capabilities: { ...able, workspace: { configuration: true } },
      configuration: () => ({ rules: [1, 'off'], language: 7, format: {} }),
    })
    await server.open(uri, sample)
    expect(codes(await server.diagnostics(uri))).toEqual(sampleFindings)
  })
})
