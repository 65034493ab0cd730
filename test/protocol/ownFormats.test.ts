import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { root } from './bundle.ts'
import { able, pushed, startServer } from './client.ts'

const sampleName = readdirSync(path.join(root, 'samples')).find((name) => name.endsWith('.zwgk-format.json')) ?? ''
const sample = readFileSync(path.join(root, 'samples', sampleName), 'utf8')
const report = `# 云江省档案局2025年政府信息公开工作年度报告

## 二、主动公开政府信息情况

| 第二十条第（五）项 | 本年处理决定数量 |
| --- | ---: |
| 行政许可 | 2 |
| 其中：告知承诺制办理 | 3 |
`
const uri = 'file:///reports/2025.md'
const forms = 'file:///reports/own.zwgk-format.json'
const codes = (items: readonly { readonly code?: unknown }[]): readonly unknown[] => items.map(({ code }) => code)

describe('a form of the user’s own', () => {
  test('is read through the client, and read again when the client says that it changed', async () => {
    let text = sample
    const asked: unknown[] = []
    const server = await startServer({
      capabilities: pushed,
      options: { readFiles: true, zwgk: { formats: ['*.zwgk-format.json'] } },
    })
    server.connection.onRequest('zwgk/readFiles', (params: unknown) => {
      asked.push(params)
      return [{ uri: forms, text }]
    })
    await server.open(uri, report)
    expect(codes((await server.push(uri, 1)).diagnostics)).toContain('part-exceeds-whole')
    expect(asked).toEqual([{ uri, globs: ['*.zwgk-format.json'] }])
    expect(server.pushes.filter((it) => it.uri === forms)).toEqual([])

    text = sample.replace('"lic-pledge"', '"lic"')
    const count = server.pushes.length
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: forms, type: 2 }] })
    await server.change(uri, 2, { text: `${report}\n` })
    const after = await server.push(uri, 2)
    expect(codes(after.diagnostics)).not.toContain('part-exceeds-whole')
    expect(codes(after.diagnostics)).toContain('row-unknown')
    const [told] = server.pushes.slice(count).filter((it) => it.uri === forms)
    expect(told?.diagnostics).toMatchObject([{ code: 'format-file', source: 'zwgk', severity: 1 }])
    const line = text.split('\n')[told?.diagnostics[0]?.range.start.line ?? -1]
    expect(line).toContain('{')

    text = sample
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: forms, type: 2 }] })
    await server.change(uri, 3, { text: report })
    expect(codes((await server.push(uri, 3)).diagnostics)).toContain('part-exceeds-whole')
    expect(server.pushes.findLast((it) => it.uri === forms)?.diagnostics).toEqual([])
    expect(await server.stop()).toBe(0)
  })

  const folder = mkdtempSync(path.join(tmpdir(), 'zwgk-forms-'))
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  test('is read from the disk for a client that reads no files', async () => {
    writeFileSync(path.join(folder, 'own.zwgk-format.json'), sample)
    const server = await startServer({
      capabilities: able,
      options: { zwgk: { formats: ['./own.zwgk-format.json'] } },
      folder: pathToFileURL(folder).href,
    })
    const own = pathToFileURL(path.join(folder, '2025.md')).href
    await server.open(own, report)
    expect(codes(await server.diagnostics(own))).toContain('part-exceeds-whole')
    expect(await server.stop()).toBe(0)
  })

  test('that cannot be had leaves the official forms', async () => {
    const server = await startServer({ options: { readFiles: true, zwgk: { formats: ['*.json'] } } })
    await server.open(uri, report)
    // The client of this test knows nothing of `zwgk/readFiles` and answers with an error.
    expect(codes(await server.diagnostics(uri))).toContain('row-unknown')
    expect(await server.stop()).toBe(0)
  })
})
