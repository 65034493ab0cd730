import { closeTo } from '../text/distance.ts'
import { labelKey, labelKeys, labelPieces, withoutNotes } from '../text/label.ts'

type Labelled = { readonly label: string; readonly aliases: readonly string[] }

const kept = new WeakMap<Labelled, readonly string[]>()

/** What a label of the form may be compared by; kept, as a pasted table may have thousands of labels to compare. */
function officialKeys(labelled: Labelled): readonly string[] {
  const known = kept.get(labelled)
  if (known !== undefined) return known
  const keys = [
    ...new Set([labelled.label, ...labelled.aliases].flatMap((it) => [labelKey(it), labelKey(withoutNotes(it))])),
  ]
  kept.set(labelled, keys)
  return keys
}

/** The labels that a written one is probably a slip for; the form has several words for one label. */
export function resembling<T extends Labelled>(written: string, among: readonly T[]): readonly T[] {
  const keys = labelKeys(written)
  return among.filter((it) => officialKeys(it).some((official) => keys.some((key) => closeTo(official, key))))
}

/** A written label with the slip mended: the labels of groups joined before it stay as they are. */
export function mendLabel(written: string, label: string): string {
  const pieces = labelPieces(written)
  const last = pieces.at(-1)
  const at = last === undefined ? -1 : written.lastIndexOf(last)
  return pieces.length > 1 && at > 0 && written.slice(at) === last ? written.slice(0, at) + label : label
}
