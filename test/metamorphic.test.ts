import { describe, expect, test } from 'vitest'
import { analyse } from '../server/src/core/analyse.ts'
import type { Format, TableFormat } from '../server/src/core/formats/format.ts'
import { fieldsOf } from '../server/src/core/formats/field.ts'
import { formats } from '../server/src/core/formats/index.ts'
import { readDocument } from '../server/src/core/markdown/document.ts'
import { defaultSettings } from '../server/src/core/settings.ts'
import { layoutsOf, reportWith, type Layout, type Write } from './layouts.ts'
import { seeded, type Random } from './random.ts'

const rounds = Number(process.env['ROUNDS'] ?? 25)
const seed = Number(process.env['SEED'] ?? 3)

/** What a cell may hold: mostly zeros, as in real tables, and now and then what nobody should write. */
const texts = ['0', '0', '0', '0', '0', '1', '2', '7', '12', '105', '00', '', '/', '1O', '１２', '1,234']

/**
 * What is said of the figures of a report, by field: the rule, the severity, the message with its figures and names.
 * A finding on several cells stands on the first of them, which is another one where rows and columns change places.
 */
function findings(text: string, format: Format): readonly string[] {
  const { problems, report } = analyse(readDocument(text), { ...defaultSettings, format: format.id })
  const fieldAt = new Map(
    report?.tables.flatMap(({ at, value }) =>
      [...value.figures.values()].map(({ cell, field }) => [at + cell.span.start, field.id] as const),
    ),
  )
  return problems
    .filter(({ code }) => /^(?:total|balance|part|figure|relation)-/.test(code))
    .map(({ code, severity, span, message }) =>
      [
        code,
        severity,
        /"cells"/.test(JSON.stringify(message.args)) || code === 'figure-blank' ? '' : (fieldAt.get(span.start) ?? '?'),
        JSON.stringify(message.args),
      ].join(' '),
    )
    .sort()
}

/** Figures at random, and whether some of them may be blank. */
const randomFigures = (format: Format, random: Random): { readonly write: Write; readonly blanks: boolean } => {
  const blanks = random.below(3) === 0
  const odd = blanks ? texts : texts.slice(0, 10)
  const values = new Map([...fieldsOf(format).keys()].map((id) => [id, random.pick(odd)]))
  return { write: (table, row, column) => values.get(`${table.id}.${row.id}.${column}`) ?? '0', blanks }
}

describe.each(formats.map((format) => [format.id, format] as const))('form %s', (_, format) => {
  test(
    `the same figures give the same findings in every layout (${rounds} reports, seed ${seed})`,
    { timeout: 3_600_000 },
    () => {
      const random = seeded(seed)
      for (let round = 0; round < rounds; round++) {
        const { write, blanks } = randomFigures(format, random)
        const canonical = findings(
          reportWith(format, write, (table) => layoutsOf(table)[0] ?? fail()),
          format,
        )
        const chosen = new Map(format.tables.map((table) => [table.id, random.pick(fitting(table, blanks))]))
        const text = reportWith(format, write, (table): Layout => chosen.get(table.id) ?? fail())
        expect(findings(text, format), [...chosen.values()].map(({ name }) => name).join(', ')).toEqual(canonical)
      }
    },
  )
})

/** What a blank means is decided for each table of the Markdown, so that running several into one may change it. */
const fitting = (table: TableFormat, blanks: boolean): readonly Layout[] =>
  layoutsOf(table).filter(({ name }) => !blanks || name !== 'one table')

function fail(): never {
  throw new Error('a table without layouts')
}
