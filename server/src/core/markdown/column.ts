import type { Document, Section } from './document.ts'

type Of<T> = (section: Section) => T

/** `missing` are the indexes of the parts that nobody has asked about yet. */
type Column = { values: unknown[]; missing: readonly number[] }

const kept = new WeakMap<Document, Map<Of<unknown>, Column>>()

/**
 * What a function makes of each part of a document, in their order. It is kept with the document, and where that comes
 * of another by a change, only the changed parts are asked: the list is then handed on and changed in place, and must
 * not be kept. The function is known by its identity.
 */
export function columnOf<T>(document: Document, of: Of<T>): readonly T[] {
  const columns = kept.get(document) ?? new Map<Of<unknown>, Column>()
  kept.set(document, columns)
  const { parts } = document
  const column: Column = columns.get(of) ?? { values: new Array(parts.length), missing: [...parts.keys()] }
  columns.set(of, column)
  for (const i of column.missing) {
    const part = parts[i]
    if (part !== undefined) column.values[i] = of(part)
  }
  column.missing = []
  return column.values as T[]
}

/** How often each word stands in a document, and which stand more than once. */
export type Tally = { readonly counts: ReadonlyMap<string, number>; readonly repeated: ReadonlySet<string> }

type Counting = {
  readonly counts: Map<string, number>
  readonly repeated: Set<string>
  /** Parts that have gone and come since anybody asked. */
  readonly changes: { readonly gone: readonly Section[]; readonly come: readonly Section[] }[]
}

const keptTallies = new WeakMap<Document, Map<Of<readonly string[]>, Counting>>()

/** Counts the words that a function finds in each part. Kept as a column is: a change counts the changed parts alone. */
export function tallyOf(document: Document, of: Of<readonly string[]>): Tally {
  const tallies = keptTallies.get(document) ?? new Map<Of<readonly string[]>, Counting>()
  keptTallies.set(document, tallies)
  const tally: Counting = tallies.get(of) ?? {
    counts: new Map(),
    repeated: new Set(),
    changes: [{ gone: [], come: document.parts }],
  }
  tallies.set(of, tally)
  for (const { gone, come } of tally.changes.splice(0)) {
    for (const part of gone) count(tally, of(part), -1)
    for (const part of come) count(tally, of(part), 1)
  }
  return tally
}

function count({ counts, repeated }: Counting, words: readonly string[], by: 1 | -1): void {
  for (const word of words) {
    const times = (counts.get(word) ?? 0) + by
    if (times > 0) counts.set(word, times)
    else counts.delete(word)
    if (times > 1) repeated.add(word)
    else repeated.delete(word)
  }
}

/** Carries over what is kept with a document to the one in which `size` parts replace those from `first` up to `behind`. */
export function carryColumns(from: Document, to: Document, first: number, behind: number, size: number): void {
  const columns = kept.get(from)
  if (columns !== undefined) {
    // Handed on and changed in place, as tallies are: the earlier version asks anew, should anybody still ask it.
    kept.delete(from)
    kept.set(to, columns)
    for (const column of columns.values()) {
      column.missing = [
        ...column.missing.flatMap((i) => (i < first ? [i] : i < behind ? [] : [i + size - (behind - first)])),
        ...Array.from({ length: size }, (_, i) => first + i),
      ]
      // Most changes leave as many parts as there were.
      if (behind - first !== size)
        column.values = [
          ...column.values.slice(0, first),
          ...new Array<undefined>(size),
          ...column.values.slice(behind),
        ]
    }
  }
  const tallies = keptTallies.get(from)
  if (tallies === undefined) return
  keptTallies.delete(from)
  keptTallies.set(to, tallies)
  const change = { gone: from.parts.slice(first, behind), come: to.parts.slice(first, first + size) }
  for (const { changes } of tallies.values()) changes.push(change)
}
