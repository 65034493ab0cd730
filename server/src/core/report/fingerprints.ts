import type { Format } from '../formats/format.ts'
import type { Piece, Section } from '../markdown/document.ts'
import { keep } from '../text/keep.ts'
import { fold } from '../text/label.ts'

const wordsOf = keep(({ fingerprints }: Format) => fingerprints.map((written) => ({ written, folded: fold(written) })))

/** The text without white space and differences of width. Kept, for every form looks for its words in it. */
export const foldedText = keep(({ text }: Piece) => fold(text))

/** Which of a form's fingerprints stand in a piece. */
export function fingerprintsIn(piece: Piece, format: Format): readonly string[] {
  const text = foldedText(piece)
  return wordsOf(format).flatMap(({ written, folded }) => (text.includes(folded) ? [written] : []))
}

const readers = keep((format: Format) =>
  keep(({ pieces }: Section) => pieces.some(({ value }) => fingerprintsIn(value, format).length > 0)),
)

/** Whether any of them stands between two headings. Each section is searched once. */
export const holdsFingerprint = (section: Section, format: Format): boolean => readers(format)(section)
