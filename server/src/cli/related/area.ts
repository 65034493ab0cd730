import { closeSync, openSync, readSync } from 'node:fs'
import path from 'node:path'
import type { Found } from '../../core/related/choose.ts'
import { bodyKey, readHead } from '../../core/related/head.ts'
import { wishesOf, type Bodies, type Own } from '../../core/related/wishes.ts'
import { decode } from '../decode.ts'
import { globSync } from '../glob.ts'
import { withSlashes } from '../inputs.ts'

/**
 * The files among which the reports are looked for that a report must agree with: those that are checked, those below
 * the folder of the configuration, and those that reports name. Plain data, so that it can be sent to a worker.
 */
export type Area = {
  /** What paths that begin with `/` start from, and what paths are shown relative to. */
  readonly root: string
  readonly files: Map<string, Found>
}

/** The absolute path with `/`, by which files are known. */
export const pathOf = (file: string): string => withSlashes(path.resolve(file))

/** Reads the heads of some files, and of those that these name. */
export function areaOf(files: readonly string[], root: string, bodies: Bodies): Area {
  const area: Area = { root: pathOf(root), files: new Map() }
  for (const file of files) addFile(pathOf(file), area)
  const walked = new Set<string>()
  for (const [own, found] of [...area.files])
    if (typeof found !== 'string') extend(area, { path: own, root: area.root, head: found }, bodies, walked)
  return area
}

/** Adds the files that a report names. */
export function extend(area: Area, own: Own, bodies: Bodies, walked: Set<string> = new Set()): void {
  const { previous, children } = wishesOf(own, bodies)
  if (previous !== undefined) addFile(previous.path, area)
  for (const entry of children?.entries ?? []) {
    if (entry.kind === 'path' && !entry.excluded) addFile(entry.path, area)
    if (entry.kind !== 'glob' || entry.excluded || walked.has(entry.folder)) continue
    walked.add(entry.folder)
    for (const file of markdownBelow(entry.folder)) if (entry.matches(file)) addFile(file, area)
  }
}

function addFile(file: string, { files }: Area): void {
  if (files.has(file) || !/\.(?:md|markdown)$/i.test(file)) return
  const start = readStart(file)
  if (start === undefined) return
  files.set(file, start === 'unreadable' ? start : (readHead(start) ?? 'no-report'))
}

/** More than enough for the title of a report, whatever the encoding. */
const looked = 24_576

/** The beginning of a file, cut at the end of a line; undefined where there is none. */
function readStart(file: string): string | undefined {
  let descriptor: number | undefined
  try {
    descriptor = openSync(file, 'r')
    const bytes = Buffer.alloc(looked)
    const length = readSync(descriptor, bytes, 0, looked, 0)
    // A character must not be cut in two; no encoding that is read here has this byte within one.
    const end = length < looked ? length : bytes.lastIndexOf(0x0a, length) & ~1
    const decoded = decode(bytes.subarray(0, end <= 0 ? length : end), file)
    return decoded.text ?? 'unreadable'
  } catch {
    return undefined
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/** The Markdown files below a folder, with `/`. Hidden folders and `node_modules` are passed over. */
export const markdownBelow = (folder: string): readonly string[] =>
  globSync('**/*.{md,markdown}', {
    cwd: folder,
    absolute: true,
    caseSensitiveMatch: false,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**'],
  }).sort()

/** The files of an area by the body whose report they are, so that not every report looks at every file. */
export function byBody({ files }: Area): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, string[]>()
  for (const [file, found] of files) {
    if (typeof found === 'string' || found.body === undefined) continue
    const key = bodyKey(found.body)
    const known = paths.get(key)
    if (known === undefined) paths.set(key, [file])
    else known.push(file)
  }
  return paths
}
