import { expect, test } from 'vitest'
import { formats } from '../server/src/core/formats/index.ts'
import { readDocument } from '../server/src/core/markdown/document.ts'
import { editDocument } from '../server/src/core/markdown/editDocument.ts'
import { layoutsOf, reportWith } from './layouts.ts'
import { seeded, type Random } from './random.ts'

const rounds = Number(process.env['ROUNDS'] ?? 1500)
const seed = Number(process.env['SEED'] ?? 1)

const tableRow = /^\|.*$/gm

/** A place in a row of a pipe table, mostly at a number. */
function placeIn(text: string, random: Random): number {
  const rows = [...text.matchAll(tableRow)]
  const row = rows.length === 0 ? undefined : random.pick(rows)
  if (row === undefined) return random.below(text.length + 1)
  const digits = [...row[0].matchAll(/\d/g)]
  const within = digits.length > 0 && random.below(5) > 0 ? random.pick(digits).index + random.below(2) : undefined
  return row.index + (within ?? random.below(row[0].length + 1))
}

test(
  `numbers typed into pipe tables are read as the whole text is (${rounds} keys, seed ${seed})`,
  { timeout: 36_000_000 },
  () => {
    const random = seeded(seed)
    let document = readDocument('')
    for (let round = 0; round < rounds; round++) {
      if (round % 50 === 0) {
        const format = random.pick(formats)
        const text = reportWith(
          format,
          () => random.pick(['0', '1', '12', '1,200', '', '/', '00', ' 7', '**3**', '4（说明）']),
          (table) => random.pick(layoutsOf(table)),
        )
        document = readDocument(random.below(3) === 0 ? text.replaceAll('\n', '\r\n') : text)
      }
      const at = placeIn(document.text, random)
      const removed = random.pick([0, 0, 1, 2])
      const text = random.pick(['', '1', '23', '.', ',', '0', '|', '字', '\\', ' '])
      const span = { start: at, end: Math.min(document.text.length, at + removed) }
      const before = document.text
      document = editDocument(document, { span, text })
      const whole = readDocument(before.slice(0, span.start) + text + before.slice(span.end))
      expect(document.text, before).toBe(whole.text)
      expect(
        document.parts.map(({ pieces }) => pieces),
        `${JSON.stringify(text)} at ${span.start}–${span.end} of ${JSON.stringify(before)}`,
      ).toEqual(whole.parts.map(({ pieces }) => pieces))
    }
  },
)
