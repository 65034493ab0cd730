import { describe, expect, test } from 'vitest'
import { formats } from '../server/src/core/formats/index.ts'
import { fieldsOf } from '../server/src/core/formats/field.ts'
import { readDocument } from '../server/src/core/markdown/document.ts'
import { buildReport } from '../server/src/core/report/buildReport.ts'
import { layoutsOf, reportWith, type Layout } from './layouts.ts'

/** Every field has a number of its own, so that a figure bound to the wrong field shows. */
const numbers = new Map(
  formats.flatMap((format) => [...fieldsOf(format).keys()].map((id, i) => [id, String(1000 + i)] as const)),
)

describe.each(formats.map((format) => [format.id, format] as const))('form %s', (_, format) => {
  const write = (table: { id: string }, row: { id: string }, column: string): string =>
    numbers.get(`${table.id}.${row.id}.${column}`) ?? '?'
  const expected = [...fieldsOf(format).keys()].map((id) => [id, numbers.get(id)])

  describe.each(format.tables.map((table) => [table.id, table] as const))('table %s', (id, table) => {
    test.each(layoutsOf(table).map((layout) => [layout.name, layout] as const))(
      'every figure is found in the layout: %s',
      (__, layout) => {
        const text = reportWith(format, write, (of): Layout => (of.id === id ? layout : (layoutsOf(of)[0] ?? layout)))
        const report = buildReport(readDocument(text), formats, 'auto')
        const found = new Map(
          report?.tables.flatMap(({ value }) =>
            [...value.figures].map(([field, figure]) => [field, figure.cell.text] as const),
          ),
        )
        expect([...fieldsOf(format).keys()].map((field) => [field, found.get(field)])).toEqual(expected)
        expect(report?.tables.flatMap(({ value }) => [...value.unknownRows, ...value.unknownColumns])).toEqual([])
      },
    )
  })
})
