import type { Format } from '../formats/format.ts'
import type { Document, Placed, Section } from '../markdown/document.ts'
import { fold } from '../text/label.ts'
import { bindList } from './bindList.ts'
import { bindTable } from './bindTable.ts'
import { headingsIn, type Headings } from './headings.ts'
import type { BoundTable } from './table.ts'

/** All that one section of the Markdown says to a form, regardless of what surrounds it. Kept as long as the section. */
export type Facts = Headings & {
  readonly tables: readonly BoundTable[]
  /** Lines of `label: value` that may stand for a table. */
  readonly lists: readonly BoundTable[]
  /** Which of the form's fingerprints stand in the text. */
  readonly fingerprints: readonly string[]
}

const kept = new WeakMap<Section, Map<Format, Facts>>()

export function factsOf(section: Section, format: Format): Facts {
  const byFormat = kept.get(section)
  const known = byFormat?.get(format)
  if (known !== undefined) return known
  const facts = readFacts(section, format)
  if (byFormat === undefined) kept.set(section, new Map([[format, facts]]))
  else byFormat.set(format, facts)
  return facts
}

const keptOfDocuments = new WeakMap<Document, Map<Format, readonly Placed<Facts>[]>>()

/** The facts of those sections that say more to a form than a heading that it does not know. */
export function tellingFacts(document: Document, format: Format): readonly Placed<Facts>[] {
  const byFormat = keptOfDocuments.get(document) ?? new Map<Format, readonly Placed<Facts>[]>()
  keptOfDocuments.set(document, byFormat)
  const known = byFormat.get(format)
  if (known !== undefined) return known
  const telling: Placed<Facts>[] = []
  for (const { at, value } of document.sections) {
    const facts = factsOf(value, format)
    const { sections, topics, tables, lists, fingerprints } = facts
    if (sections.length + topics.length + tables.length + lists.length + fingerprints.length > 0)
      telling.push({ at, value: facts })
  }
  byFormat.set(format, telling)
  return telling
}

function readFacts(section: Section, format: Format): Facts {
  const tables = section.blocks.flatMap((block) => {
    const table = block.kind === 'table' ? bindTable(block.grid, format) : undefined
    return table === undefined ? [] : [table]
  })
  const lists = section.blocks.flatMap((block) => {
    const list = block.kind === 'paragraph' ? bindList(block, section.text, format) : undefined
    return list === undefined ? [] : [list]
  })
  const folded = foldedText(section)
  const fingerprints = format.fingerprints.filter((words) => folded.includes(fold(words)))
  return { ...headingsIn(section, format), tables, lists, fingerprints }
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
