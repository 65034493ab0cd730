import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { endpoint, type Endpoint, type Transport } from '../server/src/lsp/rpc/endpoint.ts'
import { frame, unframe } from '../server/src/lsp/rpc/framing.ts'
import { seeded } from './random.ts'

describe('framing', () => {
  const messages = [
    { method: 'a', params: { text: '政府信息公开𠮷😀' } },
    { id: 1, result: null },
    { id: 'b', result: [{}, '\r\n\r\nContent-Length: 5\r\n\r\n'] },
  ]
  const read = (chunks: readonly Buffer[]): { taken: unknown[]; refused: number } => {
    const taken: unknown[] = []
    let refused = 0
    const take = unframe(
      (message) => taken.push(message),
      () => refused++,
    )
    for (const chunk of chunks) take(chunk)
    return { taken, refused }
  }

  test('what is written is read, however the stream is cut', () => {
    const stream = Buffer.from(messages.map(frame).join(''))
    const random = seeded(1)
    expect(read([stream]).taken).toEqual(messages)
    expect(read([...stream].map((byte) => Buffer.from([byte]))).taken).toEqual(messages)
    for (let round = 0; round < 200; round++) {
      const chunks: Buffer[] = []
      for (let at = 0; at < stream.length;) {
        const end = at + 1 + random.below(80)
        chunks.push(stream.subarray(at, end))
        at = end
      }
      expect(read(chunks)).toEqual({ taken: messages, refused: 0 })
    }
  })

  test('other headers are passed over, whatever their case', () => {
    const body = JSON.stringify(messages[0])
    const length = String(Buffer.byteLength(body))
    const head = `content-type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH:${length}\r\n\r\n`
    expect(read([Buffer.from(head + body)]).taken).toEqual([messages[0]])
  })

  test('what is not JSON, or has no length, is refused and the next message read', () => {
    const next = frame({ id: 2 })
    expect(read([Buffer.from(`Content-Length: 3\r\n\r\n{a}${next}`)])).toEqual({ taken: [{ id: 2 }], refused: 1 })
    expect(read([Buffer.from(`X: 3\r\n\r\n${next}`)])).toEqual({ taken: [{ id: 2 }], refused: 1 })
    expect(read([Buffer.from(`Content-Length: 0\r\n\r\n${next}`)])).toEqual({ taken: [{ id: 2 }], refused: 1 })
  })
})

/** An endpoint, what it sends, and a way to send to it. */
function talk(): { side: Endpoint; sent: unknown[]; logs: string[]; say: (...messages: unknown[]) => Promise<void> } {
  const sent: unknown[] = []
  const logs: string[] = []
  let receive: (message: unknown) => void = () => undefined
  const transport: Transport = {
    listen: (listener) => {
      receive = listener
    },
    send: (message) => sent.push(message),
  }
  const side = endpoint(transport, (line) => logs.push(line))
  side.listen(() => undefined)
  return {
    side,
    sent,
    logs,
    async say(...messages) {
      for (const message of messages) receive(message)
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

describe('an endpoint', () => {
  test('answers requests, and null where there is nothing to say', async () => {
    const { side, sent, say } = talk()
    side.onRequest('double', (params) => Number(params) * 2)
    side.onRequest('nothing', () => undefined)
    await say({ id: 1, method: 'double', params: 2 }, { id: 'x', method: 'nothing' })
    expect(sent).toEqual([
      { jsonrpc: '2.0', id: 1, result: 4 },
      { jsonrpc: '2.0', id: 'x', result: null },
    ])
  })

  test('takes what has arrived with a request before it begins', async () => {
    const { side, sent, say } = talk()
    let text = ''
    side.onNotification('change', (params) => (text = String(params)))
    side.onRequest('text', () => text)
    await say({ id: 1, method: 'text' }, { method: 'change', params: 'new' })
    expect(sent).toEqual([{ jsonrpc: '2.0', id: 1, result: 'new' }])
  })

  test('says what it does not know, and what fails without quoting', async () => {
    const { side, sent, say } = talk()
    side.onRequest('fails', () => {
      throw new Error('the text of the report')
    })
    await say({ id: 1, method: 'unknown' }, { id: 2, method: 'fails' })
    expect(sent).toEqual([
      { jsonrpc: '2.0', id: 1, error: { code: -32601, message: 'Unhandled method unknown' } },
      { jsonrpc: '2.0', id: 2, error: { code: -32603, message: 'fails failed' } },
    ])
  })

  test('does not begin what is cancelled at once, nor send what is cancelled meanwhile', async () => {
    const { side, sent, say } = talk()
    let begun = 0
    let finish = (): void => undefined
    side.onRequest('slow', () => {
      begun++
      return new Promise<void>((resolve) => (finish = resolve))
    })
    await say({ id: 1, method: 'slow' }, { method: '$/cancelRequest', params: { id: 1 } })
    expect(begun).toBe(0)
    await say({ id: 2, method: 'slow' })
    expect(begun).toBe(1)
    await say({ method: '$/cancelRequest', params: { id: 2 } })
    finish()
    await say()
    expect(sent).toEqual([1, 2].map((id) => ({ jsonrpc: '2.0', id, error: { code: -32800, message: 'cancelled' } })))
  })

  test('asks and is answered or refused', async () => {
    const { side, sent, say } = talk()
    const [a, b] = [side.sendRequest('a', 1), side.sendRequest('b')]
    const refused = expect(b).rejects.toThrow('no')
    await say({ id: 2, error: { code: 1, message: 'no' } }, { id: 1, result: 'yes' }, { id: 3, result: 'late' })
    expect(await a).toBe('yes')
    await refused
    expect(sent).toEqual([
      { jsonrpc: '2.0', id: 1, method: 'a', params: 1 },
      { jsonrpc: '2.0', id: 2, method: 'b', params: undefined },
    ])
  })

  test('outlives what is no message and a listener that fails', async () => {
    const { side, sent, logs, say } = talk()
    side.onNotification('fails', () => {
      throw new Error('the text of the report')
    })
    side.onRequest('well', () => 1)
    await say(
      null,
      3,
      [],
      'x',
      {},
      { method: 4 },
      { method: 'fails' },
      { method: 'unknown' },
      { id: 1, method: 'well' },
    )
    expect(logs).toEqual(['fails failed'])
    expect(sent).toEqual([{ jsonrpc: '2.0', id: 1, result: 1 }])
  })
})
