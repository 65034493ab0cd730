import type { Document } from './document.ts'
import type { Section } from './section.ts'

/** So many sections are kept that were replaced last: a correction is mostly one of the last few keys. */
const most = 4

/** Four copies of a table of thousands of rows would be too many. */
const longest = 100_000

const kept = new WeakMap<Document, readonly Section[]>()

/** What stood in the document a few changes ago: whoever takes back a key or undoes one finds it as it was. */
export const recentlyReplaced = (document: Document): readonly Section[] => kept.get(document) ?? []

export function rememberReplaced(from: Document, to: Document, replaced: readonly Section[]): void {
  const small = replaced.filter(({ text }) => text.length <= longest)
  kept.set(to, [...small, ...recentlyReplaced(from)].slice(0, most))
}
