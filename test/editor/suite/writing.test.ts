import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, hoverAt, openSample, openText, rangeOf, sampleText, shows } from './editor.ts'

const SAMPLE_FINDINGS = ['figure-malformed', 'section-missing', 'total-mismatch']

/** The labels that VS Code offers at a place. */
async function completions(document: vscode.TextDocument, place: vscode.Position, trigger?: string) {
  const command = 'vscode.executeCompletionItemProvider'
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(command, document.uri, place, trigger)
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label))
}

describe('hover', () => {
  afterEach(closeAll)

  it('explains a section, a row, a column and a figure', async () => {
    const document = await openSample()
    await shows(document, SAMPLE_FINDINGS)
    const places = ['三、收到和处理', '二、上年结转', '商业企业', '| 43 |']
    for (const place of places) {
      const range = rangeOf(document, place, place.replace(/[| ]/g, ''))
      assert.notEqual(await hoverAt(document, range), '', place)
    }
  })

  it('shows the arithmetic of the wrong total', async () => {
    const document = await openSample()
    await shows(document, SAMPLE_FINDINGS)
    const text = await hoverAt(document, rangeOf(document, '| 1 | 102 |', '102'))
    for (const figure of ['82', '14', '105', '102']) assert.ok(text.includes(figure), `no ${figure} in\n${text}`)
  })
})

describe('writing', () => {
  afterEach(closeAll)

  it('offers the missing section after #', async () => {
    const document = await openText((await sampleText()).replace('\n安澜县自然资源局\n\n2026', '\n#\n\n2026'))
    await shows(document, SAMPLE_FINDINGS)
    const labels = await completions(document, rangeOf(document, '\n#\n', '#').end, '#')
    assert.ok(
      labels.some((label) => label.includes('其他需要报告的事项')),
      labels.join(' / '),
    )
  })

  it('brings snippets and commands', async () => {
    const extension = vscode.extensions.getExtension('zwgk.zwgk-report')
    assert.ok(extension)
    const manifest = extension.packageJSON as {
      contributes: Record<string, readonly { language: string; path: string }[]>
    }
    const [snippets] = manifest.contributes['snippets'] ?? []
    assert.ok(snippets)
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, snippets.path))
    assert.ok(Object.keys(JSON.parse(new TextDecoder().decode(bytes)) as object).length >= 7)

    await shows(await openSample(), SAMPLE_FINDINGS)
    assert.ok(extension.isActive)
    const commands = await vscode.commands.getCommands(true)
    for (const command of ['zwgk.newReport', 'zwgk.insertSection', 'zwgk.recomputeTotals'])
      assert.ok(commands.includes(command), command)
  })
})
