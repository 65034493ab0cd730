import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { CancellationTokenSource, type Diagnostic } from 'vscode-languageserver-protocol/node'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { bundleCommand, pages, runCommand } from '../cli/command.ts'
import { toGb18030 } from '../cli/reports.ts'
import { reportOf, requests } from '../county.ts'
import { able, pushed, startServer, type Client, type Setup } from './client.ts'
import { sample, sampleFindings, withRightTotal } from './texts.ts'

type Summary = {
  readonly files: number
  readonly reports: number
  readonly errors: number
  readonly warnings: number
  readonly notes: number
  readonly unread: readonly string[]
  readonly unreadCount: number
  readonly cancelled: boolean
}

// Whole workspaces are checked, on machines that are slow and shared.
vi.setConfig({ testTimeout: 60_000 })

const folder = 'file:///work'
const at = (name: string): string => `${folder}/${name}`
const codes = (items: readonly Diagnostic[]): readonly unknown[] => items.map(({ code }) => code).sort()

/** A client that holds files and reads them for the server, as the extension does. */
async function withFiles(files: Map<string, string | undefined>, setup: Setup = {}) {
  const server = await startServer({ folder, options: { readReports: true }, ...setup })
  const reads: number[] = []
  server.connection.onRequest('zwgk/findReports', () => [...files.keys()].sort())
  server.connection.onRequest('zwgk/readReports', ({ uris }: { uris: string[] }) => {
    reads.push(uris.length)
    return uris.map((uri) => {
      const text = files.get(uri)
      return text === undefined ? { why: 'unreadable' } : /信息公开/.test(text) ? { text } : { why: 'no-report' }
    })
  })
  return { server, reads }
}

const check = (server: Client, token?: CancellationTokenSource): Promise<Summary> => {
  const params = { command: 'zwgk.checkWorkspace', arguments: [{ quiet: true }], workDoneToken: 'check' }
  const { connection } = server
  return token === undefined
    ? connection.sendRequest('workspace/executeCommand', params)
    : connection.sendRequest('workspace/executeCommand', params, token.token)
}

const clear = (server: Client): Promise<unknown> =>
  server.connection.sendRequest('workspace/executeCommand', { command: 'zwgk.clearWorkspace' })

const change = (server: Client, uri: string, type: 1 | 2 | 3): Promise<void> =>
  server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] })

const close = (server: Client, uri: string): Promise<void> =>
  server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })

let running: Client | undefined
const using = (server: Client): Client => (running = server)

afterEach(async () => {
  expect(running?.logs).toEqual([])
  expect(await running?.stop()).toBe(0)
  running = undefined
})

describe('checking every report of the workspace', () => {
  test('shows what it finds in the files that are not open, and sums up', async () => {
    const files = new Map<string, string | undefined>([
      [at('a.md'), sample],
      [at('b.md'), withRightTotal],
      [at('README.md'), '# 说明\n'],
      [at('silent.md'), `---\nzwgk: { format: none }\n---\n\n${sample}`],
      [at('gone.md'), undefined],
    ])
    const { server } = await withFiles(files)
    using(server)
    const progress: unknown[] = []
    server.connection.onNotification('$/progress', ({ value }: { value: unknown }) => void progress.push(value))
    expect(await check(server)).toEqual({
      files: 5,
      reports: 2,
      errors: 3,
      warnings: 1 + 1,
      notes: 0,
      unread: [at('gone.md')],
      unreadCount: 1,
      cancelled: false,
    })
    expect(server.pushes.map(({ uri, diagnostics }) => [uri, codes(diagnostics)])).toEqual([
      [at('a.md'), sampleFindings],
      [at('b.md'), sampleFindings.filter((it) => it !== 'total-mismatch')],
    ])
    expect(progress[0]).toMatchObject({ kind: 'begin', cancellable: true })
    expect(progress.at(-1)).toEqual({ kind: 'end' })
  })

  test('says nothing twice of a file that is opened, and speaks of it again when it is closed', async () => {
    const files = new Map<string, string | undefined>([[at('a.md'), sample]])
    const { server } = await withFiles(files)
    using(server)
    await check(server)
    await server.open(at('a.md'), withRightTotal)
    // In the background, where nothing is pulled, what was found in the file stays.
    expect(server.pushes).toHaveLength(1)
    const opened = await server.pushAfter(at('a.md'), () => server.diagnostics(at('a.md')))
    expect(opened.diagnostics).toEqual([])
    // Its tab is closed, and the editor keeps it open for a while: what stands in the editor is shown again.
    const hidden = await server.pushAfter(at('a.md'), () =>
      server.connection.sendNotification('zwgk/hidden', { uri: at('a.md') }),
    )
    expect(hidden.diagnostics).toHaveLength(2)
    const edited = await server.pushAfter(at('a.md'), () => server.change(at('a.md'), 2, { text: sample }))
    expect(codes(edited.diagnostics)).toEqual(sampleFindings)
    const again = await server.pushAfter(at('a.md'), async () => {
      await server.change(at('a.md'), 3, { text: withRightTotal })
      await server.diagnostics(at('a.md'))
    })
    expect(again.diagnostics).toEqual([])
    const so = server.pushes.length
    // A run while it is open counts it as it stands in the editor, and shows nothing beside that.
    expect(await check(server)).toMatchObject({ reports: 1, errors: 1, warnings: 1 })
    expect(server.pushes).toHaveLength(so)
    const closed = await server.pushAfter(at('a.md'), () => close(server, at('a.md')))
    expect(codes(closed.diagnostics)).toEqual(sampleFindings)
  })

  test('does so for a client that is pushed to as well', async () => {
    const { server } = await withFiles(new Map([[at('a.md'), sample]]), { capabilities: pushed })
    using(server)
    await check(server)
    await server.open(at('a.md'), withRightTotal)
    const shown = await server.push(at('a.md'), 1)
    expect(codes(shown.diagnostics)).toEqual(sampleFindings.filter((it) => it !== 'total-mismatch'))
    expect(server.pushes.map(({ diagnostics }) => diagnostics.length)).toEqual([3, 0, 2])
    await server.pushAfter(at('a.md'), () => close(server, at('a.md')))
    while (server.pushes.at(-1)?.diagnostics.length !== 3) await new Promise((resolve) => setImmediate(resolve))
  })

  test('follows files that change, come and go, and settings', async () => {
    const files = new Map<string, string | undefined>([[at('a.md'), sample]])
    let rules: Record<string, string> = {}
    const { server } = await withFiles(files, {
      capabilities: { ...able, workspace: { ...able.workspace, configuration: true } },
      configuration: () => ({ rules }),
    })
    using(server)
    await check(server)
    files.set(at('a.md'), withRightTotal)
    const changed = await server.pushAfter(at('a.md'), () => change(server, at('a.md'), 2))
    expect(changed.diagnostics).toHaveLength(2)
    files.set(at('new.md'), sample)
    const come = await server.pushAfter(at('new.md'), () => change(server, at('new.md'), 1))
    expect(come.diagnostics).toHaveLength(3)
    files.delete(at('new.md'))
    const gone = await server.pushAfter(at('new.md'), () => change(server, at('new.md'), 3))
    expect(gone.diagnostics).toEqual([])
    files.set(at('a.md'), '# 说明\n')
    const none = await server.pushAfter(at('a.md'), () => change(server, at('a.md'), 2))
    expect(none.diagnostics).toEqual([])
    files.set(at('a.md'), sample)
    await server.pushAfter(at('a.md'), () => change(server, at('a.md'), 2))
    rules = { 'figure-malformed': 'off' }
    const quieter = await server.pushAfter(at('a.md'), () =>
      server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null }),
    )
    expect(codes(quieter.diagnostics)).toEqual(sampleFindings.filter((it) => it !== 'figure-malformed'))
  })

  test('compares closed reports with last year’s, and again when that changes', async () => {
    const bureau = '安澜县档案局'
    const files = new Map<string, string | undefined>([
      [at('2025.md'), reportOf(bureau, 2025, requests(10, 3, 0))],
      [at('旧/2024.md'), reportOf(bureau, 2024, requests(8, 0, 5))],
    ])
    const { server } = await withFiles(files)
    using(server)
    await check(server)
    const last = (): readonly unknown[] =>
      codes(server.pushes.findLast(({ uri }) => uri === at('2025.md'))?.diagnostics ?? [])
    expect(last()).toContain('carry-over-mismatch')
    files.set(at('旧/2024.md'), reportOf(bureau, 2024, requests(8, 0, 3)))
    await server.pushAfter(at('2025.md'), () => change(server, at('旧/2024.md'), 2))
    expect(last()).not.toContain('carry-over-mismatch')
    files.set(at('旧/2024.md'), reportOf(bureau, 2024, requests(8, 0, 4)))
    await server.pushAfter(at('2025.md'), () => change(server, at('旧/2024.md'), 2))
    expect(last()).toContain('carry-over-mismatch')
    files.delete(at('旧/2024.md'))
    await server.pushAfter(at('2025.md'), () => change(server, at('旧/2024.md'), 3))
    expect(last()).not.toContain('carry-over-mismatch')
  })

  test('does nothing before it is asked for, and nothing after it is cleared', async () => {
    const { server, reads } = await withFiles(new Map([[at('a.md'), sample]]))
    using(server)
    await change(server, at('a.md'), 2)
    await server.open(at('b.md'), sample)
    await close(server, at('b.md'))
    expect(reads).toEqual([])
    await check(server)
    const cleared = await server.pushAfter(at('a.md'), () => clear(server))
    expect(cleared.diagnostics).toEqual([])
    await change(server, at('a.md'), 2)
    await check(server)
    expect(reads).toEqual([1, 1])
    // A file that was never looked at is not taken up because it was open once.
    await server.open('file:///elsewhere/c.md', sample)
    await close(server, 'file:///elsewhere/c.md')
    await server.diagnostics(at('a.md'))
    expect(server.pushes.some(({ uri }) => uri.includes('elsewhere'))).toBe(false)
  })

  test('reads a few files at a time, answers meanwhile, and can be cancelled', async () => {
    const files = new Map(Array.from({ length: 150 }, (_, i) => [at(`${String(i).padStart(3, '0')}.md`), sample]))
    const { server, reads } = await withFiles(files)
    using(server)
    await server.open(at('open.md'), sample)
    const token = new CancellationTokenSource()
    const whole = check(server, token)
    const started = server.pushAfter(at('000.md'), () => Promise.resolve())
    await started
    expect(await server.hover(at('open.md'), 0, 3)).toBeNull()
    expect(await server.diagnostics(at('open.md'))).toHaveLength(3)
    token.cancel()
    const summary = await whole
    expect(summary).toMatchObject({ cancelled: true, unread: [] })
    expect(summary.files).toBeLessThan(150)
    expect(summary.errors).toBe(summary.reports * 2)
    expect(Math.max(...reads)).toBeLessThanOrEqual(24)
    // What was found until then stays; the next run says all of it.
    expect(await check(server)).toMatchObject({ reports: 150, cancelled: false })
    expect(new Set(server.pushes.map(({ uri }) => uri)).size).toBe(150)
  })

  test('ends a run that another one follows', async () => {
    const files = new Map(Array.from({ length: 60 }, (_, i) => [at(`${i}.md`), sample]))
    const { server } = await withFiles(files)
    using(server)
    const [first, second] = await Promise.all([check(server), check(server)])
    expect(first.cancelled).toBe(true)
    expect(second).toMatchObject({ reports: 60, cancelled: false })
  })
})

describe('without a client that reads files', () => {
  let own = ''
  beforeAll(async () => {
    own = mkdtempSync(path.join(tmpdir(), 'zwgk-workspace-'))
    mkdirSync(path.join(own, '乡镇（街道）'))
    mkdirSync(path.join(own, '.hidden'))
    mkdirSync(path.join(own, '.vscode'))
    writeFileSync(path.join(own, 'a.md'), sample)
    writeFileSync(path.join(own, '乡镇（街道）', 'b c.md'), '\ufeff' + withRightTotal.replaceAll('\n', '\r\n'))
    writeFileSync(path.join(own, 'legacy.markdown'), toGb18030(sample))
    writeFileSync(path.join(own, 'README.md'), '# 说明\n')
    writeFileSync(path.join(own, '.hidden', 'c.md'), sample)
    writeFileSync(path.join(own, 'silent.md'), `---\nzwgk: { format: none }\n---\n\n${sample}`)
    writeFileSync(path.join(own, '2024.md'), reportOf('安澜县档案局', 2024, requests(8, 0, 5)))
    writeFileSync(path.join(own, '2025.md'), reportOf('安澜县档案局', 2025, requests(10, 3, 0)))
    writeFileSync(path.join(own, '.vscode', 'settings.json'), '{ "zwgk.rules": { "section-missing": "hint" } }')
    await bundleCommand()
  })
  afterAll(() => {
    rmSync(own, { recursive: true, force: true })
  })

  test('the disk is read, and the command line says the same with the same configuration', async () => {
    const url = pathToFileURL(own).href
    const server = using(
      await startServer({
        folder: url,
        options: { rulePages: pathToFileURL(pages).href, zwgk: { rules: { 'section-missing': 'hint' } } },
        capabilities: { ...pushed, window: { workDoneProgress: true } },
      }),
    )
    const progress: unknown[] = []
    server.connection.onRequest('window/workDoneProgress/create', () => null)
    server.connection.onNotification('$/progress', ({ value }: { value: unknown }) => void progress.push(value))
    const said = new Promise<string>((resolve) => {
      server.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
        resolve(message)
      })
    })
    const summary = await server.connection.sendRequest<Summary>('workspace/executeCommand', {
      command: 'zwgk.checkWorkspace',
    })
    expect(summary).toMatchObject({ files: 7, reports: 5, unread: [], cancelled: false })
    expect(await said).toBe(
      `检查了 5 份年报，错误 ${summary.errors} 处，警告 ${summary.warnings} 处，提示 ${summary.notes} 处。`,
    )
    expect(progress.at(-1)).toEqual({ kind: 'end' })
    const { out } = await runCommand(['check', '--format', 'json', '.'], { cwd: own })
    const { files } = JSON.parse(out) as {
      files: { path: string; format: string | null; diagnostics: Diagnostic[] }[]
    }
    const byCommand = files
      .filter(({ diagnostics }) => diagnostics.length > 0)
      .map((it) => [
        pathToFileURL(path.join(own, it.path)).href,
        it.diagnostics.map((one) => ({ ...one, data: undefined })),
      ])
    const byServer = server.pushes.map(({ uri, diagnostics }) => [
      uri,
      diagnostics.map((it) => ({ ...it, data: undefined })),
    ])
    expect(byServer.sort()).toEqual(byCommand.sort())
    expect(byServer).toHaveLength(4)
    expect(out).toContain('carry-over-mismatch')
  })
})
