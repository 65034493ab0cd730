import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, openSample, shows, slug } from './editor.ts'

const SAMPLE_FINDINGS = ['figure-malformed', 'section-missing', 'total-mismatch']

/** What the Problems view shows of every file, by the end of its name. */
const problems = (): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    vscode.languages
      .getDiagnostics()
      .map(
        ([uri, found]) => [uri.path.split('/').at(-1) ?? '', found.filter(({ source }) => source === 'zwgk')] as const,
      )
      .filter(([, found]) => found.length > 0)
      .map(([name, found]) => [name, found.map(slug).sort()]),
  )

const sample = '2025年政府信息公开工作年度报告.md'

/** Resolves once the Problems view shows of files what is wanted. */
async function untilProblems(wanted: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const isSo = () => JSON.stringify(problems()) === JSON.stringify(wanted)
  if (isSo()) return
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      listener.dispose()
      reject(new Error(`shown: ${JSON.stringify(problems())}`))
    }, 10_000)
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      if (!isSo()) return
      clearTimeout(timer)
      listener.dispose()
      resolve()
    })
  })
}

describe('checking every report of the workspace', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('zwgk.clearChecks')
    await closeAll()
  })

  it('shows the findings of a closed report once, wherever it is opened, until they are cleared', async () => {
    await closeAll()
    await untilProblems({})
    await vscode.commands.executeCommand('zwgk.checkAll')
    await untilProblems({ [sample]: SAMPLE_FINDINGS })
    await shows(await openSample(), SAMPLE_FINDINGS)
    assert.deepEqual(problems(), { [sample]: SAMPLE_FINDINGS })
    await closeAll()
    await untilProblems({ [sample]: SAMPLE_FINDINGS })
    await vscode.commands.executeCommand('zwgk.clearChecks')
    await untilProblems({})
  })

  it('follows a report that comes, changes and goes', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? []
    assert.ok(folder)
    await vscode.commands.executeCommand('zwgk.checkAll')
    await untilProblems({ [sample]: SAMPLE_FINDINGS })
    const copy = vscode.Uri.joinPath(folder.uri, '下级.md')
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder.uri, sample))
    const text = new TextDecoder().decode(bytes)
    try {
      await vscode.workspace.fs.writeFile(copy, bytes)
      await untilProblems({ [sample]: SAMPLE_FINDINGS, '下级.md': SAMPLE_FINDINGS })
      await vscode.workspace.fs.writeFile(copy, new TextEncoder().encode(text.replace('| 102 |', '| 105 |')))
      await untilProblems({ [sample]: SAMPLE_FINDINGS, '下级.md': ['figure-malformed', 'section-missing'] })
    } finally {
      await vscode.workspace.fs.delete(copy)
    }
    await untilProblems({ [sample]: SAMPLE_FINDINGS })
  })
})
