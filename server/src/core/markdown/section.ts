import { lineStartsIn } from '../text/lines.ts'
import type { Block } from './block.ts'
import { isTooCostly } from './guard.ts'
import { readBlocks } from './readBlocks.ts'
import { shiftBlock } from './shiftBlock.ts'
import { pieceStarts } from './split.ts'

/** A value and where its offset 0 lies in what holds it. */
export type Placed<T> = { readonly at: number; readonly value: T }

/** Lines that parse on their own to what they are within the document: the unit of reading. Offsets count from its start. */
export type Piece = {
  readonly text: string
  readonly blocks: readonly Block[]
  /** The piece was too costly to parse and has no blocks for that reason. */
  readonly unread?: true
}

/** One heading and what follows it. Immutable; offsets count from its own start. */
export type Section = {
  readonly text: string
  readonly pieces: readonly Placed<Piece>[]
  /** Where its lines begin; the last one is empty where the section ends with a line break. */
  readonly lineStarts: readonly number[]
  readonly blocks: readonly Block[]
}

/** Reads a section. Of the pieces of another, mostly of the one that it was before a change, equal ones are kept. */
export function readSection(text: string, before?: Section): Section {
  const starts = pieceStarts(text)
  const known = new Map(before?.pieces.map(({ value }) => [value.text, value]))
  const pieces = starts.map((at, i): Placed<Piece> => {
    const own = text.slice(at, starts[i + 1] ?? text.length)
    return { at, value: known.get(own) ?? readPiece(before === undefined ? own : copyOf(own)) }
  })
  return sectionOf(text, pieces)
}

/** A string of its own: a slice would keep the whole text of its version in memory for as long as the piece lives. */
const copyOf = (slice: string): string => [slice.slice(0, 1), slice.slice(1)].join('')

const readPiece = (text: string): Piece =>
  isTooCostly(text) ? { text, blocks: [], unread: true } : { text, blocks: readBlocks(text) }

function sectionOf(text: string, pieces: readonly Placed<Piece>[]): Section {
  let blocks: readonly Block[] | undefined
  return {
    text,
    pieces,
    lineStarts: lineStartsIn(text),
    // What is done at every key looks at the pieces; the rest may have the whole.
    get blocks() {
      return (blocks ??= pieces.flatMap(({ at, value }) => value.blocks.map((block) => shiftBlock(block, at))))
    },
  }
}
