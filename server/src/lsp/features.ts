import type { Client } from './client.ts'
import type { Connection } from './connection.ts'
import { spanOf, toCodeAction, toCompletionItem, toHover } from './convert.ts'
import type { Documents } from './documents.ts'
import type { Handle } from './handle.ts'
import { loadEngine } from './loadEngine.ts'

/**
 * The requests of the protocol. Each is silent where the document is no report; only completion also helps with front
 * matter that is to make one of it.
 */
export function answerFeatures(
  connection: Connection,
  documents: Documents,
  client: () => Client,
  handle: Handle,
): void {
  connection.onHover(
    handle('textDocument/hover', null, async ({ textDocument, position }) => {
      const { hover } = await loadEngine()
      const snapshot = await documents.report(textDocument.uri)
      if (snapshot === undefined) return null
      const found = hover(snapshot.analysis, snapshot.lines.offsetAt(position), snapshot.settings.language)
      return found === undefined ? null : toHover(snapshot, found, client())
    }),
  )
  connection.onCompletion(
    handle('textDocument/completion', [], async ({ textDocument, position }) => {
      const { completions } = await loadEngine()
      const snapshot = await documents.snapshot(textDocument.uri)
      if (snapshot === undefined) return []
      const offset = snapshot.lines.offsetAt(position)
      return completions(snapshot.analysis, offset, snapshot.settings.language).map((it) =>
        toCompletionItem(snapshot, it, client()),
      )
    }),
  )
  connection.onCodeAction(
    handle('textDocument/codeAction', [], async ({ textDocument, range, context }) => {
      const { codeActions } = await loadEngine()
      const snapshot = await documents.report(textDocument.uri)
      if (snapshot === undefined) return []
      return codeActions(snapshot.analysis, spanOf(snapshot, range), context.only, snapshot.settings)
        .filter(({ kind, edits }) => edits.length > 0 && isWanted(kind, context.only))
        .map((it) => toCodeAction(snapshot, it, context.diagnostics, client()))
    }),
  )
}

/** A kind stands for all kinds below it: `source` for `source.fixAll.zwgk`. */
const isWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  only === undefined || only.some((it) => it === '' || kind === it || kind.startsWith(`${it}.`))
