import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  SocketMessageReader,
  SocketMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver-protocol/node'
import { bundleServer } from './bundle.ts'
import { startServer } from './client.ts'

/**
 * The server's own way of speaking meets the reference implementation of the protocol: over the standard streams in
 * every other test, over the other transports here.
 */
let child: ChildProcess

afterEach(() => {
  child.kill('SIGKILL')
})

/** Shakes hands and parts; the code with which the server ends. */
async function converse(connection: MessageConnection): Promise<unknown> {
  connection.listen()
  const { serverInfo } = await connection.sendRequest<{ serverInfo: unknown }>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
  })
  expect(serverInfo).toEqual({ name: 'zwgk-report' })
  const exited = once(child, 'exit')
  expect(await connection.sendRequest('shutdown')).toBeNull()
  await connection.sendNotification('exit')
  const [code] = (await exited) as [unknown]
  connection.dispose()
  return code
}

test('it speaks over the channel of a Node.js parent', async () => {
  child = fork(await bundleServer('node'), ['--node-ipc'])
  expect(await converse(createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child)))).toBe(0)
})

test('it ends when that parent lets go of it', async () => {
  child = fork(await bundleServer('node'), ['--node-ipc'])
  const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child))
  connection.listen()
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })
  const exited = once(child, 'exit')
  child.disconnect()
  expect(await exited).toEqual([1, null])
})

const pipe =
  process.platform === 'win32'
    ? String.raw`\\.\pipe\zwgk-${process.pid}`
    : path.join(tmpdir(), `zwgk-${process.pid}.sock`)

test.each([
  ['a port', 0, (at: string) => [`--socket=${at}`]],
  ['a port, written apart', 0, (at: string) => ['--socket', at]],
  ['a pipe', pipe, (at: string) => [`--pipe=${at}`]],
])('it connects to %s', async (_, where, argsOf) => {
  const listening = createServer().listen(where)
  await once(listening, 'listening')
  const address = listening.address()
  const at = address !== null && typeof address === 'object' ? String(address.port) : String(address)
  child = spawn(process.execPath, [await bundleServer('node'), ...argsOf(at)])
  const [socket] = (await once(listening, 'connection')) as [Socket]
  expect(
    await converse(createMessageConnection(new SocketMessageReader(socket), new SocketMessageWriter(socket))),
  ).toBe(0)
  listening.close()
})

test('it ends when the process of its client is gone, though the stream stays open', async () => {
  const gone = spawn(process.execPath, ['-e', ''])
  await once(gone, 'exit')
  const server = await startServer({ processId: gone.pid ?? 0 })
  child = server.child
  expect(await once(child, 'exit')).toEqual([1, null])
}, 10_000)
