import { DidChangeConfigurationNotification, type Connection } from 'vscode-languageserver'
import { initializeResult } from './capabilities.ts'
import { readClient, type Client } from './client.ts'
import { coalesce } from './coalesce.ts'
import { answerPulls, pusher } from './diagnostics.ts'
import { openDocuments } from './documents.ts'
import { answerFeatures } from './features.ts'
import { handleWith } from './handle.ts'
import { answerRequests } from './requests.ts'
import { settingsSource } from './settings.ts'
import { statusNotes } from './status.ts'

/** What differs between the places the server runs in. */
export type Platform = {
  /** Resolves once the connection could read a message. */
  readonly nextTurn: () => Promise<void>
  /** The folder of the rules' pages as a URI, where the program knows it. */
  readonly rulePages?: string
}

/** Wires the features to a connection and starts to listen. Node and browser differ in nothing else. */
export function startServer(connection: Connection, platform: Platform): void {
  const { handle, attempt } = handleWith((line) => {
    connection.console.error(line)
  })
  let client: Client = readClient({}, undefined, platform.rulePages)
  let settings = settingsSource(client, undefined, () => Promise.resolve(undefined))

  const documents = openDocuments(connection, () => settings, attempt)
  const push = pusher(connection, () => client)
  const status = statusNotes(
    async ({ analysis }, locale) => (await import('./engine.ts')).status(analysis, locale),
    (note) => void connection.sendNotification('zwgk/status', note),
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
  documents.onChange(changed)
  documents.onClose((uri) => {
    status.forget(uri)
    void push.forget(uri)
  })

  connection.onInitialize(({ capabilities, initializationOptions }) => {
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
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'zwgk' })
  })
  connection.onDidChangeConfiguration((params) => {
    settings.changed(params.settings)
    for (const uri of documents.uris()) changed(uri)
    if (client.pull && client.refreshDiagnostics) connection.languages.diagnostics.refresh().catch(ignore)
  })
  answerPulls(connection, documents, () => client, handle)
  answerFeatures(connection, documents, () => client, handle)
  answerRequests(connection, documents, handle)
  connection.listen()
}

/** A client that refuses a refresh asks again by itself, with the next change. */
const ignore = (): void => undefined
