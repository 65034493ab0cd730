import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { actionsAt, applyAction, closeAll, openText, rangeOf, sampleText, shows, theFinding } from './editor.ts'

const SAMPLE_FINDINGS = ['figure-malformed', 'section-missing', 'total-mismatch']
const WHOLE = (document: vscode.TextDocument) => new vscode.Range(0, 0, document.lineCount, 0)

/** The lines that differ between two texts of equally many lines. */
function changedLines(before: string, after: string): readonly string[] {
  const old = before.split('\n')
  return after.split('\n').filter((line, i) => line !== old[i])
}

describe('code actions', () => {
  afterEach(closeAll)

  it('sets the wrong total, and only that', async () => {
    const before = await sampleText()
    const document = await openText(before)
    await shows(document, SAMPLE_FINDINGS)
    await applyAction(await actionsAt(document, theFinding(document, 'total-mismatch').range), /105/)
    await shows(document, ['figure-malformed', 'section-missing'])
    const changed = changedLines(before, document.getText())
    assert.equal(changed.length, 1)
    assert.match(changed[0] ?? '', /\| 82 \| 14 \| 1 \| 2 \| 5 \| 1 \| 105 \|/)
  })

  it('normalises a malformed figure', async () => {
    const document = await openText(await sampleText())
    await shows(document, SAMPLE_FINDINGS)
    const { range } = theFinding(document, 'figure-malformed')
    await applyAction(await actionsAt(document, range), /0/)
    await shows(document, ['section-missing', 'total-mismatch'])
    assert.equal(document.getText().includes('| 00 |'), false)
  })

  it('inserts the missing section where it belongs', async () => {
    const document = await openText(await sampleText())
    await shows(document, SAMPLE_FINDINGS)
    await applyAction(await actionsAt(document, theFinding(document, 'section-missing').range), /六|其他需要报告的事项/)
    const title = rangeOf(document, '## 六、其他需要报告的事项')
    assert.ok(title.start.isAfter(rangeOf(document, '## 五、存在的主要问题及改进情况').start))
  })

  it('fixes all without changing the meaning of a figure', async () => {
    const document = await openText(await sampleText())
    await shows(document, SAMPLE_FINDINGS)
    const kind = vscode.CodeActionKind.SourceFixAll.append('zwgk')
    await applyAction(await actionsAt(document, WHOLE(document), kind), /./)
    await shows(document, ['section-missing', 'total-mismatch'])
    assert.ok(document.getText().includes('| 102 |'))
  })

  it('recomputes the totals when asked to', async () => {
    const document = await openText(await sampleText())
    await shows(document, SAMPLE_FINDINGS)
    await vscode.commands.executeCommand('zwgk.recomputeTotals')
    await shows(document, ['figure-malformed', 'section-missing'])
    assert.ok(document.getText().includes('| 82 | 14 | 1 | 2 | 5 | 1 | 105 |'))
  })

  it('keeps CRLF line ends', async () => {
    const document = await openText((await sampleText()).replaceAll('\n', '\r\n'))
    await shows(document, SAMPLE_FINDINGS)
    await applyAction(await actionsAt(document, theFinding(document, 'section-missing').range), /六|其他需要报告的事项/)
    await applyAction(await actionsAt(document, rangeOf(document, '| 102 |', '102')), /105/)
    assert.equal(/[^\r]\n/.test(document.getText()), false)
  })
})
