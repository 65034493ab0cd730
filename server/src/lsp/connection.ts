import type {
  ApplyWorkspaceEditParams,
  ApplyWorkspaceEditResult,
  CodeAction,
  CodeActionParams,
  CodeLens,
  CodeLensParams,
  CompletionItem,
  CompletionParams,
  Definition,
  DefinitionLink,
  DefinitionParams,
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DidSaveTextDocumentParams,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  DocumentFormattingParams,
  DocumentHighlight,
  DocumentHighlightParams,
  DocumentRangeFormattingParams,
  ExecuteCommandParams,
  Hover,
  HoverParams,
  InitializedParams,
  InitializeParams,
  InitializeResult,
  InlayHint,
  InlayHintParams,
  Location,
  MessageType,
  PublishDiagnosticsParams,
  ReferenceParams,
  TextEdit,
} from 'vscode-languageserver'
import { endpoint, type Token, type Transport } from './rpc/endpoint.ts'

export type { ExecuteCommandParams } from 'vscode-languageserver'

type Answer<P, R> = (handler: (params: P, token: Token) => R | Promise<R>) => void
type Hear<P> = (handler: (params: P) => void) => void

/**
 * The part of a connection of `vscode-languageserver` that the server makes use of, under the same names. Only the
 * types are that package's: its own connection knows the whole protocol, and loading it takes longer than to answer
 * `initialize`.
 */
export type Connection = {
  readonly onInitialize: Answer<InitializeParams, InitializeResult>
  readonly onInitialized: Hear<InitializedParams>
  readonly onDidOpenTextDocument: Hear<DidOpenTextDocumentParams>
  readonly onDidChangeTextDocument: Hear<DidChangeTextDocumentParams>
  readonly onDidSaveTextDocument: Hear<DidSaveTextDocumentParams>
  readonly onDidCloseTextDocument: Hear<DidCloseTextDocumentParams>
  readonly onDidChangeConfiguration: Hear<DidChangeConfigurationParams>
  readonly onDidChangeWatchedFiles: Hear<DidChangeWatchedFilesParams>
  readonly onHover: Answer<HoverParams, Hover | null>
  readonly onCompletion: Answer<CompletionParams, CompletionItem[]>
  readonly onCodeAction: Answer<CodeActionParams, CodeAction[]>
  readonly onCodeLens: Answer<CodeLensParams, CodeLens[]>
  readonly onDefinition: Answer<DefinitionParams, Definition | DefinitionLink[] | null>
  readonly onReferences: Answer<ReferenceParams, Location[]>
  readonly onDocumentHighlight: Answer<DocumentHighlightParams, DocumentHighlight[]>
  readonly onDocumentFormatting: Answer<DocumentFormattingParams, TextEdit[]>
  readonly onDocumentRangeFormatting: Answer<DocumentRangeFormattingParams, TextEdit[]>
  readonly onExecuteCommand: Answer<ExecuteCommandParams, unknown>
  readonly onRequest: (method: string, handler: (params: unknown, token: Token) => unknown) => void
  readonly onNotification: (method: string, hear: (params: unknown) => void) => void
  readonly languages: {
    readonly diagnostics: {
      readonly on: Answer<DocumentDiagnosticParams, DocumentDiagnosticReport>
      readonly refresh: () => Promise<unknown>
    }
    readonly inlayHint: {
      readonly on: Answer<InlayHintParams, InlayHint[]>
      readonly refresh: () => Promise<unknown>
    }
    readonly codeLens: { readonly refresh: () => Promise<unknown> }
  }
  readonly client: { readonly register: (method: string, options: object) => Promise<unknown> }
  readonly workspace: {
    readonly getConfiguration: (item: { readonly scopeUri: string; readonly section: string }) => Promise<unknown>
    readonly applyEdit: (params: ApplyWorkspaceEditParams) => Promise<ApplyWorkspaceEditResult>
  }
  readonly window: {
    readonly showWarningMessage: (message: string) => void
    readonly showInformationMessage: (message: string) => void
  }
  readonly console: { readonly error: (line: string) => void }
  readonly sendDiagnostics: (params: PublishDiagnosticsParams) => void
  readonly sendRequest: <R>(method: string, params: unknown) => Promise<R>
  readonly sendNotification: (method: string, params: unknown) => void
  readonly listen: () => void
}

/** What the process or the worker does when the client says so. */
export type Life = {
  /** Looks after the client's process, which may end while others hold the stream to it open. */
  readonly watch?: (processId: number, gone: () => void) => void
  /** `orderly`: the client has asked for it. */
  readonly exit: (orderly: boolean) => void
}

/** Speaks the language server protocol over a transport. */
export function createConnection(transport: Transport, life: Life): Connection {
  const { onRequest, onNotification, sendRequest, sendNotification, listen } = endpoint(transport, logError)
  function logError(message: string): void {
    sendNotification('window/logMessage', { type: 1 satisfies typeof MessageType.Error, message })
  }
  /** The type of a method's parameters is what the protocol says; whoever reads them does so with care. */
  const answer =
    <P, R>(method: string): Answer<P, R> =>
    (handler) => {
      onRequest(method, (params, token) => handler(params as P, token))
    }
  const hear =
    <P>(method: string): Hear<P> =>
    (handler) => {
      onNotification(method, (params) => {
        handler(params as P)
      })
    }
  let orderly = false
  let serial = 0
  onRequest('shutdown', () => {
    orderly = true
    return null
  })
  const exit = (): void => {
    life.exit(orderly)
  }
  onNotification('exit', exit)
  return {
    onInitialize: (handler) => {
      onRequest('initialize', (params, token) => {
        const { processId } = params as InitializeParams
        if (typeof processId === 'number') life.watch?.(processId, exit)
        return handler(params as InitializeParams, token)
      })
    },
    onInitialized: hear('initialized'),
    onDidOpenTextDocument: hear('textDocument/didOpen'),
    onDidChangeTextDocument: hear('textDocument/didChange'),
    onDidSaveTextDocument: hear('textDocument/didSave'),
    onDidCloseTextDocument: hear('textDocument/didClose'),
    onDidChangeConfiguration: hear('workspace/didChangeConfiguration'),
    onDidChangeWatchedFiles: hear('workspace/didChangeWatchedFiles'),
    onHover: answer('textDocument/hover'),
    onCompletion: answer('textDocument/completion'),
    onCodeAction: answer('textDocument/codeAction'),
    onCodeLens: answer('textDocument/codeLens'),
    onDefinition: answer('textDocument/definition'),
    onReferences: answer('textDocument/references'),
    onDocumentHighlight: answer('textDocument/documentHighlight'),
    onDocumentFormatting: answer('textDocument/formatting'),
    onDocumentRangeFormatting: answer('textDocument/rangeFormatting'),
    onExecuteCommand: answer('workspace/executeCommand'),
    onRequest,
    onNotification,
    languages: {
      diagnostics: {
        on: answer('textDocument/diagnostic'),
        refresh: () => sendRequest('workspace/diagnostic/refresh'),
      },
      inlayHint: { on: answer('textDocument/inlayHint'), refresh: () => sendRequest('workspace/inlayHint/refresh') },
      codeLens: { refresh: () => sendRequest('workspace/codeLens/refresh') },
    },
    client: {
      register: (method, registerOptions) =>
        sendRequest('client/registerCapability', {
          registrations: [{ id: `zwgk-${String(++serial)}`, method, registerOptions }],
        }),
    },
    workspace: {
      getConfiguration: async (item) => {
        const values = await sendRequest('workspace/configuration', { items: [item] })
        return Array.isArray(values) ? (values[0] as unknown) : undefined
      },
      applyEdit: (params) => sendRequest('workspace/applyEdit', params) as Promise<ApplyWorkspaceEditResult>,
    },
    window: {
      showWarningMessage: (message) => {
        sendNotification('window/showMessage', { type: 2 satisfies typeof MessageType.Warning, message })
      },
      showInformationMessage: (message) => {
        sendNotification('window/showMessage', { type: 3 satisfies typeof MessageType.Info, message })
      },
    },
    console: { error: logError },
    sendDiagnostics: (params) => {
      sendNotification('textDocument/publishDiagnostics', params)
    },
    sendRequest: <R>(method: string, params: unknown) => sendRequest(method, params) as Promise<R>,
    sendNotification,
    listen: () => {
      listen(exit)
    },
  }
}
