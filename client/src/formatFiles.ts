import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

type Asked = { readonly uri: string; readonly globs: readonly string[] }
type Answer = { readonly uri: string; readonly text: string }

/**
 * Reads the files of forms for the server through the editor's file system, which may be on another machine or in a
 * browser. A file that is open is read as it stands in the editor, and its changes are told as they are typed.
 */
export function formatFiles(client: BaseLanguageClient): vscode.Disposable {
  const told = new Set<string>()
  return vscode.Disposable.from(
    client.onRequest('zwgk/readFiles', async ({ uri, globs }: Asked): Promise<readonly Answer[]> => {
      const found = await Promise.all(globs.map((glob) => find(vscode.Uri.parse(uri), glob)))
      const unique = new Map(found.flat().map((file) => [file.toString(), file]))
      const answers = await Promise.all([...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => read(file)))
      const files = answers.filter((it) => it !== undefined)
      for (const file of files) told.add(file.uri)
      return files
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const uri = document.uri.toString()
      if (contentChanges.length === 0 || !told.has(uri)) return
      void client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] })
    }),
  )
}

/** In the folder of the document; a document that is in none, such as a new one, looks in all. */
async function find(uri: vscode.Uri, glob: string): Promise<readonly vscode.Uri[]> {
  const own = vscode.workspace.getWorkspaceFolder(uri)
  const folders = own === undefined ? (vscode.workspace.workspaceFolders ?? []) : [own]
  const pattern = glob.replace(/^(?:\.\/)+/, '')
  // A plain path needs no search; it is read, or not, below.
  if (!/[*?{[]/.test(pattern) && !pattern.split('/').includes('..'))
    return folders.map((folder) => vscode.Uri.joinPath(folder.uri, pattern))
  const found = await Promise.all(
    folders.map((folder) =>
      vscode.workspace.findFiles(new vscode.RelativePattern(folder, pattern), '**/node_modules/**', 200),
    ),
  )
  return found.flat()
}

async function read(uri: vscode.Uri): Promise<Answer | undefined> {
  const open = vscode.workspace.textDocuments.find((it) => it.uri.toString() === uri.toString())
  if (open !== undefined) return { uri: uri.toString(), text: open.getText() }
  try {
    const bytes = await vscode.workspace.fs.readFile(uri)
    // A file that has gone between the search and the reading is as if never found.
    return bytes.length > 4_000_000 ? undefined : { uri: uri.toString(), text: new TextDecoder().decode(bytes) }
  } catch {
    return undefined
  }
}
