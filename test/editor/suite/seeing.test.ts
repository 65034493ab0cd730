import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, openSample, openText, rangeOf, sampleText, shows } from './editor.ts'

const SAMPLE_FINDINGS = ['figure-malformed', 'section-missing', 'total-mismatch']
const TABLE = '| 项目 | 自然人 |'

/** The lenses over the table of the proceedings, once VS Code has asked for them. */
async function lenses(document: vscode.TextDocument): Promise<readonly vscode.Command[]> {
  const command = 'vscode.executeCodeLensProvider'
  const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(command, document.uri, 100)
  const { line } = rangeOf(document, TABLE).start
  return all.flatMap((lens) => (lens.range.start.line === line && lens.command ? [lens.command] : []))
}

/** Waits for the selection of the active editor to begin on a line, whatever it takes to get there. */
async function selects(line: number, act: () => Thenable<unknown>): Promise<void> {
  const isThere = () => vscode.window.activeTextEditor?.selection.start.line === line
  const arrived = new Promise<void>((resolve) => {
    const listener = vscode.window.onDidChangeTextEditorSelection(() => {
      if (!isThere()) return
      listener.dispose()
      resolve()
    })
  })
  await act()
  if (!isThere()) await arrived
}

const run = ({ command, arguments: given }: vscode.Command) =>
  vscode.commands.executeCommand(command, ...((given ?? []) as unknown[]))

function the(commands: readonly vscode.Command[], title: RegExp): vscode.Command {
  const found = commands.find((it) => title.test(it.title))
  if (!found) throw new Error(`No lens ${String(title)}: ${commands.map((it) => it.title).join(' / ')}`)
  return found
}

describe('code lenses', () => {
  afterEach(closeAll)

  it('say how the table came out, lead to the mistake and mend it', async () => {
    const document = await openText(await sampleText())
    await shows(document, SAMPLE_FINDINGS)
    const before = await lenses(document)
    assert.deepEqual(
      before.map(({ title }) => title),
      ['2 处不平（勾稽 37/39）', '重算本表（改 1 格）', '说明'],
    )
    await selects(rangeOf(document, '| 1 | 102 |').start.line, () => run(the(before, /不平/)))
    assert.equal(document.getText(vscode.window.activeTextEditor?.selection), '102')
    await run(the(before, /重算/))
    await shows(document, ['figure-malformed', 'section-missing'])
    assert.ok(document.getText().includes('| 82 | 14 | 1 | 2 | 5 | 1 | 105 |'))
    assert.deepEqual(
      (await lenses(document)).map(({ title }) => title),
      ['勾稽 39/39 ✓', '说明'],
    )
  })
})

describe('inlay hints', () => {
  afterEach(closeAll)

  it('say what the wrong total should be', async () => {
    const document = await openSample()
    await shows(document, SAMPLE_FINDINGS)
    const wanted = rangeOf(document, '| 1 | 102 |', '102')
    const command = 'vscode.executeInlayHintProvider'
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(command, document.uri, wanted)
    assert.equal(hints.length, 1)
    assert.equal(hints[0]?.label, '应为 105')
    assert.ok(hints[0].position.isEqual(wanted.end))
    assert.equal(hints[0].textEdits?.[0]?.newText.trim(), '105')
  })
})

describe('the tree of the report', () => {
  afterEach(closeAll)

  it('shows the table that its lens speaks of, and a click goes there', async () => {
    const document = await openSample()
    await shows(document, SAMPLE_FINDINGS)
    await run(the(await lenses(document), /说明/))
    await selects(rangeOf(document, TABLE).start.line, () => vscode.commands.executeCommand('list.select'))
  })

  it('is copied as text', async () => {
    await shows(await openSample(), SAMPLE_FINDINGS)
    await vscode.env.clipboard.writeText('')
    await vscode.commands.executeCommand('zwgk.copyConclusion')
    const text = await vscode.env.clipboard.readText()
    assert.match(text, /体检结论/)
    assert.match(text, /应为 105/)
  })
})

describe('formatting', () => {
  afterEach(closeAll)

  const format = (document: vscode.TextDocument) =>
    vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
      'vscode.executeFormatDocumentProvider',
      ...[document.uri, { tabSize: 4, insertSpaces: true }],
    )

  it('aligns the tables of a report', async () => {
    const document = await openText((await sampleText()).replaceAll('\n', '\r\n'))
    await shows(document, SAMPLE_FINDINGS)
    const edit = new vscode.WorkspaceEdit()
    edit.set(document.uri, (await format(document)) ?? [])
    assert.ok(await vscode.workspace.applyEdit(edit))
    assert.ok(document.getText().includes('| 行政强制           |                6 |\r\n'))
    assert.equal(/[^\r]\n/.test(document.getText()), false)
    await shows(document, SAMPLE_FINDINGS)
  })

  it('leaves other Markdown alone', async () => {
    await shows(await openSample(), SAMPLE_FINDINGS)
    const document = await openText('# 说明\n\n|a|b|\n|-|-|\n|1|2|\n')
    assert.deepEqual((await format(document)) ?? [], [])
  })
})
