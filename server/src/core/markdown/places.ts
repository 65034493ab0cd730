import { lastUpTo, lineStartsIn, type Lines } from '../text/lines.ts'
import type { Section } from './section.ts'

/** Where the parts of a document begin, counted in UTF-16 units and in lines, and where the document ends. */
export type Places = {
  readonly starts: readonly number[]
  /** How many line breaks stand before each part. */
  readonly lineStarts: readonly number[]
  readonly length: number
  readonly lineCount: number
}

export function placesOf(front: string, parts: readonly Section[]): Places {
  // A long document has thousands, and this is done for every key: lists that grow are made again and again.
  const starts = new Array<number>(parts.length)
  const lineStarts = new Array<number>(parts.length)
  let length = front.length
  let line = lineStartsIn(front).length - 1
  parts.forEach((part, i) => {
    starts[i] = length
    lineStarts[i] = line
    length += part.text.length
    line += part.lineStarts.length - 1
  })
  return { starts, lineStarts, length, lineCount: line + 1 }
}

/** The index of the part in which the offset lies; of two that meet there, the second. */
export const partAt = ({ starts }: Places, offset: number): number => lastUpTo(starts, offset)

/**
 * Positions of a document by its parts: a part begins at the start of a line, so that no line break is cut in two. The
 * one exception is the mark at the start of a file, which stands before the first part on the same line.
 */
export function linesIn(front: string, parts: readonly Section[], places: Places): Lines {
  const { starts, lineStarts, length, lineCount } = places
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
    const i = partAt(places, offset)
    return parts[i]?.text.charCodeAt(offset - (starts[i] ?? 0)) ?? NaN
  }
  return {
    count: lineCount,
    positionAt(offset) {
      const bounded = Math.max(0, Math.min(offset, length))
      const i = partAt(places, bounded)
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
      if (line >= lineCount) return length
      const start = startOf(line)
      const end = line + 1 < lineCount ? startOf(line + 1) : length
      if (start + character < end) return start + Math.max(0, character)
      // A position behind the end of a line is at its end, before the line break.
      if (line + 1 === lineCount) return length
      const broken = codeAt(end - 1) === 10 && end - 2 >= start && codeAt(end - 2) === 13 ? 2 : 1
      return end - broken
    },
  }
}
