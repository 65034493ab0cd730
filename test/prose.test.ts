import { describe, expect, test } from 'vitest'
import { plantable } from './prose/fill.ts'
import { measureSet, summary } from './prose/measure.ts'
import { sets } from './prose/sets.ts'
import type { ProseSet } from './prose/set.ts'

const sentencesOf = ({ requests, results, remedies, documents, acts, fees, sums, claims, others }: ProseSet) => [
  ...[requests, results, remedies, documents, acts, fees, sums, others].flat(),
  ...claims.map(({ text }) => text),
]

/**
 * `npm run bench:prose` plants every number several times and reads more reports; here a draw of both is enough, and
 * leaves room for a draw that is harder than the whole.
 */
describe.each(sets.map((set) => [set.name, set] as const))('the sentences of “%s”', (name, set) => {
  test('nearly every disagreement is found, and consistent reports are silent', { timeout: 60_000 }, () => {
    const measured = measureSet(set, 1, 30, 11, 60)
    console.log(summary(name, measured))
    expect(measured.found / measured.planted, measured.missed.join('\n')).toBeGreaterThanOrEqual(set.least ?? 0.9)
    expect(measured.alarms / measured.clean, measured.said.join('\n')).toBeLessThanOrEqual(1 / 20)
  })
})

test('no two sets share a sentence', () => {
  const all = sets.flatMap((set) => [...new Set(sentencesOf(set))])
  expect(all.filter((it, i) => all.indexOf(it) !== i)).toEqual([])
})

test('every sentence with a number can be planted', () => {
  for (const { requests, results, remedies, documents, acts, sums } of sets)
    for (const sentence of [requests, results, remedies, documents, acts, sums].flat())
      expect(plantable(sentence), sentence).toBeGreaterThan(0)
})
