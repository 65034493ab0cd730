import { afterEach, describe, expect, test } from 'vitest'
import { able, pushed, startServer, type Client } from './client.ts'
import { rangeOf, uri, withRightTotal } from './texts.ts'

let server: Client

afterEach(async () => {
  expect(await server.stop()).toBe(0)
})

/** Types a wrong figure over the total of the row that balances. */
const typeWrongTotal = (version: number): Promise<void> =>
  server.change(uri, version, {
    range: rangeOf(withRightTotal, '| 82 | 14 | 1 | 2 | 5 | 1 | 105 |', '105'),
    text: '10',
  })

const codesOf = async (): Promise<unknown[]> => (await server.diagnostics(uri)).map(({ code }) => code)

describe('while a row is being typed', () => {
  test('a client that pulls is asked to pull again once typing pauses', async () => {
    let refreshed = (): void => undefined
    const refresh = new Promise<void>((resolve) => (refreshed = resolve))
    server = await startServer({
      capabilities: able,
      refresh: () => {
        refreshed()
      },
    })
    await server.open(uri, withRightTotal)
    expect(await codesOf()).not.toContain('total-mismatch')
    await typeWrongTotal(2)
    const waiting = await server.pull(uri)
    expect(waiting.kind === 'full' && waiting.items.map(({ code }) => code)).not.toContain('total-mismatch')
    await refresh
    const after = await server.pull(uri, waiting.resultId)
    expect(after.kind === 'full' && after.items.map(({ code }) => code)).toContain('total-mismatch')
  })

  test('saving shows everything', async () => {
    server = await startServer({ capabilities: able })
    await server.open(uri, withRightTotal)
    await codesOf()
    await typeWrongTotal(2)
    expect(await codesOf()).not.toContain('total-mismatch')
    await server.connection.sendNotification('textDocument/didSave', { textDocument: { uri } })
    expect(await codesOf()).toContain('total-mismatch')
  })

  test('a client that does not pull is pushed what has waited', async () => {
    server = await startServer({ capabilities: pushed })
    await server.open(uri, withRightTotal)
    await server.push(uri, 1)
    await typeWrongTotal(2)
    const first = await server.push(uri, 2)
    expect(first.diagnostics.map(({ code }) => code)).not.toContain('total-mismatch')
    const told = server.pushes.length
    await expect.poll(() => server.pushes.length, { timeout: 5000, interval: 20 }).toBeGreaterThan(told)
    expect(server.pushes.at(-1)?.diagnostics.map(({ code }) => code)).toContain('total-mismatch')
  })

  test('nothing waits for a client that pulls and cannot be asked to pull again', async () => {
    server = await startServer({ capabilities: { ...able, workspace: { ...able.workspace, diagnostics: {} } } })
    await server.open(uri, withRightTotal)
    await codesOf()
    await typeWrongTotal(2)
    expect(await codesOf()).toContain('total-mismatch')
  })

  test('the setting turns it off', async () => {
    server = await startServer({ capabilities: able, options: { zwgk: { calmWhileTyping: false } } })
    await server.open(uri, withRightTotal)
    await codesOf()
    await typeWrongTotal(2)
    expect(await codesOf()).toContain('total-mismatch')
  })
})
