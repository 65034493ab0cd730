import { afterEach, expect, test } from 'vitest'
import type { CodeAction, TextEdit } from 'vscode-languageserver-protocol/node'
import { able, startServer, type Client } from './client.ts'
import { applied, rangeOf, sample, uri, wrongRow } from './texts.ts'

let server: Client

afterEach(async () => {
  expect(await server.stop()).toBe(0)
})

const comment = '<!-- zwgk-waive total-mismatch〔一、本年新收政府信息公开申请数量·总计〕 理由：'

async function waiving(capabilities: typeof able): Promise<CodeAction> {
  server = await startServer({ capabilities })
  await server.open(uri, sample)
  const actions = await server.actions(uri, rangeOf(sample, wrongRow, '102'), ['quickfix'])
  const action = actions.at(-1)
  if (action === undefined) throw new Error('no action')
  expect(action.title).toBe('本处不再提示（填写理由）')
  expect(action.isPreferred).toBeUndefined()
  return action
}

const editsOf = ({ edit }: CodeAction): readonly unknown[] =>
  (edit?.documentChanges ?? []).flatMap((it) => ('edits' in it ? it.edits : []))

test('a client that can select what is to be filled in is given the reason to fill in', async () => {
  const { workspace } = able
  const action = await waiving({
    ...able,
    workspace: { ...workspace, workspaceEdit: { ...workspace?.workspaceEdit, snippetEditSupport: true } },
  })
  expect(editsOf(action)).toMatchObject([
    { snippet: { kind: 'snippet', value: `${comment}\${1:（请填写：理由）} -->\n` } },
  ])
})

test('another is given words that ask for the reason; with a reason the finding is gone', async () => {
  const action = await waiving(able)
  const text = applied(sample, editsOf(action) as TextEdit[])
  expect(text).toContain(`${comment}（请填写：理由） -->\n| `)
  await server.change(uri, 2, { text })
  const asked = (await server.diagnostics(uri)).map(({ code }) => code)
  expect(asked).toContain('waiver-reason')
  expect(asked).toContain('total-mismatch')
  await server.change(uri, 3, { text: text.replace('（请填写：理由）', '省级系统按案件去重') })
  const after = (await server.diagnostics(uri)).map(({ code }) => String(code))
  expect(after.filter((it) => it === 'total-mismatch' || it.startsWith('waiver'))).toEqual([])
})
