import type { Problem } from '../core/check.ts'
import type { CalmTyping } from './calm.ts'
import type { Client } from './client.ts'
import type { Connection } from './connection.ts'
import { toDiagnostic } from './convert.ts'
import type { Documents, Snapshot } from './documents.ts'
import type { Handle } from './handle.ts'
import { loadEngine } from './loadEngine.ts'

/** Answers a client that pulls. What it already has is not sent again. */
export function answerPulls(
  connection: Connection,
  documents: Documents,
  client: () => Client,
  calm: CalmTyping,
  handle: Handle,
): void {
  connection.languages.diagnostics.on(
    handle('textDocument/diagnostic', { kind: 'full', items: [] }, async ({ textDocument, previousResultId }) => {
      const judge = await loadEngine()
      const snapshot = await documents.snapshot(textDocument.uri)
      if (snapshot === undefined) return { kind: 'full', items: [] }
      const { problems, waiting } = calm.look(snapshot, judge)
      // The same version is told anew once nothing waits any more.
      const resultId = waiting ? `${snapshot.id}.waiting` : snapshot.id
      if (previousResultId === resultId) return { kind: 'unchanged', resultId }
      return { kind: 'full', resultId, items: diagnosticsOf(snapshot, problems, client()) }
    }),
  )
}

/** Pushes to a client that does not pull. A document that never was a report is never spoken of. */
export function pusher(
  connection: Connection,
  client: () => Client,
  calm: CalmTyping,
): { readonly update: (snapshot: Snapshot) => Promise<void>; readonly forget: (uri: string) => void } {
  const spoken = new Set<string>()
  return {
    async update(snapshot) {
      const { uri, version, analysis } = snapshot
      if (analysis.report === undefined && !spoken.has(uri)) return
      spoken.add(uri)
      const { problems } = calm.look(snapshot, await loadEngine())
      connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(snapshot, problems, client()) })
    },
    forget(uri) {
      if (spoken.delete(uri)) connection.sendDiagnostics({ uri, diagnostics: [] })
    },
  }
}

const diagnosticsOf = (
  snapshot: Snapshot,
  problems: readonly Problem[],
  client: Client,
): ReturnType<typeof toDiagnostic>[] => problems.map((problem) => toDiagnostic(snapshot, problem, client))
