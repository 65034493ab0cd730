import type { Client } from './client.ts'
import { checkWorkspace, clearWorkspace, recomputeTable } from './commandNames.ts'
import type { InitializeResult } from './convert.ts'

/** Everything an action can be, so that a client need not ask where it wants another kind. */
const codeActionKinds = ['quickfix', 'refactor.rewrite.zwgk', 'source.fixAll.zwgk', 'source.zwgk.recomputeTotals']

/**
 * Marks with which something is begun, and the last characters of the words behind which a figure stands in prose
 * (申请, 复议, 诉讼, 公开, 办理, 提供, 结转, 办结, 答复, 维持, 纠正, 收到, 自然人, 组织): an input method leaves no
 * other way to be asked.
 */
const triggerCharacters = Array.from('#、|（请议讼开理供转结复持正到人织')

/** What the server says of itself. It speaks of nothing that the client does not have. */
export const initializeResult = (client: Client): InitializeResult => ({
  serverInfo: { name: 'zwgk-report' },
  capabilities: {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: 2, save: true },
    hoverProvider: true,
    completionProvider: { triggerCharacters },
    codeActionProvider: client.codeActionLiterals ? { codeActionKinds } : true,
    definitionProvider: true,
    referencesProvider: true,
    ...(client.highlights ? { documentHighlightProvider: true } : {}),
    ...(client.lenses ? { codeLensProvider: { resolveProvider: false } } : {}),
    ...(client.inlayHints ? { inlayHintProvider: true } : {}),
    ...(client.formatting && !client.formatsReports
      ? { documentFormattingProvider: true, documentRangeFormattingProvider: true }
      : {}),
    executeCommandProvider: {
      commands: [...(client.appliesEdits ? [recomputeTable] : []), checkWorkspace, clearWorkspace],
      workDoneProgress: true,
    },
    ...(client.pull
      ? { diagnosticProvider: { identifier: 'zwgk', interFileDependencies: true, workspaceDiagnostics: false } }
      : {}),
  },
})
