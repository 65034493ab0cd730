import * as vscode from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { clientOptions, startSession, type Session } from './session.ts'

/** Starts the language server as a process of its own. Loaded only when there is a report to look at. */
export function start(context: vscode.ExtensionContext): Promise<Session> {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath
  const server = { module, transport: TransportKind.ipc }
  return startSession(
    new LanguageClient(
      'zwgk',
      '政务公开年报',
      { run: server, debug: { ...server, options: { execArgv: ['--nolazy', '--inspect=6019'] } } },
      clientOptions(context),
    ),
  )
}
