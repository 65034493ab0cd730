import { bodyKey, type Head } from './head.ts'
import { sharedFolders } from './patterns.ts'
import type { Lacking } from './related.ts'
import { isAt, isChild, isOf, wishesOf, type Bodies, type Wishes } from './wishes.ts'

/** What is known of a file: the head of what may be a report, or why there is none. */
export type Found = Head | 'unreadable' | 'no-report'

/** By absolute path, the report itself left out or not. A file that cannot concern the report may be missing. */
export type Files = ReadonlyMap<string, Found>

/** The reports to compare with, by path. */
export type Chosen = {
  readonly previous: string | undefined
  readonly noPrevious: Lacking | undefined
  readonly next: string | undefined
  readonly children:
    | {
        readonly named: 'front-matter' | 'setting'
        readonly paths: readonly string[]
        readonly lacking: readonly Lacking[]
      }
    | undefined
}

/** Chooses among files. `shown` is a path as the user knows it. */
export function choose(wishes: Wishes, files: Files, bodies: Bodies, shown: (path: string) => string): Chosen {
  const { previous, noPrevious } = lastYear(wishes, files, shown)
  const next = nearest(wishes, ofYear(wishes, files, 1))
  return {
    previous,
    noPrevious,
    next: next.length === 1 ? next[0] : undefined,
    children: below(wishes, files, bodies, shown),
  }
}

function lastYear(
  wishes: Wishes,
  files: Files,
  shown: (path: string) => string,
): Pick<Chosen, 'previous' | 'noPrevious'> {
  const { own, previous } = wishes
  if (previous === undefined) {
    const [only, ...others] = nearest(wishes, ofYear(wishes, files, -1))
    if (others.length === 0 || only === undefined) return { previous: only, noPrevious: undefined }
    const noPrevious: Lacking = { name: own.head.body ?? '', why: 'several', files: [only, ...others].map(shown) }
    return { previous: undefined, noPrevious }
  }
  const { path, text } = previous
  const lacking = (why: Lacking['why'], year?: number): Pick<Chosen, 'previous' | 'noPrevious'> => ({
    previous: undefined,
    noPrevious: { name: text, why, files: [], ...(year === undefined ? {} : { year }) },
  })
  if (path === own.path) return lacking('itself')
  const found = files.get(path)
  if (found === undefined) return lacking('no-file')
  if (typeof found === 'string') return lacking(found)
  const { year } = own.head
  if (year !== undefined && found.year !== undefined && found.year !== year - 1)
    return lacking('other-year', found.year)
  return { previous: path, noPrevious: undefined }
}

/** The reports of the same body that many years away. */
function ofYear({ own, key }: Wishes, files: Files, by: number): readonly string[] {
  const { year } = own.head
  if (key === undefined || year === undefined) return []
  return [...files].flatMap(([path, found]) =>
    typeof found !== 'string' && path !== own.path && found.year === year + by && isOf(found, key) ? [path] : [],
  )
}

/** Those that lie nearest to the report; several where they are equally near. */
function nearest({ own }: Wishes, paths: readonly string[]): readonly string[] {
  const near = Math.max(...paths.map((path) => sharedFolders(path, own.path)))
  return paths.filter((path) => sharedFolders(path, own.path) === near)
}

function below(
  { own, key: ownKey, children }: Wishes,
  files: Files,
  bodies: Bodies,
  shown: (path: string) => string,
): Chosen['children'] {
  const { year } = own.head
  if (children === undefined || year === undefined) return undefined
  const { named, entries } = children
  // A wide glob brings in reports of other years, and drafts of this one.
  const isOwn = (path: string, head: Head): boolean => path === own.path || (ownKey !== undefined && isOf(head, ownKey))
  const all = [...files].flatMap(([path, found]) =>
    typeof found !== 'string' && isChild(entries, path, found) && !isOwn(path, found) ? [{ path, head: found }] : [],
  )
  const matched = withoutGrandchildren(all, own.root, bodies)
  const ofThisYear = matched.filter(({ head }) => head.year === year)
  const byBody = new Map<string, string[]>()
  for (const { path, head } of ofThisYear) {
    const key = head.body === undefined ? path : bodyKey(head.body)
    byBody.set(key, [...(byBody.get(key) ?? []), path])
  }
  const twice = [...byBody.values()].filter((paths) => paths.length > 1)
  const nameOf = (path: string): string => {
    const found = files.get(path)
    return (typeof found === 'object' ? found.body : undefined) ?? shown(path)
  }
  return {
    named,
    paths: [...byBody.values()].flatMap((paths) => (paths.length === 1 ? paths : [])).sort(),
    lacking: [
      ...entries.flatMap((entry): readonly Lacking[] => {
        if (entry.excluded) return []
        if (entry.kind === 'body') return byBody.has(entry.key) ? [] : [{ name: entry.text, why: 'no-body', files: [] }]
        if (entry.kind === 'glob') {
          const any = matched.some(({ path }) => entry.matches(path))
          return any ? [] : [{ name: entry.text, why: 'no-file', files: [] }]
        }
        const found = files.get(entry.path)
        if (found === undefined) return [{ name: entry.text, why: 'no-file', files: [] }]
        if (typeof found === 'string') return [{ name: entry.text, why: found, files: [] }]
        if (found.year === year) return []
        if (found.year === undefined) return [{ name: entry.text, why: 'no-year', files: [] }]
        return [{ name: entry.text, why: 'other-year', files: [], year: found.year }]
      }),
      ...[...files].flatMap(([path, found]): readonly Lacking[] =>
        found === 'unreadable' && entries.some((it) => !it.excluded && it.kind === 'glob' && isAt(it, path))
          ? [{ name: shown(path), why: 'unreadable', files: [] }]
          : [],
      ),
      ...matched.flatMap(({ path, head }): readonly Lacking[] =>
        head.year === undefined && !entries.some((it) => it.kind === 'path' && isAt(it, path))
          ? [{ name: shown(path), why: 'no-year', files: [] }]
          : [],
      ),
      ...lastYearOnly(matched, year, byBody),
      ...twice.map((paths): Lacking => ({ name: nameOf(paths[0] ?? ''), why: 'several', files: paths.map(shown) })),
    ],
  }
}

type Matched = { readonly path: string; readonly head: Head }

/** A report that another of them adds up itself would be counted twice. */
function withoutGrandchildren(all: readonly Matched[], root: string, bodies: Bodies): readonly Matched[] {
  const superiors = all.flatMap(({ path, head }) => {
    const entries = wishesOf({ path, root, head }, bodies).children?.entries
    return entries === undefined ? [] : [{ path, entries }]
  })
  return all.filter(({ path, head }) => !superiors.some((it) => it.path !== path && isChild(it.entries, path, head)))
}

/** Bodies that reported last year and have no report of this year: most likely it is still to come. */
function lastYearOnly(
  matched: readonly Matched[],
  year: number,
  thisYear: ReadonlyMap<string, unknown>,
): readonly Lacking[] {
  const names = new Map<string, string>()
  for (const { head } of matched)
    if (head.year === year - 1 && head.body !== undefined) names.set(bodyKey(head.body), head.body)
  return [...names].flatMap(([key, name]): readonly Lacking[] =>
    thisYear.has(key) ? [] : [{ name, why: 'no-body', files: [] }],
  )
}
