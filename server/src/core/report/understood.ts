import type { Format } from '../formats/format.ts'
import type { Document, Piece } from '../markdown/document.ts'
import type { Grid } from '../markdown/grid.ts'
import { keep } from '../text/keep.ts'
import { factsIn } from './facts.ts'

/** Whether no form could read more figures in the tables of the document than this one does. */
export function understandsAll(document: Document, format: Format): boolean {
  return document.parts.every(({ pieces }) =>
    pieces.every(({ value: piece }) => {
      const grids = gridsIn(piece)
      if (grids.length === 0) return true
      const tables = new Map(factsIn(piece, format).tables.map(({ value }) => [value.grid, value.figures.size]))
      return grids.every((grid) => (tables.get(grid) ?? 0) >= placesIn(grid))
    }),
  )
}

const gridsIn = keep((piece: Piece): readonly Grid[] =>
  piece.blocks.flatMap((block) => (block.kind === 'table' ? [block.grid] : [])),
)

/** How many cells of a table could be figures: all but those with words, which are labels. */
const placesIn = keep(({ rows }: Grid): number => {
  const cells = new Set(rows.flatMap((row) => row.cells))
  let count = 0
  for (const { text } of cells) if (!/\p{Script=Han}/u.test(text)) count++
  return count
})
