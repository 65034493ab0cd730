import { inLocale, type Locale } from '../core/text/message.ts'
import { recordOf, type Client } from './client.ts'
import { checkWorkspace, clearWorkspace } from './commandNames.ts'
import type { Connection, ExecuteCommandParams } from './connection.ts'
import type { Attempt } from './handle.ts'
import { progressAt, progressMaker } from './progress.ts'
import type { Token } from './rpc/endpoint.ts'
import type { SettingsSource } from './settings.ts'
import type { WorkspaceCheck, WorkspaceSummary } from './workspaceCheck.ts'

/** Runs the commands about the whole workspace; undefined where the command is another. */
export type WorkspaceCommands = (
  params: ExecuteCommandParams,
  token: Token,
) => Promise<WorkspaceSummary | null> | undefined

/**
 * Checking everything takes long: it shows its progress and can be cancelled, and what was found until then stays and is
 * told. The project's own client, which says `{ quiet: true }`, shows progress and summary itself; to others both are said.
 */
export function workspaceCommands(
  connection: Connection,
  client: () => Client,
  check: WorkspaceCheck,
  settings: () => SettingsSource,
  attempt: Attempt,
): WorkspaceCommands {
  const makeProgress = progressMaker(connection)
  return ({ command, arguments: [options] = [], workDoneToken }, token) => {
    if (command === clearWorkspace) {
      check.clear()
      return Promise.resolve(null)
    }
    if (command !== checkWorkspace) return undefined
    return attempt<Promise<WorkspaceSummary | null>>('checkWorkspace', Promise.resolve(null), async () => {
      const locale = (await settings().of('')).language
      const quiet = recordOf(options)['quiet'] === true
      const progress = !quiet && client().progress ? await makeProgress() : progressAt(connection, workDoneToken)
      progress.begin(inLocale({ zh: '检查全部年报', en: 'Checking all reports' }, locale))
      try {
        const summary = await check.run(
          () => token.isCancellationRequested || progress.isCancelled(),
          throttled((done, of) => {
            progress.report(Math.floor((100 * done) / of), `${done}/${of}`)
          }),
        )
        if (!quiet) connection.window.showInformationMessage(summaryText(summary, locale))
        return summary
      } finally {
        progress.done()
      }
    })
  }
}

/** Nobody reads faster than one number in a hundred. */
function throttled(tell: (done: number, of: number) => void): (done: number, of: number) => void {
  let last = -1
  return (done, of) => {
    const percent = Math.floor((100 * done) / of)
    if (percent === last) return
    last = percent
    tell(done, of)
  }
}

function summaryText({ reports, errors, warnings, notes, cancelled }: WorkspaceSummary, locale: Locale): string {
  return inLocale(
    {
      zh: `${cancelled ? '已取消：' : ''}检查了 ${reports} 份年报，错误 ${errors} 处，警告 ${warnings} 处，提示 ${notes} 处。`,
      en: `${cancelled ? 'Cancelled: ' : ''}${reports} reports checked: ${errors} errors, ${warnings} warnings, ${notes} notes.`,
    },
    locale,
  )
}
