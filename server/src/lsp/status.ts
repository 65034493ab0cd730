import type { Status } from '../core/features/status.ts'
import type { Locale } from '../core/text/message.ts'
import type { ReportSnapshot, Snapshot } from './documents.ts'

/** What the client shows of a report beside its text; null where a report has become none. */
export type StatusNote = { readonly uri: string; readonly version: number; readonly status: Status | null }

/** Says each document's status when it has changed. A document that is no report is never spoken of. */
export function statusNotes(
  statusOf: (snapshot: ReportSnapshot, locale: Locale) => Promise<Status | undefined>,
  send: (note: StatusNote) => void,
): { readonly update: (snapshot: Snapshot) => Promise<void>; readonly forget: (uri: string) => void } {
  const said = new Map<string, string>()
  return {
    async update(snapshot) {
      const { uri, version, analysis, settings } = snapshot
      const status =
        analysis.report === undefined ? undefined : await statusOf(snapshot as ReportSnapshot, settings.language)
      const now = JSON.stringify(status ?? null)
      if (now === (said.get(uri) ?? 'null')) return
      said.set(uri, now)
      send({ uri, version, status: status ?? null })
    },
    forget: (uri) => said.delete(uri),
  }
}
