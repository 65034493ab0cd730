import { glyphs, widthOf, type Glyph } from '../width.ts'

/** A source line and the line that marks a part of it, both ready for a terminal. */
export type Excerpt = { readonly source: string; readonly caret: string }

/**
 * Shows `line` with the units from `start` to `end` marked, cut to `room` columns around them. The mark is at least
 * one column wide and stands right under its text, whatever the width of the characters before it.
 */
export function excerpt(line: string, start: number, end: number, room: number): Excerpt {
  const marked = takeStart(glyphs(line.slice(start, Math.min(end, start + room))), room)
  const rest = Math.max(0, room - widthOf(marked))
  const before = glyphs(line.slice(Math.max(0, start - room), start))
  const after = glyphs(line.slice(end, end + room))
  const beforeRoom = Math.max(Math.floor(rest / 2), rest - widthOf(after))
  const shownBefore = takeEnd(before, beforeRoom)
  const shownAfter = end > start + room ? [] : takeStart(after, Math.max(0, rest - widthOf(shownBefore)))
  const cutBefore = start > unitsOf(shownBefore)
  const cutAfter = start + unitsOf(marked) + unitsOf(shownAfter) < line.length
  const left = (cutBefore ? '… ' : '') + textOf(shownBefore)
  const indent = ' '.repeat((cutBefore ? 2 : 0) + widthOf(shownBefore))
  return {
    source: left + textOf(marked) + textOf(shownAfter) + (cutAfter ? ' …' : ''),
    caret: indent + '^'.repeat(Math.max(1, widthOf(marked))),
  }
}

const textOf = (all: readonly Glyph[]): string => all.map(({ text }) => text).join('')
const unitsOf = (all: readonly Glyph[]): number => textOf(all).length

function takeStart(all: readonly Glyph[], room: number): readonly Glyph[] {
  let used = 0
  const end = all.findIndex(({ columns }) => (used += columns) > room)
  return end < 0 ? all : all.slice(0, end)
}

const takeEnd = (all: readonly Glyph[], room: number): readonly Glyph[] =>
  takeStart([...all].reverse(), room).toReversed()
