import { copyOf } from '../text/copyOf.ts'
import { lazily } from '../text/lazily.ts'
import { lineStartsIn } from '../text/lines.ts'
import type { Edit } from '../text/span.ts'
import type { Block } from './block.ts'
import { editedTable } from './editedTable.ts'
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

/**
 * Reads a section. Pieces that it had before a change, or has of its neighbours, are kept; where it is the one section
 * that an edit changes, `edit` says how, and its offsets count from its start.
 */
export function readSection(text: string, before?: readonly Placed<Piece>[], edit?: Edit): Section {
  const starts = pieceStarts(text)
  const known = new Map(before?.map(({ value }) => [value.text, value]))
  const pieces = starts.map((at, i): Placed<Piece> => {
    const own = text.slice(at, starts[i + 1] ?? text.length)
    const same = known.get(own)
    if (same !== undefined) return { at, value: same }
    const old = edit === undefined ? undefined : before?.find((it) => it.at === at)?.value
    return { at, value: editedPiece(old, own, at, edit) ?? readPiece(before === undefined ? own : copyOf(own)) }
  })
  return sectionOf(text, pieces)
}

/** The piece as an edit within it makes it, where that is plain to see. */
function editedPiece(old: Piece | undefined, text: string, at: number, edit: Edit | undefined): Piece | undefined {
  if (old === undefined || edit === undefined || old.unread === true) return undefined
  const [start, end] = [edit.span.start - at, edit.span.end - at]
  if (start < 0 || end > old.text.length) return undefined
  if (old.text.slice(0, start) + edit.text + old.text.slice(end) !== text) return undefined
  const blocks = editedTable(old.blocks, old.text, { span: { start, end }, text: edit.text })
  return blocks && { text: copyOf(text), blocks }
}

const readPiece = (text: string): Piece =>
  isTooCostly(text) ? { text, blocks: [], unread: true } : { text, blocks: readBlocks(text) }

const sectionOf = (text: string, pieces: readonly Placed<Piece>[]): Section =>
  lazily({ text, pieces, lineStarts: lineStartsIn(text) }, later)

const later = {
  // What is done at every key looks at the pieces; the rest may have the whole.
  blocks: ({ pieces }: Pick<Section, 'pieces'>): readonly Block[] =>
    pieces.flatMap(({ at, value }) => value.blocks.map((block) => shiftBlock(block, at))),
}
