import * as vscode from 'vscode'
import { LanguageClient } from 'vscode-languageclient/browser'
import { clientOptions, startSession, type Session } from './session.ts'

/** Starts the language server as a worker. Loaded only when there is a report to look at. */
export async function start(context: vscode.ExtensionContext): Promise<Session> {
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist')
  const worker = await workerOf(
    ['forms.js', 'libraries.js', 'server.js'].map((name) => vscode.Uri.joinPath(dist, name)),
  )
  return startSession(new LanguageClient('zwgk', '政务公开年报', worker, clientOptions(context)))
}

/**
 * One worker that runs the scripts in turn. They are read and not named by their addresses: many hosts refuse to start
 * a worker from where the extension lies.
 */
async function workerOf(scripts: readonly vscode.Uri[]): Promise<Worker> {
  const sources = await Promise.all(scripts.map((it) => vscode.workspace.fs.readFile(it)))
  const parts = sources.map((it) => new Uint8Array(it))
  return new Worker(URL.createObjectURL(new Blob(parts, { type: 'text/javascript' })))
}
