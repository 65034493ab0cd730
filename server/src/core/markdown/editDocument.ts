import type { Edit } from '../text/span.ts'
import { rememberEdit } from './change.ts'
import { carryColumns } from './column.ts'
import { documentOf, readDocument, type Document } from './document.ts'
import { readSection, type Section } from './section.ts'
import { recentlyReplaced, rememberReplaced } from './recent.ts'
import { headingStarts } from './split.ts'

/**
 * The document after a change; it equals the one that is read from the changed text. Only the sections around the
 * change are looked at: the start of a section is a place where nothing is open, so cutting can begin before the
 * change and end with the first section behind it that begins where one began.
 */
export function editDocument(document: Document, { span, text: inserted }: Edit): Document {
  const { parts, places, front, frontMatter, length } = document
  const start = Math.max(0, Math.min(span.start, length))
  const end = Math.max(start, Math.min(span.end, length))
  const whole = (): Document => {
    const { text } = document
    return readDocument(text.slice(0, start) + inserted + text.slice(end), document)
  }
  // Front matter begins with three dashes and may end anywhere.
  if (start < front.length + 4 || (frontMatter === undefined && document.parts[0]?.text.startsWith('---') === true))
    return whole()
  const first = firstTouched(document, start)
  const from = places.starts[first] ?? front.length
  let behind = firstBehind(places.starts, Math.max(end, start + 1))
  for (let step = 1; ; step *= 2) {
    const before = textOf(parts, first, behind)
    const part = before.slice(0, start - from) + inserted + before.slice(end - from)
    const { starts, open } = headingStarts(part)
    if (open && behind < parts.length) {
      behind = Math.min(parts.length, behind + step)
      continue
    }
    const old = parts.slice(first, behind)
    const known = new Map([...recentlyReplaced(document), ...old].map((value) => [value.text, value]))
    const pieces = old.flatMap((section) => section.pieces)
    const only = old.length === 1 && starts.length === 1
    const within = only ? { span: { start: start - from, end: end - from }, text: inserted } : undefined
    const changed = starts.map((at, i): Section => {
      const own = part.slice(at, starts[i + 1] ?? part.length)
      return known.get(own) ?? readSection(own, pieces, within)
    })
    const edited = documentOf(frontMatter, front, [...parts.slice(0, first), ...changed, ...parts.slice(behind)])
    carryColumns(document, edited, first, behind, changed.length)
    rememberReplaced(document, edited, old)
    rememberEdit(document, edited, { start, end, newEnd: start + inserted.length })
    return edited
  }
}

const textOf = (parts: readonly Section[], from: number, to: number): string =>
  to - from === 1 ? (parts[from]?.text ?? '') : parts.slice(from, to).reduce((all, { text }) => all + text, '')

/** The section before the change; one earlier where its heading is changed, which may cease to be one. */
function firstTouched({ parts, places }: Document, start: number): number {
  const index = Math.max(0, firstBehind(places.starts, start) - 1)
  const at = places.starts[index] ?? 0
  return index > 0 && !/[\r\n]/.test(parts[index]?.text.slice(0, start - at) ?? '') ? index - 1 : index
}

/** The first section that begins at the offset or after it. */
function firstBehind(starts: readonly number[], offset: number): number {
  let low = 0
  for (let high = starts.length; low < high;) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
