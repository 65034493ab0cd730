import type { Format } from '../formats/format.ts'
import type { Document } from '../markdown/document.ts'
import { tellingFacts, type Facts } from './facts.ts'
import { holdsFingerprint } from './fingerprints.ts'
import { understandsAll } from './understood.ts'

/** What in a document speaks for a form. */
export type Evidence = {
  readonly format: Format
  /** How many of its sections have a title. */
  readonly sections: number
  /** How many of its tables are there, whole or in part. */
  readonly tables: number
  /** How many of its tables no other form understands better. */
  readonly bestTables: number
  /** Labels that stand in no form of other years. */
  readonly fingerprints: readonly string[]
}

/**
 * What speaks for the one form that is in force in that year, where nothing that speaks for any other could outweigh it:
 * it understands every figure, no label is of other years, and of its titles there are nearly all. Most reports are so,
 * and the other forms need not be tried. Undefined where it is not certain.
 */
export function clearEvidence(document: Document, formats: readonly Format[], year: number): Evidence | undefined {
  const [format, ...others] = formats.filter((it) => inForce(it, year))
  if (format === undefined || others.length > 0 || !understandsAll(document, format)) return undefined
  const evidence = evidenceOf(
    format,
    tellingFacts(document, format).map(({ value }) => value),
  )
  const rivals = formats.filter((it) => it !== format)
  // The year speaks for it with a weight of three; a title may speak for another form with one.
  if (rivals.some(({ sections }) => sections.length > evidence.sections + 2)) return undefined
  return rivals.some((it) => document.parts.some((part) => holdsFingerprint(part, it))) ? undefined : evidence
}

/** What speaks for each form. */
export function gatherEvidence(document: Document, formats: readonly Format[]): readonly Evidence[] {
  const all = formats.map((format) => {
    const facts = tellingFacts(document, format).map(({ value }) => value)
    return { format, facts, figures: figuresByTable(facts) }
  })
  return all.map(({ format, facts, figures }) => {
    const best = [...figures].filter(([id, count]) => all.every((it) => (it.figures.get(id) ?? 0) <= count))
    return { ...evidenceOf(format, facts), bestTables: best.length }
  })
}

/** What speaks for a form as long as no other speaks against it. */
function evidenceOf(format: Format, facts: readonly Facts[]): Evidence {
  const titles = facts.flatMap((it) => it.sections).filter((it) => it.match !== 'near' && it.ordinal?.style !== 'topic')
  return {
    format,
    sections: new Set(titles.map((it) => it.section.id)).size,
    tables: new Set(
      facts.flatMap((it) => it.tables.flatMap(({ value }) => (value.figures.size > 1 ? [value.table.id] : []))),
    ).size,
    bestTables: figuresByTable(facts).size,
    fingerprints: [...new Set(facts.flatMap((it) => it.fingerprints))],
  }
}

/** Forms that follow each other name like tables alike. */
function figuresByTable(facts: readonly Facts[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { value } of facts.flatMap((it) => it.tables))
    counts.set(value.table.id, (counts.get(value.table.id) ?? 0) + value.figures.size)
  return counts
}

/** Whether the form is the one for reports on that year. */
export const inForce = ({ years }: Format, year: number): boolean =>
  (years.from ?? year) <= year && year <= (years.to ?? year)

/**
 * How strongly the evidence speaks, in a report on that year. Tables say most: a body that keeps to the form of other
 * years keeps to its tables, while the titles of the sections are much the same in all. The year decides between
 * forms whose tables are mixed.
 */
export const weigh = (
  { format, sections, tables, bestTables, fingerprints }: Evidence,
  year: number | undefined,
): number =>
  sections +
  tables +
  3 * bestTables +
  Math.min(3, fingerprints.length) +
  (year !== undefined && inForce(format, year) ? 3 : 0)
