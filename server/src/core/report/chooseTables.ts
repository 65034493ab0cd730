import type { Format } from '../formats/format.ts'
import type { Placed } from '../markdown/document.ts'
import type { BoundTable } from './table.ts'

/**
 * The statutory tables among all that share labels with the form. Prose likes small tables of its own (a summary of
 * the outcomes, say): one that repeats fields of a fuller table is left alone, and so is one with only a corner of
 * a block, unless it stands in the section where the form wants it. A table continued after a page break counts.
 */
export function chooseTables(
  candidates: readonly Placed<BoundTable>[],
  format: Format,
  sectionAt: (offset: number) => string | undefined,
): readonly Placed<BoundTable>[] {
  const chosen: Placed<BoundTable>[] = []
  const taken = new Set<string>()
  const ranked = [...candidates].sort((a, b) => rank(b) - rank(a) || a.at - b.at)
  for (const candidate of ranked) {
    const fields = [...candidate.value.figures.keys()]
    if (fields.some((id) => taken.has(id)) || coverage(candidate.value) < wanted(candidate)) continue
    chosen.push(candidate)
    for (const id of fields) taken.add(id)
  }
  return chosen.sort((a, b) => start(a) - start(b))

  /** Lines of a list are figures of the form only where the form wants them, and only if they are most of a block. */
  function wanted(candidate: Placed<BoundTable>): number {
    if (isList(candidate)) return atHome(candidate) ? 0.5 : Infinity
    return atHome(candidate) ? 0.2 : 0.5
  }

  function atHome({ at, value }: Placed<BoundTable>): boolean {
    return sectionAt(at + value.grid.span.start) === value.table.section && format.tables.includes(value.table)
  }

  function rank(candidate: Placed<BoundTable>): number {
    // A table goes before every list, which may repeat some of it in words.
    return candidate.value.figures.size + (atHome(candidate) ? 0.5 : 0) - (isList(candidate) ? 1e6 : 0)
  }
}

const isList = ({ value }: Placed<BoundTable>): boolean => value.grid.notation === 'list'

const start = ({ at, value }: Placed<BoundTable>): number => at + value.grid.span.start

/** The share of the fields of its blocks that a table holds. */
function coverage({ blocks, figures }: BoundTable): number {
  const fields = blocks.reduce((count, block) => count + block.rows.length * block.columns.length, 0)
  return fields === 0 ? 0 : figures.size / fields
}
