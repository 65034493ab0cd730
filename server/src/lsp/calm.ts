import type { Analysis } from '../core/analyse.ts'
import type { Problem } from '../core/check.ts'
import type { Calm } from '../core/features/calm.ts'
import type { Span } from '../core/text/span.ts'
import type { Snapshot } from './documents.ts'

/** Runs something after a while; the result calls it off. */
export type Clock = (milliseconds: number, run: () => void) => () => void

/** How long nothing is typed before everything is shown. */
export const pauseLength = 1000

/** A change as the protocol tells it; without a range it is the whole text. */
export type Change = {
  readonly range?: { readonly start: { readonly line: number }; readonly end: { readonly line: number } }
  readonly text: string
}

/** The two questions that the core answers; loaded late, with the rest of it. */
export type Judge = {
  readonly calm: (analysis: Analysis, edited: Span, known: ReadonlySet<string>) => Calm
  readonly marksOf: (analysis: Analysis, problems: readonly Problem[]) => ReadonlySet<string>
}

export type CalmTyping = {
  /** To be told of each change before it is analysed. */
  edited(uri: string, changes: readonly Change[]): void
  /** What of the snapshot is to be shown now. */
  look(snapshot: Snapshot, judge: Judge): Calm
  /** Opening, saving, another setting: from here on nothing of the document waits. */
  settle(uri: string): void
  forget(uri: string): void
}

type State = {
  /** Marks of all that was found last, and of what was shown of it since the row is being typed. */
  found?: ReadonlySet<string>
  shown?: ReadonlySet<string>
  row?: { readonly line: number; readonly known: ReadonlySet<string> } | undefined
  waiting: boolean
}

/**
 * Remembers, for each document, which row is being typed and what was known before. One timer serves all documents:
 * nobody types in two. `release` is called for a document of which something waited and now may be shown.
 */
export function calmTyping(clock: Clock, release: (uri: string) => void): CalmTyping {
  const states = new Map<string, State>()
  let stop: () => void = () => undefined
  const settle = (uri: string): void => {
    const state = states.get(uri)
    if (state === undefined) return
    state.row = undefined
    if (!state.waiting) return
    state.waiting = false
    release(uri)
  }
  return {
    edited(uri, changes) {
      const state = states.get(uri)
      // What has never been looked at cannot be told from what is new.
      if (state?.found === undefined) return
      const line = lineOf(changes)
      if (line === undefined) state.row = undefined
      // Whoever goes to another row has left the one before: all that was found there is known.
      else if (state.row?.line !== line) state.row = { line, known: state.found }
      else state.row = { line, known: new Set([...state.row.known, ...(state.shown ?? [])]) }
      stop()
      stop = clock(pauseLength, () => {
        for (const it of states.keys()) settle(it)
      })
    },
    look(snapshot, { calm, marksOf }) {
      const { uri, analysis, lines, settings } = snapshot
      const state = states.get(uri) ?? { waiting: false }
      states.set(uri, state)
      state.found = marksOf(analysis, analysis.problems)
      const { row } = state
      if (row === undefined || !settings.calmWhileTyping) {
        state.waiting = false
        return { problems: analysis.problems, waiting: false }
      }
      const start = lines.offsetAt({ line: row.line, character: 0 })
      // Up to its line break, so that it does not touch the row below.
      const end = lines.offsetAt({ line: row.line, character: Infinity })
      const shown = calm(analysis, { start, end }, row.known)
      state.shown = marksOf(analysis, shown.problems)
      state.waiting = shown.waiting
      return shown
    },
    settle,
    forget: (uri) => states.delete(uri),
  }
}

/** The one line that all changes are within; undefined where they are more than typing in a line. */
function lineOf(changes: readonly Change[]): number | undefined {
  const lines = changes.map(({ range, text }) =>
    range === undefined || range.start.line !== range.end.line || /[\r\n]/.test(text) ? undefined : range.start.line,
  )
  return lines.every((line) => line === lines[0]) ? lines[0] : undefined
}
