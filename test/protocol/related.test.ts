import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import type { Diagnostic } from 'vscode-languageserver-protocol/node'
import { reportOf, requests } from '../county.ts'
import { able, pushed, startServer } from './client.ts'
import { startWorkspace, uriOf, type Workspace } from './workspace.ts'

const wanted = ['carry-over-mismatch', 'stock-mismatch', 'roll-up-mismatch', 'related-missing']
const found = (items: readonly Diagnostic[]): readonly Diagnostic[] =>
  items.filter(({ code }) => wanted.includes(String(code)))
const textOf = (message: Diagnostic['message']): string => (typeof message === 'string' ? message : message.value)
const messages = (items: readonly Diagnostic[]): readonly string[] =>
  found(items).map(({ code, message }) => `${String(code)} ${textOf(message)}`)

const now = async ({ server }: Workspace, name: string): Promise<readonly string[]> =>
  messages(await server.diagnostics(uriOf(name)))

/** What is said once the other reports are known. */
async function after(workspace: Workspace, name: string): Promise<readonly string[]> {
  await workspace.refreshed()
  return now(workspace, name)
}

const readme = '# 说明\n\n历年材料。\n'
const bureau = '安澜县档案局'
const carried = (from: number, to: number): string =>
  `carry-over-mismatch 二、上年结转政府信息公开申请数量·总计：应为 ${from}（2024年报告“四、结转下年度继续办理·总计”），实填 ${to}，${to < from ? '少' : '多'} ${Math.abs(from - to)}；另有 1 格也与上年报告不符。`

describe('last year’s report', () => {
  test('is found in the workspace, followed, and wins while it is open', async () => {
    const workspace = await startWorkspace({
      'README.md': readme,
      '2025.md': reportOf(bureau, 2025, requests(10, 3, 0)),
      '旧/2024.md': reportOf(bureau, 2024, requests(8, 0, 5)),
      '旧/别局2024.md': reportOf('安澜县教育局', 2024, requests(8, 0, 7)),
    })
    const { server } = workspace
    await workspace.open('2025.md')
    // The first answer does not wait for other files.
    expect(await now(workspace, '2025.md')).toEqual([])
    expect(await after(workspace, '2025.md')).toEqual([carried(5, 3)])
    const [finding] = found(await server.diagnostics(uriOf('2025.md')))
    expect(finding?.relatedInformation?.[0]?.location.uri).toBe(uriOf('旧/2024.md'))
    const { line = 0, character = 0 } = finding?.relatedInformation?.[0]?.location.range.start ?? {}
    expect(workspace.files.get('旧/2024.md')?.split('\n')[line]?.slice(character)).toBe('5 |')
    expect(workspace.read.toSorted()).toEqual(['README.md', '旧/2024.md', '旧/别局2024.md'])
    expect(workspace.lists()).toBe(1)

    // It changes on the disk; nothing else is read again.
    const count = workspace.read.length
    await workspace.write('旧/2024.md', reportOf(bureau, 2024, requests(8, 0, 3)))
    expect(await after(workspace, '2025.md')).toEqual([])
    expect(workspace.read.slice(count)).toEqual(['旧/2024.md'])

    // It is opened and edited, and closed without being saved.
    await workspace.open('旧/2024.md')
    await server.change(uriOf('旧/2024.md'), 2, { text: reportOf(bureau, 2024, requests(8, 0, 6)) })
    expect(await after(workspace, '2025.md')).toEqual([carried(6, 3)])
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf('旧/2024.md') } })
    expect(await after(workspace, '2025.md')).toEqual([])

    // It goes, and with it what was said of it.
    await workspace.write('旧/2024.md', reportOf(bureau, 2024, requests(8, 0, 9)))
    expect(await after(workspace, '2025.md')).toEqual([carried(9, 3)])
    await workspace.write('旧/2024.md', undefined)
    expect(await after(workspace, '2025.md')).toEqual([])
    expect(await server.stop()).toBe(0)
  })

  test('is the one that the front matter names, and nothing else is read', async () => {
    const workspace = await startWorkspace({
      'README.md': readme,
      '档案局/2025.md': reportOf(bureau, 2025, requests(10, 3, 0), 'zwgk:\n  previous: ../旧/去年.md'),
      '旧/去年.md': reportOf('安澜县档案馆', 2024, requests(8, 0, 5)),
      '旧/2024.md': reportOf(bureau, 2024, requests(8, 0, 7)),
    })
    await workspace.open('档案局/2025.md')
    await now(workspace, '档案局/2025.md')
    expect(await after(workspace, '档案局/2025.md')).toEqual([carried(5, 3)])
    expect(workspace.read).toEqual(['旧/去年.md'])
    expect(workspace.lists()).toBe(0)
    expect(await workspace.server.stop()).toBe(0)
  })

  test('that is named and not there is missed', async () => {
    const workspace = await startWorkspace({
      '2025.md': reportOf(bureau, 2025, {}, 'zwgk:\n  previous: 2024.md'),
    })
    await workspace.open('2025.md')
    await now(workspace, '2025.md')
    expect(await after(workspace, '2025.md')).toEqual([
      'related-missing 没有与上年报告核对：文首 previous 所指的不能用。',
    ])
    await workspace.write('2024.md', reportOf(bureau, 2024))
    expect(await after(workspace, '2025.md')).toEqual([])
    expect(await workspace.server.stop()).toBe(0)
  })

  test('is pushed to a client that does not pull', async () => {
    const workspace = await startWorkspace(
      {
        '2025.md': reportOf(bureau, 2025, requests(10, 3, 0)),
        '2024.md': reportOf(bureau, 2024, requests(8, 0, 5)),
      },
      { capabilities: pushed },
    )
    const { server } = workspace
    await workspace.open('2025.md')
    const arrived = async (): Promise<readonly string[]> => {
      for (;;) {
        const last = server.pushes.findLast(({ uri }) => uri === uriOf('2025.md'))
        if (last !== undefined && messages(last.diagnostics).length > 0) return messages(last.diagnostics)
        await server.completion(uriOf('2025.md'), 0, 0)
      }
    }
    expect(await arrived()).toEqual([carried(5, 3)])
    expect(await server.stop()).toBe(0)
  })

  test('of a README is not looked for', async () => {
    const workspace = await startWorkspace({ 'README.md': readme, '2024.md': reportOf(bureau, 2024) })
    await workspace.open('README.md')
    expect(await now(workspace, 'README.md')).toEqual([])
    expect(await workspace.server.completion(uriOf('README.md'), 0, 0)).toEqual([])
    expect([workspace.lists(), workspace.read]).toEqual([0, []])
    expect(await workspace.server.stop()).toBe(0)
  })
})

describe('the bodies below', () => {
  const bodies = { '部门/档案局.md': reportOf(bureau, 2025, requests(10, 3, 2)), '部门/说明.md': readme }
  const county = (received: number, front: string) =>
    reportOf('安澜县人民政府', 2025, requests(received, 3, 2), `zwgk:\n  ${front}`)
  const short =
    'roll-up-mismatch “收到和处理政府信息公开申请情况表”漏加了安澜县教育局：有 6 格不等于 2 份下级报告之和，差额正好是安澜县教育局的数。'

  test('are added up, named by the front matter', async () => {
    const workspace = await startWorkspace({
      ...bodies,
      '部门/教育局.md': reportOf('安澜县教育局', 2025, requests(5, 0, 0)),
      '县.md': county(10, 'children: 部门/*.md'),
    })
    await workspace.open('县.md')
    await now(workspace, '县.md')
    expect(await after(workspace, '县.md')).toEqual([short])
    await workspace.write('部门/教育局.md', reportOf('安澜县教育局', 2025))
    expect(await after(workspace, '县.md')).toEqual([])
    // A report that cannot be read makes the whole roll-up uncheckable.
    await workspace.write('部门/教育局.md', 'unreadable')
    expect(await after(workspace, '县.md')).toEqual([
      'related-missing 汇总不可核：下级报告还缺 1 份（部门/教育局.md）。',
    ])
    expect(await workspace.server.stop()).toBe(0)
  })

  test('are added up, named by the settings', async () => {
    const workspace = await startWorkspace(
      {
        ...bodies,
        '部门/教育局.md': reportOf('安澜县教育局', 2025, requests(5, 0, 0)),
        '县.md': county(10, 'year: 2025'),
      },
      { options: { zwgk: { children: { 安澜县人民政府: ['部门/**/*.md'] } } } },
    )
    await workspace.open('县.md')
    await now(workspace, '县.md')
    expect(await after(workspace, '县.md')).toEqual([short])
    expect(await workspace.server.stop()).toBe(0)
  })

  test('that are edited in the editor count as they stand there', async () => {
    const workspace = await startWorkspace({ ...bodies, '县.md': county(10, 'children: 部门/*.md') })
    await workspace.open('县.md')
    await now(workspace, '县.md')
    await workspace.open('部门/档案局.md')
    await now(workspace, '部门/档案局.md')
    await workspace.server.change(uriOf('部门/档案局.md'), 2, { text: reportOf(bureau, 2025, requests(11, 3, 2)) })
    let said = await now(workspace, '县.md')
    while (said.length === 0) said = await after(workspace, '县.md')
    expect(said.map((it) => it.replace(/(\d)（.*/, '$1'))).toEqual([
      'roll-up-mismatch 一、本年新收政府信息公开申请数量·自然人：应为 11',
      'roll-up-mismatch （一）予以公开·自然人：应为 12',
    ])
    expect(await workspace.server.stop()).toBe(0)
  })
})

describe('a client that reads no files', () => {
  const disk = mkdtempSync(path.join(tmpdir(), 'zwgk-reports-'))
  afterAll(() => {
    rmSync(disk, { recursive: true, force: true })
  })

  test('has them read from the disk', async () => {
    mkdirSync(path.join(disk, '旧'))
    writeFileSync(path.join(disk, '旧', '2024.md'), reportOf(bureau, 2024, requests(8, 0, 5)))
    let refreshed = (): void => undefined
    const again = new Promise<void>((resolve) => {
      refreshed = resolve
    })
    const server = await startServer({
      capabilities: able,
      folder: pathToFileURL(disk).href,
      refresh: (what) => {
        if (what === 'diagnostic') refreshed()
      },
    })
    const uri = pathToFileURL(path.join(disk, '2025.md')).href
    await server.open(uri, reportOf(bureau, 2025, requests(10, 3, 0)))
    await server.diagnostics(uri)
    await again
    expect(messages(await server.diagnostics(uri))).toEqual([carried(5, 3)])
    expect(await server.stop()).toBe(0)
  })
})
