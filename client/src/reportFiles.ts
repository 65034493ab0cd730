import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { decode } from './decode.ts'
import { mayBeReport } from './sniff.ts'

type Answer = { readonly text: string } | { readonly why: 'unreadable' | 'no-report' } | null

/** Larger than any report; the command line reads no more either. */
const largest = 16 * 1024 * 1024
/** A workspace with more Markdown files than this is no folder of reports. */
const most = 20_000
/** How much of a file shows whether it may be a report: its title is at its top. */
const looked = 6000

/**
 * Finds and reads the reports of the workspace for the server through the editor's file system, which may be on another
 * machine or in a browser. What is clearly no report is not sent.
 */
export function reportFiles(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(
      'zwgk/findReports',
      async ({ folder }: { readonly folder: string }): Promise<readonly string[]> => {
        const root = client.protocol2CodeConverter.asUri(folder)
        const found = await search(root)
        // Some file systems cannot be searched; every one can be walked.
        const uris = found.length > 0 ? found : await walk(root)
        return uris.map((uri) => client.code2ProtocolConverter.asUri(uri)).sort()
      },
    ),
    client.onRequest('zwgk/readReports', ({ uris }: { readonly uris: readonly string[] }) =>
      Promise.all(uris.map((uri) => read(client.protocol2CodeConverter.asUri(uri)))),
    ),
  )
}

const search = (root: vscode.Uri): Thenable<readonly vscode.Uri[]> =>
  vscode.workspace.findFiles(
    new vscode.RelativePattern(root, '**/*.{md,markdown}'),
    '{**/node_modules/**,**/.*/**}',
    most,
  )

async function walk(root: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const found: vscode.Uri[] = []
  const folders = [root]
  for (let at = folders.shift(); at !== undefined && found.length < most; at = folders.shift()) {
    const entries = await vscode.workspace.fs.readDirectory(at).then(
      (it) => it,
      () => [],
    )
    for (const [name, type] of entries) {
      if (name.startsWith('.') || name === 'node_modules') continue
      const uri = vscode.Uri.joinPath(at, name)
      // A link to a folder may lead back to where it stands.
      if (type === vscode.FileType.Directory) folders.push(uri)
      else if (/\.(?:md|markdown)$/i.test(name)) found.push(uri)
    }
  }
  return found
}

async function read(uri: vscode.Uri): Promise<Answer> {
  const bytes = await vscode.workspace.fs.readFile(uri).then(
    (it) => it,
    (error: unknown) => (isMissing(error) ? null : undefined),
  )
  if (bytes === null) return null
  const decoded = bytes === undefined || bytes.length > largest ? undefined : decode(bytes)
  if (decoded === undefined || !('text' in decoded)) return { why: 'unreadable' }
  const { text } = decoded
  return mayBeReport(text.slice(0, looked)) ? { text } : { why: 'no-report' }
}

const isMissing = (error: unknown): boolean =>
  error instanceof vscode.FileSystemError && error.code === vscode.FileSystemError.FileNotFound().code
