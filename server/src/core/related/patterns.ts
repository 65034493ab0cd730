import { globMatcher, isGlob } from '../text/glob.ts'
import { bodyKey } from './head.ts'

/** One entry of a list of subordinate bodies, ready to be matched. Paths are absolute, with `/`. */
export type Entry = {
  /** As written. */
  readonly text: string
  /** An entry with an exclamation mark in front takes out what others brought in. */
  readonly excluded: boolean
} & (
  | { readonly kind: 'body'; readonly key: string }
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'glob'; readonly folder: string; readonly matches: (path: string) => boolean }
)

/**
 * Reads an entry: a path or a glob, relative to `folder`, or to `root` where it begins with `/`; anything without `/`,
 * wildcards and `.md` is the name of a body.
 */
export function readEntry(text: string, folder: string, root: string): Entry {
  const excluded = text.startsWith('!')
  const written = (excluded ? text.slice(1) : text).trim().replaceAll('\\', '/')
  if (!/[/*?{]|\.(?:md|markdown)$/i.test(written)) return { text, excluded, kind: 'body', key: bodyKey(written) }
  const { base, rest } = resolve(written, folder, root)
  if (!isGlob(rest)) return { text, excluded, kind: 'path', path: join(base, rest) }
  const matches = globMatcher(rest)
  const within = `${base}/`
  return {
    text,
    excluded,
    kind: 'glob',
    folder: base,
    matches: (path) => path.startsWith(within) && matches(path.slice(within.length)),
  }
}

/** The absolute path that a path in a report leads to. */
export function resolvePath(written: string, folder: string, root: string): string {
  const { base, rest } = resolve(written.trim().replaceAll('\\', '/'), folder, root)
  return join(base, rest)
}

/** Steps that lead up are taken from the folder, wherever they stand before the first wildcard. */
function resolve(written: string, folder: string, root: string): { readonly base: string; readonly rest: string } {
  let base = written.startsWith('/') ? root : folder
  const rest: string[] = []
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') rest.push(part)
    else if (rest.length > 0 && !rest.some(isGlob)) rest.pop()
    else base = folderOf(base)
  }
  return { base, rest: rest.join('/') }
}

const join = (base: string, rest: string): string => (rest === '' ? base : `${base}/${rest}`)

/** The folder that a file or folder lies in. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** How many folders two paths have in common. */
export function sharedFolders(a: string, b: string): number {
  const [x, y] = [a.split('/'), b.split('/')]
  let count = 0
  while (count < Math.min(x.length, y.length) - 1 && x[count] === y[count]) count++
  return count
}
