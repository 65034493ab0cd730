import { calmTyping, type Clock } from './calm.ts'
import { initializeResult } from './capabilities.ts'
import { readClient, recordOf, type Client } from './client.ts'
import { coalesce } from './coalesce.ts'
import { answerCommands } from './commands.ts'
import type { Connection } from './connection.ts'
import { answerConversions } from './conversions.ts'
import { answerPulls, pusher } from './diagnostics.ts'
import { openDocuments } from './documents.ts'
import { answerFeatures } from './features.ts'
import { answerFormatting } from './formatting.ts'
import { handleWith } from './handle.ts'
import { answerLenses } from './lenses.ts'
import { answerNavigation } from './navigation.ts'
import { answerRequests } from './requests.ts'
import { ownFormatsSource, type FormatFileText } from './ownFormats.ts'
import { settingsSource } from './settings.ts'
import { statusNotes } from './status.ts'

/** What differs between the places the server runs in. */
export type Platform = {
  /** Resolves once the connection could read a message. */
  readonly nextTurn: () => Promise<void>
  readonly clock: Clock
  /** The folder of the rules' pages as a URI, where the program knows it. */
  readonly rulePages?: string
  /** Reads the files that paths and globs name below a folder, where there is a disk to read from. Folders are URIs. */
  readonly readFiles?: (folder: string, globs: readonly string[]) => Promise<readonly FormatFileText[]>
}

/** Wires the features to a connection and starts to listen. Node and browser differ in nothing else. */
export function startServer(connection: Connection, platform: Platform): void {
  const { handle, attempt } = handleWith((line) => {
    connection.console.error(line)
  })
  let client: Client = readClient({}, undefined, platform.rulePages)
  let settings = settingsSource(client, undefined, () => Promise.resolve(undefined))

  let folders: readonly string[] = []
  const watched = new Set<string>()
  const ownFormats = ownFormatsSource(
    (uri, globs) =>
      attempt('forms', Promise.resolve([]), async () => {
        watch(globs.filter((glob) => !watched.has(glob)))
        if (client.readsFiles) return connection.sendRequest<FormatFileText[]>('zwgk/readFiles', { uri, globs })
        const folder = folderOf(uri, folders)
        return folder === undefined ? [] : ((await platform.readFiles?.(folder, globs)) ?? [])
      }),
    (uri, diagnostics) => {
      connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] })
    },
  )
  const watch = (globs: readonly string[]): void => {
    if (globs.length === 0 || !client.watchesFiles) return
    for (const glob of globs) watched.add(glob)
    const watchers = globs.map((glob) => ({ globPattern: `**/${glob.replace(/^(?:\.\/)+/, '')}` }))
    connection.client.register('workspace/didChangeWatchedFiles', { watchers }).catch(ignore)
  }

  const documents = openDocuments(
    connection,
    () => settings,
    () => ownFormats,
    attempt,
  )
  const calm = calmTyping(platform.clock, (uri) => {
    if (!client.pull) settled(uri)
    else connection.languages.diagnostics.refresh().catch(ignore)
    if (client.refreshInlayHints) connection.languages.inlayHint.refresh().catch(ignore)
  })
  const push = pusher(connection, () => client, calm)
  const status = statusNotes(
    async ({ analysis }, locale) => (await import('./engine.ts')).status(analysis, locale),
    (note) => {
      connection.sendNotification('zwgk/status', note)
    },
  )
  const settled = coalesce(platform.nextTurn, (uri) =>
    attempt('analysis', Promise.resolve(), async () => {
      const snapshot = await documents.snapshot(uri)
      if (snapshot === undefined) return
      if (!client.pull) await push.update(snapshot)
      if (client.status) await status.update(snapshot)
    }),
  )
  /** A client that pulls and shows no status asks for all it wants; then nothing is done unasked. */
  const changed = (uri: string): void => {
    if (!client.pull || client.status) settled(uri)
  }
  documents.onEdit((uri, changes) => {
    // Who can neither be pushed to nor be asked to pull again would wait for ever.
    if (!client.pull || client.refreshDiagnostics) calm.edited(uri, changes)
  })
  documents.onChange(changed)
  documents.onSave((uri) => {
    calm.settle(uri)
  })
  documents.onClose((uri) => {
    status.forget(uri)
    calm.forget(uri)
    push.forget(uri)
  })

  connection.onInitialize(({ capabilities, initializationOptions, workspaceFolders, ...params }) => {
    // Older clients name one folder by another key.
    const root = recordOf(params)['rootUri']
    folders = workspaceFolders?.map((it) => it.uri) ?? (typeof root === 'string' ? [root] : [])
    const options = initializationOptions as unknown
    client = readClient(capabilities, options, platform.rulePages)
    settings = settingsSource(client, options, (scopeUri) =>
      connection.workspace.getConfiguration({ scopeUri, section: 'zwgk' }),
    )
    return initializeResult(client)
  })
  connection.onInitialized(() => {
    void import('./engine.ts')
    if (client.configuration && client.configurationEvents)
      void connection.client.register('workspace/didChangeConfiguration', { section: 'zwgk' })
  })
  const reconsider = (): void => {
    for (const uri of documents.uris()) changed(uri)
    if (client.pull && client.refreshDiagnostics) connection.languages.diagnostics.refresh().catch(ignore)
    if (client.refreshLenses) connection.languages.codeLens.refresh().catch(ignore)
    if (client.refreshInlayHints) connection.languages.inlayHint.refresh().catch(ignore)
  }
  connection.onDidChangeConfiguration((params) => {
    settings.changed(params.settings)
    reconsider()
  })
  connection.onDidChangeWatchedFiles(() => {
    ownFormats.changed()
    reconsider()
  })
  answerPulls(connection, documents, () => client, calm, handle)
  answerFeatures(connection, documents, () => client, handle)
  answerLenses(connection, documents, () => client, calm, handle)
  answerNavigation(connection, documents, () => client, handle)
  answerFormatting(connection, documents, handle)
  answerCommands(connection, documents, () => client, handle)
  answerRequests(connection, documents, handle)
  answerConversions(connection, documents, handle)
  connection.listen()
}

/** The innermost folder of the workspace that holds a document; the first one for a document that is in none. */
const folderOf = (uri: string, folders: readonly string[]): string | undefined =>
  folders
    .filter((folder) => uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`))
    .sort((a, b) => b.length - a.length)[0] ?? folders[0]

/** A client that refuses a refresh asks again by itself, with the next change. */
const ignore = (): void => undefined
