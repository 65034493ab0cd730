import type { Format } from '../formats/format.ts'
import type { Document, Piece, Placed, Section } from '../markdown/document.ts'
import { shift } from '../text/span.ts'
import { bindList } from './bindList.ts'
import { bindTable } from './bindTable.ts'
import { fingerprintsIn } from './fingerprints.ts'
import { headingsIn, type Headings } from './headings.ts'
import { rebind } from './rebind.ts'
import type { BoundTable } from './table.ts'

/** All that one piece or section of the Markdown says to a form, regardless of what surrounds it. */
export type Facts = Headings & {
  readonly tables: readonly Placed<BoundTable>[]
  /** Lines of `label: value` that may stand for a table. */
  readonly lists: readonly Placed<BoundTable>[]
  /** Which of the form's fingerprints stand in the text. */
  readonly fingerprints: readonly string[]
}

const nothing: Facts = { sections: [], topics: [], all: [], tables: [], lists: [], fingerprints: [] }

/** Facts that hold for a piece with other numbers, and are moved to it when they are asked for. */
type Inherited = { readonly from: Facts }

const keptOfPieces = new WeakMap<Piece, Map<Format, Facts | Inherited>>()

/** What a piece says. Kept as long as the piece, so that a key binds at most one table again. */
export function factsIn(piece: Piece, format: Format): Facts {
  const byFormat = keptOfPieces.get(piece) ?? new Map<Format, Facts | Inherited>()
  keptOfPieces.set(piece, byFormat)
  const known = byFormat.get(format)
  if (known !== undefined && !('from' in known)) return known
  const facts = (known === undefined ? undefined : withGrid(known.from, piece)) ?? readFacts(piece, format)
  byFormat.set(format, facts)
  return facts
}

/** Says that a piece is one table, and differs from another in nothing but the numbers in it. */
export function inheritFacts(from: Piece, to: Piece): void {
  const byFormat = keptOfPieces.get(from)
  if (byFormat === undefined || keptOfPieces.has(to)) return
  // What was inherited already is handed on as it is: versions that nobody asks about are not kept.
  keptOfPieces.set(
    to,
    new Map([...byFormat].map(([format, facts]) => [format, 'from' in facts ? facts : { from: facts }])),
  )
}

function withGrid(facts: Facts, { blocks }: Piece): Facts | undefined {
  const [block] = blocks
  const [placed] = facts.tables
  if (placed === undefined) return facts
  const table = block?.kind === 'table' ? rebind(placed.value, block.grid) : undefined
  return table && { ...facts, tables: [{ ...placed, value: table }] }
}

const keptOfSections = new WeakMap<Section, Map<Format, Facts>>()

/** What the pieces of a section say together. */
export function factsOf(section: Section, format: Format): Facts {
  const byFormat = keptOfSections.get(section) ?? new Map<Format, Facts>()
  keptOfSections.set(section, byFormat)
  const known = byFormat.get(format)
  if (known !== undefined) return known
  const telling = section.pieces.flatMap(({ at, value }): readonly Placed<Facts>[] => {
    const facts = factsIn(value, format)
    return facts === nothing ? [] : [{ at, value: facts }]
  })
  const facts = telling.length === 0 ? nothing : together(telling)
  byFormat.set(format, facts)
  return facts
}

function together(all: readonly Placed<Facts>[]): Facts {
  const [only, ...others] = all
  if (only?.at === 0 && others.length === 0) return only.value
  const moved = <T>(of: (facts: Facts) => readonly T[], move: (value: T, by: number) => T): readonly T[] =>
    all.flatMap(({ at, value }) => of(value).map((it) => move(it, at)))
  const title = <T extends Headings['all'][number] | Headings['topics'][number]>(it: T, by: number): T => ({
    ...it,
    span: shift(it.span, by),
    content: shift(it.content, by),
  })
  const placed = ({ at, value }: Placed<BoundTable>, by: number): Placed<BoundTable> => ({ at: at + by, value })
  return {
    sections: moved((it) => it.sections, title),
    topics: moved((it) => it.topics, title),
    all: moved((it) => it.all, title),
    tables: moved((it) => it.tables, placed),
    lists: moved((it) => it.lists, placed),
    fingerprints: [...new Set(all.flatMap(({ value }) => value.fingerprints))],
  }
}

const keptOfDocuments = new WeakMap<Document, Map<Format, readonly Placed<Facts>[]>>()

/** The facts of those sections that say more to a form than a heading that it does not know. */
export function tellingFacts(document: Document, format: Format): readonly Placed<Facts>[] {
  const byFormat = keptOfDocuments.get(document) ?? new Map<Format, readonly Placed<Facts>[]>()
  keptOfDocuments.set(document, byFormat)
  const known = byFormat.get(format)
  if (known !== undefined) return known
  const telling: Placed<Facts>[] = []
  document.parts.forEach((part, i) => {
    const facts = factsOf(part, format)
    const { sections, topics, tables, lists, fingerprints } = facts
    if (sections.length + topics.length + tables.length + lists.length + fingerprints.length > 0)
      telling.push({ at: document.places.starts[i] ?? 0, value: facts })
  })
  byFormat.set(format, telling)
  return telling
}

function readFacts(piece: Piece, format: Format): Facts {
  const tables = piece.blocks.flatMap((block) => {
    const table = block.kind === 'table' ? bindTable(block.grid, format) : undefined
    return table === undefined ? [] : [{ at: 0, value: table }]
  })
  const lists = piece.blocks.flatMap((block) => {
    const list = block.kind === 'paragraph' ? bindList(block, piece.text, format) : undefined
    return list === undefined ? [] : [{ at: 0, value: list }]
  })
  const fingerprints = fingerprintsIn(piece, format)
  const headings = headingsIn(piece, format)
  const count = headings.sections.length + headings.topics.length + headings.all.length + tables.length + lists.length
  return count + fingerprints.length === 0 ? nothing : { ...headings, tables, lists, fingerprints }
}

const keptHeadings = new WeakMap<Format, (section: Section) => Headings['all']>()

/** What reads the headings of a section; one and the same for a form. */
export function headingsOf(format: Format): (section: Section) => Headings['all'] {
  const known = keptHeadings.get(format)
  if (known !== undefined) return known
  const read = (section: Section): Headings['all'] => factsOf(section, format).all
  keptHeadings.set(format, read)
  return read
}
