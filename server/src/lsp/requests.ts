import { render } from '../core/text/message.ts'
import { recordOf } from './client.ts'
import type { Connection } from './connection.ts'
import { positionAfter, rangeOf, textEdit, toCheckupItem } from './convert.ts'
import type { Documents } from './documents.ts'
import type { Handle } from './handle.ts'
import { loadEngine } from './loadEngine.ts'

/**
 * The requests behind the commands. They are the project's own, so their parameters are read with care; null says
 * that the document is no report.
 */
export function answerRequests(connection: Connection, documents: Documents, handle: Handle): void {
  connection.onRequest(
    'zwgk/missingSections',
    handle('zwgk/missingSections', null, async (params: unknown) => {
      const { missingSections } = await loadEngine()
      const snapshot = await documents.report(uriOf(params))
      if (snapshot === undefined) return null
      return missingSections(snapshot.analysis).map(({ id, title, english, edit, reveal }) => ({
        id,
        title,
        english,
        edit: textEdit(snapshot, edit),
        // Where the section will stand once the edit is made; its offset counts in the text that results.
        reveal: positionAfter(snapshot, edit, reveal),
        version: snapshot.version,
      }))
    }),
  )
  connection.onRequest(
    'zwgk/recomputeTotals',
    handle('zwgk/recomputeTotals', null, async (params: unknown) => {
      const { recomputeTotals } = await loadEngine()
      const snapshot = await documents.report(uriOf(params))
      if (snapshot === undefined) return null
      const { edits, changed, refused } = recomputeTotals(snapshot.analysis, undefined)
      return {
        version: snapshot.version,
        edits: edits.map((edit) => textEdit(snapshot, edit)),
        changed,
        refused: refused.map(({ message, span }) => ({
          message: render(message, snapshot.settings.language),
          range: rangeOf(snapshot, span),
        })),
      }
    }),
  )
  connection.onRequest(
    'zwgk/checkup',
    handle('zwgk/checkup', null, async (params: unknown) => {
      const { checkup } = await loadEngine()
      const snapshot = await documents.report(uriOf(params))
      const found = snapshot && checkup(snapshot.analysis, snapshot.settings.language)
      if (snapshot === undefined || found === undefined) return null
      return { progress: found.progress, nodes: found.nodes.map((node) => toCheckupItem(snapshot, node)) }
    }),
  )
  connection.onRequest(
    'zwgk/conclusion',
    handle('zwgk/conclusion', null, async (params: unknown) => {
      const { conclusion } = await loadEngine()
      const snapshot = await documents.report(uriOf(params))
      const text = snapshot && conclusion(snapshot.analysis, snapshot.settings.language)
      return text === undefined ? null : { text }
    }),
  )
}

export const uriOf = (params: unknown): string => {
  const { uri } = recordOf(params)
  return typeof uri === 'string' ? uri : ''
}
