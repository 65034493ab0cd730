import { bodyKey, type Head } from './head.ts'
import { folderOf, readEntry, resolvePath, type Entry } from './patterns.ts'

/** A report by where it lies and what its head says. Paths are absolute, with `/`. */
export type Own = {
  readonly path: string
  /** The folder that the editor has open, or that the configuration belongs to. */
  readonly root: string
  readonly head: Head
}

/** Which other reports a report wants to be compared with. */
export type Wishes = {
  readonly own: Own
  /** The body’s name as it is compared. */
  readonly key: string | undefined
  /** The file that the report names as last year’s; without it the body’s report of that year is looked for. */
  readonly previous: { readonly path: string; readonly text: string } | undefined
  readonly children: { readonly named: 'front-matter' | 'setting'; readonly entries: readonly Entry[] } | undefined
}

/** Settings that name subordinate bodies. */
export type Bodies = Readonly<Record<string, readonly string[]>>

export function wishesOf(own: Own, bodies: Bodies): Wishes {
  const { path, root, head } = own
  const folder = folderOf(path)
  const key = head.body === undefined ? undefined : bodyKey(head.body)
  const set = key === undefined ? undefined : Object.entries(bodies).find(([name]) => bodyKey(name) === key)?.[1]
  const [written, base, named] =
    head.children === undefined ? ([set, root, 'setting'] as const) : ([head.children, folder, 'front-matter'] as const)
  return {
    own,
    key,
    previous:
      head.previous === undefined ? undefined : { path: resolvePath(head.previous, folder, root), text: head.previous },
    children:
      written === undefined || written.length === 0
        ? undefined
        : { named, entries: written.map((it) => readEntry(it, base, root)) },
  }
}

/** Whether a file has to be looked into at all: by its path, before anything of it is read. */
export function mayConcern({ own, key, previous, children }: Wishes, path: string): boolean {
  if (path === own.path) return false
  if (previous === undefined ? key !== undefined && own.head.year !== undefined : previous.path === path) return true
  return children?.entries.some((it) => !it.excluded && (it.kind === 'body' || isAt(it, path))) === true
}

/** Whether the report that a head belongs to is one of those that are wanted, as far as the head alone can tell. */
export function concerns({ own, key, previous, children }: Wishes, path: string, head: Head): boolean {
  if (path === own.path) return false
  const { year } = own.head
  const by = year === undefined || head.year === undefined ? undefined : head.year - year
  if (previous?.path === path) return true
  if (key !== undefined && (by === 1 || (by === -1 && previous === undefined)) && isOf(head, key)) return true
  return by === 0 && children !== undefined && isChild(children.entries, path, head)
}

/** Whether the entries bring a report in and none takes it out. */
export function isChild(entries: readonly Entry[], path: string, head: Head): boolean {
  const meant = (it: Entry): boolean => (it.kind === 'body' ? isOf(head, it.key) : isAt(it, path))
  return entries.some((it) => !it.excluded && meant(it)) && !entries.some((it) => it.excluded && meant(it))
}

export const isAt = (entry: Entry, path: string): boolean =>
  entry.kind === 'path' ? entry.path === path : entry.kind === 'glob' && entry.matches(path)

export const isOf = ({ body }: Head, key: string): boolean => body !== undefined && bodyKey(body) === key
