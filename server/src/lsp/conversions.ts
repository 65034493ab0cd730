import { recordOf } from './client.ts'
import type { Connection } from './connection.ts'
import { readRange, spanOf, textEdit } from './convert.ts'
import type { Documents } from './documents.ts'
import type { Handle } from './handle.ts'
import { loadEngine } from './loadEngine.ts'

/** The requests that turn what is written in one way, or in an older form, into another. Null: no report. */
export function answerConversions(connection: Connection, documents: Documents, handle: Handle): void {
  connection.onRequest(
    'zwgk/canonicalTable',
    handle('zwgk/canonicalTable', null, async (params: unknown) => {
      const { canonicalTables } = await loadEngine()
      const { uri, range } = recordOf(params)
      const snapshot = typeof uri === 'string' ? await documents.report(uri) : undefined
      if (snapshot === undefined) return null
      const wanted = readRange(recordOf(range))
      const whole = { start: 0, end: snapshot.analysis.document.length }
      const span = wanted === undefined ? whole : spanOf(snapshot, wanted)
      const { edits, changed, kept } = canonicalTables(snapshot.analysis, span)
      const { version } = snapshot
      return { version, edits: edits.map((edit) => textEdit(snapshot, edit)), changed, kept: [...kept] }
    }),
  )
  connection.onRequest(
    'zwgk/upgradeReport',
    handle('zwgk/upgradeReport', null, async (params: unknown) => {
      const { upgradeReport } = await loadEngine()
      const { uri } = recordOf(params)
      const snapshot = typeof uri === 'string' ? await documents.report(uri) : undefined
      return (snapshot && upgradeReport(snapshot.analysis)) ?? null
    }),
  )
}
