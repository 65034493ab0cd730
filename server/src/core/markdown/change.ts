import type { Document, Piece, Section } from './document.ts'

/** How one version of a document came from another, where no more than one piece has changed. */
export type PieceChange = {
  /** The index of the part. */
  readonly part: number
  /** The part, as it is after the change. */
  readonly section: Section
  readonly before: Piece
  readonly after: Piece
  /** Where the piece begins, in both versions. */
  readonly at: number
  /** What of the document was replaced, up to where it ended, and where the replacement ends. */
  readonly start: number
  readonly end: number
  readonly newEnd: number
}

type Edited = Pick<PieceChange, 'start' | 'end' | 'newEnd'>

/** By the later document. The earlier one is known by its places: it must not be kept in memory for this. */
const edits = new WeakMap<Document, Edited & { readonly places: Document['places'] }>()

/** Says by which single edit a document came from another, so that they need not be compared. */
export function rememberEdit({ places }: Document, to: Document, { start, end, newEnd }: Edited): void {
  edits.set(to, { places, start, end, newEnd })
}

/** Undefined where more has changed than the text within one piece, or nothing. */
export function pieceChange(from: Document, to: Document): PieceChange | undefined {
  if (from.front !== to.front || from.parts.length !== to.parts.length) return undefined
  const part = onlyDifference(from.parts, to.parts)
  const [old, now] = [from.parts[part ?? -1], to.parts[part ?? -1]]
  if (part === undefined || old === undefined || now === undefined || old.pieces.length !== now.pieces.length)
    return undefined
  const piece = onlyDifference(
    old.pieces.map(({ value }) => value),
    now.pieces.map(({ value }) => value),
  )
  const [before, after] = [old.pieces[piece ?? -1]?.value, now.pieces[piece ?? -1]?.value]
  const at = now.pieces[piece ?? -1]?.at
  if (before === undefined || after === undefined || at === undefined) return undefined
  const place = (to.places.starts[part] ?? 0) + at
  const edit = edits.get(to)
  if (edit?.places === from.places) {
    const { start, end, newEnd } = edit
    return { part, section: now, before, after, at: place, start, end, newEnd }
  }
  const same = commonStart(before.text, after.text)
  const end = commonEnd(before.text, after.text, same)
  return {
    part,
    section: now,
    before,
    after,
    at: place,
    start: place + same,
    end: place + before.text.length - end,
    newEnd: place + after.text.length - end,
  }
}

/** The one index at which two lists of a length differ; undefined where they differ at none, or at several. */
function onlyDifference(a: readonly unknown[], b: readonly unknown[]): number | undefined {
  let first = 0
  while (first < a.length && a[first] === b[first]) first++
  if (first === a.length || a.length !== b.length) return undefined
  let last = a.length - 1
  while (last > first && a[last] === b[last]) last--
  return last === first ? first : undefined
}

export function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let same = 0
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same++
  return same
}

function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start
  let same = 0
  while (same < most && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) same++
  return same
}
