import * as vscode from 'vscode'
import { RevealOutputChannelOn, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient'
import { insertSection } from './commands/insertSection.ts'
import { newReport } from './commands/newReport.ts'
import { recomputeTotals } from './commands/recomputeTotals.ts'
import { showStatus } from './commands/showStatus.ts'
import { statusItem } from './statusItem.ts'
import { openStatuses } from './statuses.ts'

/** A running server and what can be asked of it. The names are those of the commands after `zwgk.`. */
export type Session = {
  readonly newReport: () => Promise<void>
  readonly insertSection: () => Promise<void>
  readonly recomputeTotals: () => Promise<void>
  readonly showStatus: () => Promise<void>
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
  },
  // The channel is there to be looked for, never to appear.
  revealOutputChannelOn: RevealOutputChannelOn.Never,
  diagnosticPullOptions: { onChange: true, onSave: false },
})

export async function startSession(client: BaseLanguageClient): Promise<Session> {
  const statuses = openStatuses(client)
  const item = statusItem(statuses)
  await client.start()
  return {
    newReport: () => newReport(client),
    insertSection: () => insertSection(client),
    recomputeTotals: () => recomputeTotals(client),
    showStatus: () => showStatus(statuses),
    async stop() {
      item.dispose()
      statuses.dispose()
      await client.dispose()
    },
  }
}
