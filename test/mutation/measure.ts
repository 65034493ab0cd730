import { analyse } from '../../server/src/core/analyse.ts'
import type { Problem } from '../../server/src/core/check.ts'
import { documentReader } from '../../server/src/core/markdown/document.ts'
import { defaultSettings } from '../../server/src/core/settings.ts'
import { applyEdits, type Edit } from '../../server/src/core/text/span.ts'
import type { Random } from '../random.ts'
import { mistyped, type RealCell, type RealTable } from './tables.ts'

/** What became of mutants: shares of 1, and the worst time of a full run in milliseconds. */
export type Measure = {
  readonly mutants: number
  /** At least one error. */
  readonly detected: number
  /** Every changed cell bears a finding, and no other cell does. */
  readonly named: number
  /** Applying the first fix of each finding in turn gives back the original text. */
  readonly restored: number
  readonly errorsPerMutant: number
  /** A preferred fix that balances by changing other cells than those that were changed. Must be 0. */
  readonly laundered: number
}

const arithmetic = new Set(['total-mismatch', 'balance-mismatch', 'part-exceeds-whole', 'relation-unchecked'])

/** Sections that did not change are not read again, as in an editor. */
const read = documentReader()

const findings = (text: string): readonly Problem[] =>
  analyse(read(text), defaultSettings).problems.filter(({ code }) => arithmetic.has(code))

export type Mutant = { readonly text: string; readonly cells: readonly RealCell[]; readonly edits: readonly Edit[] }

export type Make = (table: RealTable) => Mutant

export function measure(tables: readonly RealTable[], count: number, make: Make, random: Random): Measure {
  let [detected, named, restored, errors, laundered] = [0, 0, 0, 0, 0]
  for (let round = 0; round < count; round++) {
    const table = random.pick(tables)
    const mutant = make(table)
    const problems = findings(mutant.text)
    errors += problems.filter(({ severity }) => severity === 'error').length
    if (problems.some(({ severity }) => severity === 'error')) detected++
    if (names(problems, mutant)) named++
    if (mend(mutant.text) === table.text) restored++
    if (problems.some((problem) => launders(problem, mutant))) laundered++
  }
  const share = (n: number): number => n / count
  return {
    mutants: count,
    detected: share(detected),
    named: share(named),
    restored: share(restored),
    errorsPerMutant: share(errors),
    laundered: share(laundered),
  }
}

/**
 * Every changed cell bears a finding or is the other half of one (figures exchanged are one cause), and no finding
 * stands on any other cell; or one finding says that two pairs explain it and offers the repair of the true one.
 */
function names(problems: readonly Problem[], { cells, edits }: Mutant): boolean {
  const places = new Set(cells.map((cell) => moved(cell.start, edits)))
  const bearing = new Set(problems.map(({ span }) => span.start))
  const paired = problems.flatMap(({ related }) => related.slice(0, 1).map(({ span }) => span.start))
  const offered =
    problems.length === 1 &&
    problems[0]?.fixes.some(
      (fix) => fix.edits.length === cells.length && fix.edits.every((edit) => touches(edit, cells, edits)),
    )
  if (offered === true) return true
  return [...bearing].every((at) => places.has(at)) && [...places].every((at) => bearing.has(at) || paired.includes(at))
}

/** Presses the first fix of the first finding until nothing is left, as a clerk would; six presses at most. */
function mend(text: string): string {
  let mended = text
  for (let press = 0; press < 6; press++) {
    const edits = findings(mended)[0]?.fixes[0]?.edits
    if (edits === undefined) break
    mended = applyEdits(mended, edits)
  }
  return mended
}

function launders({ fixes }: Problem, { cells, edits }: Mutant): boolean {
  const preferred = fixes.find((fix) => fix.preferred)
  if (preferred === undefined) return false
  return !preferred.edits.every((edit) => touches(edit, cells, edits))
}

/** Whether an edit rewrites one of the cells; it may begin in the cell's padding. */
const touches = (edit: Edit, cells: readonly RealCell[], edits: readonly Edit[]): boolean =>
  cells.some((cell) => Math.abs(edit.span.start - moved(cell.start, edits)) < 3)

/** Where an offset of the original text is after edits before it. */
const moved = (offset: number, edits: readonly Edit[]): number =>
  edits.reduce((at, { span, text }) => (span.start < offset ? at + text.length - (span.end - span.start) : at), offset)

const mutantOf = (table: RealTable, changes: readonly (readonly [RealCell, number])[]): Mutant => {
  const edits = changes.map(([cell, value]) => ({ span: { start: cell.start, end: cell.end }, text: String(value) }))
  return { text: applyEdits(table.text, edits), cells: changes.map(([cell]) => cell), edits }
}

/** Changes `size` different cells, each as a hand would. */
export const randomCells =
  (size: number, random: Random) =>
  (table: RealTable): Mutant => {
    const chosen = new Set<RealCell>()
    while (chosen.size < size) chosen.add(random.pick(table.cells))
    return mutantOf(
      table,
      [...chosen].map((cell) => [cell, mistyped(cell.value, random)]),
    )
  }

/** Exchanges the values of two neighbours in a column (two rows) or in a row (two columns) that differ. */
export const swapped =
  (axis: 'row' | 'column', random: Random) =>
  (table: RealTable): Mutant => {
    for (;;) {
      const a = random.pick(table.cells)
      const same = table.cells.filter(
        (b) =>
          b.value !== a.value &&
          (axis === 'row'
            ? b.figure.field.column === a.figure.field.column
            : b.figure.field.row === a.figure.field.row) &&
          Math.abs(table.cells.indexOf(b) - table.cells.indexOf(a)) <= 7,
      )
      const b = same.length === 0 ? undefined : random.pick(same)
      if (b !== undefined)
        return mutantOf(table, [
          [a, b.value],
          [b, a.value],
        ])
    }
  }
