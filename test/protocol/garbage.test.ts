import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startServer, type Client } from './client.ts'
import { rangeOf, sample, sampleFindings, uri, wrongRow } from './texts.ts'

const row = '| 一、本年新收政府信息公开申请数量 | 82 | 14 | 1 | 2 | 5 | 1 | 102 |\n'
const table = sample.slice(sample.indexOf('| 项目 |'), sample.indexOf(row))

/** What a clerk may paste, and what nobody would; each as part of a report, so that it is looked at. */
const garbage: readonly (readonly [string, string])[] = [
  [
    'lone surrogates',
    sample.replace('82', '8\ud842').replace('总体情况', '总\udfb7体情况').replace('| 00 |', '| \ud83d |'),
  ],
  ['NUL', sample.replaceAll('0', '\0')],
  ['control characters', sample.replaceAll('1', '\u0001\u007f\u0085\u2028')],
  ['1 MB on one line', `${sample}\n${'政府信息公开'.repeat(170_000)}\n`],
  ['1 MB in one cell', sample.replace('| 102 |', `| ${'9'.repeat(1_000_000)} |`)],
  ['1 MB of pipes', `${sample}\n${'|'.repeat(1_000_000)}\n`],
  ['an unclosed fence', sample.replace('## 二、', '```\n## 二、')],
  ['an unclosed comment', sample.replace('## 二、', '<!--\n## 二、')],
  ['an unclosed HTML table', `${sample}\n<table><tr><td>${'<td>'.repeat(20_000)}`],
  ['a table of 10,000 rows', sample.replace(row, row.repeat(10_000))],
  ['10,000 empty tables', `${sample}\n${'| a |\n|---|\n\n'.repeat(10_000)}`],
  ['mixed line ends', sample.replace(/\n/g, (_, at: number) => ['\n', '\r\n', '\r'][at % 3] ?? '\n')],
  ['only carriage returns', sample.replaceAll('\n', '\r')],
  ['brackets without end', `${sample}\n${'['.repeat(50_000)}\n`],
  ['emphasis without end', `${sample}\n${'a**b'.repeat(12_500)}\n`],
  ['quotes in quotes', `${sample}\n${'>'.repeat(5_000)} x\n`],
  ['lists in lists', `${sample}\n${'- '.repeat(2_000)}x\n`],
  ['headings without end', `${sample}\n${'# 一、总体情况\n'.repeat(2_000)}`],
  ['a table in each section title', sample.replaceAll('\n## ', `\n${table}\n## `)],
  [
    'front matter that is an alias bomb',
    `---\na: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nzwgk: [*c,*c]\n---\n${sample}`,
  ],
  ['front matter that is no YAML', `---\nzwgk: {format: "2021"\n\t- : :\n---\n${sample}`],
  ['nothing', ''],
  ['a byte order mark alone', '\ufeff'],
]

let server: Client

beforeAll(async () => {
  server = await startServer()
})

// One that hangs must not make the others wait for it.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  server.child.kill('SIGKILL')
  server = await startServer()
})

afterAll(async () => {
  expect(await server.stop()).toBe(0)
})

test.each(garbage)(
  '%s: every request is answered, in bounded time, and the server lives on',
  { timeout: 60_000 },
  async (_, text) => {
    const since = performance.now()
    await server.open(uri, text)
    const diagnostics = await server.diagnostics(uri)
    const everything = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } }
    const last = text.split(/\r\n|\n|\r/).length - 1
    for (const { range } of diagnostics) {
      expect(range.start.line).toBeLessThanOrEqual(range.end.line)
      expect(range.end.line).toBeLessThanOrEqual(last)
    }
    for (const line of [0, last >> 1, last]) {
      await server.hover(uri, line, 3)
      await server.completion(uri, line, 3)
    }
    await server.actions(uri, everything)
    await server.connection.sendRequest('zwgk/missingSections', { uri })
    await server.connection.sendRequest('zwgk/recomputeTotals', { uri })
    await server.change(uri, 2, {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      text: 'x',
    })
    await server.diagnostics(uri)
    // Generous, for machines are slow and shared: what hangs takes minutes.
    expect(performance.now() - since).toBeLessThan(30_000)
    await server.change(uri, 3, { text: sample })
    const codes = (await server.diagnostics(uri)).map(({ code }) => code)
    expect(codes.sort()).toEqual(sampleFindings)
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
    expect(server.logs).toEqual([])
  },
)

test('positions outside of the document are answered', async () => {
  await server.open(uri, sample)
  for (const [line, character] of [
    [1_000_000, 0],
    [0, 1_000_000],
    [2_147_483_647, 2_147_483_647],
  ] as const) {
    await server.hover(uri, line, character)
    await server.completion(uri, line, character)
    await server.actions(uri, { start: { line, character }, end: { line: 0, character: 0 } })
  }
  expect(await server.actions(uri, rangeOf(sample, wrongRow, '102'), ['quickfix'])).not.toEqual([])
  expect(server.logs).toEqual([])
})

test('a message that is no request is answered with an error and forgotten', async () => {
  await expect(server.connection.sendRequest('textDocument/hover', { textDocument: null })).resolves.toBeNull()
  await expect(server.connection.sendRequest('zwgk/unknown', {})).rejects.toMatchObject({ code: -32601 })
  expect(server.logs.every((line) => !line.includes(sample.slice(0, 10)))).toBe(true)
  expect(await server.diagnostics(uri)).toHaveLength(3)
})
