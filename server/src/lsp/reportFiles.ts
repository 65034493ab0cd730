import type { Connection } from 'vscode-languageserver'
import type { Client } from './client.ts'

/** A file as it was read. Without a text it could not be; `other` says that it can be no report. */
export type FileText = { readonly uri: string; readonly text?: string; readonly other?: true }

/** How the server gets at the reports of a workspace that are not open. */
export type ReportFiles = {
  /** Every Markdown file of the workspace. */
  readonly list: () => Promise<readonly string[]>
  readonly read: (uris: readonly string[]) => Promise<readonly FileText[]>
}

/** Reading from a disk, where the program has one. */
export type DiskFiles = {
  readonly listMarkdown: (folders: readonly string[]) => Promise<readonly string[]>
  readonly readTextFile: (uri: string) => Promise<string | undefined>
}

/** Through the client where it reads files, since only it reaches virtual workspaces; else from the disk. */
export function reportFiles(
  connection: Connection,
  client: () => Client,
  folders: () => readonly string[],
  disk: DiskFiles | undefined,
): ReportFiles {
  return {
    list: async () =>
      client().readsFiles
        ? connection.sendRequest<string[]>('zwgk/listFiles')
        : ((await disk?.listMarkdown(folders())) ?? []),
    read: async (uris) =>
      client().readsFiles
        ? connection.sendRequest<FileText[]>('zwgk/readTexts', { uris })
        : Promise.all(
            uris.map(async (uri): Promise<FileText> => {
              const text = await disk?.readTextFile(uri)
              return text === undefined ? { uri } : { uri, text }
            }),
          ),
  }
}
