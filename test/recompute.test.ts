import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recomputeTotals } from '../server/src/core/features/recompute.ts'
import { relationsOf } from '../server/src/core/formats/relation.ts'
import { reconcile } from '../server/src/core/reconcile/reconcile.ts'
import { valueOf } from '../server/src/core/report/figure.ts'
import { digits } from '../server/src/core/text/decimal.ts'
import { applyEdits } from '../server/src/core/text/span.ts'
import { fail } from './fixture.ts'
import { bound, skeleton } from './skeleton.ts'

const cells = [...skeleton.matchAll(/(?<=\| )0(?= \|)/g)].map((it) => it.index)

/** The skeleton with other figures in its tables, in the order in which they stand. */
const filled = (values: readonly (number | string)[]): string =>
  applyEdits(
    skeleton,
    cells.map((start, i) => ({ span: { start, end: start + 1 }, text: String(values[i] ?? 0) })),
  )

const totals = new Set(
  relationsOf(bound(skeleton).report?.format ?? fail('no report')).flatMap(({ derived }) =>
    derived?.as === 'total' ? [derived.field] : [],
  ),
)

const figuresOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    bound(text).report?.tables.flatMap(({ value }) =>
      [...value.figures].map(([id, figure]) => [id, digits(valueOf(figure) ?? fail(id))] as const),
    ),
  )

test('there are 25 + 6 totals in table three and 3 in table four', () => {
  expect(cells).toHaveLength(25 * 7 + 15 + 10)
  expect(totals.size).toBe(25 + 6 + 3)
})

test('whatever the figures, all totals hold afterwards, no part has changed, and nothing is left to do', () => {
  const figures = fc.array(fc.nat(9999), { minLength: cells.length, maxLength: cells.length })
  fc.assert(
    fc.property(figures, (values) => {
      const text = filled(values)
      const { edits, changed, refused } = recomputeTotals(bound(text), undefined)
      expect(refused).toEqual([])
      const after = applyEdits(text, edits)
      const before = figuresOf(text)
      const different = [...figuresOf(after)].filter(([id, value]) => before.get(id) !== value).map(([id]) => id)
      expect(different.filter((id) => !totals.has(id))).toEqual([])
      expect(different).toHaveLength(changed)
      for (const { value } of bound(after).report?.tables ?? [])
        for (const { state, relation } of reconcile(value, bound(after).report?.format ?? fail('none')).outcomes)
          if (relation.derived?.as === 'total') expect(state).toBe('balanced')
      expect(recomputeTotals(bound(after), undefined).edits).toEqual([])
    }),
    { numRuns: 10 },
  )
})

test('a part that cannot be read leaves every total above it as it was, and is named', () => {
  const spoilt = fc.constantFrom('', '/', '1O', '-3', '3.5', '251000元', '十二')
  fc.assert(
    fc.property(fc.nat(cells.length - 1), spoilt, (at, cell) => {
      const text = filled(cells.map((_, i) => (i === at ? cell : (i * 7) % 13)))
      const analysis = bound(text)
      const { edits, refused } = recomputeTotals(analysis, undefined)
      const spoiltField = analysis.report?.tables
        .flatMap(({ value }) => [...value.figures.values()])
        .find(
          (figure) =>
            !('value' in figure.reading) || !('state' in figure.reading) || figure.reading.state === 'malformed',
        )
      const isPart =
        spoiltField !== undefined && !totals.has(spoiltField.field.id) && !spoiltField.field.id.startsWith('t2')
      expect(refused.length > 0).toBe(isPart)
      for (const { span } of refused)
        expect(edits.every((edit) => edit.span.end <= span.start || edit.span.start >= span.end)).toBe(true)
      const again = applyEdits(text, edits)
      expect(recomputeTotals(bound(again), undefined).edits).toEqual([])
    }),
    { numRuns: 30 },
  )
})

test('an aligned table stays aligned', () => {
  const row = '| 行政复议 |    12 |     3 |     0 |     0 |     9 |'
  const text = skeleton.replace('| 行政复议 | 0 | 0 | 0 | 0 | 0 |', row)
  expect(applyEdits(text, recomputeTotals(bound(text), undefined).edits)).toContain(
    '| 行政复议 |    12 |     3 |     0 |     0 |    15 |',
  )
})
