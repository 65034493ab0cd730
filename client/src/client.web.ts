import * as vscode from 'vscode'
import { LanguageClient } from 'vscode-languageclient/browser'
import { clientOptions, startSession, type Session } from './session.ts'

/** Starts the language server as a worker. Loaded only when there is a report to look at. */
export async function start(context: vscode.ExtensionContext): Promise<Session> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js')
  return startSession(new LanguageClient('zwgk', '政务公开年报', await workerFrom(script), clientOptions(context)))
}

/** Some hosts refuse to start a worker from where the extension lies; the script's text they let us read. */
async function workerFrom(script: vscode.Uri): Promise<Worker> {
  try {
    return new Worker(script.toString(true))
  } catch {
    const source = await vscode.workspace.fs.readFile(script)
    return new Worker(URL.createObjectURL(new Blob([new Uint8Array(source)], { type: 'text/javascript' })))
  }
}
