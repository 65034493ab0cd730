import type { Document, Section } from './document.ts'

type Of<T> = (section: Section) => T

const kept = new WeakMap<Document, Map<Of<unknown>, readonly unknown[]>>()

/**
 * What a function makes of each part of a document, in their order. It is kept with the document, and where that comes
 * of another by a change, only the changed parts are asked. The function is known by its identity.
 */
export function columnOf<T>(document: Document, of: Of<T>): readonly T[] {
  const columns = kept.get(document) ?? new Map<Of<unknown>, readonly unknown[]>()
  kept.set(document, columns)
  const known = columns.get(of)
  if (known !== undefined) return known as readonly T[]
  const column = document.parts.map(of)
  columns.set(of, column)
  return column
}

/** How often each word stands in a document, and which stand more than once. */
export type Tally = { readonly counts: ReadonlyMap<string, number>; readonly repeated: ReadonlySet<string> }

type Counting = { readonly counts: Map<string, number>; readonly repeated: Set<string> }

const keptTallies = new WeakMap<Document, Map<Of<readonly string[]>, Counting>>()

/** Counts the words that a function finds in each part. Kept as a column is: a change counts the changed parts alone. */
export function tallyOf(document: Document, of: Of<readonly string[]>): Tally {
  const tallies = keptTallies.get(document) ?? new Map<Of<readonly string[]>, Counting>()
  keptTallies.set(document, tallies)
  const known = tallies.get(of)
  if (known !== undefined) return known
  const tally = { counts: new Map<string, number>(), repeated: new Set<string>() }
  for (const part of document.parts) count(tally, of(part), 1)
  tallies.set(of, tally)
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
  const changed = to.parts.slice(first, first + size)
  const columns = kept.get(from)
  if (columns !== undefined)
    kept.set(
      to,
      new Map(
        [...columns].map(([of, column]) => [
          of,
          [...column.slice(0, first), ...changed.map(of), ...column.slice(behind)],
        ]),
      ),
    )
  const tallies = keptTallies.get(from)
  if (tallies === undefined) return
  // A tally is changed in place and handed on: the earlier version counts anew, should anybody still ask it.
  keptTallies.delete(from)
  keptTallies.set(to, tallies)
  for (const [of, tally] of tallies) {
    for (const part of from.parts.slice(first, behind)) count(tally, of(part), -1)
    for (const part of changed) count(tally, of(part), 1)
  }
}
