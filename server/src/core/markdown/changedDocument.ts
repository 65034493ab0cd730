import type { Document, Placed, Section } from './document.ts'
import { headingStarts } from './split.ts'

/** A replacement as the text was when it was made: from `start` to `end`, by `length` UTF-16 units. */
export type TextChange = { readonly start: number; readonly end: number; readonly length: number }

/** Changes made one after the other as one of the first text that holds them all. */
export function oneChange(changes: readonly TextChange[]): TextChange | undefined {
  const [first, ...others] = changes
  if (first === undefined) return undefined
  let { start, end } = first
  // Where the changed part ends now; `end` is where it ended in the first text.
  let now = first.start + first.length
  for (const change of others) {
    end += Math.max(0, change.end - now)
    now = Math.max(now, change.end) + change.length - (change.end - change.start)
    start = Math.min(start, change.start)
  }
  return { start, end, length: now - start }
}

/**
 * The document that a change makes of the last one; undefined where the whole text must be looked at. The start of a
 * section is a place where nothing is open, so cutting can begin before the change and end with the first section
 * behind it that begins where one began.
 */
export function changedDocument(
  last: Document,
  text: string,
  { start, end, length }: TextChange,
  read: (text: string) => Section,
): Document | undefined {
  const { sections, frontMatter } = last
  const body = sections[0]?.at ?? 0
  const by = length - (end - start)
  // Front matter begins with three dashes and may end anywhere.
  if (start < body + 4 || (frontMatter === undefined && /^\ufeff?---/.test(text))) return undefined
  if (text.length !== last.text.length + by) return undefined
  const first = firstTouched(sections, start)
  const from = sections[first]?.at ?? body
  let behind = firstBehind(sections, Math.max(end, start + 1))
  for (let step = 1; ; step *= 2) {
    const to = (sections[behind]?.at ?? last.text.length) + by
    const part = text.slice(from, to)
    const { starts, open } = headingStarts(part)
    if (open && behind < sections.length) {
      behind = Math.min(sections.length, behind + step)
      continue
    }
    const known = new Map(sections.slice(first, behind).map(({ value }) => [value.text, value]))
    const changed = starts.map((at, i): Placed<Section> => {
      const own = part.slice(at, starts[i + 1] ?? part.length)
      return { at: from + at, value: known.get(own) ?? read(copyOf(own)) }
    })
    const after = sections.slice(behind).map((it): Placed<Section> => (by === 0 ? it : { ...it, at: it.at + by }))
    return { text, frontMatter, sections: [...sections.slice(0, first), ...changed, ...after] }
  }
}

/** The section before the change; one earlier where its heading is changed, which may cease to be one. */
function firstTouched(sections: readonly Placed<Section>[], start: number): number {
  const index = Math.max(0, firstBehind(sections, start) - 1)
  const { at, value } = sections[index] ?? { at: 0, value: { text: '' } }
  return index > 0 && !/[\r\n]/.test(value.text.slice(0, start - at)) ? index - 1 : index
}

/** The first section that begins at the offset or after it. */
function firstBehind(sections: readonly Placed<Section>[], offset: number): number {
  let low = 0
  for (let high = sections.length; low < high;) {
    const middle = (low + high) >> 1
    if ((sections[middle]?.at ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** A string of its own: a slice would keep the whole text of its version in memory for as long as the section lives. */
const copyOf = (slice: string): string => [slice.slice(0, 1), slice.slice(1)].join('')
