import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { formats } from '../../server/src/core/formats/index.ts'
import { readDocument } from '../../server/src/core/markdown/document.ts'
import { reconcile } from '../../server/src/core/reconcile/reconcile.ts'
import { buildReport } from '../../server/src/core/report/buildReport.ts'
import type { Figure } from '../../server/src/core/report/figure.ts'
import type { Random } from '../random.ts'

/** A balanced table of a real report: the text it stands in, and its figures with their places in that text. */
export type RealTable = { readonly name: string; readonly text: string; readonly cells: readonly RealCell[] }

export type RealCell = {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly value: number
  readonly figure: Figure
}

/** The folder of the reports; the bench runs from a bundle and is told where they are. */
declare const CORPUS: string | undefined

const corpus = fileURLToPath(typeof CORPUS === 'string' ? CORPUS : new URL('../corpus/', import.meta.url))

/** Every table three of the corpus in which all relations hold. Figures that are not plainly written are left as they are. */
export function realTables(): readonly RealTable[] {
  return readdirSync(corpus)
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => {
      const text = readFileSync(corpus + file, 'utf8')
      const report = buildReport(readDocument(text), formats, 'auto')
      return (report?.tables ?? []).flatMap(({ at, value }): RealTable[] => {
        const { outcomes } = reconcile(value, report?.format ?? raise(file))
        if (value.table.id !== 't3' || value.figures.size < 100 || outcomes.some(({ state }) => state !== 'balanced'))
          return []
        // A figure written as `00` could be put right, but not back.
        const plain = [...value.figures.values()].filter(({ cell }) => cell.text === String(Number(cell.text)))
        const cells = plain.map((figure) => ({
          id: figure.field.id,
          start: figure.cell.span.start + at,
          end: figure.cell.span.end + at,
          value: Number(figure.cell.text),
          figure,
        }))
        return [{ name: `${file} (${report?.format.id ?? ''})`, text, cells }]
      })
    })
}

/** A new value for a cell, as hands and eyes make it: a digit dropped, doubled, mistyped or swapped, or anything at all. */
export function mistyped(value: number, random: Random): number {
  const digits = String(value)
  const at = random.below(digits.length)
  const made = Number(
    random.pick([
      digits.slice(0, at) + digits.slice(at + 1),
      digits.slice(0, at) + digits.charAt(at) + digits.slice(at),
      digits.slice(0, at) + String(random.below(10)) + digits.slice(at + 1),
      digits.slice(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.slice(at + 2),
      String(value + 1 + random.below(20)),
      String(random.below(200)),
    ]) || '0',
  )
  return made === value ? value + 1 + random.below(9) : made
}

export function raise(reason: string): never {
  throw new Error(reason)
}
