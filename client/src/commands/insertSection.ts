import * as vscode from 'vscode'
import type { BaseLanguageClient, Position, TextEdit } from 'vscode-languageclient'
import { say } from '../words.ts'
import { activeMarkdown, applyToVersion, sayNoReport, sayNotApplied } from './activeReport.ts'

type Missing = {
  readonly id: string
  readonly title: string
  readonly english: string
  readonly edit: TextEdit
  readonly reveal: Position
  readonly version: number
}

/** 插入章节: offers the sections that the active report lacks and puts the chosen one where it belongs. */
export async function insertSection(client: BaseLanguageClient): Promise<void> {
  const editor = activeMarkdown()
  if (editor === undefined) return
  const { document } = editor
  const missing = await missingSections(client, document)
  if (missing === null) {
    sayNoReport()
    return
  }
  if (missing.length === 0) {
    void vscode.window.showInformationMessage(
      say(
        '报告的法定章节都已具备，没有可插入的章节。',
        'The report has all its statutory sections; nothing to insert.',
      ),
    )
    return
  }
  const picked = await vscode.window.showQuickPick(
    missing.map(({ id, title, english }) => ({ label: title, description: english, id })),
    { title: say('插入章节', 'Insert section'), placeHolder: say('选择缺少的章节', 'Choose a missing section') },
  )
  if (picked === undefined) return
  // The document may have changed while the user chose; the place is then worked out anew.
  const current = document.version === missing[0]?.version ? missing : await missingSections(client, document)
  const chosen = current?.find(({ id }) => id === picked.id)
  if (chosen === undefined || !(await insert(client, document, chosen))) {
    sayNotApplied()
    return
  }
  const shown = await vscode.window.showTextDocument(document, {
    viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
  })
  const at = client.protocol2CodeConverter.asPosition(chosen.reveal)
  shown.selection = new vscode.Selection(at, at)
  shown.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport)
}

const missingSections = (
  client: BaseLanguageClient,
  { uri }: vscode.TextDocument,
): Promise<readonly Missing[] | null> =>
  client.sendRequest('zwgk/missingSections', { uri: client.code2ProtocolConverter.asUri(uri) })

const insert = (
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  { edit, version }: Missing,
): Promise<boolean> => applyToVersion(document, version, [client.protocol2CodeConverter.asTextEdit(edit)])
