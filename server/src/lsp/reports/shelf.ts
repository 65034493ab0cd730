import type { Analysis } from '../../core/analyse.ts'
import type { Format } from '../../core/formats/format.ts'
import type { Found } from '../../core/related/choose.ts'
import type { Head } from '../../core/related/head.ts'
import type { Summary } from '../../core/related/summary.ts'
import type { Settings } from '../../core/settings.ts'
import { isBelow, isMarkdownFile, pathOf, uriOfPath, type FileText, type ReportFiles } from './files.ts'

/** A file of the workspace and what is known of it. The text is never kept. */
type Book = {
  readonly uri: string
  /** Undefined until it has been read. */
  found: Found | undefined
  /** It has changed since; until it is read again, what was found counts. */
  stale: boolean
  summary: Summary | undefined
  /** Of the text that this is known of; a file that was only touched is not read anew. */
  hash: string | undefined
}

/** What the summary of a file depends on besides its text. */
export type Reading = { readonly settings: Settings; readonly formats: readonly Format[] }

export type Shelf = {
  /** Whether files can be read at all; where they cannot, nothing is known of any. */
  readonly canRead: () => boolean
  /** The files of a folder, each once. */
  paths(folder: string): Promise<readonly string[]>
  /**
   * Reads those of the paths of which it is not known yet whether they are reports, and keeps the summaries of those
   * that are wanted. Returns the messages of the connection their turn between any two files.
   */
  look(paths: readonly string[], wanted: (path: string, head: Head) => boolean, reading: Reading): Promise<void>
  found(path: string): Found | undefined
  summary(path: string): Summary | undefined
  uriOf(path: string): string | undefined
  /** A file has appeared, changed or gone; whether that matters at all. */
  changed(uri: string, how: 'created' | 'changed' | 'deleted'): boolean
  /** A folder may have other files than the last time. */
  relist(): void
  clear(): void
}

/** A document that is being edited, with its analysis where that is of this text. */
export type Opened = { readonly text: string; readonly analysis: Analysis | undefined }

/** So many files are asked for at once. */
const batch = 16

export type Engine = Pick<
  typeof import('../engine.ts'),
  'editDocument' | 'readDocument' | 'hashOf' | 'linesOf' | 'readHead' | 'readSummary' | 'summarise' | 'waivedRelations'
>

/** Keeps the heads of files and the summaries of reports. What is open in the editor wins over what is on the disk. */
export function shelf(
  files: () => ReportFiles | undefined,
  opened: (uri: string, engine: Engine) => Opened | undefined,
  load: () => Promise<Engine>,
  nextTurn: () => Promise<void>,
): Shelf {
  const books = new Map<string, Book>()
  const listed = new Map<string, Promise<readonly string[]>>()
  /** Paths that were asked for and led nowhere. */
  const missed = new Set<string>()
  let last: Reading | undefined

  const bookOf = (path: string, uri = uriOfPath(path)): Book => {
    const book = books.get(path) ?? { uri, found: undefined, stale: false, summary: undefined, hash: undefined }
    books.set(path, book)
    return book
  }
  const summaryOf = (
    { text, analysis }: Opened,
    engine: Engine,
    { settings, formats }: Reading,
  ): Summary | undefined => {
    // A document that has just been analysed need not be read again.
    if (analysis?.report !== undefined && analysis.formats === formats)
      return engine.summarise(analysis.report, engine.linesOf(text), engine.waivedRelations(analysis))
    return engine.readSummary(text, settings, formats)
  }
  const take = (book: Book, path: string, of: Opened, engine: Engine, reading: Reading, wanted: Wanted): void => {
    const { text } = of
    const hash = engine.hashOf(text)
    const head = engine.readHead(text)
    const isWanted = head !== undefined && wanted(path, head)
    if (book.hash === hash && (!isWanted || book.summary !== undefined)) {
      book.found = head ?? 'no-report'
      return
    }
    book.hash = hash
    book.summary = isWanted ? summaryOf(of, engine, reading) : undefined
    // What has the head of a report need not be one; that is known only of those that were read whole.
    book.found = head === undefined || (isWanted && book.summary === undefined) ? 'no-report' : head
  }

  return {
    canRead: () => files() !== undefined,
    paths(folder) {
      const known =
        listed.get(folder) ??
        (files()?.list(folder) ?? Promise.resolve([])).then((uris) => {
          for (const uri of uris) bookOf(pathOf(uri), uri)
          return uris.map(pathOf)
        })
      listed.set(folder, known)
      // What failed once may succeed the next time.
      known.catch(() => listed.delete(folder))
      return known
    },
    async look(paths, wanted, reading) {
      if (last !== undefined && (last.formats !== reading.formats || last.settings.format !== reading.settings.format))
        for (const book of books.values()) Object.assign(book, { summary: undefined, hash: undefined })
      last = reading
      const engine = await load()
      const unread = paths.filter((path) => {
        const book = bookOf(path)
        const { found, stale } = book
        if (found === undefined || stale) return true
        return typeof found !== 'string' && book.summary === undefined && wanted(path, found)
      })
      for (let i = 0; i < unread.length; i += batch) {
        const some = unread.slice(i, i + batch).map((path) => ({ path, book: bookOf(path) }))
        // A change from now on may come too late for what is read.
        for (const { book } of some) book.stale = false
        const closed = some.filter(({ book }) => opened(book.uri, engine) === undefined)
        const texts = closed.length === 0 ? [] : ((await files()?.read(closed.map(({ book }) => book.uri))) ?? [])
        const answers = new Map(closed.map(({ path }, k) => [path, texts[k]]))
        for (const { path, book } of some) {
          const answer: FileText | undefined = opened(book.uri, engine) ?? answers.get(path)
          if (answer === undefined) {
            books.delete(path)
            missed.add(path)
          } else if (answer.text === undefined)
            Object.assign(book, { found: answer.why, summary: undefined, hash: undefined })
          else take(book, path, { analysis: undefined, ...answer }, engine, reading, wanted)
          await nextTurn()
        }
      }
    },
    found: (path) => books.get(path)?.found,
    summary: (path) => books.get(path)?.summary,
    uriOf: (path) => books.get(path)?.uri,
    changed(uri, how) {
      const path = pathOf(uri)
      if (!isMarkdownFile(path)) return false
      if (how === 'deleted') return books.delete(path)
      const book = books.get(path)
      if (book !== undefined) {
        book.stale = true
        return true
      }
      const within = [...listed].filter(([folder]) => isBelow(path, pathOf(folder).replace(/\/$/, '')))
      if (within.length > 0) bookOf(path, uri)
      for (const [folder, paths] of within)
        listed.set(
          folder,
          paths.then((known) => (known.includes(path) ? known : [...known, path])),
        )
      return within.length > 0 || missed.delete(path)
    },
    relist() {
      listed.clear()
      for (const book of books.values()) book.stale = true
    },
    clear() {
      listed.clear()
      missed.clear()
      books.clear()
    },
  }
}

type Wanted = (path: string, head: Head) => boolean
