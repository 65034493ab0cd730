import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { namesBelow } from './readFiles.ts'
import { decodeText } from './decode.ts'

/** Larger than any report; the command line reads no more either. */
const largest = 16 * 1024 * 1024

/** The Markdown files below a folder, absolute, sorted. Hidden folders and `node_modules` are passed over. */
export async function markdownBelow(folder: string): Promise<readonly string[]> {
  const names = await namesBelow(folder)
  return names
    .filter((name) => /\.(?:md|markdown)$/i.test(name))
    .sort()
    .map((name) => path.join(folder, name))
}

/** The text of a file; undefined where there is none, `unreadable` where it is too large or no text. */
export async function readReport(file: string): Promise<{ readonly text: string } | 'unreadable' | undefined> {
  try {
    const { size } = await stat(file)
    const text = size > largest ? undefined : decodeText(await readFile(file)).text
    return text === undefined ? 'unreadable' : { text }
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
    return gone ? undefined : 'unreadable'
  }
}
