import * as vscode from 'vscode'

/** The name of the sample report in the workspace of the tests. */
const SAMPLE = '2025年政府信息公开工作年度报告.md'

/** The text of the sample report as it is on disk. */
export async function sampleText(): Promise<string> {
  const folder = vscode.workspace.workspaceFolders?.[0]
  if (!folder) throw new Error('The tests need the folder of the samples open.')
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder.uri, SAMPLE))
  return new TextDecoder().decode(bytes)
}

/** Opens the sample report from disk. */
export async function openSample(): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0]
  if (!folder) throw new Error('The tests need the folder of the samples open.')
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, SAMPLE))
  await vscode.window.showTextDocument(document)
  return document
}

/** Opens a text as a new, unsaved Markdown document. */
export async function openText(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content })
  await vscode.window.showTextDocument(document)
  return document
}

/** Replaces the first occurrence of a text. */
export async function replace(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit()
  edit.replace(document.uri, rangeOf(document, from), to)
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`The edit of ${from} was refused.`)
}

/** The range of the first occurrence of a text; with `part`, of that text within it. */
export function rangeOf(document: vscode.TextDocument, text: string, part = text): vscode.Range {
  const start = document.getText().indexOf(text)
  if (start < 0) throw new Error(`The document does not contain ${text}.`)
  const at = start + text.lastIndexOf(part)
  return new vscode.Range(document.positionAt(at), document.positionAt(at + part.length))
}

/** The findings that VS Code shows for a document. */
export const findings = (document: vscode.TextDocument): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'zwgk')

/** The slug of the rule of a finding. */
export const slug = ({ code }: vscode.Diagnostic): string =>
  String(typeof code === 'object' ? code.value : (code ?? ''))

/** The slugs of all findings of a document, in order. */
export const slugs = (document: vscode.TextDocument): readonly string[] => findings(document).map(slug).sort()

/**
 * Waits until VS Code shows what a test expects; each change of diagnostics is looked at, nothing sleeps. In the end the
 * message says what was shown instead.
 */
export async function shows(document: vscode.TextDocument, expected: readonly string[]): Promise<void> {
  const wanted = [...expected].sort().join(' ')
  const isSo = () => slugs(document).join(' ') === wanted
  if (isSo()) return
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      listener.dispose()
      const shown = findings(document).map((finding) => `${slug(finding)}: ${finding.message}`)
      reject(new Error(`expected ${wanted || 'no finding'}, shown:\n${shown.join('\n')}`))
    }, 10_000)
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      if (!isSo()) return
      clearTimeout(timer)
      listener.dispose()
      resolve()
    })
  })
}

/** The finding of a rule; there must be exactly one. */
export function theFinding(document: vscode.TextDocument, rule: string): vscode.Diagnostic {
  const [found, ...others] = findings(document).filter((finding) => slug(finding) === rule)
  if (!found || others.length > 0) throw new Error(`${rule} shows ${found ? others.length + 1 : 0} times.`)
  return found
}

/** What VS Code offers on a range. */
export async function actionsAt(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind = vscode.CodeActionKind.QuickFix,
): Promise<readonly vscode.CodeAction[]> {
  const ask = (): Thenable<(vscode.CodeAction | vscode.Command)[]> =>
    vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind.value, 100)
  // VS Code takes a question back where something of the document or of its extensions changes meanwhile, as they do
  // while it starts; its own bulb asks again.
  const offered = await ask().then(undefined, (error: unknown) => {
    if (error instanceof Error && error.name === 'Canceled') return ask()
    throw error
  })
  return offered.filter((action): action is vscode.CodeAction => 'kind' in action || 'edit' in action)
}

/** Applies the one action whose title matches. */
export async function applyAction(actions: readonly vscode.CodeAction[], title: RegExp): Promise<void> {
  const action = actions.find((candidate) => title.test(candidate.title))
  if (!action) throw new Error(`No action matches ${String(title)}: ${actions.map(({ title }) => title).join(' / ')}`)
  if (action.edit && !(await vscode.workspace.applyEdit(action.edit))) throw new Error('The edit was refused.')
  const command = action.command
  if (command) await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]))
}

/** The text of the hover at the start of a range. */
export async function hoverAt(document: vscode.TextDocument, { start }: vscode.Range): Promise<string> {
  const command = 'vscode.executeHoverProvider'
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(command, document.uri, start)
  const contents = hovers.flatMap((hover) => hover.contents)
  return contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : '')).join('\n')
}

/** Closes every editor without saving. Each is reverted on its own: closing a changed one otherwise asks first. */
export async function closeAll(): Promise<void> {
  const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs)
  for (let left = tabs().length; left > 0; left = tabs().length) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
    if (tabs().length >= left) throw new Error('An editor could not be closed.')
  }
}
