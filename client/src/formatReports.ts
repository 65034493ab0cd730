import * as vscode from 'vscode'
import type { BaseLanguageClient, TextEdit } from 'vscode-languageclient'
import type { Statuses } from './statuses.ts'

/**
 * Offers to format the tables of the documents that are reports. To offer it for all Markdown would make VS Code ask,
 * in every README, which of several formatters to use.
 */
export function formatReports(client: BaseLanguageClient, statuses: Statuses): vscode.Disposable {
  const registered = new Map<string, vscode.Disposable>()
  const update = (): void => {
    const reports = new Set(statuses.reports())
    for (const [uri, registration] of registered) {
      if (reports.has(uri)) continue
      registration.dispose()
      registered.delete(uri)
    }
    for (const uri of reports) if (!registered.has(uri)) registered.set(uri, register(client, vscode.Uri.parse(uri)))
  }
  const subscription = statuses.onChange(update)
  update()
  return new vscode.Disposable(() => {
    subscription.dispose()
    for (const it of registered.values()) it.dispose()
    registered.clear()
  })
}

function register(client: BaseLanguageClient, { scheme, fsPath }: vscode.Uri): vscode.Disposable {
  // A pattern that equals the path needs no escaping, whatever characters the path has.
  const selector: vscode.DocumentFilter = { language: 'markdown', scheme, pattern: fsPath }
  const ask = async (method: string, document: vscode.TextDocument, more: object): Promise<vscode.TextEdit[]> => {
    const textDocument = { uri: client.code2ProtocolConverter.asUri(document.uri) }
    const edits = await client.sendRequest<TextEdit[]>(method, { textDocument, ...more })
    return client.protocol2CodeConverter.asTextEdits(edits)
  }
  return vscode.Disposable.from(
    vscode.languages.registerDocumentFormattingEditProvider(selector, {
      provideDocumentFormattingEdits: (document, options) => ask('textDocument/formatting', document, { options }),
    }),
    vscode.languages.registerDocumentRangeFormattingEditProvider(selector, {
      provideDocumentRangeFormattingEdits: (document, range, options) =>
        ask('textDocument/rangeFormatting', document, {
          range: client.code2ProtocolConverter.asRange(range),
          options,
        }),
    }),
  )
}
