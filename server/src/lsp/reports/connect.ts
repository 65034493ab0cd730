import type { Clock } from '../calm.ts'
import type { Client } from '../client.ts'
import type { Connection } from '../connection.ts'
import type { Attempt } from '../handle.ts'
import { isMarkdownFile, pathOf, readAnswers, type ReportFiles } from './files.ts'
import { reportIndex, type ReportIndex } from './index.ts'
import { shelf, type Engine, type Opened } from './shelf.ts'
import { loadEngine } from '../loadEngine.ts'

/** What the index needs of the server around it. */
export type Surroundings = {
  readonly client: () => Client
  readonly folderOf: (uri: string) => string | undefined
  /** For a client that does not read files itself. */
  readonly disk: ReportFiles | undefined
  readonly opened: (uri: string, engine: Engine) => Opened | undefined
  readonly openUris: () => readonly string[]
  readonly nextTurn: () => Promise<void>
  readonly clock: Clock
  readonly attempt: Attempt
  /** What is known of other reports has changed for a document. */
  readonly changed: (uri: string) => void
}

export type ConnectedReports = {
  readonly index: ReportIndex
  /** What reads the files; undefined where neither the client nor the program can. */
  readonly files: () => ReportFiles | undefined
  /** Returns whether something else than reports is among the changes. */
  readonly filesChanged: (changes: readonly Change[]) => boolean
}

/**
 * Connects the index to the client: files are found and read through it, and watched by it, from the first time that
 * they are wanted.
 */
export function connectReports(
  connection: Connection,
  { client, folderOf, disk, opened, openUris, nextTurn, clock, attempt, changed }: Surroundings,
): ConnectedReports {
  let watched = false
  const watch = (): void => {
    if (watched || !client().watchesFiles) return
    watched = true
    const watchers = [{ globPattern: '**/*.{md,markdown}' }]
    connection.client.register('workspace/didChangeWatchedFiles', { watchers }).catch(() => undefined)
  }
  const remote: ReportFiles = {
    async list(folder) {
      const found: unknown = await connection.sendRequest('zwgk/findReports', { folder })
      return Array.isArray(found)
        ? found.filter((it): it is string => typeof it === 'string' && isMarkdownFile(pathOf(it)))
        : []
    },
    read: async (uris) => readAnswers(await connection.sendRequest('zwgk/readReports', { uris }), uris.length),
  }
  const files = (): ReportFiles | undefined => {
    const found = client().readsReports ? remote : disk
    if (found !== undefined) watch()
    return found
  }
  /** Clients and disks may write one URI in two ways. */
  const openedAt = (uri: string, engine: Engine): Opened | undefined => {
    const own = opened(uri, engine)
    if (own !== undefined) return own
    const path = pathOf(uri)
    const same = openUris().find((it) => pathOf(it) === path)
    return same === undefined ? undefined : opened(same, engine)
  }
  const index = reportIndex(shelf(files, openedAt, loadEngine, nextTurn), folderOf, loadEngine, clock, changed, (run) =>
    attempt('reports', Promise.resolve(), run),
  )
  return {
    index,
    files,
    filesChanged(changes) {
      const own = changes.filter(({ uri }) => isMarkdownFile(pathOf(uri)))
      if (own.length > 0) index.filesChanged(own)
      return own.length < changes.length || changes.length === 0
    },
  }
}

/** As the protocol has it: `type` 1 is created, 2 changed, 3 deleted. */
export type Change = { readonly uri: string; readonly type: number }
