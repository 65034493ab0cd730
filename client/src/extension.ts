import * as vscode from 'vscode'
import type { Session, Start } from './session.ts'
import { watchForReports } from './watch.ts'

const commands = [
  'newReport',
  'insertSection',
  'recomputeTotals',
  'showStatus',
  'copyConclusion',
  'canonicalTable',
  'upgradeReport',
  'rollUp',
  'writeParagraph',
  'fillFromLedger',
  'applyPreview',
  'checkAll',
  'clearChecks',
] as const satisfies readonly (keyof Session)[]

/** What VS Code calls when it activates and deactivates the extension. */
export type Extension = {
  readonly activate: (context: vscode.ExtensionContext) => void
  readonly deactivate: () => Promise<void>
}

/** Activation itself does next to nothing: the language client is loaded by the first report, or by a command. */
export function extension(load: () => Promise<{ readonly start: Start }>): Extension {
  let session: Promise<Session> | undefined
  const started = (context: vscode.ExtensionContext): Promise<Session> =>
    (session ??= load()
      .then(({ start }) => start(context))
      .catch((error: unknown) => {
        // The next command tries again.
        session = undefined
        throw error
      }))
  return {
    activate(context) {
      for (const name of commands)
        context.subscriptions.push(
          vscode.commands.registerCommand(`zwgk.${name}`, async (...given: [unknown?]) =>
            (await started(context))[name](...given),
          ),
        )
      context.subscriptions.push(
        watchForReports(() => {
          started(context).catch((error: unknown) => {
            console.error('zwgk-report: the language server did not start', error)
          })
        }),
      )
    },
    async deactivate() {
      const running = await session?.catch(() => undefined)
      session = undefined
      await running?.stop()
    },
  }
}
