import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { startServer } from './lsp/server.ts'
import { timer } from './lsp/timer.ts'

const worker = globalThis as unknown as DedicatedWorkerGlobalScope
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker))

startServer(connection, { clock: timer, nextTurn: () => new Promise((resolve) => setTimeout(resolve, 0)) })
