import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { decodeText } from './decode.ts'
import { namesBelow } from './readFiles.ts'

/** Larger than any report; the command line reads no more either. */
const largest = 16 * 1024 * 1024

/** The Markdown files below folders, all as URIs. Folders that are not on this machine have none. */
export async function listMarkdown(folders: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    folders
      .filter((folder) => folder.startsWith('file:'))
      .map(async (folder) => {
        const root = fileURLToPath(folder)
        const names = (await namesBelow(root)).filter((name) => /\.(?:md|markdown)$/i.test(name))
        return names.map((name) => pathToFileURL(path.join(root, name)).href)
      }),
  )
  return [...new Set(found.flat())].sort()
}

/** The text of a file; undefined where it cannot be read, is none, or is larger than a report could be. */
export async function readTextFile(uri: string): Promise<string | undefined> {
  try {
    const file = fileURLToPath(uri)
    if ((await stat(file)).size > largest) return undefined
    return decodeText(await readFile(file)).text
  } catch {
    return undefined
  }
}
