import type { Writable } from 'node:stream'
import { codeOf } from './notice.ts'

/** The one way to write to a stream: in order, at the reader's pace, and quietly once the reader has gone. */
export type Writer = {
  /** Resolves when the text has been taken; to false when nobody reads any more, as after `| head`. */
  write(text: string): Promise<boolean>
  /** The code of an error other than that the reader has gone. */
  failure(): string | undefined
}

export function writerTo(stream: Writable): Writer {
  let open = true
  let failure: string | undefined
  const close = (error: unknown): void => {
    open = false
    const code = codeOf(error)
    if (!readerGone.includes(code)) failure ??= code
  }
  // Without a listener the process would end with a stack trace.
  stream.on('error', close)
  return {
    write: (text) =>
      new Promise((resolve) => {
        if (!open || text === '') resolve(open)
        else
          stream.write(text, (error) => {
            if (error) close(error)
            resolve(open)
          })
      }),
    failure: () => failure,
  }
}

/** What Unix and Windows call a pipe whose other end is closed. */
const readerGone: readonly string[] = ['EPIPE', 'EOF', 'ECONNRESET', 'ERR_STREAM_DESTROYED']
