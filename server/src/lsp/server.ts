import { calmTyping, type Clock } from './calm.ts'
import { initializeResult } from './capabilities.ts'
import { readClient, recordOf, type Client } from './client.ts'
import { coalesce } from './coalesce.ts'
import { answerCommands } from './commands.ts'
import type { Connection } from './connection.ts'
import { answerConversions } from './conversions.ts'
import { answerPulls, pusher } from './diagnostics.ts'
import { openDocuments, type Documents } from './documents.ts'
import { answerFeatures } from './features.ts'
import { answerFormatting } from './formatting.ts'
import { handleWith } from './handle.ts'
import { answerLenses } from './lenses.ts'
import { loadEngine } from './loadEngine.ts'
import { answerNavigation } from './navigation.ts'
import { answerRequests } from './requests.ts'
import { ownFormatsSource, type FormatFileText } from './ownFormats.ts'
import { connectReports } from './reports/connect.ts'
import { answerReportRequests } from './reports/requests.ts'
import { isMarkdownFile, pathOf, type ReportFiles } from './reports/files.ts'
import { settingsSource } from './settings.ts'
import { statusNotes } from './status.ts'
import { workspaceCheck } from './workspaceCheck.ts'
import { workspaceCommands } from './workspaceCommands.ts'
import { answerWriting } from './writing.ts'

/** What differs between the places the server runs in. */
export type Platform = {
  /** Resolves once the connection could read a message. */
  readonly nextTurn: () => Promise<void>
  readonly clock: Clock
  /** Lets the program use more memory, where it has been kept small. */
  readonly makeRoom?: () => void
  /** The folder of the rules' pages as a URI, where the program knows it. */
  readonly rulePages?: string
  /** Reads the files that paths and globs name below a folder, where there is a disk to read from. Folders are URIs. */
  readonly readFiles?: (folder: string, globs: readonly string[]) => Promise<readonly FormatFileText[]>
  /** The reports on that disk. */
  readonly reports?: ReportFiles
}

/** In characters, about a megabyte of Chinese. */
const longDocument = 300_000

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

  const reports = connectReports(connection, {
    client: () => client,
    folderOf: (uri) => innermost(uri, folders),
    disk: platform.reports,
    opened: (uri, engine) => documents.peek(uri, engine),
    openUris: () => documents.uris(),
    nextTurn: platform.nextTurn,
    clock: platform.clock,
    attempt,
    changed: (uri) => {
      changed(uri)
      refresh()
    },
  })
  const documents = openDocuments(
    connection,
    () => settings,
    () => ownFormats,
    reports.index,
    attempt,
  )
  documents.onOpen((_, length) => {
    if (length > longDocument) platform.makeRoom?.()
  })
  const workspace = workspaceCheck({
    connection,
    documents,
    client: () => client,
    settings: () => settings,
    ownFormats: () => ownFormats,
    reports,
    folders: () => folders,
    attempt,
    nextTurn: platform.nextTurn,
  })
  const calm = calmTyping(platform.clock, (uri) => {
    if (!client.pull) settled(uri)
    else connection.languages.diagnostics.refresh().catch(ignore)
    if (client.refreshInlayHints) connection.languages.inlayHint.refresh().catch(ignore)
  })
  const push = pusher(connection, () => client, calm)
  const status = statusNotes(
    async ({ analysis }, locale) => (await loadEngine()).status(analysis, locale),
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
  documents.onChange((uri) => {
    if (client.pull) workspace.edited(uri)
    else workspace.shown(uri)
    changed(uri)
    reports.index.edited(uri)
  })
  documents.onSave((uri) => {
    calm.settle(uri)
  })
  documents.onClose((uri) => {
    status.forget(uri)
    calm.forget(uri)
    reports.index.closed(uri)
    push.forget(uri)
    workspace.hidden(uri)
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
    void loadEngine()
    if (client.configuration && client.configurationEvents)
      void connection.client.register('workspace/didChangeConfiguration', { section: 'zwgk' })
  })
  const reconsider = (): void => {
    for (const uri of documents.uris()) changed(uri)
    workspace.reconsider()
    refresh()
  }
  /** Whoever asks is told that there is something new to ask for. */
  const refresh = (): void => {
    if (client.pull && client.refreshDiagnostics) connection.languages.diagnostics.refresh().catch(ignore)
    if (client.refreshLenses) connection.languages.codeLens.refresh().catch(ignore)
    if (client.refreshInlayHints) connection.languages.inlayHint.refresh().catch(ignore)
  }
  connection.onDidChangeConfiguration((params) => {
    settings.changed(params.settings)
    reconsider()
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    workspace.changed(changes.filter(({ uri }) => isMarkdownFile(pathOf(uri))))
    const others = reports.filesChanged(changes)
    // Reports that have changed are looked at by themselves; the rest may be forms.
    if (!others) return
    ownFormats.changed()
    reconsider()
  })
  // What is pulled is shown by itself from then on; what is only open in the background is not.
  const pulled: Documents = {
    ...documents,
    snapshot(uri) {
      workspace.shown(uri)
      return documents.snapshot(uri)
    },
  }
  answerPulls(connection, pulled, () => client, calm, handle)
  answerFeatures(connection, documents, () => client, handle)
  answerLenses(connection, documents, () => client, calm, handle)
  answerNavigation(
    connection,
    documents,
    () => client,
    () => reports.index.settled(),
    handle,
  )
  answerFormatting(connection, documents, handle)
  const onWorkspace = workspaceCommands(
    connection,
    () => client,
    workspace,
    () => settings,
    attempt,
  )
  connection.onNotification('zwgk/hidden', (params: unknown) => {
    const { uri } = recordOf(params)
    if (typeof uri === 'string') workspace.hidden(uri)
  })
  answerCommands(connection, documents, () => client, onWorkspace, handle)
  answerRequests(connection, documents, handle)
  answerReportRequests(
    connection,
    documents,
    reports.index,
    () => folders,
    async (uri) => {
      const own = await settings.of(uri)
      return { settings: own, formats: await ownFormats.of(uri, own) }
    },
    handle,
  )
  answerConversions(connection, documents, handle)
  answerWriting(connection, documents, handle)
  connection.listen()
}

/** The innermost folder of the workspace that holds a document; the first one for a document that is in none. */
const folderOf = (uri: string, folders: readonly string[]): string | undefined => innermost(uri, folders) ?? folders[0]

const innermost = (uri: string, folders: readonly string[]): string | undefined =>
  folders
    .filter((folder) => pathOf(uri).startsWith(`${pathOf(folder).replace(/\/$/, '')}/`))
    .sort((a, b) => b.length - a.length)[0]

/** A client that refuses a refresh asks again by itself, with the next change. */
const ignore = (): void => undefined
