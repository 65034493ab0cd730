import { lstat, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { glob, isDynamicPattern } from './glob.ts'
import type { Message } from '../core/text/message.ts'
import { codeOf, notice, readFailure } from './notice.ts'

/** Something to check. `path` is how the user knows it, with `/`; `file` is absolute. */
export type Input = { readonly kind: 'file' | 'stdin'; readonly path: string; readonly file: string }

export type Inputs = {
  /** Sorted by path; each file once. */
  readonly inputs: readonly Input[]
  readonly refusals: readonly Message[]
  readonly remarks: readonly Message[]
}

type Found = { readonly inputs: readonly Input[]; readonly refusals?: readonly Message[]; readonly remark?: Message }

/** Finds the files that the arguments name: files, folders, globs and `-` for standard input. */
export async function findInputs(
  given: readonly string[],
  cwd: string,
  stdinPath: string | undefined,
): Promise<Inputs> {
  const found: Found[] = []
  for (const name of given) found.push(name === '-' ? fromStdin(cwd, stdinPath) : await fromName(name, cwd))
  const once = new Map<string, Input>()
  for (const input of found.flatMap((it) => it.inputs)) {
    const key = `${input.kind} ${input.file}`
    if (!once.has(key)) once.set(key, input)
  }
  return {
    inputs: [...once.values()].sort((a, b) => compare(a.path, b.path) || compare(a.file, b.file)),
    refusals: found.flatMap((it) => it.refusals ?? []),
    remarks: found.flatMap((it) => (it.remark === undefined ? [] : [it.remark])),
  }
}

/** By code unit: the same on every machine, unlike a locale's order. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Windows writes `\`, which there never is part of a name; elsewhere it may be. */
export const withSlashes = (name: string): string => (path.sep === '\\' ? name.replaceAll('\\', '/') : name)

const fromStdin = (cwd: string, stdinPath: string | undefined): Found => {
  const name = stdinPath === undefined ? '<stdin>' : withSlashes(stdinPath)
  return { inputs: [{ kind: 'stdin', path: name, file: path.resolve(cwd, stdinPath ?? 'stdin.md') }] }
}

async function fromName(name: string, cwd: string): Promise<Found> {
  const file = path.resolve(cwd, name)
  try {
    if ((await stat(file)).isDirectory()) return await fromFolder(name, file)
    return { inputs: [{ kind: 'file', path: withSlashes(name), file }] }
  } catch (error) {
    // A name that exists is taken as it stands, even with brackets in it; only then is it a pattern.
    const pattern = withSlashes(name)
    if (codeOf(error) === 'ENOENT' && isDynamicPattern(pattern)) return fromGlob(pattern, cwd)
    return { inputs: [], refusals: [readFailure(error, withSlashes(name))] }
  }
}

async function fromGlob(pattern: string, cwd: string): Promise<Found> {
  const ignore = ['**/node_modules/**']
  const matches = await glob(pattern, { cwd, ignore, expandDirectories: false, absolute: path.isAbsolute(pattern) })
  if (matches.length === 0) return { inputs: [], refusals: [notice('noMatch', { path: pattern })] }
  return {
    inputs: matches.map((match) => ({ kind: 'file', path: withSlashes(match), file: path.resolve(cwd, match) })),
  }
}

async function fromFolder(name: string, folder: string): Promise<Found> {
  const refusals: Message[] = []
  const inputs: Input[] = []
  for await (const inside of markdownIn(folder, '', (error, at) => {
    refusals.push(readFailure(error, path.posix.join(withSlashes(name), at)))
  }))
    inputs.push({ kind: 'file', path: path.posix.join(withSlashes(name), inside), file: path.join(folder, inside) })
  if (inputs.length > 0 || refusals.length > 0) return { inputs, refusals }
  return { inputs, remark: notice('noMarkdown', { path: withSlashes(name) }) }
}

/** Walks a folder by hand, since a glob passes silently over what it may not read. Links to folders are not followed. */
async function* markdownIn(
  root: string,
  at: string,
  refuse: (error: unknown, at: string) => void,
): AsyncGenerator<string> {
  try {
    for (const entry of await readdir(path.join(root, at), { withFileTypes: true })) {
      const inside = at === '' ? entry.name : `${at}/${entry.name}`
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      if (entry.isDirectory()) yield* markdownIn(root, inside, refuse)
      else if (/\.(?:md|markdown)$/i.test(entry.name) && (await isFile(path.join(root, inside)))) yield inside
    }
  } catch (error) {
    refuse(error, at)
  }
}

/** A broken link counts as a file, so that reading it says what is wrong. */
const isFile = async (file: string): Promise<boolean> => {
  const own = await lstat(file)
  if (!own.isSymbolicLink()) return own.isFile()
  return stat(file).then(
    (target) => target.isFile(),
    () => true,
  )
}
