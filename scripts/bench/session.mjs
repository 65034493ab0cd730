import { residentMegabytes, startClient } from './client.mjs'
import { jsonOf, markdownOf, typist } from './documents.mjs'

const capabilities = {
  workspace: { configuration: true, workspaceFolders: true },
  textDocument: {
    synchronization: {},
    diagnostic: { relatedInformation: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    hover: { contentFormat: ['markdown'] },
    completion: { completionItem: { snippetSupport: true } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } } },
  },
}

/** Without the capability to pull, a server that can do both pushes. @param {boolean} pull */
const capabilitiesFor = (pull) =>
  pull ? capabilities : { ...capabilities, textDocument: { ...capabilities.textDocument, diagnostic: undefined } }

/**
 * A server with one open document, into which is typed.
 * @param {import('./servers.mjs').Server} server
 * @param {number} kilobytes
 * @param {string} [given] the document, where it is not the usual one
 */
export async function openSession({ name, args, language, pull, settings, answers, env }, kilobytes, given) {
  const text = given ?? (language === 'json' ? jsonOf(kilobytes) : markdownOf(kilobytes))
  const stream = typist(text, 1)
  const started = performance.now()
  const answering = {
    'workspace/configuration': (/** @type {any} */ { items }) => items.map(() => ({})),
    ...answers?.(stream.text),
  }
  const client = startClient(name, args, answering, env)
  const uri = `file:///bench/report.${language === 'json' ? 'json' : 'md'}`
  const folders = [{ uri: 'file:///bench', name: 'bench' }]
  await client.request('initialize', {
    processId: null,
    rootUri: 'file:///bench',
    workspaceFolders: folders,
    capabilities: capabilitiesFor(pull),
    initializationOptions: { markdownFileExtensions: ['md'] },
  })
  const initialized = performance.now()
  client.notify('initialized', {})
  if (settings !== undefined) client.notify('workspace/didChangeConfiguration', { settings })
  let version = 1
  const pullOnce = () => client.request('textDocument/diagnostic', { textDocument: { uri } })
  const pushed = client.pushed(version)
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: language, version, text } })
  await (pull ? pullOnce() : pushed)
  const first = performance.now()
  return {
    name,
    start: initialized - started,
    /** From the start of the process. */
    firstDiagnostics: first - started,
    firstOpen: first - initialized,
    /** Types one character; the milliseconds until the diagnostics are there. */
    async type() {
      const change = stream.next()
      const since = performance.now()
      version++
      const answered = pull ? undefined : client.pushed(version)
      client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] })
      await (pull ? pullOnce() : answered)
      return { milliseconds: performance.now() - since, position: change.range.start }
    },
    /** @param {string} method @param {{ line: number, character: number }} position */
    async ask(method, position) {
      const since = performance.now()
      await client.request(method, {
        textDocument: { uri },
        ...(method === 'textDocument/codeAction'
          ? { range: { start: position, end: position }, context: { diagnostics: [] } }
          : { position }),
      })
      return performance.now() - since
    },
    memory: () => residentMegabytes(client.pid),
    signal: client.signal,
    stop: client.stop,
  }
}
