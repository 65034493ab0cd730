import * as vscode from 'vscode'

/** Texts that are shown and belong to no file; each is forgotten when nothing shows it any more. */
export type Previews = {
  /** The address under which the text can be shown; its name ends in no language's extension. */
  add(name: string, text: string): vscode.Uri
  /** Closes every tab that shows it. */
  close(uri: vscode.Uri): Promise<void>
  dispose(): void
}

const scheme = 'zwgk-preview'

export function openPreviews(): Previews {
  const texts = new Map<string, string>()
  let serial = 0
  const subscriptions = [
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString())),
  ]
  return {
    add(name, text) {
      const uri = vscode.Uri.from({ scheme, path: `/${name}`, query: String(++serial) })
      texts.set(uri.toString(), text)
      return uri
    },
    async close(uri) {
      const shown = uri.toString()
      const tabs = vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => {
          if (input instanceof vscode.TabInputTextDiff) return input.modified.toString() === shown
          return input instanceof vscode.TabInputText && input.uri.toString() === shown
        })
      if (tabs.length > 0) await vscode.window.tabGroups.close(tabs, true)
    },
    dispose() {
      for (const it of subscriptions) it.dispose()
    },
  }
}
