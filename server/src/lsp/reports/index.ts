import type { Format } from '../../core/formats/format.ts'
import type { Head } from '../../core/related/head.ts'
import { unrelated, type OtherReport, type Related } from '../../core/related/related.ts'
import type { Own, Wishes } from '../../core/related/wishes.ts'
import type { Settings } from '../../core/settings.ts'
import { pathOf } from './files.ts'
import type { Reading, Shelf } from './shelf.ts'

/** The reports of the workspace, as far as open reports want to be compared with them. */
export type ReportIndex = {
  /**
   * What is known now of the reports that an open one must agree with. What is not known is looked for, and `changed`
   * called when it is there; nothing waits here.
   */
  relatedTo(uri: string, head: Head, settings: Settings, formats: readonly Format[]): Related
  /** Counts how often the answer for a document has changed. */
  version(uri: string): number
  /** Resolves once all that is being looked for has been found. */
  settled(): Promise<void>
  /** The same for a report that is not open: one to be begun, or one of the bodies below. */
  find(own: Own, reading: Reading): Promise<Related>
  /** What a report that is known, but not open, is to be compared with. */
  below(uri: string, reading: Reading): Promise<Related>
  /** Whether what has been read is kept although no report is open. */
  remember(on: boolean): void
  /** The folder of the workspace that a document lies in, as a path; that of the document where it lies in none. */
  rootOf(uri: string): string
  /** An open document has other text than before. */
  edited(uri: string): void
  closed(uri: string): void
  filesChanged(changes: readonly { readonly uri: string; readonly type: number }[]): void
  /** A report was opened whose client cannot tell when files change. */
  refresh(): void
}

type State = {
  own: Own
  reading: Reading
  related: Related
  version: number
  /** What was asked for last has been found. */
  fresh: boolean
}

type Engine = Pick<typeof import('../engine.ts'), 'assemble' | 'choose' | 'concerns' | 'mayConcern' | 'wishesOf'>

/** So long, in milliseconds, changes of other files and documents are collected before they are looked at. */
const pause = 300

export function reportIndex(
  books: Shelf,
  folderOf: (uri: string) => string | undefined,
  load: () => Promise<Engine>,
  later: (milliseconds: number, run: () => void) => () => void,
  changed: (uri: string) => void,
  attempt: (run: () => Promise<void>) => Promise<void>,
): ReportIndex {
  const states = new Map<string, State>()
  /** One thing is looked for after the other; what has become stale meanwhile is passed over. */
  let work: Promise<void> = Promise.resolve()
  let stop: (() => void) | undefined
  let remembers = false
  const clearUnused = (): void => {
    if (states.size === 0 && !remembers) books.clear()
  }

  const rootOf = (uri: string): string => {
    const folder = folderOf(uri)
    const path = folder === undefined ? pathOf(uri).replace(/\/[^/]*$/, '') : pathOf(folder)
    return path.replace(/\/$/, '')
  }
  const look = async (own: Own, reading: Reading, before: Related): Promise<Related> => {
    if (!books.canRead()) return unrelated
    const engine = await load()
    const { settings } = reading
    const wishes = engine.wishesOf(own, settings.children)
    const folder = folderOf(own.path)
    const listed = wantsSearch(wishes) && folder !== undefined ? await books.paths(folder) : []
    const named = explicitPaths(wishes)
    const paths = [...new Set([...listed.filter((path) => engine.mayConcern(wishes, path)), ...named])]
    const wanted = (path: string, head: Head): boolean => engine.concerns(wishes, path, head)
    await books.look(paths, wanted, reading)
    const known = new Map(paths.flatMap((path) => [[path, books.found(path)] as const]))
    const files = new Map([...known].flatMap(([path, found]) => (found === undefined ? [] : [[path, found] as const])))
    const shown = (path: string): string => (path.startsWith(`${own.root}/`) ? path.slice(own.root.length + 1) : path)
    const reportAt = (path: string): OtherReport | undefined => {
      const summary = books.summary(path)
      const uri = books.uriOf(path)
      return summary === undefined || uri === undefined ? undefined : { uri, name: shown(path), summary }
    }
    return engine.assemble(engine.choose(wishes, files, settings.children, shown), reportAt, before)
  }
  const update = (uri: string): void => {
    work = work.then(() =>
      attempt(async () => {
        const state = states.get(uri)
        if (state === undefined || state.fresh) return
        state.fresh = true
        const { own, reading } = state
        const related = await look(own, reading, state.related)
        // Another question has been asked meanwhile, and its answer is on its way.
        if (states.get(uri)?.own !== own || state.reading !== reading || related === state.related) return
        state.related = related
        state.version++
        changed(uri)
      }),
    )
  }
  const updateSoon = (): void => {
    stop?.()
    stop = later(pause, () => {
      for (const [uri, state] of states) {
        state.fresh = false
        update(uri)
      }
    })
  }
  const find: ReportIndex['find'] = async (own, reading) => {
    let related = unrelated
    work = work.then(() =>
      attempt(async () => {
        related = await look(own, reading, unrelated)
      }),
    )
    await work
    clearUnused()
    return related
  }

  return {
    rootOf,
    relatedTo(uri, head, settings, formats) {
      const state = states.get(uri)
      const same = state !== undefined && isSameHead(state.own.head, head)
      if (same && state.reading.settings === settings && state.reading.formats === formats) return state.related
      const next: State = {
        own: { path: pathOf(uri), root: rootOf(uri), head },
        reading: { settings, formats },
        // Of another year or body nothing is known yet.
        related: same ? state.related : unrelated,
        version: (state?.version ?? 0) + (same ? 0 : 1),
        fresh: false,
      }
      states.set(uri, next)
      update(uri)
      return next.related
    },
    async below(uri, reading) {
      const path = pathOf(uri)
      const head = books.summary(path)?.head
      return head === undefined ? unrelated : find({ path, root: rootOf(uri), head }, reading)
    },
    version: (uri) => states.get(uri)?.version ?? 0,
    settled: () => work,
    find,
    remember(on) {
      remembers = on
      clearUnused()
    },
    edited(uri) {
      // A report that stands alone concerns nobody.
      if (states.size < (states.has(uri) ? 2 : 1) && !remembers) return
      if (books.changed(uri, 'changed')) updateSoon()
    },
    closed(uri) {
      states.delete(uri)
      if (states.size === 0 && !remembers) {
        stop?.()
        books.clear()
      } else if (books.changed(uri, 'changed')) updateSoon()
    },
    filesChanged(changes) {
      if (states.size === 0 && !remembers) return
      const matter = changes.map(({ uri, type }) =>
        books.changed(uri, type === 1 ? 'created' : type === 3 ? 'deleted' : 'changed'),
      )
      if (matter.includes(true)) updateSoon()
    },
    refresh() {
      books.relist()
      updateSoon()
    },
  }
}

/** Whether files have to be searched for, not only read where a path leads. */
const wantsSearch = ({ own, key, previous, children }: Wishes): boolean =>
  (key !== undefined && own.head.year !== undefined && previous === undefined) ||
  children?.entries.some(({ kind }) => kind !== 'path') === true

const explicitPaths = ({ previous, children }: Wishes): readonly string[] =>
  [
    ...(previous === undefined ? [] : [previous.path]),
    ...(children?.entries.flatMap((it) => (it.kind === 'path' && !it.excluded ? [it.path] : [])) ?? []),
  ].filter((path) => /\.(?:md|markdown)$/i.test(path))

const isSameHead = (a: Head, b: Head): boolean =>
  a.body === b.body &&
  a.year === b.year &&
  a.previous === b.previous &&
  (a.children === b.children || a.children?.join('\n') === b.children?.join('\n'))
