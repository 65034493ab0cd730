import * as vscode from 'vscode'
import type { BaseLanguageClient, TextEdit } from 'vscode-languageclient'
import { decode } from '../decode.ts'
import type { Previews } from '../previews.ts'
import { say } from '../words.ts'
import { activeMarkdown, applyToVersion, sayNoReport, sayNotApplied } from './activeReport.ts'

type Filled = {
  readonly version: number
  readonly edits: readonly TextEdit[]
  readonly after: string
  readonly changed: number
  readonly counted: number
  readonly sums: readonly { readonly label: string; readonly value: number }[]
  readonly notUnderstood: number
  readonly outside: number
  readonly remarks: readonly string[]
  readonly faults: readonly string[]
  readonly report: string
}

/** A ledger of a province has some hundred thousand rows; what is larger is no ledger. */
const largest = 32 * 1024 * 1024

/** 从台账生成表三: counts a ledger, shows what would change, and fills the table in when told to. */
export async function fillFromLedger(client: BaseLanguageClient, previews: Previews, given: unknown): Promise<void> {
  const editor = activeMarkdown()
  if (editor === undefined) return
  const { document } = editor
  const file = given instanceof vscode.Uri ? given : await chooseLedger(document)
  if (file === undefined) return
  const read = await readLedger(file)
  if ('problem' in read) {
    void vscode.window.showErrorMessage(read.problem)
    return
  }
  const name = file.path.split('/').at(-1) ?? ''
  const uri = client.code2ProtocolConverter.asUri(document.uri)
  const filled = await client.sendRequest<Filled | null>('zwgk/fillFromLedger', { uri, text: read.text, name })
  if (filled === null) {
    sayNoReport()
    return
  }
  if (filled.changed > 0) await preview(client, document, editor.viewColumn, filled, previews, name)
  else await tellNothing(filled, previews, name)
}

async function chooseLedger({ uri }: vscode.TextDocument): Promise<vscode.Uri | undefined> {
  const found = await vscode.workspace.findFiles('**/*.{csv,tsv}', '**/node_modules/**', 50)
  const elsewhere = { label: say('$(folder-opened) 其他文件…', '$(folder-opened) Another file…'), file: undefined }
  if (found.length > 0) {
    const files = found
      .map((file) => ({ label: vscode.workspace.asRelativePath(file), file }))
      .sort((a, b) => (a.label < b.label ? -1 : 1))
    const picked = await vscode.window.showQuickPick([...files, elsewhere], {
      title: say('从台账生成表三', 'Fill table three from a ledger'),
      placeHolder: say('选择台账（CSV）', 'Choose the ledger (CSV)'),
    })
    if (picked === undefined || picked.file !== undefined) return picked?.file
  }
  const folder = uri.scheme === 'untitled' ? undefined : vscode.Uri.joinPath(uri, '..')
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: say('选择台账（CSV）', 'Choose the ledger (CSV)'),
      openLabel: say('选择', 'Choose'),
      filters: { [say('台账（CSV）', 'Ledger (CSV)')]: ['csv', 'tsv', 'txt'], [say('所有文件', 'All files')]: ['*'] },
      ...(folder === undefined ? {} : { defaultUri: folder }),
    })) ?? []
  return chosen
}

/** The text of the file, or why there is none. */
async function readLedger(file: vscode.Uri): Promise<{ readonly text: string } | { readonly problem: string }> {
  try {
    if ((await vscode.workspace.fs.stat(file)).size > largest)
      return {
        problem: say('文件太大，不像台账（最大 32 MB）。', 'The file is too large to be a ledger (32 MB at most).'),
      }
    const decoded = decode(await vscode.workspace.fs.readFile(file))
    if ('text' in decoded) return decoded
    return {
      problem:
        decoded.problem === 'office'
          ? say(
              '这是 Excel/WPS 工作簿，不是文本。请在 Excel/WPS 里另存为“CSV UTF-8（逗号分隔）”，再选那个文件。',
              'This is a workbook, not text. Save it as “CSV UTF-8” first, then choose that file.',
            )
          : say('文件不是文本，读不出台账。', 'The file is no text.'),
    }
  } catch {
    return {
      problem: say('文件读不出来，可能已经移走或者没有权限。', 'The file cannot be read; it may be gone or forbidden.'),
    }
  }
}

/** Shows the report as it is beside what it would be, and asks; nothing is changed before the answer. */
async function preview(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  column: vscode.ViewColumn | undefined,
  filled: Filled,
  previews: Previews,
  name: string,
): Promise<void> {
  const after = previews.add(say('写入后', 'as it would be'), filled.after)
  const title = say(`从台账“${name}”生成表三（预览，未写入）`, `Table three from “${name}” (preview)`)
  const decided = previews.decided(after)
  await vscode.commands.executeCommand('vscode.diff', document.uri, after, title, { preview: true })
  try {
    // The button in the title is there as long as the preview is; a notification may be missed.
    if (!(await Promise.race([confirmed(filled, previews, name), decided]))) return
  } finally {
    await previews.close(after)
  }
  const edits = await client.protocol2CodeConverter.asTextEdits([...filled.edits])
  if (!(await applyToVersion(document, filled.version, edits))) {
    sayNotApplied()
    return
  }
  const shown = await vscode.window.showTextDocument(document, { viewColumn: column ?? vscode.ViewColumn.Active })
  const first = edits[0]?.range.start
  if (first !== undefined)
    shown.revealRange(new vscode.Range(first, first), vscode.TextEditorRevealType.InCenterIfOutsideViewport)
  vscode.window.setStatusBarMessage(
    say(`$(check) 已写入表三：改 ${filled.changed} 格`, `$(check) Table three: ${filled.changed} cells changed`),
    6000,
  )
}

/** Asks until there is an answer; looking at the list is none, and neither is a notification that is put away. */
async function confirmed(filled: Filled, previews: Previews, name: string): Promise<boolean> {
  const write = say('写入表三', 'Fill in')
  const list = listButton(filled)
  const cancel = say('不写', 'Leave it')
  const ask = filled.notUnderstood > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage
  for (;;) {
    const picked = await ask(summary(filled), write, list, cancel)
    if (picked === list) await showList(filled, previews, name)
    else if (picked !== undefined) return picked === write
    else return new Promise(() => undefined)
  }
}

const listButton = ({ notUnderstood }: Filled): string =>
  notUnderstood > 0
    ? say(`没有计入的 ${notUnderstood} 行`, `${notUnderstood} rows not counted`)
    : say('统计说明', 'How it was counted')

async function showList({ report }: Filled, previews: Previews, name: string): Promise<void> {
  const uri = previews.add(say(`台账“${name}”统计说明`, `ledger ${name}`), report)
  await vscode.window.showTextDocument(uri, {
    viewColumn: vscode.ViewColumn.Beside,
    preview: true,
    preserveFocus: true,
  })
}

async function tellNothing(filled: Filled, previews: Previews, name: string): Promise<void> {
  const list = listButton(filled)
  const words = say('列名和用语…', 'Words of the ledger…')
  const { faults } = filled
  const picked =
    faults.length > 0
      ? await vscode.window.showWarningMessage(
          `${faults.join(say('；', '; '))}${say('。没有作任何改动。', '. Nothing was changed.')}`,
          ...(filled.notUnderstood + filled.outside > 0 ? [list] : []),
          words,
        )
      : await vscode.window.showInformationMessage(
          say('表三与台账一致，没有要改的。', 'Table three agrees with the ledger; nothing to change.') + left(filled),
          list,
        )
  if (picked === list) await showList(filled, previews, name)
  if (picked === words) await vscode.commands.executeCommand('workbench.action.openSettings', '@id:zwgk.ledgerWords')
}

function summary(filled: Filled): string {
  const { counted, sums, changed, remarks } = filled
  const parts = sums.map(({ label, value }) => `${label} ${value}`).join(say('；', '; '))
  return [
    say(
      `台账计入 ${counted} 件：${parts}。将改表三 ${changed} 格。`,
      `Counted: ${counted} (${parts}). ${changed} cells of table three change.`,
    ),
    left(filled),
    ...remarks.map((it) => `${it}${say('。', '. ')}`),
  ].join('')
}

const left = ({ notUnderstood, outside }: Filled): string =>
  [
    ...(notUnderstood > 0
      ? [say(`有 ${notUnderstood} 行看不懂，没有计入。`, ` ${notUnderstood} rows could not be read.`)]
      : []),
    ...(outside > 0 ? [say(`有 ${outside} 行不属于本年度。`, ` ${outside} rows are of other years.`)] : []),
  ].join('')
