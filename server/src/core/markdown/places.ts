import { lastUpTo, lineStartsIn, type Lines } from '../text/lines.ts'
import type { Section } from './section.ts'

/** Where the parts of a document begin, counted in UTF-16 units and in lines. */
export type Places = {
  readonly starts: readonly number[]
  /** How many line breaks stand before each part. */
  readonly lineStarts: readonly number[]
  readonly length: number
  /** The index of the part in which the offset lies; of two that meet there, the second. */
  partAt(offset: number): number
  lines(front: string, parts: readonly Section[]): Lines
}

/** `start` and `line` are where the first part begins. */
export function placesOf(start: number, line: number, parts: readonly Section[]): Places {
  const starts: number[] = []
  const lineStarts: number[] = []
  let length = start
  let lines = line
  for (const part of parts) {
    starts.push(length)
    lineStarts.push(lines)
    length += part.text.length
    lines += part.lineStarts.length - 1
  }
  return {
    starts,
    lineStarts,
    length,
    partAt: (offset) => lastUpTo(starts, offset),
    lines: (front, all) => linesIn(front, all, { starts, lineStarts, length, count: lines + 1 }),
  }
}

type Counted = {
  readonly starts: readonly number[]
  readonly lineStarts: readonly number[]
  readonly length: number
  readonly count: number
}

/**
 * Positions of a document by its parts: a part begins at the start of a line, so that no line break is cut in two. The
 * one exception is the mark at the start of a file, which stands before the first part on the same line.
 */
function linesIn(front: string, parts: readonly Section[], { starts, lineStarts, length, count }: Counted): Lines {
  const frontStarts = lineStartsIn(front)
  /** Where a line begins that exists. */
  const startOf = (line: number): number => {
    if (line < frontStarts.length - 1 || line === 0) return frontStarts[line] ?? 0
    const i = lastUpTo(lineStarts, line)
    const part = parts[i]
    return part === undefined ? length : (starts[i] ?? 0) + (part.lineStarts[line - (lineStarts[i] ?? 0)] ?? 0)
  }
  const codeAt = (offset: number): number => {
    if (offset < front.length) return front.charCodeAt(offset)
    const i = lastUpTo(starts, offset)
    return parts[i]?.text.charCodeAt(offset - (starts[i] ?? 0)) ?? NaN
  }
  return {
    count,
    positionAt(offset) {
      const bounded = Math.max(0, Math.min(offset, length))
      const i = lastUpTo(starts, bounded)
      const part = parts[i]
      const at = starts[i] ?? 0
      const line =
        part === undefined || bounded < at
          ? lastUpTo(frontStarts, bounded)
          : (lineStarts[i] ?? 0) + lastUpTo(part.lineStarts, bounded - at)
      return { line, character: bounded - startOf(line) }
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0
      if (line >= count) return length
      const start = startOf(line)
      const end = line + 1 < count ? startOf(line + 1) : length
      if (start + character < end) return start + Math.max(0, character)
      // A position behind the end of a line is at its end, before the line break.
      if (line + 1 === count) return length
      const broken = codeAt(end - 1) === 10 && end - 2 >= start && codeAt(end - 2) === 13 ? 2 : 1
      return end - broken
    },
  }
}
