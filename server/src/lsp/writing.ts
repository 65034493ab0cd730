import type { Connection } from 'vscode-languageserver'
import { render } from '../core/text/message.ts'
import { recordOf } from './client.ts'
import { rangeOf, textEdit } from './convert.ts'
import type { Documents } from './documents.ts'
import type { Handle } from './handle.ts'

/** The requests that write prose from the tables. Null: no report. */
export function answerWriting(connection: Connection, documents: Documents, handle: Handle): void {
  connection.onRequest(
    'zwgk/writeParagraph',
    handle('zwgk/writeParagraph', null, async (params: unknown) => {
      const { writeParagraph } = await import('./engine.ts')
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
}
