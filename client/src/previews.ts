import * as vscode from 'vscode'

/** Texts that are shown and belong to no file; each is forgotten when nothing shows it any more. */
export type Previews = {
  /** The address under which the text can be shown; its name ends in no language's extension. */
  add(name: string, text: string): vscode.Uri
  /** Resolves to whether the preview was accepted, by the button in its title; false once its tab is closed. */
  decided(uri: vscode.Uri): Promise<boolean>
  /** What the button in the title does: accepts the preview that is shown. */
  accept(): void
  /** Closes every tab that shows it. */
  close(uri: vscode.Uri): Promise<void>
  dispose(): void
}

const scheme = 'zwgk-preview'

export function openPreviews(): Previews {
  const texts = new Map<string, string>()
  const waiting = new Map<string, (accepted: boolean) => void>()
  let serial = 0
  const decide = (uri: string, accepted: boolean): void => {
    waiting.get(uri)?.(accepted)
    waiting.delete(uri)
  }
  const subscriptions = [
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString())),
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      for (const tab of closed) decide(shownIn(tab) ?? '', false)
    }),
  ]
  return {
    add(name, text) {
      const uri = vscode.Uri.from({ scheme, path: `/${name}`, query: String(++serial) })
      texts.set(uri.toString(), text)
      return uri
    },
    decided: (uri) => new Promise((resolve) => waiting.set(uri.toString(), resolve)),
    accept() {
      const tab = vscode.window.tabGroups.activeTabGroup.activeTab
      decide((tab && shownIn(tab)) ?? '', true)
    },
    async close(uri) {
      const tabs = vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .filter((tab) => shownIn(tab) === uri.toString())
      if (tabs.length > 0) await vscode.window.tabGroups.close(tabs, true)
    },
    dispose() {
      for (const it of subscriptions) it.dispose()
      for (const uri of waiting.keys()) decide(uri, false)
    },
  }
}

/** What a tab shows, on the right side where it has two. */
function shownIn({ input }: vscode.Tab): string | undefined {
  if (input instanceof vscode.TabInputTextDiff) return input.modified.toString()
  return input instanceof vscode.TabInputText ? input.uri.toString() : undefined
}
