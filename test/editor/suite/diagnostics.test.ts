import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, findings, openSample, openText, rangeOf, replace, sampleText, shows, theFinding } from './editor.ts'

const SAMPLE_FINDINGS = ['figure-malformed', 'section-missing', 'total-mismatch']

describe('diagnostics', () => {
  afterEach(closeAll)

  it('shows the three mistakes of the sample and nothing else', async () => {
    await shows(await openSample(), SAMPLE_FINDINGS)
  })

  it('puts the wrong total on its figure and says what it should be', async () => {
    const document = await openSample()
    await shows(document, SAMPLE_FINDINGS)
    const finding = theFinding(document, 'total-mismatch')
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Error)
    assert.equal(document.getText(finding.range), '102')
    assert.match(finding.message, /应为 105.*实填 102.*少 3/)
  })

  it('leads from the wrong total to every addend', async () => {
    const document = await openSample()
    await shows(document, SAMPLE_FINDINGS)
    const related = theFinding(document, 'total-mismatch').relatedInformation ?? []
    const texts = related.map(({ location }) => document.getText(location.range))
    for (const addend of ['82', '14', '5']) assert.ok(texts.includes(addend), `no ${addend} in ${texts.join(' ')}`)
    assert.ok(related.length >= 6, `only ${related.length} places`)
  })

  it('links every finding to the page of its rule', async () => {
    const document = await openSample()
    await shows(document, SAMPLE_FINDINGS)
    for (const { code } of findings(document)) assert.ok(typeof code === 'object' && code.target, JSON.stringify(code))
  })

  it('warns of 00, whose value is plain', async () => {
    const document = await openSample()
    await shows(document, SAMPLE_FINDINGS)
    const finding = theFinding(document, 'figure-malformed')
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning)
    assert.equal(document.getText(finding.range), '00')
  })

  it('follows the typing: a broken figure shows, and goes when it is mended', async () => {
    const document = await openText(await sampleText())
    await shows(document, SAMPLE_FINDINGS)
    await replace(document, '| 82 | 14 | 1 | 2 | 5 | 1 | 102 |', '| 82 | 14 | 1 | 2 | 5 | 1 | 105 |')
    await shows(document, ['figure-malformed', 'section-missing'])
    await replace(document, '| 2 | 1 | 0 | 1 | 4 |', '| 2 | 1 | 0 | 1 | 5 |')
    await shows(document, SAMPLE_FINDINGS)
    assert.equal(document.getText(theFinding(document, 'total-mismatch').range), '5')
    await replace(document, '| 2 | 1 | 0 | 1 | 5 |', '| 2 | 1 | 0 | 1 | 4 |')
    await shows(document, ['figure-malformed', 'section-missing'])
  })

  it('reports one cause once, where several balances break', async () => {
    const document = await openText((await sampleText()).replace('| 102 |', '| 105 |').replace('| 00 |', '| 0 |'))
    await shows(document, ['section-missing'])
    // The natural persons of 予以公开: their row, their column and the balance of the total column all depend on it.
    await replace(document, '（一）予以公开 | 31 |', '（一）予以公开 | 13 |')
    await shows(document, ['section-missing', 'total-mismatch'])
  })

  it('keeps its ranges right with CRLF and characters beyond the basic plane', async () => {
    const text = (await sampleText()).replace('| 项目 |', '| 项目𠮷😀 |').replace('河堤路', '河𠮷堤😀路')
    const document = await openText(text.replaceAll('\n', '\r\n'))
    await shows(document, SAMPLE_FINDINGS)
    assert.equal(document.getText(theFinding(document, 'total-mismatch').range), '102')
    assert.deepEqual(theFinding(document, 'figure-malformed').range, rangeOf(document, '| 00 |', '00'))
  })

  it('lets a setting switch a rule off and on again', async () => {
    const document = await openSample()
    await shows(document, SAMPLE_FINDINGS)
    const configuration = vscode.workspace.getConfiguration('zwgk')
    await configuration.update('rules', { 'total-mismatch': 'off' }, vscode.ConfigurationTarget.Global)
    try {
      await shows(document, ['figure-malformed', 'section-missing'])
    } finally {
      await configuration.update('rules', undefined, vscode.ConfigurationTarget.Global)
    }
    await shows(document, SAMPLE_FINDINGS)
  })

  it('says nothing of a README, a law text and a work plan, even beside a report', async () => {
    const report = await openSample()
    const texts = [
      '# A tool\n\n| Option | Total |\n|---|---|\n| a | 00 |\n\n## 一、Install\n',
      '# 中华人民共和国政府信息公开条例\n\n## 第一章 总则\n\n第一条 为了保障公民依法获取政府信息，制定本条例。\n',
      '# 2026年政务公开工作计划\n\n## 一、总体情况\n\n## 二、工作安排\n\n| 事项 | 总计 |\n|---|---|\n| 培训 | 3 |\n',
    ]
    const others: vscode.TextDocument[] = []
    for (const text of texts) others.push(await openText(text))
    // A change of the report that shows is a sign that everything asked before has been answered.
    await replace(report, '| 102 |', '| 105 |')
    await shows(report, ['figure-malformed', 'section-missing'])
    for (const document of others) assert.deepEqual(findings(document), [])
  })
})
