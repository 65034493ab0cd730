import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DocumentDiagnosticReport, InitializeResult } from 'vscode-languageserver-protocol/node'
import { bundleServer } from './bundle.ts'
import { able } from './client.ts'
import { sample, sampleFindings, uri } from './texts.ts'

/**
 * Runs the worker's bundle with what a web worker has and nothing that Node has beside it: a name that is missing in a
 * browser is missing here.
 */
const shim = `
const { parentPort, workerData } = require('node:worker_threads')
const vm = require('node:vm')
const scope = {
  postMessage: (message) => parentPort.postMessage(message),
  addEventListener: () => undefined,
  close: () => process.exit(0),
  console, setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, performance,
  TextEncoder, TextDecoder, URL, structuredClone, AbortController, MessageChannel, Blob, crypto,
}
scope.self = scope
vm.createContext(scope)
parentPort.on('message', (data) => scope.onmessage?.({ data }))
vm.runInContext(workerData, scope, { filename: 'server.js' })
`

type Message = { id?: number; method?: string; result?: unknown; error?: unknown }

let worker: Worker
let next = 0
const waiting = new Map<number, (message: Message) => void>()

const notify = (method: string, params: unknown): void => {
  worker.postMessage({ jsonrpc: '2.0', method, params })
}

const request = <T>(method: string, params: unknown): Promise<T> =>
  new Promise((resolve, reject) => {
    const id = ++next
    waiting.set(id, ({ result, error }) => {
      if (error === undefined) resolve(result as T)
      else reject(new Error(JSON.stringify(error)))
    })
    worker.postMessage({ jsonrpc: '2.0', id, method, params })
  })

beforeAll(async () => {
  const bundle = readFileSync(await bundleServer('browser'), 'utf8')
  worker = new Worker(shim, { eval: true, workerData: bundle })
  worker.on('error', (error) => {
    for (const answer of waiting.values()) answer({ error: error.message })
  })
  worker.on('message', (message: Message) => {
    if (message.id !== undefined && message.method === undefined) waiting.get(message.id)?.(message)
  })
})

afterAll(async () => {
  await worker.terminate()
})

test('the same server runs in a web worker', async () => {
  const { capabilities } = await request<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: able,
    initializationOptions: { rulePages: 'https://pages.example/rules' },
  })
  expect(capabilities.positionEncoding).toBe('utf-16')
  notify('initialized', {})
  notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: sample } })
  const report = await request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } })
  if (report.kind !== 'full') throw new Error('a full report was expected')
  expect(report.items.map(({ code }) => code).sort()).toEqual(sampleFindings)
  for (const { code, codeDescription } of report.items)
    expect(codeDescription?.href).toBe(`https://pages.example/rules/${String(code)}.md`)
  expect(await request('shutdown', undefined)).toBeNull()
})
