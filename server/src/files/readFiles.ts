import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { globMatcher, isGlob } from '../core/text/glob.ts'

/** A file of the workspace; `file` is absolute, `name` is relative to the folder, with `/`. */
export type ReadFile = { readonly file: string; readonly name: string; readonly text: string }

export type FilesRead = {
  readonly files: readonly ReadFile[]
  /** Paths and patterns that led to no file that could be read. */
  readonly missing: readonly string[]
}

/** A form has some hundred kilobytes; what is larger is none. */
const largest = 4_000_000
/** A folder that holds more is not searched to its end. */
const mostEntries = 50_000

/**
 * Reads the files that paths and globs name below a folder; nothing outside it, and nothing in hidden folders or
 * `node_modules`. Sorted by name, each once.
 */
export async function readFiles(folder: string, patterns: readonly string[]): Promise<FilesRead> {
  const names = new Set<string>()
  const missing: string[] = []
  const all = patterns.some(isGlob) ? await namesBelow(folder) : []
  for (const pattern of patterns) {
    const wanted = pattern.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
    const found = isGlob(wanted) ? all.filter(globMatcher(wanted)) : [wanted]
    const readable = await Promise.all(found.map((name) => isFile(folder, name)))
    if (!readable.includes(true)) missing.push(pattern)
    found.forEach((name, i) => {
      if (readable[i] === true) names.add(name)
    })
  }
  const files = await Promise.all(
    [...names].sort().map(async (name): Promise<ReadFile> => {
      const file = path.join(folder, name)
      return { file, name, text: (await readFile(file, 'utf8')).replace(/^\ufeff/, '') }
    }),
  )
  return { files, missing }
}

async function isFile(folder: string, name: string): Promise<boolean> {
  if (path.isAbsolute(name) || name.split('/').includes('..')) return false
  try {
    const found = await stat(path.join(folder, name))
    return found.isFile() && found.size <= largest
  } catch {
    return false
  }
}

/** Every file below a folder by its name relative to it, but for hidden ones and `node_modules`; links are not followed. */
export async function namesBelow(folder: string): Promise<readonly string[]> {
  const names: string[] = []
  const folders = ['']
  let entries = 0
  for (let at = folders.shift(); at !== undefined && entries < mostEntries; at = folders.shift()) {
    const inside = await readdir(path.join(folder, at), { withFileTypes: true }).catch(() => [])
    entries += inside.length
    for (const entry of inside) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const name = at === '' ? entry.name : `${at}/${entry.name}`
      if (entry.isDirectory()) folders.push(name)
      else names.push(name)
    }
  }
  return names
}
