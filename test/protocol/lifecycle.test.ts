import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { bundleServer } from './bundle.ts'
import { able, pushed, startServer } from './client.ts'

test('it says what it can do, to a client that pulls', async () => {
  const server = await startServer()
  expect(server.initialized).toEqual({
    serverInfo: { name: 'zwgk-report' },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2, save: true },
      hoverProvider: true,
      completionProvider: { triggerCharacters: Array.from('#、|（请议讼开理供转结复持正到人织') },
      codeActionProvider: {
        codeActionKinds: ['quickfix', 'refactor.rewrite.zwgk', 'source.fixAll.zwgk', 'source.zwgk.recomputeTotals'],
      },
      codeLensProvider: { resolveProvider: false },
      inlayHintProvider: true,
      documentHighlightProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      executeCommandProvider: {
        commands: ['zwgk.recomputeTable', 'zwgk.checkWorkspace', 'zwgk.clearWorkspace'],
        workDoneProgress: true,
      },
      diagnosticProvider: { identifier: 'zwgk', interFileDependencies: true, workspaceDiagnostics: false },
    },
  })
  expect(await server.stop()).toBe(0)
})

test('it offers no pull to a client that does not pull', async () => {
  const server = await startServer({ capabilities: pushed })
  expect(server.initialized.capabilities.diagnosticProvider).toBeUndefined()
  expect(await server.stop()).toBe(0)
})

test('it serves a client that says nothing of itself', async () => {
  const server = await startServer({ capabilities: {} })
  expect(server.initialized.capabilities.codeActionProvider).toBe(true)
  expect(await server.stop()).toBe(0)
})

test('it ends with 1 where the client leaves without a shutdown', async () => {
  const server = await startServer({ capabilities: able })
  const exited = once(server.child, 'exit')
  await server.connection.sendNotification('exit')
  expect(await exited).toEqual([1, null])
})

test('it ends when its client is gone', async () => {
  const server = await startServer({ capabilities: able })
  const exited = once(server.child, 'exit')
  server.child.stdin.end()
  expect(await exited).toEqual([1, null])
})

async function run(...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const child = spawn(process.execPath, [await bundleServer('node'), ...args])
  let out = ''
  let err = ''
  child.stdout.on('data', (it: Buffer) => (out += it.toString()))
  child.stderr.on('data', (it: Buffer) => (err += it.toString()))
  const [code] = (await once(child, 'close')) as [unknown]
  return { code, out, err }
}

test('without a transport it explains itself and fails', async () => {
  const { code, out, err } = await run()
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain('--stdio')
  expect(err).not.toContain('    at ')
})

test('it explains itself when asked to', async () => {
  const { code, out, err } = await run('--help')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toContain('--stdio')
})
