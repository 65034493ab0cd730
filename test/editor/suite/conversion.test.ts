import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { actionsAt, applyAction, closeAll, findings, openText, rangeOf, shows, slugs } from './editor.ts'

const report = `# 云江省档案局2025年政府信息公开工作年度报告

## 二、主动公开政府信息情况

<table><tr><td>第二十条第（五）项</td><td>本年处理决定数量</td></tr>
<tr><td>行政许可</td><td>2</td></tr><tr><td>其中：告知承诺制办理</td><td>3</td></tr></table>
`

/** Resolves once the findings of a document are as wanted. */
async function until(wanted: () => boolean): Promise<void> {
  if (wanted()) return
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      listener.dispose()
      reject(new Error('the findings did not come'))
    }, 10_000)
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      if (!wanted()) return
      clearTimeout(timer)
      listener.dispose()
      resolve()
    })
  })
}

describe('a form of the user’s own', () => {
  const settings = () => vscode.workspace.getConfiguration('zwgk')
  afterEach(async () => {
    await settings().update('formats', undefined, vscode.ConfigurationTarget.Global)
    await closeAll()
  })

  it('checks a report by its own rows and relations, and is checked itself', async () => {
    const document = await openText(report)
    await until(() => slugs(document).includes('row-unknown'))
    await settings().update('formats', ['示例格式.zwgk-format.json'], vscode.ConfigurationTarget.Global)
    await until(() => slugs(document).includes('part-exceeds-whole') && !slugs(document).includes('row-unknown'))
  })
})

describe('conversion', () => {
  afterEach(closeAll)

  it('puts a table into the official layout, by the bulb and by the command', async () => {
    const document = await openText(report)
    await until(() => findings(document).length > 0)
    const actions = await actionsAt(document, rangeOf(document, '行政许可'), vscode.CodeActionKind.RefactorRewrite)
    await applyAction(actions, /规定的表式/)
    assert.ok(document.getText().includes('| 行政许可 | 2 |'), document.getText())
    await vscode.commands.executeCommand('undo')
    const editor = vscode.window.activeTextEditor
    assert.ok(editor)
    const at = rangeOf(document, '行政许可').start
    editor.selection = new vscode.Selection(at, at)
    await vscode.commands.executeCommand('zwgk.canonicalTable')
    assert.ok(document.getText().includes('| 行政许可 | 2 |'), document.getText())
  })

  it('begins the next year in a new document', async () => {
    const document = await openText(report.replace('2025', '2024'))
    await until(() => findings(document).length > 0)
    const before = document.getText()
    await vscode.commands.executeCommand('zwgk.upgradeReport')
    const fresh = vscode.window.activeTextEditor?.document
    assert.ok(fresh?.getText().includes('# 云江省档案局2025年政府信息公开工作年度报告'))
    assert.notEqual(fresh, document)
    assert.equal(document.getText(), before)
    await shows(document, slugs(document))
  })
})
