import { expect, test } from 'vitest'
import { check, type Problem } from '../server/src/core/check.ts'
import { format2021 } from '../server/src/core/formats/2021.ts'
import type { Format, RelationFormat } from '../server/src/core/formats/format.ts'
import { readDocument } from '../server/src/core/markdown/document.ts'
import { buildReport } from '../server/src/core/report/buildReport.ts'
import { rules } from '../server/src/core/rules/index.ts'
import { defaultSettings, type Settings } from '../server/src/core/settings.ts'

/** The form of 2021 with decimals in table four, and its relations as they are given. */
const formatWith = (own: Partial<RelationFormat>): Format => ({
  ...format2021,
  tables: format2021.tables.map((table) =>
    table.id === 't4'
      ? {
          ...table,
          blocks: table.blocks.map((block) => ({
            ...block,
            columns: block.columns.map((column) => ({ ...column, kind: 'decimal' })),
          })),
        }
      : table,
  ),
  relations: format2021.relations.map((relation) => (relation.table === 't4' ? { ...relation, ...own } : relation)),
})

function problemsIn(
  figures: string,
  own: Partial<RelationFormat>,
  settings: Settings = defaultSettings,
): readonly Problem[] {
  const text = [
    '| 类别 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    `| 行政复议 | ${figures} |`,
    '| 行政诉讼（未经复议直接起诉） | 0 | 0 | 0 | 0 | 0 |',
    '| 行政诉讼（复议后起诉） | 1.25 | 0 | 0 | 2.5 | 3.75 |',
  ].join('\n')
  const report = buildReport(readDocument(text), [formatWith(own)], '2021!')
  const arithmetic = rules.filter(({ code }) => code === 'total-mismatch')
  return report === undefined ? [] : check(report, arithmetic, settings)
}

test.each([
  ['adds up exactly', '1.1 | 2.2 | 0 | 0 | 3.3', 0, 0],
  ['a unit more than the sum of rounded parts', '1.14 | 2.24 | 0 | 0 | 3.39', 1, 0],
  ['more than rounding explains', '1.14 | 2.24 | 0 | 0 | 3.40', 1, 1],
  ['trailing zeros dropped make nothing coarser', '1 | 2.24 | 0 | 0 | 3.5', 1, 1],
  ['zeros are exact: they lend no tolerance', '3.14 | 0 | 0 | 0 | 3.16', 1, 1],
  ['whole numbers are exact', '1 | 2 | 0 | 0 | 4', 1, 1],
])('%s', (_, figures, exact, rounded) => {
  expect(problemsIn(figures, {})).toHaveLength(exact)
  expect(problemsIn(figures, { tolerance: 'rounding' })).toHaveLength(rounded)
})

test('what is within the rounding takes no part in explaining what is not', () => {
  const [problem, ...others] = problemsIn('1.14 | 2.24 | 0 | 0 | 3.39', { tolerance: 'rounding', each: 'row' })
  expect([problem, ...others]).toEqual([undefined])
})

test.each(['hint', 'information', 'warning', 'error'] as const)('a relation may be as severe as %s', (severity) => {
  expect(problemsIn('1 | 2 | 0 | 0 | 4', { severity }).map((it) => it.severity)).toEqual([severity])
})

test('what the user chose goes before the severity of the form', () => {
  const chosen = { ...defaultSettings, rules: { 'total-mismatch': 'warning' } } as const
  expect(problemsIn('1 | 2 | 0 | 0 | 4', { severity: 'hint' }, chosen).map((it) => it.severity)).toEqual(['warning'])
})
