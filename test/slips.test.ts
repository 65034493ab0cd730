import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../server/src/core/formats/field.ts'
import type { Format, TableFormat } from '../server/src/core/formats/format.ts'
import { formats } from '../server/src/core/formats/index.ts'
import { readDocument } from '../server/src/core/markdown/document.ts'
import { buildReport } from '../server/src/core/report/buildReport.ts'
import type { Report } from '../server/src/core/report/report.ts'
import { labelIndex } from '../server/src/core/report/labels.ts'
import { labelKey, labelKeys, withoutNotes } from '../server/src/core/text/label.ts'
import { layoutsOf, reportWith, type Layout, type Write } from './layouts.ts'
import { seeded } from './random.ts'

const rounds = Number(process.env['ROUNDS'] ?? 40)

/** One character of a label typed wrong, left out or doubled, never in its ordinal or its remark. */
function misspelt(label: string, random: ReturnType<typeof seeded>): string {
  const bare = withoutNotes(label)
  const key = labelKey(bare)
  const from = bare.indexOf(key.slice(0, 2))
  const at = from + 1 + random.below(Math.max(1, Math.min(key.length, bare.length - from) - 2))
  const slip = random.pick(['龘', '', (bare[at] ?? '') + (bare[at] ?? '')])
  return label.slice(0, at) + slip + label.slice(at + 1)
}

const textsIn = (report: Report | undefined): ReadonlyMap<string, string> =>
  new Map(report?.tables.flatMap(({ value }) => [...value.figures].map(([id, it]) => [id, it.cell.text] as const)))

const withRow = (table: TableFormat, id: string, label: string): TableFormat => ({
  ...table,
  blocks: table.blocks.map((block) => ({
    ...block,
    rows: block.rows.map((row) => (row.id === id ? { ...row, label } : row)),
  })),
})

/** Rows whose labels are long enough that a slip in them leaves no doubt, and that have no parts named after them. */
const candidates = (format: Format): readonly (readonly [TableFormat, string, string])[] =>
  format.tables.flatMap((table) =>
    table.blocks.flatMap((block) =>
      block.rows
        .filter(
          ({ label }) =>
            labelKey(withoutNotes(label)).length >= 5 && block.rows.every((it) => !it.path.includes(label)),
        )
        .map((row) => [table, row.id, row.label] as const),
    ),
  )

describe.each(formats.map((format) => [format.id, format] as const))('form %s', (_, format) => {
  const numbers = new Map([...fieldsOf(format).keys()].map((id, i) => [id, String(1000 + i)] as const))
  const write: Write = (table, row, column) => numbers.get(`${table.id}.${row.id}.${column}`) ?? '?'

  test('a label with a slip binds its figures in every layout, and is told', () => {
    const random = seeded(20260101)
    for (let round = 0; round < rounds; round++) {
      const [table, id, label] = random.pick(candidates(format))
      const layout = random.pick(layoutsOf(table))
      const slip = misspelt(label, random)
      const name = `round ${round}: ${layout.name}, ${slip}`
      const changed: Layout = { name, table: (of, figures) => layout.table(withRow(of, id, slip), figures) }
      const text = reportWith(format, write, (of) => (of.id === table.id ? changed : (layoutsOf(of)[0] ?? changed)))
      const report = buildReport(readDocument(text), formats, `${format.id}!`)
      const found = textsIn(report)
      expect(
        [...numbers].filter(([field, number]) => found.get(field) !== number),
        name,
      ).toEqual([])
      const slips = report?.tables.flatMap(({ value }) => value.slips) ?? []
      // Some slips make another label in use, or touch only punctuation.
      const known = labelKeys(slip).some((key) => labelIndex(format).rows.has(key))
      expect(slips.length > 0, name).toBe(!known)
      expect(
        report?.tables.flatMap(({ value }) => value.unknownRows),
        name,
      ).toEqual([])
    }
  })
})

describe('labels that are no slips', () => {
  const table = (rows: readonly string[]): Report | undefined =>
    buildReport(
      readDocument(
        `## 二、主动公开政府信息情况\n\n| 第二十条第（六）项 | 本年处理决定数量 |\n|---|---|\n${rows.map((row, i) => `| ${row} | ${i + 1} |`).join('\n')}\n`,
      ),
      formats,
      '2021',
    )

  test.each([
    ['the row is there already', ['行政处罚', '行政强制', '行政处理']],
    ['two rows could be meant by one label', ['行政许可', '行政X罚', '行政处X']],
    ['too much is different', ['行政许可', '行政复议']],
    ['the label is too short to tell', ['行政许可', '强制']],
  ])('%s', (_, rows) => {
    expect(table(rows)?.tables.flatMap(({ value }) => value.slips) ?? []).toEqual([])
  })
})
