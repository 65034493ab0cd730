import {
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type CodeAction,
  type CompletionItem,
  type Diagnostic,
  type Hover,
  type MarkupContent,
  type Position,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import type { Problem } from '../core/check.ts'
import type { CodeAction as CoreAction } from '../core/features/codeActions.ts'
import type { Completion } from '../core/features/completions.ts'
import { diagnostic } from '../core/features/diagnostics.ts'
import { inLocale, render, type Locale, type Text } from '../core/text/message.ts'
import { linesOf } from '../core/text/lines.ts'
import { applyEdits, type Edit, type Span } from '../core/text/span.ts'
import type { Client } from './client.ts'
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
export const positionAfter = ({ text }: Snapshot, edit: Edit, offset: number): Position =>
  linesOf(applyEdits(text, [edit])).positionAt(offset)

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
  kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
  value,
})

const completionKinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  report: CompletionItemKind.File,
  section: CompletionItemKind.Module,
  topic: CompletionItemKind.Class,
  table: CompletionItemKind.Struct,
  row: CompletionItemKind.Field,
  'front-matter': CompletionItemKind.Property,
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
    insertTextFormat: client.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    // A table must not be indented like the line on which it was begun.
    ...(client.asIs ? { insertTextMode: InsertTextMode.asIs } : {}),
  }
}

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
  { edits, effect, preferred, title }: CoreAction,
  locale: Locale,
  client: Client,
): WorkspaceEdit {
  const { uri, version } = snapshot
  const plain = edits.map((edit) => textEdit(snapshot, edit))
  if (!client.versionedEdits) return { changes: { [uri]: plain } }
  const textDocument = { uri, version }
  if (!client.annotations || effect !== 'figure') return { documentChanges: [{ textDocument, edits: plain }] }
  return {
    documentChanges: [{ textDocument, edits: plain.map((edit) => ({ ...edit, annotationId: figureAnnotation })) }],
    changeAnnotations: {
      [figureAnnotation]: {
        label: render(title, locale),
        description: inLocale(texts.changesFigure, locale),
        needsConfirmation: !preferred,
      },
    },
  }
}

const figureAnnotation = 'zwgk.figure'

const texts = {
  changesFigure: {
    zh: '会改动报告中的数字，请核对原始数据',
    en: 'changes figures of the report: check them against the source',
  },
} satisfies Readonly<Record<string, Text>>
