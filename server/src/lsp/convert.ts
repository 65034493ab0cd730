import type {
  CompletionItemKind,
  DocumentHighlightKind,
  InlayHintKind,
  InsertTextFormat,
  InsertTextMode,
  CodeAction,
  CodeLens,
  Command,
  CompletionItem,
  Diagnostic,
  DocumentHighlight,
  Hover,
  InlayHint,
  Location,
  LocationLink,
  MarkupContent,
  Position,
  Range,
  SnippetTextEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver'
import type { Problem } from '../core/check.ts'
import type { CodeAction as CoreAction } from '../core/features/codeActions.ts'
import type { CheckupNode } from '../core/features/checkup/node.ts'
import type { CodeLens as CoreLens } from '../core/features/codeLenses.ts'
import type { Completion } from '../core/features/completions.ts'
import type { Definition } from '../core/features/definition.ts'
import { diagnostic } from '../core/features/diagnostics.ts'
import type { Highlight } from '../core/features/documentHighlights.ts'
import type { InlayHint as CoreHint } from '../core/features/inlayHints.ts'
import type { Place } from '../core/related/summary.ts'
import { inLocale, render, type Locale, type Text } from '../core/text/message.ts'
import { linesOf } from '../core/text/lines.ts'
import { applyEdits, type Edit, type Span } from '../core/text/span.ts'
import { recordOf, type Client } from './client.ts'
import { recomputeTable } from './commandNames.ts'
import type { Snapshot } from './documents.ts'

export type { ClientCapabilities, InitializeResult } from 'vscode-languageserver'

/** Offsets become positions here and positions offsets; both count UTF-16 units. */
export const rangeOf = ({ lines }: Snapshot, span: Span): Range => ({
  start: lines.positionAt(span.start),
  end: lines.positionAt(span.end),
})

export const spanOf = ({ lines }: Snapshot, range: Range): Span => ({
  start: lines.offsetAt(range.start),
  end: lines.offsetAt(range.end),
})

export const textEdit = (snapshot: Snapshot, { span, text }: Edit): TextEdit => ({
  range: rangeOf(snapshot, span),
  newText: text,
})

/** A position in the text that an edit results in. */
export const positionAfter = ({ analysis }: Snapshot, edit: Edit, offset: number): Position =>
  linesOf(applyEdits(analysis.document.text, [edit])).positionAt(offset)

/** A problem in the language of the settings, with no more than the client says it understands. */
export function toDiagnostic(snapshot: Snapshot, problem: Problem, client: Client): Diagnostic {
  const { uri, lines, settings } = snapshot
  const rulePage = (code: string): string => `${client.rulePages ?? ''}/${code}.md`
  const { codeDescription, relatedInformation, ...plain } = diagnostic(problem, lines, {
    uri,
    locale: settings.language,
    rulePage,
  })
  return {
    ...plain,
    ...(client.codeDescription && client.rulePages !== undefined ? { codeDescription } : {}),
    ...(client.related ? { relatedInformation: [...relatedInformation] } : {}),
    // A fix is worked out anew from document and range; a client that lists findings learns which ones it can mend.
    ...(client.diagnosticData
      ? { data: { fixes: problem.fixes.map((fix) => render(fix.title, settings.language)) } }
      : {}),
  }
}

export function toHover(snapshot: Snapshot, found: { markdown: string; span: Span }, client: Client): Hover {
  return { contents: markup(found.markdown, client.markdownHover), range: rangeOf(snapshot, found.span) }
}

const markup = (value: string, markdown: boolean): MarkupContent => ({
  kind: markdown ? 'markdown' : 'plaintext',
  value,
})

/** The protocol's own numbers; the compiler compares them, and nothing of its package is loaded. */
const completionKinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  report: 17 satisfies typeof CompletionItemKind.File,
  section: 9 satisfies typeof CompletionItemKind.Module,
  topic: 7 satisfies typeof CompletionItemKind.Class,
  table: 22 satisfies typeof CompletionItemKind.Struct,
  row: 5 satisfies typeof CompletionItemKind.Field,
  figure: 12 satisfies typeof CompletionItemKind.Value,
  'front-matter': 10 satisfies typeof CompletionItemKind.Property,
}

export function toCompletionItem(snapshot: Snapshot, completion: Completion, client: Client): CompletionItem {
  const { label, detail, documentation, kind, filter, sort, span, snippet } = completion
  return {
    label,
    detail,
    kind: completionKinds[kind],
    filterText: filter,
    sortText: sort,
    ...(documentation === '' ? {} : { documentation: markup(documentation, client.markdownCompletion) }),
    textEdit: { range: rangeOf(snapshot, span), newText: client.snippets ? snippet : withoutStops(snippet) },
    insertTextFormat: client.snippets ? textFormats.snippet : textFormats.plain,
    // A table must not be indented like the line on which it was begun.
    ...(client.asIs ? { insertTextMode: 1 satisfies typeof InsertTextMode.asIs } : {}),
  }
}

const textFormats = {
  plain: 1 satisfies typeof InsertTextFormat.PlainText,
  snippet: 2 satisfies typeof InsertTextFormat.Snippet,
} as const

/** A snippet as plain text, for a client that has no tab stops: each stop becomes its default. */
export function withoutStops(snippet: string): string {
  return snippet.replace(
    /\\([$}\\])|\$(\d+)|\$\{\d+\}|\$\{\d+:((?:\\.|[^}\\])*)\}|\$\{\d+\|((?:\\.|[^,|\\])*)[^}]*\|\}/g,
    (...match) => {
      const [, escaped, , filled, chosen] = match as (string | undefined)[]
      return escaped ?? (filled ?? chosen ?? '').replace(/\\(.)/g, '$1')
    },
  )
}

/** `given` are the client's own diagnostics at the place: an action names the ones it mends as the client knows them. */
export function toCodeAction(
  snapshot: Snapshot,
  action: CoreAction,
  given: readonly Diagnostic[],
  client: Client,
): CodeAction {
  const locale = snapshot.settings.language
  const mended = action.problems.map((problem) => {
    const own = toDiagnostic(snapshot, problem, client)
    return given.find((it) => it.code === own.code && sameRange(it.range, own.range)) ?? own
  })
  return {
    title: render(action.title, locale),
    kind: action.kind,
    ...(mended.length === 0 ? {} : { diagnostics: mended }),
    ...(action.preferred && client.preferred ? { isPreferred: true } : {}),
    edit: workspaceEdit(snapshot, action, locale, client),
  }
}

const sameRange = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character

/**
 * Edits of a figure are annotated and want confirmation, for they change what the report says. The exception is the
 * preferred repair, the one that everything speaks for: its title says which figure becomes what, and who picks it
 * has confirmed it. It is annotated all the same, so that a client can show what is about to happen.
 */
function workspaceEdit(
  snapshot: Snapshot,
  { edits, effect, preferred, title, blank }: CoreAction,
  locale: Locale,
  client: Client,
): WorkspaceEdit {
  const { uri, version } = snapshot
  const [only, ...others] = edits
  if (blank !== undefined && only !== undefined && others.length === 0 && client.snippetEdits)
    return { documentChanges: [{ textDocument: { uri, version }, edits: [snippetEdit(snapshot, only, blank)] }] }
  const plain = edits.map((edit) => textEdit(snapshot, edit))
  if (!client.versionedEdits) return { changes: { [uri]: plain } }
  if (effect === 'figure') return figureEdit(snapshot, edits, render(title, locale), !preferred, client)
  return { documentChanges: [{ textDocument: { uri, version }, edits: plain }] }
}

/** Edits of figures, annotated where the client knows annotations; `ask` wants them confirmed. */
export function figureEdit(
  snapshot: Snapshot,
  edits: readonly Edit[],
  label: string,
  ask: boolean,
  client: Client,
): WorkspaceEdit {
  const { uri, version, settings } = snapshot
  const plain = edits.map((edit) => textEdit(snapshot, edit))
  if (!client.versionedEdits) return { changes: { [uri]: plain } }
  const textDocument = { uri, version }
  if (!client.annotations) return { documentChanges: [{ textDocument, edits: plain }] }
  const description = inLocale(texts.changesFigure, settings.language)
  return {
    documentChanges: [{ textDocument, edits: plain.map((edit) => ({ ...edit, annotationId: figureAnnotation })) }],
    changeAnnotations: { [figureAnnotation]: { label, description, needsConfirmation: ask } },
  }
}

/** An edit after which what is to be filled in is selected. */
const snippetEdit = (snapshot: Snapshot, { span, text }: Edit, { start, end }: Span): SnippetTextEdit => ({
  range: rangeOf(snapshot, span),
  snippet: {
    kind: 'snippet',
    value: `${literally(text.slice(0, start))}\${1:${literally(text.slice(start, end))}}${literally(text.slice(end))}`,
  },
})

/** Text that stands for itself in a snippet. */
const literally = (text: string): string => text.replace(/[\\$}]/g, '\\$&')

const figureAnnotation = 'zwgk.figure'

/** A position as a client sent it in the arguments of a command; undefined where it is none. */
export function readPosition({ line, character }: Readonly<Record<string, unknown>>): Position | undefined {
  return typeof line === 'number' && typeof character === 'number' ? { line, character } : undefined
}

/** The same for a range. */
export function readRange({ start, end }: Readonly<Record<string, unknown>>): Range | undefined {
  const from = readPosition(recordOf(start))
  const to = readPosition(recordOf(end))
  return from === undefined || to === undefined ? undefined : { start: from, end: to }
}

/** One lens, or none: what a click would do may be more than the client can. */
export function toCodeLens(snapshot: Snapshot, { span, title, table, action }: CoreLens, client: Client): CodeLens[] {
  const { uri } = snapshot
  const { start } = rangeOf(snapshot, span)
  const command = ((): Command | undefined => {
    switch (action.kind) {
      case 'go':
        if (client.commands) return { title, command: 'zwgk.goTo', arguments: [uri, rangeOf(snapshot, action.to)] }
        return { title, command: '' }
      case 'none':
        return { title, command: '' }
      case 'recompute':
        return client.appliesEdits ? { title, command: recomputeTable, arguments: [uri, start] } : undefined
      case 'explain':
        return client.commands ? { title, command: 'zwgk.showInCheckup', arguments: [uri, table] } : undefined
    }
  })()
  return command === undefined ? [] : [{ range: { start, end: start }, command }]
}

export const toInlayHint = (snapshot: Snapshot, { offset, label, tooltip, edits }: CoreHint): InlayHint => ({
  position: snapshot.lines.positionAt(offset),
  label,
  tooltip,
  kind: 1 satisfies typeof InlayHintKind.Type,
  paddingLeft: true,
  ...(edits.length === 0 ? {} : { textEdits: edits.map((edit) => textEdit(snapshot, edit)) }),
})

const highlightKinds = {
  read: 2 satisfies typeof DocumentHighlightKind.Read,
  write: 3 satisfies typeof DocumentHighlightKind.Write,
} as const

export const toHighlight = (snapshot: Snapshot, { span, kind }: Highlight): DocumentHighlight => ({
  range: rangeOf(snapshot, span),
  kind: kind === 'write' ? highlightKinds.write : highlightKinds.read,
})

export const toLocation = (snapshot: Snapshot, span: Span): Location => ({
  uri: snapshot.uri,
  range: rangeOf(snapshot, span),
})

/** A place in another report. */
export const locationOf = ({ uri, start, end }: Place): Location => ({ uri, range: { start, end } })

/** With links the editor knows what was asked about; without, only where to go. */
export function toDefinition(
  snapshot: Snapshot,
  { origin, targets }: Definition,
  elsewhere: readonly Place[],
  client: Client,
): Location[] | LocationLink[] {
  const locations = [...elsewhere.map(locationOf), ...targets.map((target) => toLocation(snapshot, target))]
  if (!client.definitionLinks) return locations
  const originSelectionRange = rangeOf(snapshot, origin)
  return locations.map(({ uri, range }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }))
}

/** A node of the tree view as it goes over the wire. */
export type CheckupItem = Omit<CheckupNode, 'span' | 'children'> & {
  readonly range: Range | null
  readonly children: readonly CheckupItem[]
}

export const toCheckupItem = (snapshot: Snapshot, { span, children, ...node }: CheckupNode): CheckupItem => ({
  ...node,
  range: span === undefined ? null : rangeOf(snapshot, span),
  children: children.map((child) => toCheckupItem(snapshot, child)),
})

const texts = {
  changesFigure: {
    zh: '会改动报告中的数字，请核对原始数据',
    en: 'changes figures of the report: check them against the source',
  },
} satisfies Readonly<Record<string, Text>>
