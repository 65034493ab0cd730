import type { OtherReport } from '../../core/related/related.ts'
import { recordOf } from '../client.ts'
import type { Connection } from '../connection.ts'
import { textEdit, toCheckupItem } from '../convert.ts'
import type { Documents } from '../documents.ts'
import type { Handle } from '../handle.ts'
import { loadEngine } from '../loadEngine.ts'
import { uriOf } from '../requests.ts'
import type { ReportIndex } from './index.ts'
import { pathOf } from './files.ts'
import type { Reading } from './shelf.ts'

/** The requests behind the commands that have to do with several reports. Null says that the document is no report. */
export function answerReportRequests(
  connection: Connection,
  documents: Documents,
  index: ReportIndex,
  folders: () => readonly string[],
  readingOf: (uri: string) => Promise<Reading>,
  handle: Handle,
): void {
  /** Last year’s report of a body, in any folder of the workspace. */
  const lastYear = async (body: string, year: number): Promise<OtherReport | undefined> => {
    for (const folder of folders()) {
      const root = pathOf(folder).replace(/\/$/, '')
      const own = { path: `${root}/${year}.md`, root, head: { body: body.trim(), year } }
      const { previous } = await index.find(own, await readingOf(folder))
      if (previous !== undefined) return previous
    }
    return undefined
  }
  connection.onRequest(
    'zwgk/newReport',
    handle('zwgk/newReport', null, async (params: unknown) => {
      const { newReport } = await loadEngine()
      const { body, year, format } = recordOf(params)
      if (typeof body !== 'string' || typeof year !== 'number' || !Number.isInteger(year)) return null
      const previous = await lastYear(body, year)
      const { text, filled } = newReport({
        body,
        year,
        ...(typeof format === 'string' ? { format } : {}),
        ...(previous === undefined ? {} : { previous }),
      })
      return { text, previous: previous === undefined ? null : { uri: previous.uri, name: previous.name }, filled }
    }),
  )
  connection.onRequest(
    'zwgk/rollUp',
    handle('zwgk/rollUp', null, async (params: unknown) => {
      const { rollUp } = await loadEngine()
      const uri = uriOf(params)
      // The first look asks for the other reports, the second has them.
      await documents.report(uri)
      await index.settled()
      const snapshot = await documents.report(uri)
      if (snapshot === undefined) return null
      const made = rollUp(snapshot.analysis)
      const { version } = snapshot
      if (made === undefined)
        return { version, named: false, bodies: 0, lacking: [], edits: [], changed: 0, same: 0, kept: [] }
      return { version, named: true, ...made, edits: made.edits.map((edit) => textEdit(snapshot, edit)) }
    }),
  )
  connection.onRequest(
    'zwgk/bodies',
    handle('zwgk/bodies', [], async (params: unknown) => {
      const { bodyNodes } = await loadEngine()
      const { uri, of } = recordOf(params)
      if (typeof uri !== 'string') return []
      await index.settled()
      const snapshot = await documents.report(uri)
      if (snapshot === undefined) return []
      const { settings } = snapshot
      const root = index.rootOf(uri)
      const related =
        typeof of === 'string' && of !== ''
          ? await index.below(of, { settings, formats: snapshot.analysis.formats })
          : snapshot.analysis.related
      return bodyNodes(related, root, settings.children, settings.language).map((node) => toCheckupItem(snapshot, node))
    }),
  )
}
