import { Buffer } from 'node:buffer'

/** A message as it goes over a stream: its length, a blank line, JSON. */
export function frame(message: object): string {
  const body = JSON.stringify(message)
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
}

/**
 * Cuts a stream into messages. What comes in pieces is put together once, when the last piece is there; what is not
 * JSON is passed over.
 */
export function unframe(receive: (message: unknown) => void, refuse: () => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = []
  let received = 0
  /** How much it takes until there is something to be read. */
  let wanted = 1
  return (chunk) => {
    chunks.push(chunk)
    received += chunk.length
    while (received >= wanted) {
      const all = chunks.length === 1 ? chunk : Buffer.concat(chunks, received)
      const head = all.indexOf('\r\n\r\n')
      if (head < 0) {
        chunks = [all]
        wanted = received + 1
        return
      }
      const start = head + 4
      const length = /^content-length: *(\d+)/im.exec(all.toString('latin1', 0, head))?.[1]
      const end = start + Number(length ?? 0)
      if (received < end) {
        chunks = [all]
        wanted = end
        return
      }
      chunk = all.subarray(end)
      chunks = [chunk]
      received -= end
      wanted = 1
      const message = length === undefined ? undefined : parse(all.toString('utf8', start, end))
      if (message === undefined) refuse()
      else receive(message)
    }
  }
}

/** Undefined where it is no JSON, which has no such value. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
