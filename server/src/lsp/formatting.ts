import type { Connection } from './connection.ts'
import { spanOf, textEdit } from './convert.ts'
import type { Documents } from './documents.ts'
import type { Handle } from './handle.ts'
import { loadEngine } from './loadEngine.ts'

/** Formatting of the tables of reports. The client's options say nothing that a table needs. */
export function answerFormatting(connection: Connection, documents: Documents, handle: Handle): void {
  connection.onDocumentFormatting(
    handle('textDocument/formatting', [], async ({ textDocument }) => {
      const { formatting } = await loadEngine()
      const snapshot = await documents.report(textDocument.uri)
      if (snapshot === undefined) return []
      const wide = snapshot.settings.ambiguousWidth === 'wide'
      return formatting(snapshot.analysis, undefined, wide).map((edit) => textEdit(snapshot, edit))
    }),
  )
  connection.onDocumentRangeFormatting(
    handle('textDocument/rangeFormatting', [], async ({ textDocument, range }) => {
      const { formatting } = await loadEngine()
      const snapshot = await documents.report(textDocument.uri)
      if (snapshot === undefined) return []
      const wide = snapshot.settings.ambiguousWidth === 'wide'
      return formatting(snapshot.analysis, spanOf(snapshot, range), wide).map((edit) => textEdit(snapshot, edit))
    }),
  )
}
