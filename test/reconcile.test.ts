import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check, type Problem } from '../server/src/core/check.ts'
import { format2021 } from '../server/src/core/formats/2021.ts'
import { formats } from '../server/src/core/formats/index.ts'
import { documentReader } from '../server/src/core/markdown/document.ts'
import { buildReport } from '../server/src/core/report/buildReport.ts'
import { rules } from '../server/src/core/rules/index.ts'
import { defaultSettings } from '../server/src/core/settings.ts'
import { applyEdits } from '../server/src/core/text/span.ts'
import { fail } from './fixture.ts'
import { layoutsOf, reportWith, type Layout } from './layouts.ts'

/** One seed for all, so that a failure can be made again. */
const seed = { seed: 20210926 }

/** Sections that were read before are not read again, as in an editor. */
const read = documentReader()

const table3 = format2021.tables.find(({ id }) => id === 't3') ?? fail('no table three')
const rows = table3.blocks[0]?.rows.map(({ id }) => id) ?? []
const [first, second, ...others] = rows
const [total, left] = others.splice(-2)
const parts = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']

/** Values by row and column, such as `r01.c7`. */
type Figures = ReadonlyMap<string, number>

/** A table three in which every relation holds: mostly zeros, as real ones are. */
const balanced: fc.Arbitrary<Figures> = fc
  .record({
    results: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(120)), {
      minLength: others.length * parts.length,
      maxLength: others.length * parts.length,
    }),
    pending: fc.array(fc.oneof(fc.constant(0), fc.nat(30)), { minLength: parts.length, maxLength: parts.length }),
    carried: fc.array(fc.nat(100), { minLength: parts.length, maxLength: parts.length }),
  })
  .map(({ results, pending, carried }) => {
    const figures = new Map<string, number>()
    parts.forEach((column, j) => {
      const own = others.map((row, i) => [row, results[i * parts.length + j] ?? 0] as const)
      const handled = own.reduce((sum, [, value]) => sum + value, 0)
      const rest = pending[j] ?? 0
      // Not everything that was there can have been carried over from last year.
      const before = Math.min(carried[j] ?? 0, handled + rest)
      for (const [row, value] of own) figures.set(`${row}.${column}`, value)
      figures.set(`${total ?? ''}.${column}`, handled)
      figures.set(`${left ?? ''}.${column}`, rest)
      figures.set(`${second ?? ''}.${column}`, before)
      figures.set(`${first ?? ''}.${column}`, handled + rest - before)
    })
    for (const row of rows)
      figures.set(
        `${row}.c7`,
        parts.reduce((sum, column) => sum + (figures.get(`${row}.${column}`) ?? 0), 0),
      )
    return figures
  })

const layouts = layoutsOf(table3)

/** A whole report with these figures in table three and zeros elsewhere. */
const reportOf = (figures: ReadonlyMap<string, number | string>, layout: Layout): string =>
  reportWith(
    format2021,
    (table, row, column) => (table.id === 't3' ? String(figures.get(`${row.id}.${column}`) ?? '?') : '0'),
    (table): Layout => (table.id === 't3' ? layout : (layoutsOf(table)[0] ?? layout)),
  )

/** What all rules on tables say; those on sections are tried elsewhere. */
const tableRules = rules.filter(({ code }) => !code.startsWith('section-'))

function problemsIn(text: string): readonly Problem[] {
  const report = buildReport(read(text), formats, 'auto') ?? fail('no report')
  return check(report, tableRules, defaultSettings)
}

/** Where the figure stands in the text. */
function placeOf(text: string, id: string): { readonly start: number; readonly end: number } {
  const report = buildReport(read(text), formats, 'auto')
  for (const { at, value } of report?.tables ?? []) {
    const figure = value.figures.get(`t3.${id}`)
    if (figure !== undefined) return { start: at + figure.cell.span.start, end: at + figure.cell.span.end }
  }
  return fail(`no ${id}`)
}

const cell = fc.constantFrom(...rows.flatMap((row) => [...parts, 'c7'].map((column) => `${row}.${column}`)))
const other = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.boolean())
const anyLayout = fc.constantFrom(...layouts)

/** Another value for a figure, up or down, never below zero. */
const changed = (value: number, [by, down]: readonly [number, boolean]): number =>
  down && by <= value ? value - by : value + by

describe('table three', { timeout: 60_000 }, () => {
  test('that balances has no finding, in whatever layout', () => {
    fc.assert(
      fc.property(balanced, anyLayout, (figures, layout) => {
        expect(problemsIn(reportOf(figures, layout)).map(({ code, message }) => [code, message.args])).toEqual([])
      }),
      { ...seed, numRuns: 60 },
    )
  })

  test('with one wrong figure has one finding, on that figure, and its preferred fix gives the text back', () => {
    fc.assert(
      fc.property(balanced, anyLayout, cell, other, (figures, layout, id, change) => {
        const sound = reportOf(figures, layout)
        const text = reportOf(new Map([...figures, [id, changed(figures.get(id) ?? 0, change)]]), layout)
        const problems = problemsIn(text)
        expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['total-mismatch', 'error']])
        expect(problems[0]?.span).toEqual(placeOf(text, id))
        const [preferred, ...more] = (problems[0]?.fixes ?? []).filter((fix) => fix.preferred === true)
        expect(more).toEqual([])
        expect(applyEdits(text, preferred?.edits ?? [])).toBe(sound)
      }),
      { ...seed, numRuns: 60 },
    )
  })

  test('names every single figure that is changed, whichever it is', () => {
    const figures = fc.sample(balanced, { ...seed, numRuns: 1 })[0] ?? fail('no sample')
    const layout = layouts[0] ?? fail('no layout')
    for (const [id, value] of figures) {
      const text = reportOf(new Map([...figures, [id, value + 3]]), layout)
      expect(problemsIn(text).map(({ span }) => span)).toEqual([placeOf(text, id)])
    }
  })

  test('with several wrong figures has an error unless they cancel out, and what is said has no holes', () => {
    const several = fc.uniqueArray(fc.tuple(cell, other), { minLength: 2, maxLength: 4, selector: ([id]) => id })
    fc.assert(
      fc.property(balanced, several, (figures, changes) => {
        const wrong = new Map(figures)
        for (const [id, change] of changes) wrong.set(id, changed(figures.get(id) ?? 0, change))
        const problems = problemsIn(reportOf(wrong, layouts[0] ?? fail('no layout')))
        expect(holds(wrong)).toBe(problems.length === 0)
        for (const { severity } of problems) expect(severity).toBe('error')
      }),
      { ...seed, numRuns: 100 },
    )
  })

  test('has fixes that change their own cells and keep every other byte', () => {
    const wrongs = fc.uniqueArray(
      fc.tuple(cell, fc.constantFrom('', '/', '00', '１２', '1,234', '1O', '-3', '7件', '99')),
      {
        minLength: 1,
        maxLength: 5,
        selector: ([id]) => id,
      },
    )
    fc.assert(
      fc.property(balanced, anyLayout, wrongs, (figures, layout, changes) => {
        const text = reportOf(new Map<string, number | string>([...figures, ...changes]), layout)
        const before = cellsOf(text)
        // Each kind of fix once: a table has many findings of one kind, and each reading of it takes its time.
        const kinds = new Map(problemsIn(text).flatMap(({ fixes }) => fixes.map((it) => [it.title.text, it] as const)))
        for (const fix of kinds.values()) {
          const mended = applyEdits(text, fix.edits)
          const after = cellsOf(mended)
          // The form has the same cells, none moved: only the figures that the edits stand on read otherwise.
          expect([...after.keys()]).toEqual([...before.keys()])
          const differing = [...after].filter(([id, it]) => it !== before.get(id))
          expect(differing.length).toBeLessThanOrEqual(fix.edits.length)
          expect(outsideCells(mended)).toBe(outsideCells(text))
        }
      }),
      { ...seed, numRuns: 25 },
    )
  })

  test('with its zeros left blank still balances, and says so once', () => {
    fc.assert(
      fc.property(balanced, anyLayout, (figures, layout) => {
        const blank = new Map([...figures].map(([id, value]) => [id, value === 0 ? '' : value] as const))
        const some = [...figures.values()].includes(0)
        const problems = problemsIn(reportOf(blank, layout))
        expect(problems.map(({ code }) => code)).toEqual(some ? ['figure-blank'] : [])
        const [fill] = problems[0]?.fixes ?? []
        if (fill !== undefined) expect(problemsIn(applyEdits(reportOf(blank, layout), fill.edits))).toEqual([])
      }),
      { ...seed, numRuns: 40 },
    )
  })

  test('with its totals left blank is completed in one step', () => {
    fc.assert(
      fc.property(balanced, anyLayout, (figures, layout) => {
        const blank = new Map(
          [...figures].map(
            ([id, value]) => [id, id.endsWith('.c7') || id.startsWith(`${total ?? ''}.`) ? '' : value] as const,
          ),
        )
        const text = reportOf(blank, layout)
        const problems = problemsIn(text)
        if ([...figures.values()].every((value) => value === 0)) return
        expect(problems.map(({ code }) => code)).toEqual(['relation-unchecked'])
        const fix = problems[0]?.fixes.find((it) => it.preferred === true)
        expect(cellsOf(applyEdits(text, fix?.edits ?? []))).toEqual(cellsOf(reportOf(figures, layout)))
      }),
      { ...seed, numRuns: 40 },
    )
  })
})

/** The official arithmetic, written down a second time and without any of the engine. */
function holds(figures: Figures): boolean {
  const at = (row: string | undefined, column: string): number => figures.get(`${row ?? ''}.${column}`) ?? NaN
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
  return (
    rows.every((row) => at(row, 'c7') === sum(parts.map((column) => at(row, column)))) &&
    [...parts, 'c7'].every(
      (column) =>
        at(total, column) === sum(others.map((row) => at(row, column))) &&
        at(first, column) + at(second, column) === at(total, column) + at(left, column),
    )
  )
}

/** What each figure of the report reads, by its field. */
const cellsOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    (buildReport(read(text), formats, 'auto')?.tables ?? []).flatMap(({ value }) =>
      [...value.figures].map(([id, figure]) => [id, figure.cell.text] as const),
    ),
  )

/** The text with all that stands in cells of figures taken out. */
function outsideCells(text: string): string {
  const spans = (buildReport(read(text), formats, 'auto')?.tables ?? []).flatMap(({ at, value }) =>
    [...value.figures.values()]
      .flatMap(({ cell: own, copies }) => [own, ...copies])
      .map(({ room }) => ({ start: at + room.start, end: at + room.end })),
  )
  return applyEdits(
    text,
    spans.map((span) => ({ span, text: '' })),
  )
}
