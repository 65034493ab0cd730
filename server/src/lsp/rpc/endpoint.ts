import { isRecord } from './isRecord.ts'

/** One side of a JSON-RPC conversation: whole messages, in order. */
export type Transport = {
  /** To be called once. `receive` is given whatever the other side sends, as JSON says it; `closed`: no more will come. */
  listen(receive: (message: unknown) => void, closed: () => void): void
  send(message: object): void
}

/** Tells a request that nobody waits for its answer any more. One that has seen it and answers all the same is sent. */
export type Token = { readonly isCancellationRequested: boolean }

export type Endpoint = {
  /** The answer of a request that fails, or that nobody waits for any more, is an error. */
  readonly onRequest: (method: string, answer: (params: unknown, token: Token) => unknown) => void
  readonly onNotification: (method: string, hear: (params: unknown) => void) => void
  /** Rejects where the other side refuses. */
  readonly sendRequest: (method: string, params?: unknown) => Promise<unknown>
  readonly sendNotification: (method: string, params?: unknown) => void
  readonly listen: (closed: () => void) => void
}

/** The codes of JSON-RPC and of the language server protocol that are answered here. */
const codes = { methodNotFound: -32601, internalError: -32603, cancelled: -32800 } as const

/**
 * JSON-RPC 2.0 as language servers speak it. Messages are taken in order; a request begins once all that has arrived
 * with it has been taken, so that a change or a cancellation right behind it is known.
 */
export function endpoint(transport: Transport, log: (line: string) => void): Endpoint {
  const requests = new Map<string, (params: unknown, token: Token) => unknown>()
  const notifications = new Map<string, (params: unknown) => void>()
  const answering = new Map<unknown, { cancelled: boolean }>()
  const asked = new Map<unknown, { resolve: (result: unknown) => void; reject: (error: Error) => void }>()
  let serial = 0

  const fail = (id: unknown, code: number, message: string): void => {
    transport.send({ jsonrpc: '2.0', id, error: { code, message } })
  }
  const answer = async (id: unknown, method: string, params: unknown): Promise<void> => {
    const state = { cancelled: false, seen: false }
    const token: Token = {
      get isCancellationRequested() {
        state.seen ||= state.cancelled
        return state.cancelled
      },
    }
    const handler = requests.get(method)
    answering.set(id, state)
    await Promise.resolve()
    try {
      if (handler === undefined) {
        fail(id, codes.methodNotFound, `Unhandled method ${method}`)
        return
      }
      const unwanted = (): boolean => state.cancelled && !state.seen
      const result = unwanted() ? null : await handler(params, token)
      if (unwanted()) fail(id, codes.cancelled, 'cancelled')
      else transport.send({ jsonrpc: '2.0', id, result: result ?? null })
    } catch {
      // What it says may quote the document.
      fail(id, codes.internalError, `${method} failed`)
    } finally {
      answering.delete(id)
    }
  }
  const hear = (method: string, params: unknown): void => {
    try {
      notifications.get(method)?.(params)
    } catch {
      log(`${method} failed`)
    }
  }
  const settle = (id: unknown, { result, error }: Readonly<Record<string, unknown>>): void => {
    const waiting = asked.get(id)
    asked.delete(id)
    if (error === undefined || error === null) waiting?.resolve(result)
    else waiting?.reject(new Error(isRecord(error) ? String(error['message']) : 'refused'))
  }

  notifications.set('$/cancelRequest', (params) => {
    const state = isRecord(params) ? answering.get(params['id']) : undefined
    if (state !== undefined) state.cancelled = true
  })
  return {
    onRequest: (method, handler) => void requests.set(method, handler),
    onNotification: (method, handler) => void notifications.set(method, handler),
    sendRequest: (method, params) =>
      new Promise((resolve, reject) => {
        asked.set(++serial, { resolve, reject })
        transport.send({ jsonrpc: '2.0', id: serial, method, params })
      }),
    sendNotification: (method, params) => {
      transport.send({ jsonrpc: '2.0', method, params })
    },
    listen(closed) {
      transport.listen((message) => {
        if (!isRecord(message)) return
        const { id, method, params } = message
        if (typeof method !== 'string') settle(id, message)
        else if (id === undefined || id === null) hear(method, params)
        else void answer(id, method, params)
      }, closed)
    },
  }
}
