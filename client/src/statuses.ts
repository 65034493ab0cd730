import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

/** What the server says of a report, as far as it is shown here. */
export type Status = {
  readonly format: { readonly id: string; readonly title: string; readonly basis: string }
  readonly reason: string
  readonly sections: {
    readonly present: number
    readonly required: number
    readonly missing: readonly { readonly id: string; readonly title: string }[]
  }
  readonly findings: Readonly<Record<'error' | 'warning' | 'information' | 'hint', number>>
  readonly summary: string
}

type Note = { readonly uri: string; readonly version: number; readonly status: Status | null }

export type Statuses = {
  /** The status of the document that is being edited; undefined where it is no report. */
  active(): Status | undefined
  /** The URIs of all open documents that are reports, as VS Code writes them. */
  reports(): readonly string[]
  readonly onChange: vscode.Event<void>
  dispose(): void
}

/** Keeps what the server last said of each open document, and whether the active one is a report. */
export function openStatuses(client: BaseLanguageClient): Statuses {
  const known = new Map<string, Status>()
  const changes = new vscode.EventEmitter<void>()
  const active = (): Status | undefined => {
    const document = vscode.window.activeTextEditor?.document
    return document === undefined ? undefined : known.get(document.uri.toString())
  }
  const tell = (): void => {
    void vscode.commands.executeCommand('setContext', 'zwgk.isReport', active() !== undefined)
    changes.fire()
  }
  const subscriptions = [
    client.onNotification('zwgk/status', ({ uri, status }: Note) => {
      // The server may write a URI otherwise than the editor does; parsing settles it.
      const key = vscode.Uri.parse(uri).toString()
      if (status === null) known.delete(key)
      else known.set(key, status)
      tell()
    }),
    vscode.window.onDidChangeActiveTextEditor(tell),
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (known.delete(document.uri.toString())) tell()
    }),
    changes,
  ]
  return {
    active,
    reports: () => [...known.keys()],
    onChange: changes.event,
    dispose() {
      for (const it of subscriptions) it.dispose()
      void vscode.commands.executeCommand('setContext', 'zwgk.isReport', false)
    },
  }
}
