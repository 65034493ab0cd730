import { TextDocuments, type Connection } from 'vscode-languageserver'
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument'
import type { Analysis } from '../core/analyse.ts'
import type { TextChange } from '../core/markdown/changedDocument.ts'
import type { DocumentReader } from '../core/markdown/document.ts'
import type { Report } from '../core/report/report.ts'
import type { Settings } from '../core/settings.ts'
import type { Lines } from '../core/text/lines.ts'
import type { Attempt } from './handle.ts'
import type { OwnFormatsSource } from './ownFormats.ts'
import type { ReportIndex } from './reports/index.ts'
import type { SettingsSource } from './settings.ts'

/** One version of an open document and all that is known of it. */
export type Snapshot = {
  readonly uri: string
  readonly version: number
  readonly text: string
  /** Valid until the next message is read: a text document changes in place. */
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
  peek(uri: string): { readonly text: string; readonly analysis: Analysis | undefined } | undefined
  /** Tells what is being changed, before anything is made of it. */
  onEdit(listener: (uri: string, changes: readonly TextDocumentContentChangeEvent[]) => void): void
  onChange(listener: (uri: string) => void): void
  onSave(listener: (uri: string) => void): void
  onClose(listener: (uri: string) => void): void
}

type Open = {
  readonly serial: number
  readonly read: DocumentReader
  /** What has been changed since the text was last read; undefined where that is not known. */
  edits: TextChange[] | undefined
  last?: Snapshot
  /** Which answer about other reports the last snapshot was made with. */
  related?: number
}

/** Follows the documents that the client opens and analyses each version at most once. */
export function openDocuments(
  connection: Connection,
  settings: () => SettingsSource,
  ownFormats: () => OwnFormatsSource,
  reports: Pick<ReportIndex, 'relatedTo' | 'version'>,
  attempt: Attempt,
): Documents {
  const editListeners: ((uri: string, changes: readonly TextDocumentContentChangeEvent[]) => void)[] = []
  const texts = new TextDocuments<TextDocument>({
    create: (...args) => TextDocument.create(...args),
    update(document, changes, version) {
      for (const listener of editListeners) listener(document.uri, changes)
      const state = open.get(document.uri)
      for (const change of changes) {
        // The places of a change count in the text that the changes before it have left.
        if (state !== undefined) state.edits = withChange(state.edits, change, document)
        TextDocument.update(document, [change], version)
      }
      return document
    },
  })
  const open = new Map<string, Open>()
  let serial = 0
  texts.onDidClose(({ document }) => {
    open.delete(document.uri)
    settings().forget(document.uri)
    ownFormats().forget(document.uri)
  })
  texts.listen(connection)

  const snapshot: Documents['snapshot'] = async (uri) => {
    const wanted = texts.get(uri)
    if (wanted === undefined || !isMarkdown(wanted)) return undefined
    const engine = await import('./engine.ts')
    const source = settings()
    const own = await source.of(uri)
    const forms = ownFormats()
    const formats = await forms.of(uri, own)
    // Only now, after the last wait, is the text taken: it and its version belong together.
    const current = texts.get(uri)
    if (current === undefined) return undefined
    const { version } = current
    const state = open.get(uri) ?? { serial: ++serial, read: engine.documentReader(), edits: [] }
    open.set(uri, state)
    const isKnown = state.last?.version === version && state.related === reports.version(uri)
    if (isKnown && state.last?.settings === own && state.last.analysis.formats === formats) return state.last
    const text = current.getText()
    const document = state.last?.version === version ? state.last.analysis.document : state.read(text, state.edits)
    state.edits = []
    const analysis = engine.analyse(document, own, {
      formats,
      guard: (rule, run) => attempt(`rule ${rule.code}`, [], run),
      related: (report) => reports.relatedTo(uri, engine.headOf(report), own, formats),
    })
    state.related = reports.version(uri)
    const id = `${state.serial}.${version}.${source.generation()}.${forms.generation()}.${state.related}`
    state.last = { uri, version, text, lines: linesIn(current), settings: own, analysis, id }
    return state.last
  }
  return {
    snapshot,
    async report(uri) {
      const taken = await snapshot(uri)
      return taken !== undefined && isReport(taken) ? taken : undefined
    },
    uris: () => texts.keys(),
    peek(uri) {
      const document = texts.get(uri)
      const last = open.get(uri)?.last
      if (document === undefined) return undefined
      return { text: document.getText(), analysis: last?.version === document.version ? last.analysis : undefined }
    },
    onEdit: (listener) => void editListeners.push(listener),
    onChange: (listener) =>
      void texts.onDidChangeContent(({ document }) => {
        listener(document.uri)
      }),
    onSave: (listener) =>
      void texts.onDidSave(({ document }) => {
        listener(document.uri)
      }),
    onClose: (listener) =>
      void texts.onDidClose(({ document }) => {
        listener(document.uri)
      }),
  }
}

const isReport = (snapshot: Snapshot): snapshot is ReportSnapshot => snapshot.analysis.report !== undefined

/** By its language; some clients name none, or one of their own, for a file that ends in `.md`. */
const isMarkdown = ({ languageId, uri }: TextDocument): boolean =>
  languageId === 'markdown' || /\.(?:md|markdown)(?:[?#]|$)/i.test(uri)

function withChange(
  edits: readonly TextChange[] | undefined,
  change: TextDocumentContentChangeEvent,
  document: TextDocument,
): TextChange[] | undefined {
  if (edits === undefined || !('range' in change)) return undefined
  const places = [document.offsetAt(change.range.start), document.offsetAt(change.range.end)]
  return [...edits, { start: Math.min(...places), end: Math.max(...places), length: change.text.length }]
}

const linesIn = (document: TextDocument): Lines => ({
  get count() {
    return document.lineCount
  },
  positionAt: (offset) => document.positionAt(offset),
  offsetAt: (position) => document.offsetAt(position),
})
