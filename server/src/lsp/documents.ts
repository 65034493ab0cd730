import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import type { Analysis } from '../core/analyse.ts'
import type { Document } from '../core/markdown/document.ts'
import type { Report } from '../core/report/report.ts'
import type { Settings } from '../core/settings.ts'
import type { Lines } from '../core/text/lines.ts'
import type { Connection } from './connection.ts'
import type { Attempt } from './handle.ts'
import { loadEngine } from './loadEngine.ts'
import type { OwnFormatsSource } from './ownFormats.ts'
import type { ReportIndex } from './reports/index.ts'
import type { SettingsSource } from './settings.ts'

/** One version of an open document and all that is known of it. */
export type Snapshot = {
  readonly uri: string
  readonly version: number
  readonly lines: Lines
  readonly settings: Settings
  readonly analysis: Analysis
  /** The same for the same text under the same settings, and never again for another. */
  readonly id: string
}

/** A snapshot of a document that is a report. */
export type ReportSnapshot = Snapshot & { readonly analysis: Analysis & { readonly report: Report } }

export type Documents = {
  /** Undefined where the document is not open, or is not Markdown. */
  snapshot(uri: string): Promise<Snapshot | undefined>
  /** Undefined where there is no report to speak of: then every feature is silent. */
  report(uri: string): Promise<ReportSnapshot | undefined>
  uris(): readonly string[]
  /** What is known of an open document without waiting: its text, and its analysis where that is of this very text. */
  peek(uri: string, engine: Engine): { readonly text: string; readonly analysis: Analysis | undefined } | undefined
  /** Tells how many characters a document has that is opened. */
  onOpen(listener: (uri: string, length: number) => void): void
  /** Tells what is being changed, before anything is made of it. */
  onEdit(listener: (uri: string, changes: readonly TextDocumentContentChangeEvent[]) => void): void
  onChange(listener: (uri: string) => void): void
  onSave(listener: (uri: string) => void): void
  onClose(listener: (uri: string) => void): void
}

type Open = {
  readonly serial: number
  version: number
  /** As it was when it was last looked at: its text until then, and from then on what was read of it. */
  read: string | Document
  /** What has been changed since, in the client's own words. */
  changes: TextDocumentContentChangeEvent[]
  last?: Snapshot
  /** Which answer about other reports the last snapshot was made with. */
  related?: number
}

type Engine = Pick<typeof import('./engine.ts'), 'readDocument' | 'editDocument'>

type Listener<T extends readonly unknown[]> = (uri: string, ...args: T) => void

/** Follows the documents that the client opens and analyses each version at most once. */
export function openDocuments(
  connection: Connection,
  settings: () => SettingsSource,
  ownFormats: () => OwnFormatsSource,
  reports: Pick<ReportIndex, 'relatedTo' | 'version'>,
  attempt: Attempt,
): Documents {
  const open = new Map<string, Open>()
  let serial = 0
  const opened = listeners<[number]>()
  const edited = listeners<[readonly TextDocumentContentChangeEvent[]]>()
  const changed = listeners<[]>()
  const saved = listeners<[]>()
  const closed = listeners<[]>()

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    if (!isMarkdown(languageId, uri)) return
    opened.tell(uri, text.length)
    open.set(uri, { serial: ++serial, version, read: text, changes: [] })
    changed.tell(uri)
  })
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const state = open.get(uri)
    if (state === undefined) return
    edited.tell(uri, contentChanges)
    state.changes.push(...contentChanges)
    state.version = version
    changed.tell(uri)
  })
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    if (open.has(uri)) saved.tell(uri)
  })
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    if (!open.delete(uri)) return
    settings().forget(uri)
    ownFormats().forget(uri)
    closed.tell(uri)
  })

  const snapshot: Documents['snapshot'] = async (uri) => {
    if (!open.has(uri)) return undefined
    const engine = await loadEngine()
    const source = settings()
    const own = await source.of(uri)
    const forms = ownFormats()
    const formats = await forms.of(uri, own)
    // Only now, after the last wait, is the text taken: it and its version belong together.
    const state = open.get(uri)
    if (state === undefined) return undefined
    const { version, last } = state
    const isKnown = last?.version === version && state.related === reports.version(uri)
    if (isKnown && last.settings === own && last.analysis.formats === formats) return last
    const document = currentDocument(state, engine)
    const analysis = engine.analyse(document, own, {
      formats,
      guard: (rule, run) => attempt(`rule ${rule.code}`, [], run),
      ...(last && { before: last.analysis }),
      related: (report) => reports.relatedTo(uri, engine.headOf(report), own, formats),
    })
    state.related = reports.version(uri)
    state.last = {
      uri,
      version,
      lines: document.lines,
      settings: own,
      analysis,
      id: `${state.serial}.${version}.${source.generation()}.${forms.generation()}.${state.related}`,
    }
    return state.last
  }
  return {
    snapshot,
    async report(uri) {
      const taken = await snapshot(uri)
      return taken !== undefined && isReport(taken) ? taken : undefined
    },
    uris: () => [...open.keys()],
    peek(uri, engine) {
      const state = open.get(uri)
      if (state === undefined) return undefined
      const { version, last } = state
      const { text } = currentDocument(state, engine)
      return { text, analysis: last?.version === version ? last.analysis : undefined }
    },
    onOpen: opened.add,
    onEdit: edited.add,
    onChange: changed.add,
    onSave: saved.add,
    onClose: closed.add,
  }
}

function listeners<T extends readonly unknown[]>(): { add: (listener: Listener<T>) => void; tell: Listener<T> } {
  const all: Listener<T>[] = []
  return {
    add: (listener) => void all.push(listener),
    tell: (uri, ...args) => {
      for (const listener of all) listener(uri, ...args)
    },
  }
}

/** Applies what has been changed: the places of a change count in the text that the changes before it have left. */
function currentDocument(state: Open, { readDocument, editDocument }: Engine): Document {
  let document = typeof state.read === 'string' ? readDocument(state.read) : state.read
  for (const change of state.changes) {
    if (!('range' in change)) {
      document = readDocument(change.text, document)
      continue
    }
    const [a, b] = [document.lines.offsetAt(change.range.start), document.lines.offsetAt(change.range.end)]
    document = editDocument(document, { span: { start: Math.min(a, b), end: Math.max(a, b) }, text: change.text })
  }
  state.read = document
  state.changes = []
  return document
}

const isReport = (snapshot: Snapshot): snapshot is ReportSnapshot => snapshot.analysis.report !== undefined

/** By its language; some clients name none, or one of their own, for a file that ends in `.md`. */
const isMarkdown = (languageId: string, uri: string): boolean =>
  languageId === 'markdown' || /\.(?:md|markdown)(?:[?#]|$)/i.test(uri)
