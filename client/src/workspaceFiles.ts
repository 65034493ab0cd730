import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { decode } from './decode.ts'
import { mayBeReport } from './sniff.ts'

type Answer = { readonly uri: string; readonly text?: string; readonly other?: true }

/** Larger than any report; the command line reads no more either. */
const largest = 16 * 1024 * 1024

/**
 * Lists and reads the Markdown files of the workspace for the server, through the editor's file system. The text of what
 * can be no report is not sent: most Markdown is none.
 */
export const workspaceFiles = (client: BaseLanguageClient): vscode.Disposable =>
  vscode.Disposable.from(
    client.onRequest('zwgk/listFiles', async (): Promise<readonly string[]> => {
      const found = await vscode.workspace.findFiles('**/*.{md,markdown,MD,Markdown}', '**/node_modules/**')
      return found
        .filter((file) => !isHidden(vscode.workspace.asRelativePath(file, false)))
        .map((file) => client.code2ProtocolConverter.asUri(file))
        .sort()
    }),
    client.onRequest('zwgk/readTexts', ({ uris }: { readonly uris: readonly string[] }) =>
      Promise.all(uris.map((uri) => read(uri))),
    ),
  )

/** As the command line does, which passes over what begins with a dot. */
const isHidden = (path: string): boolean => path.split('/').some((part) => part.startsWith('.'))

async function read(uri: string): Promise<Answer> {
  const file = vscode.Uri.parse(uri)
  try {
    if ((await vscode.workspace.fs.stat(file)).size > largest) return { uri }
    const decoded = decode(await vscode.workspace.fs.readFile(file))
    if (!('text' in decoded)) return { uri }
    return mayBeReport(decoded.text) ? { uri, text: decoded.text } : { uri, other: true }
  } catch {
    return { uri }
  }
}
