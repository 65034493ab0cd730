import type { Problem } from '../core/check.ts'
import type { Related } from '../core/related/related.ts'
import type { Client } from './client.ts'
import { toDiagnostic } from './convert.ts'
import type { Documents, Snapshot } from './documents.ts'
import type { Attempt } from './handle.ts'
import { loadEngine } from './loadEngine.ts'
import type { OwnFormatsSource } from './ownFormats.ts'
import type { ConnectedReports } from './reports/connect.ts'
import { pathOf } from './reports/files.ts'
import type { SettingsSource } from './settings.ts'

/** What the check needs of the server around it. */
export type Surroundings = {
  readonly documents: Documents
  readonly client: () => Client
  readonly settings: () => SettingsSource
  readonly ownFormats: () => OwnFormatsSource
  readonly reports: ConnectedReports
  readonly attempt: Attempt
}

/** What came of checking one file. */
export type Checked = {
  readonly problems: readonly Problem[]
  readonly diagnostics: ReturnType<typeof toDiagnostic>[]
  readonly related: Related
}

/** Checks texts by the settings and forms that hold in the folder of each; undefined for what is no report. */
export function fileChecker({ client, documents, settings, ownFormats, reports, attempt }: Surroundings): {
  /** Of a document that is open; undefined where it is not, or is no report. */
  readonly open: (uri: string) => Promise<Checked | undefined>
  readonly text: (uri: string, text: string) => Promise<Checked | undefined>
  readonly forget: () => void
} {
  const folders = new Set<string>()
  const checked = (snapshot: Snapshot): Checked => {
    const { problems, related } = snapshot.analysis
    return { problems, related, diagnostics: problems.map((problem) => toDiagnostic(snapshot, problem, client())) }
  }
  return {
    async open(uri) {
      const known = documents.uris().find((it) => nameOf(it) === nameOf(uri))
      const snapshot = known === undefined ? undefined : await documents.report(known)
      return snapshot && checked(snapshot)
    },
    async text(uri, text) {
      const engine = await loadEngine()
      // Settings differ by folder at most, and thousands of files have few folders.
      const folder = uri.slice(0, uri.lastIndexOf('/') + 1)
      folders.add(folder)
      const own = await settings().of(folder)
      const formats = await ownFormats().of(folder, own)
      const head = engine.readHead(text)
      const related =
        head === undefined
          ? undefined
          : await reports.index.find(
              { path: pathOf(uri), root: reports.index.rootOf(uri), head },
              { settings: own, formats },
            )
      const document = engine.readDocument(text)
      const analysis = engine.analyse(document, own, {
        formats,
        guard: (rule, run) => attempt(`rule ${rule.code}`, [], run),
        ...(related && { related: () => related }),
      })
      if (analysis.report === undefined) return undefined
      return checked({ uri, version: 0, lines: document.lines, settings: own, analysis, id: '' })
    },
    forget() {
      for (const folder of folders) {
        settings().forget(folder)
        ownFormats().forget(folder)
      }
      folders.clear()
    },
  }
}

/** One name for all spellings of a URI: clients escape more or fewer characters than this program does. */
export function nameOf(uri: string): string {
  try {
    return decodeURIComponent(uri).replace(
      /^file:\/\/\/([A-Z]):/,
      (_, drive: string) => `file:///${drive.toLowerCase()}:`,
    )
  } catch {
    return uri
  }
}
