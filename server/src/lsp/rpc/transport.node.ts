import type { Buffer } from 'node:buffer'
import process from 'node:process'
import type { Transport } from './endpoint.ts'
import { frame, unframe } from './framing.ts'

type Stream = {
  on(event: 'data', listener: (chunk: Buffer) => void): unknown
  on(event: 'end' | 'close' | 'error', listener: () => void): unknown
  write(text: string): unknown
}

/** The way to the client that the arguments name; undefined where they name none. */
export async function transportOf(args: readonly string[]): Promise<Transport | undefined> {
  for (const [i, arg] of args.entries()) {
    const [name, value = args[i + 1] ?? ''] = arg.split('=', 2)
    switch (name) {
      case '--stdio':
        return overStreams(process.stdin, process.stdout)
      case '--node-ipc':
        return overIpc()
      case '--socket':
        return overSocket({ port: Number(value), host: '127.0.0.1' })
      case '--pipe':
        return overSocket({ path: value })
    }
  }
  return undefined
}

function overStreams(input: Pick<Stream, 'on'>, output: Pick<Stream, 'on' | 'write'>): Transport {
  return {
    listen(receive, closed) {
      // What cannot be read cannot be answered, and must not be quoted.
      const refuse = (): void => void process.stderr.write('zwgk-report: a message is not JSON\n')
      input.on('data', unframe(receive, refuse))
      input.on('end', closed)
      input.on('close', closed)
      // Whoever does not read any more is gone as well.
      output.on('error', closed)
    },
    send: (message) => output.write(frame(message)),
  }
}

function overIpc(): Transport {
  return {
    listen(receive, closed) {
      process.on('message', receive)
      process.on('disconnect', closed)
    },
    // With a function of its own for errors, a channel that has just been closed is none.
    send: (message) => process.send?.(message, undefined, undefined, () => undefined),
  }
}

async function overSocket(to: { port: number; host: string } | { path: string }): Promise<Transport> {
  const { connect } = await import('node:net')
  const socket = connect(to)
  // A socket that fails is closed as well, which is listened to.
  socket.on('error', () => undefined)
  return overStreams(socket, socket)
}
