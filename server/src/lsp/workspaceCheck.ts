import type { Problem } from '../core/check.ts'
import type { Related } from '../core/related/related.ts'
import { fileChecker, nameOf, type Surroundings } from './checkFile.ts'
import type { Connection } from './connection.ts'
import type { Change } from './reports/connect.ts'
import type { FileText } from './reports/files.ts'

/** What came of checking every report of the workspace. */
export type WorkspaceSummary = {
  /** Markdown files looked at, and how many of them are reports. */
  readonly files: number
  readonly reports: number
  readonly errors: number
  readonly warnings: number
  /** Information and hints. */
  readonly notes: number
  /** The first files that could not be read, and how many there are. */
  readonly unread: readonly string[]
  readonly unreadCount: number
  readonly cancelled: boolean
}

export type WorkspaceCheck = {
  /** Checks everything and shows what it finds in files that are not open. A second run ends the first. */
  run(isCancelled: () => boolean, progress: (done: number, of: number) => void): Promise<WorkspaceSummary>
  /** Takes back all that was shown. */
  clear(): void
  /** To be called when the findings of a document are shown by themselves, and when they no longer are. */
  shown(uri: string): void
  hidden(uri: string): void
  /** To be called when a document is changed: in the background nobody else looks at it. */
  edited(uri: string): void
  /** To be called when files of the workspace have changed, come or gone. */
  changed(changes: readonly Change[]): void
  /** To be called when everything may have changed: the settings, the forms. */
  reconsider(): void
}

type Parts = Surroundings & {
  readonly connection: Connection
  readonly folders: () => readonly string[]
  readonly nextTurn: () => Promise<void>
}

/** How many files are read at once: one batch while the one before is checked, so that memory does not grow with their number. */
const batch = 24

/** How many unread files a summary names. */
const named = 5

/**
 * Checks the reports of the workspace that are not open and shows their findings until they are opened. Nothing is
 * checked before it is asked for; from then on, until it is cleared, what has been checked is kept up to date. One file
 * is checked at a time, and between two of them whatever the client wants is answered.
 */
export function workspaceCheck(parts: Parts): WorkspaceCheck {
  const { connection, reports, folders, attempt, nextTurn } = parts
  /** The files that were looked at, and those of which something is shown, by a name that spelling does not change. */
  let listed: Map<string, string> | undefined
  const shown = new Map<string, string>()
  /** The documents whose findings are shown by themselves. An editor keeps some open that nobody sees. */
  const seen = new Set<string>()
  const waiting = new Map<string, string>()
  /** By name: the reports that a file was compared with, which it must be compared with again when they change. */
  const relatives = new Map<string, ReadonlySet<string>>()
  let runs = 0
  let last: Promise<unknown> = Promise.resolve()
  /** One after the other, so that what is shown of a file is what was found last. */
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const own = last.then(job, job)
    last = own.catch(() => undefined)
    return own
  }
  const withdraw = (uri: string): void => {
    const known = shown.get(nameOf(uri))
    if (known === undefined) return
    shown.delete(nameOf(uri))
    connection.sendDiagnostics({ uri: known, diagnostics: [] })
  }
  const check = fileChecker(parts)

  /** Checks one file, as it stands in the editor where it is open, and shows what it finds. Undefined where it is no report. */
  const checkFile = async (uri: string, text: string | undefined): Promise<readonly Problem[] | undefined> => {
    const found = (await check.open(uri)) ?? (text === undefined ? undefined : await check.text(uri, text))
    const names = namesIn(found?.related)
    if (names.size === 0) relatives.delete(nameOf(uri))
    else relatives.set(nameOf(uri), names)
    // It may have been shown meanwhile: then it speaks for itself.
    if (listed === undefined || seen.has(nameOf(uri))) return found?.problems
    if (found === undefined || found.diagnostics.length === 0) withdraw(uri)
    else {
      shown.set(nameOf(uri), uri)
      connection.sendDiagnostics({ uri, diagnostics: found.diagnostics })
    }
    return found?.problems
  }

  const list = async (): Promise<readonly string[]> => {
    const files = reports.files()
    const found = await Promise.all(folders().map(async (folder) => (await files?.list(folder)) ?? []))
    return [...new Set(found.flat())].sort()
  }
  const read = async (uris: readonly string[]): Promise<readonly FileOf[]> => {
    const texts = (await reports.files()?.read(uris)) ?? []
    return uris.map((uri, i): FileOf => ({ uri, answer: texts[i] }))
  }

  /** Each file in turn, read ahead by one batch. */
  async function* texts(uris: readonly string[]) {
    const from = (start: number) => (start < uris.length ? read(uris.slice(start, start + batch)) : undefined)
    let next = from(0)
    for (let start = 0; next !== undefined; start += batch) {
      const now = await next
      next = from(start + batch)
      // A failure of it is met when its turn comes.
      next?.catch(() => undefined)
      yield* now
    }
  }

  const runNow = async (
    own: number,
    isCancelled: () => boolean,
    progress: (done: number, of: number) => void,
  ): Promise<WorkspaceSummary> => {
    const uris = await list()
    const names = new Map(uris.map((uri) => [nameOf(uri), uri]))
    listed = names
    // Reports are compared with one another: what is known of one is needed for the next.
    reports.index.remember(true)
    const count = { error: 0, warning: 0, information: 0, hint: 0 }
    const unread: string[] = []
    let [checked, looked] = [0, 0]
    const over = (): boolean => isCancelled() || own !== runs || listed !== names
    for await (const { uri, answer } of texts(uris)) {
      if (over()) break
      const problems = await checkFile(uri, answer?.text)
      const isOther = answer !== undefined && answer.text === undefined && answer.why === 'no-report'
      if (answer?.text === undefined && !isOther && problems === undefined) unread.push(uri)
      if (problems !== undefined) checked++
      for (const { severity } of problems ?? []) count[severity]++
      progress(++looked, uris.length)
      await nextTurn()
    }
    const cancelled = over()
    // What is gone or was moved is no longer spoken of.
    if (!cancelled) for (const [name, uri] of shown) if (!names.has(name)) withdraw(uri)
    return {
      files: looked,
      reports: checked,
      errors: count.error,
      warnings: count.warning,
      notes: count.information + count.hint,
      unread: unread.slice(0, named),
      unreadCount: unread.length,
      cancelled,
    }
  }

  const recheck = (uris: readonly string[]): void => {
    const isFirst = waiting.size === 0
    for (const uri of uris) waiting.set(nameOf(uri), uri)
    // Those that come before its turn are taken along.
    if (!isFirst || uris.length === 0) return
    void inTurn(() =>
      attempt('workspace', Promise.resolve(), async () => {
        const now = [...waiting.values()].filter((uri) => !seen.has(nameOf(uri)))
        waiting.clear()
        for await (const { uri, answer } of texts(now)) {
          if (listed === undefined) return
          await checkFile(uri, answer?.text)
          await nextTurn()
        }
      }),
    )
  }

  /** Together with the files that were compared with them. */
  const recheckWith = (uris: readonly string[]): void => {
    const names = new Set(uris.map(nameOf))
    const others = [...relatives].flatMap(([name, own]) => ([...own].some((it) => names.has(it)) ? [name] : []))
    recheck([...uris.filter((uri) => !seen.has(nameOf(uri))), ...others.flatMap((name) => listed?.get(name) ?? [])])
  }
  const reconsider = (): void => {
    if (listed === undefined) return
    const own = ++runs
    void inTurn(() =>
      attempt('workspace', Promise.resolve(), async () => {
        await runNow(
          own,
          () => false,
          () => undefined,
        )
      }),
    )
  }

  return {
    run(isCancelled, progress) {
      // The run before this one sees it and ends.
      const own = ++runs
      return inTurn(() => runNow(own, isCancelled, progress))
    },
    clear() {
      listed = undefined
      for (const uri of shown.values()) withdraw(uri)
      relatives.clear()
      reports.index.remember(false)
      check.forget()
    },
    shown(uri) {
      seen.add(nameOf(uri))
      withdraw(uri)
    },
    hidden(uri) {
      seen.delete(nameOf(uri))
      if (listed?.has(nameOf(uri)) === true) recheck([uri])
    },
    edited(uri) {
      if (listed?.has(nameOf(uri)) === true) recheckWith([uri])
    },
    changed(changes) {
      if (listed === undefined || changes.length === 0) return
      // What has come or gone may be wanted by any report.
      const known = listed
      if (changes.some(({ uri, type }) => type === deleted || !known.has(nameOf(uri)))) {
        reconsider()
        return
      }
      recheckWith(changes.map(({ uri }) => uri))
    },
    reconsider,
  }
}

type FileOf = { readonly uri: string; readonly answer: FileText | undefined }

/** What the protocol calls a file that is gone. */
const deleted = 3

/** The names of the reports that a report was compared with. */
function namesIn(related: Related | undefined): ReadonlySet<string> {
  const others = [related?.previous, related?.next, ...(related?.children?.bodies ?? [])]
  return new Set(others.flatMap((it) => (it === undefined ? [] : [nameOf(it.uri)])))
}
