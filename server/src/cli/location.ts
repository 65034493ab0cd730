import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** A path relative to the working directory where it lies below it, for tools that know files by their checkout. */
export function relativePath(file: string, cwd: string): string | undefined {
  const relative = path.relative(cwd, file)
  return relative === '' || relative.startsWith('..') || path.isAbsolute(relative)
    ? undefined
    : relative.split(path.sep).join('/')
}

/** The same as a URI reference; a full `file:` URI where the file lies elsewhere. */
export function relativeUri(file: string, cwd: string): string {
  const relative = relativePath(file, cwd)
  return relative === undefined ? fileUri(file) : relative.split('/').map(encodeURIComponent).join('/')
}

export const fileUri = (file: string): string => pathToFileURL(file).href
