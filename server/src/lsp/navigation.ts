import type { Client } from './client.ts'
import type { Connection } from './connection.ts'
import { locationOf, toDefinition, toHighlight, toLocation } from './convert.ts'
import type { Documents } from './documents.ts'
import type { Handle } from './handle.ts'
import { loadEngine } from './loadEngine.ts'

/** From figure to figure, along the relations and into other reports. Elsewhere in a report these are silent: the editor's Markdown answers. */
export function answerNavigation(
  connection: Connection,
  documents: Documents,
  client: () => Client,
  settled: () => Promise<void>,
  handle: Handle,
): void {
  connection.onDocumentHighlight(
    handle('textDocument/documentHighlight', [], async ({ textDocument, position }) => {
      const { documentHighlights } = await loadEngine()
      const snapshot = await documents.report(textDocument.uri)
      if (snapshot === undefined) return []
      const found = documentHighlights(snapshot.analysis, snapshot.lines.offsetAt(position))
      return found.map((it) => toHighlight(snapshot, it))
    }),
  )
  connection.onDefinition(
    handle('textDocument/definition', null, async ({ textDocument, position }) => {
      const { definition, definitionElsewhere, carriesOver } = await loadEngine()
      const snapshot = await documents.report(textDocument.uri)
      if (snapshot === undefined) return null
      const offset = snapshot.lines.offsetAt(position)
      const own = definition(snapshot.analysis, offset)
      // A figure that this report determines is looked for here, unless it is carried over from another.
      const there =
        own === undefined || carriesOver(snapshot.analysis, offset)
          ? definitionElsewhere(snapshot.analysis, offset)
          : undefined
      const origin = own?.origin ?? there?.origin
      if (origin === undefined) return null
      return toDefinition(snapshot, { origin, targets: own?.targets ?? [] }, there?.places ?? [], client())
    }),
  )
  connection.onReferences(
    handle('textDocument/references', [], async ({ textDocument, position, context }) => {
      const { references, referencesElsewhere } = await loadEngine()
      // Who asks where a figure matters wants the other reports as well.
      await settled()
      const snapshot = await documents.report(textDocument.uri)
      if (snapshot === undefined) return []
      const offset = snapshot.lines.offsetAt(position)
      const found = references(snapshot.analysis, offset, context.includeDeclaration)
      const there = referencesElsewhere(snapshot.analysis, offset)
      return [...found.map((it) => toLocation(snapshot, it)), ...there.map(locationOf)]
    }),
  )
}
