import { render } from '../core/text/message.ts'
import { applyEdits } from '../core/text/span.ts'
import { recordOf } from './client.ts'
import type { Connection } from './connection.ts'
import { rangeOf, textEdit } from './convert.ts'
import type { Documents } from './documents.ts'
import type { Handle } from './handle.ts'
import { loadEngine } from './loadEngine.ts'

/** The requests that write prose from the tables, and a table from a ledger. Null: no report. */
export function answerWriting(connection: Connection, documents: Documents, handle: Handle): void {
  connection.onRequest(
    'zwgk/writeParagraph',
    handle('zwgk/writeParagraph', null, async (params: unknown) => {
      const { writeParagraph } = await loadEngine()
      const { uri } = recordOf(params)
      const snapshot = typeof uri === 'string' ? await documents.report(uri) : undefined
      const written = snapshot && writeParagraph(snapshot.analysis, snapshot.settings.paragraphTemplate)
      if (snapshot === undefined || written === undefined) return null
      const { edits, added, changed, refused, faults, body } = written
      const { language } = snapshot.settings
      return {
        version: snapshot.version,
        edits: edits.map((edit) => textEdit(snapshot, edit)),
        added,
        changed,
        refused: refused.map(({ message, span }) => ({
          message: render(message, language),
          range: span === undefined ? null : rangeOf(snapshot, span),
        })),
        faults: faults.map((it) => render(it, language)),
        body: body === undefined ? null : rangeOf(snapshot, body),
      }
    }),
  )
  connection.onRequest(
    'zwgk/fillFromLedger',
    handle('zwgk/fillFromLedger', null, async (params: unknown) => {
      const { fillFromLedger, ledgerReport } = await loadEngine()
      const { uri, text, name } = recordOf(params)
      const snapshot = typeof uri === 'string' ? await documents.report(uri) : undefined
      if (snapshot === undefined || typeof text !== 'string') return null
      const { language, ledgerWords } = snapshot.settings
      const filled = fillFromLedger(snapshot.analysis, text, ledgerWords)
      if (filled === undefined) return null
      const { edits, changed, counted, sums, notUnderstood, outside, remarks, faults } = filled
      return {
        version: snapshot.version,
        edits: edits.map((edit) => textEdit(snapshot, edit)),
        /** The document as it would be. */
        after: applyEdits(snapshot.analysis.document.text, edits),
        changed,
        counted,
        sums,
        notUnderstood: notUnderstood.length,
        outside: outside.length,
        remarks: remarks.map((it) => render(it, language)),
        faults: faults.map((it) => render(it, language)),
        report: ledgerReport(filled, typeof name === 'string' ? name : '', language),
      }
    }),
  )
}
