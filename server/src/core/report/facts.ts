import type { Format } from '../formats/format.ts'
import type { Section } from '../markdown/document.ts'
import { fold } from '../text/label.ts'
import { bindTable } from './bindTable.ts'
import { headingsIn, type Headings } from './headings.ts'
import type { BoundTable } from './table.ts'

/** All that one section of the Markdown says to a form, regardless of what surrounds it. Kept as long as the section. */
export type Facts = Headings & {
  readonly tables: readonly BoundTable[]
  /** Which of the form's fingerprints stand in the text. */
  readonly fingerprints: readonly string[]
}

const kept = new WeakMap<Section, WeakMap<Format, Facts>>()

export function factsOf(section: Section, format: Format): Facts {
  const byFormat = kept.get(section) ?? new WeakMap<Format, Facts>()
  kept.set(section, byFormat)
  const known = byFormat.get(format)
  if (known !== undefined) return known
  const tables = section.blocks.flatMap((block) => {
    const table = block.kind === 'table' ? bindTable(block.grid, format) : undefined
    return table === undefined ? [] : [table]
  })
  const folded = foldedText(section)
  const fingerprints = format.fingerprints.filter((words) => folded.includes(fold(words)))
  const facts = { ...headingsIn(section, format), tables, fingerprints }
  byFormat.set(format, facts)
  return facts
}

const keptTexts = new WeakMap<Section, string>()

/** Words are looked for whatever their width and spacing. */
function foldedText(section: Section): string {
  const known = keptTexts.get(section)
  if (known !== undefined) return known
  const folded = fold(section.text)
  keptTexts.set(section, folded)
  return folded
}
