import type { SenseRule } from './senses.ts'

/**
 * Finds, among things with rules, those of which some rule may match words with these senses, in their order. Each rule
 * is known by what it wants that the fewest others want: of hundreds of things a clause then has to be held against a few.
 */
export function byWants<T>(
  things: readonly T[],
  rulesOf: (thing: T) => readonly SenseRule[],
): (words: readonly (readonly string[])[]) => readonly T[] {
  const all = things.flatMap(rulesOf)
  const counts = new Map<string, number>()
  for (const sense of all.flatMap(({ wants }) => wants.flat())) counts.set(sense, (counts.get(sense) ?? 0) + 1)
  const commonness = (senses: readonly string[]): number => senses.reduce((sum, it) => sum + (counts.get(it) ?? 0), 0)
  const bySense = new Map<string, Set<number>>()
  const always: number[] = []
  things.forEach((thing, i) => {
    for (const { wants } of rulesOf(thing)) {
      const [rarest] = [...wants].sort((a, b) => commonness(a) - commonness(b))
      if (rarest === undefined) always.push(i)
      for (const sense of rarest ?? []) bySense.set(sense, (bySense.get(sense) ?? new Set()).add(i))
    }
  })
  return (words) => {
    const found = new Set(always)
    for (const senses of words) for (const sense of senses) for (const i of bySense.get(sense) ?? []) found.add(i)
    return [...found].sort((a, b) => a - b).flatMap((i) => things[i] ?? [])
  }
}
