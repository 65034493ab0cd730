import type { Section } from '../markdown/document.ts'

/**
 * Whether a pattern stands anywhere in the text of a piece between two headings, kept as long as the piece: a rule
 * that looks for words all over a document then looks only where they are. The pattern may not be a sticky one.
 */
export function mayHold(pattern: RegExp): (section: Section) => boolean {
  const once = new RegExp(pattern.source, pattern.flags.replace('g', ''))
  const kept = new WeakMap<Section, boolean>()
  return (section) => {
    const known = kept.get(section)
    if (known !== undefined) return known
    const holds = once.test(section.text)
    kept.set(section, holds)
    return holds
  }
}
