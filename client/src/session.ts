import * as vscode from 'vscode'
import {
  RevealOutputChannelOn,
  type BaseLanguageClient,
  type LanguageClientOptions,
  type Range,
} from 'vscode-languageclient'
import { checkupView, goTo } from './checkupView.ts'
import { canonicalTable } from './commands/canonicalTable.ts'
import { checkAll, clearChecks } from './commands/checkAll.ts'
import { copyConclusion } from './commands/copyConclusion.ts'
import { fillFromLedger } from './commands/fillFromLedger.ts'
import { insertSection } from './commands/insertSection.ts'
import { newReport } from './commands/newReport.ts'
import { recomputeTotals } from './commands/recomputeTotals.ts'
import { rollUp } from './commands/rollUp.ts'
import { upgradeReport } from './commands/upgradeReport.ts'
import { showStatus } from './commands/showStatus.ts'
import { writeParagraph } from './commands/writeParagraph.ts'
import { formatFiles } from './formatFiles.ts'
import { formatReports } from './formatReports.ts'
import { openPreviews } from './previews.ts'
import { reportFiles } from './reportFiles.ts'
import { statusItem } from './statusItem.ts'
import { openStatuses } from './statuses.ts'
import { hiddenReports } from './hiddenReports.ts'

/** A running server and what can be asked of it. The names are those of the commands after `zwgk.`. */
export type Session = {
  readonly newReport: () => Promise<void>
  readonly insertSection: () => Promise<void>
  readonly recomputeTotals: () => Promise<void>
  readonly showStatus: () => Promise<void>
  readonly copyConclusion: () => Promise<void>
  readonly canonicalTable: () => Promise<void>
  readonly upgradeReport: () => Promise<void>
  readonly rollUp: () => Promise<void>
  readonly writeParagraph: () => Promise<void>
  /** `file` is the ledger, where the command was chosen on one. */
  readonly fillFromLedger: (file?: unknown) => Promise<void>
  readonly applyPreview: () => Promise<void>
  readonly checkAll: () => Promise<void>
  readonly clearChecks: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts the server and everything that shows what it says. */
export type Start = (context: vscode.ExtensionContext) => Promise<Session>

/** The options are the same wherever the server runs. */
export const clientOptions = (context: vscode.ExtensionContext): LanguageClientOptions => ({
  documentSelector: [{ language: 'markdown' }],
  initializationOptions: {
    rulePages: vscode.Uri.joinPath(context.extensionUri, 'dist', 'rules').toString(),
    status: true,
    commands: true,
    formatsReports: true,
    readFiles: true,
    readReports: true,
  },
  // The channel is there to be looked for, never to appear.
  revealOutputChannelOn: RevealOutputChannelOn.Never,
  diagnosticPullOptions: { onChange: true, onSave: false },
})

export async function startSession(client: BaseLanguageClient): Promise<Session> {
  const statuses = openStatuses(client)
  const item = statusItem(statuses)
  // Before the start: the first report may ask for forms and for other reports at once.
  const files = [formatFiles(client), reportFiles(client)]
  await client.start()
  const checkup = checkupView(client, statuses)
  const previews = openPreviews()
  const shown = [
    ...files,
    checkup,
    previews,
    hiddenReports(client),
    formatReports(client, statuses),
    // Code lenses and the tree run these; they make no sense without arguments and are no one's to choose.
    vscode.commands.registerCommand('zwgk.goTo', (uri: string, range: Range) => goTo(client, uri, range)),
    vscode.commands.registerCommand('zwgk.showInCheckup', (uri: string, table: string) => checkup.show(uri, table)),
  ]
  return {
    newReport: () => newReport(client),
    insertSection: () => insertSection(client),
    recomputeTotals: () => recomputeTotals(client),
    showStatus: () => showStatus(statuses),
    copyConclusion: () => copyConclusion(client),
    canonicalTable: () => canonicalTable(client),
    upgradeReport: () => upgradeReport(client),
    rollUp: () => rollUp(client),
    writeParagraph: () => writeParagraph(client),
    fillFromLedger: (file) => fillFromLedger(client, previews, file),
    applyPreview: () => {
      previews.accept()
      return Promise.resolve()
    },
    checkAll: () => checkAll(client),
    clearChecks: () => clearChecks(client),
    async stop() {
      for (const it of shown) it.dispose()
      item.dispose()
      statuses.dispose()
      await client.dispose()
    },
  }
}
