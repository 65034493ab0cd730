import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ApplyWorkspaceEditParams,
  type ClientCapabilities,
  type CodeAction,
  type CompletionItem,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node'
import { bundleServer } from './bundle.ts'

/** A client that can do everything that the server makes use of. */
export const able: ClientCapabilities = {
  workspace: {
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
    diagnostics: { refreshSupport: true },
    applyEdit: true,
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    codeAction: {
      isPreferredSupport: true,
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } },
    },
    codeLens: {},
    inlayHint: {},
    documentHighlight: {},
    definition: { linkSupport: true },
    references: {},
    formatting: {},
    rangeFormatting: {},
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
  },
}

const { diagnostic: pulled, ...rest } = able.textDocument ?? {}

/** The same, but it knows nothing of pulling. */
export const pushed: ClientCapabilities = {
  workspace: { ...able.workspace },
  textDocument: { ...rest, publishDiagnostics: { ...pulled } },
}

export type Note = { readonly uri: string; readonly version: number; readonly status: Record<string, unknown> | null }

export type Client = {
  readonly connection: ProtocolConnection
  readonly child: ChildProcessWithoutNullStreams
  readonly initialized: InitializeResult
  /** Everything the server has pushed, in order. */
  readonly pushes: readonly PublishDiagnosticsParams[]
  readonly notes: readonly Note[]
  readonly logs: readonly string[]
  open(uri: string, text: string, languageId?: string): Promise<void>
  change(uri: string, version: number, ...changes: TextDocumentContentChangeEvent[]): Promise<void>
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>
  diagnostics(uri: string): Promise<readonly Diagnostic[]>
  push(uri: string, version: number): Promise<PublishDiagnosticsParams>
  /** What is pushed of a file next, once something has been done. */
  pushAfter(uri: string, act: () => Promise<unknown>): Promise<PublishDiagnosticsParams>
  note(wanted: (note: Note) => boolean): Promise<Note>
  hover(uri: string, line: number, character: number): Promise<Hover | null>
  completion(uri: string, line: number, character: number): Promise<readonly CompletionItem[]>
  actions(uri: string, range: Range, only?: string[], diagnostics?: Diagnostic[]): Promise<readonly CodeAction[]>
  /** Shuts down in order; the exit code. */
  stop(): Promise<number | null>
}

export type Setup = {
  readonly capabilities?: ClientCapabilities
  readonly options?: unknown
  /** Who the client says it is; this process where not given. */
  readonly processId?: number
  /** The folder that is open, as a URI. */
  readonly folder?: string
  /** What the client answers to `workspace/configuration`. */
  readonly configuration?: () => unknown
  /** Called for each `workspace/diagnostic/refresh`, and those of code lenses and inlay hints. */
  readonly refresh?: (what: 'diagnostic' | 'codeLens' | 'inlayHint') => void
  /** What the client does when it is told to edit; whether it did. */
  readonly apply?: (params: ApplyWorkspaceEditParams) => boolean
}

/** Starts a server as an editor does and shakes hands with it. */
export async function startServer(setup: Setup = {}): Promise<Client> {
  const child = spawn(process.execPath, [await bundleServer('node'), '--stdio'])
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const pushes: PublishDiagnosticsParams[] = []
  const notes: Note[] = []
  const logs: string[] = []
  const waiting = new Set<() => void>()
  const tell = (): void => {
    for (const it of waiting) it()
  }
  /** Resolves as soon as something that has arrived, or arrives later, is what is wanted. */
  const arrival = <T>(arrived: readonly T[], wanted: (it: T) => boolean): Promise<T> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = arrived.findLast(wanted)
        if (found === undefined) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })
  connection.onNotification('textDocument/publishDiagnostics', (it: PublishDiagnosticsParams) => {
    pushes.push(it)
    tell()
  })
  connection.onNotification('zwgk/status', (it: Note) => {
    notes.push(it)
    tell()
  })
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    logs.push(message)
  })
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    items.map(() => setup.configuration?.() ?? null),
  )
  connection.onRequest('client/registerCapability', () => null)
  connection.onRequest('workspace/diagnostic/refresh', () => {
    setup.refresh?.('diagnostic')
    return null
  })
  connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => ({
    applied: setup.apply?.(params) ?? false,
  }))
  for (const what of ['codeLens', 'inlayHint'] as const)
    connection.onRequest(`workspace/${what}/refresh`, () => {
      setup.refresh?.(what)
      return null
    })
  connection.listen()
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: setup.processId ?? process.pid,
    rootUri: setup.folder ?? null,
    capabilities: setup.capabilities ?? able,
    initializationOptions: setup.options,
  })
  await connection.sendNotification('initialized', {})
  const pull: Client['pull'] = (uri, previousResultId) =>
    connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId })
  return {
    connection,
    child,
    initialized,
    pushes,
    notes,
    logs,
    open: (uri, text, languageId = 'markdown') =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri, version, ...contentChanges) =>
      connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    pull,
    async diagnostics(uri) {
      const report = await pull(uri)
      if (report.kind !== 'full') throw new Error('a full report was expected')
      return report.items
    },
    push: (uri, version) => arrival(pushes, (it) => it.uri === uri && it.version === version),
    async pushAfter(uri, act) {
      const before = pushes.length
      await act()
      return arrival(pushes, (it) => it.uri === uri && pushes.indexOf(it) >= before)
    },
    note: (wanted) => arrival(notes, wanted),
    hover: (uri, line, character) =>
      connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line, character } }),
    completion: (uri, line, character) =>
      connection.sendRequest('textDocument/completion', { textDocument: { uri }, position: { line, character } }),
    actions: (uri, range, only, diagnostics = []) =>
      connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics, ...(only === undefined ? {} : { only }) },
      }),
    async stop() {
      const exited = once(child, 'exit') as Promise<[number | null]>
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      const [code] = await exited
      connection.dispose()
      return code
    },
  }
}
