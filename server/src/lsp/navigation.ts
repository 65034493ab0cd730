import type { Client } from './client.ts'
import type { Connection } from './connection.ts'
import { toDefinition, toHighlight, toLocation } from './convert.ts'
import type { Documents } from './documents.ts'
import type { Handle } from './handle.ts'

/** From figure to figure, along the relations. Elsewhere in a report these are silent: the editor's Markdown answers. */
export function answerNavigation(
  connection: Connection,
  documents: Documents,
  client: () => Client,
  handle: Handle,
): void {
  connection.onDocumentHighlight(
    handle('textDocument/documentHighlight', [], async ({ textDocument, position }) => {
      const { documentHighlights } = await import('./engine.ts')
      const snapshot = await documents.report(textDocument.uri)
      if (snapshot === undefined) return []
      const found = documentHighlights(snapshot.analysis, snapshot.lines.offsetAt(position))
      return found.map((it) => toHighlight(snapshot, it))
    }),
  )
  connection.onDefinition(
    handle('textDocument/definition', null, async ({ textDocument, position }) => {
      const { definition } = await import('./engine.ts')
      const snapshot = await documents.report(textDocument.uri)
      if (snapshot === undefined) return null
      const found = definition(snapshot.analysis, snapshot.lines.offsetAt(position))
      return found === undefined ? null : toDefinition(snapshot, found, client())
    }),
  )
  connection.onReferences(
    handle('textDocument/references', [], async ({ textDocument, position, context }) => {
      const { references } = await import('./engine.ts')
      const snapshot = await documents.report(textDocument.uri)
      if (snapshot === undefined) return []
      const found = references(snapshot.analysis, snapshot.lines.offsetAt(position), context.includeDeclaration)
      return found.map((it) => toLocation(snapshot, it))
    }),
  )
}
