import type { CalmTyping } from './calm.ts'
import type { Client } from './client.ts'
import type { Connection } from './connection.ts'
import { spanOf, toCodeLens, toInlayHint } from './convert.ts'
import type { Documents } from './documents.ts'
import type { Handle } from './handle.ts'
import { loadEngine } from './loadEngine.ts'

/** What the editor shows between the lines and within them. */
export function answerLenses(
  connection: Connection,
  documents: Documents,
  client: () => Client,
  calm: CalmTyping,
  handle: Handle,
): void {
  connection.onCodeLens(
    handle('textDocument/codeLens', [], async ({ textDocument }) => {
      const { codeLenses } = await loadEngine()
      const snapshot = await documents.report(textDocument.uri)
      if (snapshot === undefined) return []
      return codeLenses(snapshot.analysis, snapshot.settings.language).flatMap((it) =>
        toCodeLens(snapshot, it, client()),
      )
    }),
  )
  connection.languages.inlayHint.on(
    handle('textDocument/inlayHint', [], async ({ textDocument, range }) => {
      const engine = await loadEngine()
      const snapshot = await documents.report(textDocument.uri)
      if (snapshot === undefined) return []
      const { settings } = snapshot
      // A hint comes with its finding, not while that waits; a client that cannot be told when it may come sees it now.
      const { problems } = client().refreshInlayHints ? calm.look(snapshot, engine) : snapshot.analysis
      const analysis = { ...snapshot.analysis, problems }
      return engine
        .inlayHints(analysis, spanOf(snapshot, range), settings.inlayHints, settings.language)
        .map((it) => toInlayHint(snapshot, it))
    }),
  )
}
