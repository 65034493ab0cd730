import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { decode, type Decoded } from './decode.ts'
import type { Input } from './inputs.ts'
import { notice, readFailure } from './notice.ts'

/** A report has some twenty thousand characters; what is a thousand times larger is something else. */
export const limitMiB = 16

/** Reads one input whole, up to a limit; a pipe and a device are read like a file. */
export const readInput = ({ kind, path, file }: Input, stdin: () => Readable): Promise<Decoded> =>
  kind === 'stdin' ? readText(stdin(), path) : readFileBounded(file, path)

/** `path` is how the user knows the file. */
export const readFileBounded = (file: string, path: string): Promise<Decoded> => readText(createReadStream(file), path)

async function readText(stream: Readable, path: string): Promise<Decoded> {
  try {
    const bytes = await readBounded(stream, limitMiB * 1024 * 1024)
    return bytes === undefined ? { refusal: notice('tooLarge', { path, limit: limitMiB }) } : decode(bytes, path)
  } catch (error) {
    return { refusal: readFailure(error, path) }
  }
}

async function readBounded(stream: Readable, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
