import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, openText, rangeOf, replace, sampleText, shows } from './editor.ts'

const RIGHT = ['figure-malformed', 'section-missing']

const rightSample = async () => (await sampleText()).replace('| 102 |', '| 105 |')

/** Resolves once something that VS Code tells of in tabs is so. */
async function untilTabs(wanted: () => boolean): Promise<void> {
  if (wanted()) return
  await new Promise<void>((resolve) => {
    const listener = vscode.window.tabGroups.onDidChangeTabs(() => {
      if (!wanted()) return
      listener.dispose()
      resolve()
    })
  })
}

const previews = () =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) => (input instanceof vscode.TabInputTextDiff ? [input.modified] : []))

describe('the paragraph from the tables', () => {
  afterEach(closeAll)

  it('is written under its heading, selected, and taken back with one undo', async () => {
    const before = (await rightSample()).replace(/全年新收政府信息公开申请105件[^\n]*\n/, '')
    const document = await openText(before)
    await shows(document, RIGHT)
    await vscode.commands.executeCommand('zwgk.writeParagraph')
    const written = document.getText(vscode.window.activeTextEditor?.selection)
    assert.match(written, /^2025年，新收政府信息公开申请105件，其中自然人82件、法人或其他组织23件；上年结转5件。/)
    assert.match(written, /因政府信息公开工作被申请行政复议4件/)
    await shows(document, RIGHT)
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), before)
  })

  it('follows the table', async () => {
    const document = await openText(await rightSample())
    await shows(document, RIGHT)
    await replace(document, '公开申请105件，其中自然人82件', '公开申请100件，其中自然人77件')
    await shows(document, [...RIGHT, 'prose-mismatch', 'prose-mismatch'])
    await vscode.commands.executeCommand('zwgk.writeParagraph')
    await shows(document, RIGHT)
    assert.ok(document.getText().includes('全年新收政府信息公开申请105件，其中自然人82件'))
  })
})

describe('a figure in prose', () => {
  afterEach(closeAll)

  it('is offered behind the words that speak of it', async () => {
    const document = await openText((await rightSample()).replace('公开申请105件', '公开申请'))
    await shows(document, RIGHT)
    const place = rangeOf(document, '全年新收政府信息公开申请').end
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      ...[document.uri, place, '请'],
    )
    assert.ok(list.items.some(({ label }) => (typeof label === 'string' ? label : label.label) === '105件'))
  })
})

describe('a table from a ledger', () => {
  afterEach(closeAll)

  it('is shown before it is written, and then changes the cells of that table alone', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? []
    assert.ok(folder)
    const document = await openText(await sampleText())
    await shows(document, [...RIGHT, 'total-mismatch'])
    const before = document.getText()
    const ledger = vscode.Uri.joinPath(folder.uri, '2025年依申请公开台账.csv')
    const done = vscode.commands.executeCommand('zwgk.fillFromLedger', ledger)
    await untilTabs(() => previews().length === 1)
    assert.equal(document.getText(), before)
    const [preview] = previews()
    assert.ok(preview)
    const after = (await vscode.workspace.openTextDocument(preview)).getText()
    assert.equal(after, before.replace('| 102 |', '| 105 |').replace('| 00 |', '| 0 |'))
    await vscode.commands.executeCommand('zwgk.applyPreview')
    await done
    assert.equal(document.getText(), after)
    await untilTabs(() => previews().length === 0)
    await shows(document, ['section-missing'])
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), before)
  })

  it('is not written where its preview is closed', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? []
    assert.ok(folder)
    const document = await openText(await sampleText())
    await shows(document, [...RIGHT, 'total-mismatch'])
    const before = document.getText()
    const ledger = vscode.Uri.joinPath(folder.uri, '2025年依申请公开台账.csv')
    const done = vscode.commands.executeCommand('zwgk.fillFromLedger', ledger)
    await untilTabs(() => previews().length === 1)
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
    await done
    assert.equal(document.getText(), before)
  })
})
