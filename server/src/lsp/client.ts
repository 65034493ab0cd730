import type { ClientCapabilities } from './convert.ts'

/** What the other side of the connection can do, read once from its capabilities. */
export type Client = {
  /** It asks for diagnostics; then none are pushed. */
  readonly pull: boolean
  readonly refreshDiagnostics: boolean
  readonly configuration: boolean
  readonly configurationEvents: boolean
  readonly versionedEdits: boolean
  readonly annotations: boolean
  /** It takes edits with a place to fill in. */
  readonly snippetEdits: boolean
  readonly codeActionLiterals: boolean
  readonly preferred: boolean
  readonly related: boolean
  readonly codeDescription: boolean
  readonly diagnosticData: boolean
  readonly snippets: boolean
  readonly asIs: boolean
  readonly markdownHover: boolean
  readonly markdownCompletion: boolean
  readonly definitionLinks: boolean
  readonly lenses: boolean
  readonly refreshLenses: boolean
  readonly inlayHints: boolean
  readonly refreshInlayHints: boolean
  readonly highlights: boolean
  readonly formatting: boolean
  /** It can be told to edit, so that a command may run here. */
  readonly appliesEdits: boolean
  /** It shows the progress of what takes long. */
  readonly progress: boolean
  /** It has `zwgk.goTo` and `zwgk.showInCheckup`, which lenses may name. */
  readonly commands: boolean
  /** It asks for formatting of reports only, and registers that itself: a general offer would be one too many. */
  readonly formatsReports: boolean
  /** It answers `zwgk/readFiles`; for others the server looks on the disk, where it has one. */
  readonly readsFiles: boolean
  /** It answers `zwgk/findReports` and `zwgk/readReports`; for others the server looks on the disk as well. */
  readonly readsReports: boolean
  /** It can be asked to say when files change. */
  readonly watchesFiles: boolean
  /** It shows `zwgk/status`. Others would only log that they do not know the notification. */
  readonly status: boolean
  /** The folder of the rules' pages, without a slash at its end. */
  readonly rulePages: string | undefined
}

/** `options` are the client's `initializationOptions`; `rulePages` is where this program would look for the pages. */
export function readClient(capabilities: ClientCapabilities, options: unknown, rulePages?: string): Client {
  const { workspace, textDocument, window } = capabilities
  // A client says what it supports under the request or under the push, depending on which of them it knows.
  const diagnostics = { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic }
  const versionedEdits = workspace?.workspaceEdit?.documentChanges === true
  const item = textDocument?.completion?.completionItem
  const own = recordOf(options)
  return {
    pull: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    configurationEvents: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    versionedEdits,
    annotations: versionedEdits && workspace.workspaceEdit?.changeAnnotationSupport !== undefined,
    snippetEdits: versionedEdits && workspace.workspaceEdit?.snippetEditSupport === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    preferred: textDocument?.codeAction?.isPreferredSupport === true,
    related: diagnostics.relatedInformation === true,
    codeDescription: diagnostics.codeDescriptionSupport === true,
    diagnosticData: diagnostics.dataSupport === true,
    snippets: item?.snippetSupport === true,
    asIs: item?.insertTextModeSupport?.valueSet.includes(1) === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    markdownCompletion: item?.documentationFormat?.includes('markdown') === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    lenses: textDocument?.codeLens !== undefined,
    refreshLenses: workspace?.codeLens?.refreshSupport === true,
    inlayHints: textDocument?.inlayHint !== undefined,
    refreshInlayHints: workspace?.inlayHint?.refreshSupport === true,
    highlights: textDocument?.documentHighlight !== undefined,
    formatting: textDocument?.formatting !== undefined,
    appliesEdits: workspace?.applyEdit === true,
    progress: window?.workDoneProgress === true,
    commands: own['commands'] === true,
    formatsReports: own['formatsReports'] === true,
    readsFiles: own['readFiles'] === true,
    readsReports: own['readReports'] === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    status: own['status'] === true,
    rulePages: typeof own['rulePages'] === 'string' ? own['rulePages'].replace(/\/+$/, '') : rulePages,
  }
}

/** The value's own fields; none where it is no object. */
export const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
