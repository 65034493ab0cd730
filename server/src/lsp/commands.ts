import { inLocale, render, type Locale, type Text } from '../core/text/message.ts'
import { isArithmetic } from '../core/features/arithmetic.ts'
import type { Recomputed } from '../core/features/recompute.ts'
import { overlaps } from '../core/text/span.ts'
import { recordOf, type Client } from './client.ts'
import { recomputeTable } from './commandNames.ts'
import type { Connection, ExecuteCommandParams } from './connection.ts'
import { figureEdit, readPosition } from './convert.ts'
import type { Documents } from './documents.ts'
import type { Handle } from './handle.ts'
import { loadEngine } from './loadEngine.ts'
import type { WorkspaceCommands } from './workspaceCommands.ts'

/** Runs what a client without commands of the project's own can run as well. */
export function answerCommands(
  connection: Connection,
  documents: Documents,
  client: () => Client,
  workspace: WorkspaceCommands,
  handle: Handle,
): void {
  // Not a request: nobody is to answer, and a client may not know how to.
  const warn = connection.window.showWarningMessage
  const onDocument = handle(
    'workspace/executeCommand',
    null,
    async ({ command, arguments: given }: ExecuteCommandParams) => {
      const [uri, at] = (given ?? []) as readonly unknown[]
      const position = readPosition(recordOf(at))
      if (command !== recomputeTable || typeof uri !== 'string' || position === undefined) return null
      const { recomputeTotals } = await loadEngine()
      const snapshot = await documents.report(uri)
      if (snapshot === undefined) return null
      const offset = snapshot.lines.offsetAt(position)
      const done = recomputeTotals(snapshot.analysis, { start: offset, end: offset })
      const locale = snapshot.settings.language
      if (done.edits.length > 0) {
        // Where a finding blames another figure than the total, setting the total may bury the mistake: that is asked.
        const expected = done.edits.every(({ span }) =>
          snapshot.analysis.problems.some((it) => isArithmetic(it.code) && overlaps(it.span, span)),
        )
        const label = inLocale(texts.label, locale)
        const edit = figureEdit(snapshot, done.edits, label, !expected, client())
        const { applied } = await connection.workspace.applyEdit({ label, edit })
        if (!applied) {
          warn(inLocale(texts.refused, locale))
          return null
        }
      }
      const left = notRecomputed(done, locale)
      if (left !== undefined) warn(left)
      return null
    },
  )
  connection.onExecuteCommand((params, token) => workspace(params, token) ?? onDocument(params))
}

/** Totals that stay as they are because a part cannot be read; the first few are named. */
function notRecomputed({ refused }: Recomputed, locale: Locale): string | undefined {
  if (refused.length === 0) return undefined
  const reasons = refused
    .slice(0, 3)
    .map(({ message }) => render(message, locale))
    .join(inLocale({ zh: '；', en: '; ' }, locale))
  const more = refused.length > 3 ? '……' : ''
  return inLocale(
    { zh: `有 ${refused.length} 处合计不能重算：${reasons}${more}`, en: `Not recomputed: ${reasons}${more}` },
    locale,
  )
}

const texts = {
  label: { zh: '重算本表合计', en: 'Recompute the totals of the table' },
  refused: {
    zh: '文档在此期间被修改或者是只读的，没有作任何改动。请再试一次。',
    en: 'The document has changed meanwhile or is read-only; nothing was changed. Please try again.',
  },
} satisfies Readonly<Record<string, Text>>
