import { able, startServer, type Client, type Setup } from './client.ts'

const folder = 'file:///%E5%B7%A5%E4%BD%9C'

export const uriOf = (name: string): string => `${folder}/${name.split('/').map(encodeURIComponent).join('/')}`
export const nameOf = (uri: string): string => decodeURIComponent(uri.slice(folder.length + 1))

/** A client with a workspace whose files the server reads through it. */
export type Workspace = {
  readonly server: Client
  /** The files as they lie on the disk of the client, by name. */
  readonly files: Map<string, string>
  /** The names of all files that the server has asked for, in order. */
  readonly read: readonly string[]
  /** How many times it has asked for a list of files. */
  readonly lists: () => number
  /** Resolves once the server has asked, since the last time, that diagnostics be pulled again. */
  refreshed(): Promise<void>
  /** Writes a file, or deletes it, and tells the server as a watcher does. */
  write(name: string, text: string | undefined): Promise<void>
  open(name: string): Promise<void>
}

/** Starts a server in a workspace; A file with the text `unreadable` cannot be read. */
export async function startWorkspace(texts: Readonly<Record<string, string>>, setup: Setup = {}): Promise<Workspace> {
  const files = new Map(Object.entries(texts))
  const read: string[] = []
  let lists = 0
  let refreshes = 0
  let taken = 0
  let tell = (): void => undefined
  const server = await startServer({
    folder,
    ...setup,
    capabilities: {
      ...(setup.capabilities ?? able),
      workspace: {
        ...(setup.capabilities ?? able).workspace,
        didChangeWatchedFiles: { dynamicRegistration: true },
      },
    },
    options: { readReports: true, commands: true, ...(setup.options as object | undefined) },
    refresh: (what) => {
      if (what !== 'diagnostic') return
      refreshes++
      tell()
    },
  })
  server.connection.onRequest('zwgk/findReports', () => {
    lists++
    return [...files.keys()].map(uriOf)
  })
  server.connection.onRequest('zwgk/readReports', ({ uris }: { uris: readonly string[] }) =>
    uris.map((uri) => {
      read.push(nameOf(uri))
      const text = files.get(nameOf(uri))
      if (text === undefined) return null
      if (text === 'unreadable') return { why: 'unreadable' }
      return text.includes('信息公开') ? { text } : { why: 'no-report' }
    }),
  )
  return {
    server,
    files,
    read,
    lists: () => lists,
    refreshed: () =>
      new Promise((resolve) => {
        tell = () => {
          if (refreshes === taken) return
          taken = refreshes
          tell = () => undefined
          resolve()
        }
        tell()
      }),
    async write(name, text) {
      const type = text === undefined ? 3 : files.has(name) ? 2 : 1
      if (text === undefined) files.delete(name)
      else files.set(name, text)
      const changes = [{ uri: uriOf(name), type }]
      await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes })
    },
    open: (name) => server.open(uriOf(name), files.get(name) ?? ''),
  }
}
