import { expect, test } from 'vitest'
import { formats } from '../server/src/core/formats/index.ts'
import { readDocument } from '../server/src/core/markdown/document.ts'
import type { Figure } from '../server/src/core/report/figure.ts'
import { buildReport } from '../server/src/core/report/buildReport.ts'
import { writeFigures } from '../server/src/core/report/writeFigure.ts'
import { applyEdits, shift } from '../server/src/core/text/span.ts'
import { fail } from './fixture.ts'

const header =
  '## 四、政府信息公开行政复议、行政诉讼情况\n\n| 类别 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|---|\n'

/** The figures of 行政复议 in the order of the form, written anew. */
function written(table: string, ...values: readonly (string | undefined)[]): string {
  const report = buildReport(readDocument(table), formats, '2021!')
  const { at, value } = report?.tables[0] ?? fail('no table')
  const figures = [...value.figures.values()].filter(({ field }) => field.row.label === '行政复议')
  const changes = values.flatMap((text, i): [Figure, string][] => {
    const figure = figures[i] ?? fail(`no figure ${i}`)
    return text === undefined ? [] : [[figure, text]]
  })
  return applyEdits(
    table,
    writeFigures(changes).map((edit) => ({ ...edit, span: shift(edit.span, at) })),
  )
}

const row = (line: string, ...values: readonly (string | undefined)[]): string =>
  written(header + line, ...values).slice(header.length)

test.each<readonly [what: string, line: string, values: readonly (string | undefined)[], expected: string]>([
  ['nothing around it', '|行政复议|5|2|0|1|8|', ['15'], '|行政复议|15|2|0|1|8|'],
  ['one blank around it', '| 行政复议 | 5 | 2 | 0 | 1 | 8 |', ['15'], '| 行政复议 | 15 | 2 | 0 | 1 | 8 |'],
  ['padding before it', '| 行政复议 |    5 | 2 | 0 | 1 | 8 |', ['115'], '| 行政复议 |  115 | 2 | 0 | 1 | 8 |'],
  ['padding behind it', '| 行政复议 | 115    | 2 | 0 | 1 | 8 |', ['5'], '| 行政复议 | 5      | 2 | 0 | 1 | 8 |'],
  ['marks around it', '| 行政复议 | **5**    | 2 | 0 | 1 | 8 |', ['15'], '| 行政复议 | **15**    | 2 | 0 | 1 | 8 |'],
  ['a blank cell', '| 行政复议 |      | 2 | 0 | 1 | 8 |', ['5'], '| 行政复议 |    5 | 2 | 0 | 1 | 8 |'],
  ['an empty cell', '| 行政复议 || 2 | 0 | 1 | 8 |', ['5'], '| 行政复议 | 5 | 2 | 0 | 1 | 8 |'],
  [
    'cells that are not there',
    '| 行政复议 | 5 | 2 |',
    [undefined, undefined, '0', '1', '8'],
    '| 行政复议 | 5 | 2 | 0 | 1 | 8 |',
  ],
  [
    'cells that are not there, in a row that is not closed',
    '| 行政复议 | 5 | 2',
    [undefined, undefined, '0', '1', '8'],
    '| 行政复议 | 5 | 2 | 0 | 1 | 8 |',
  ],
  [
    'the last of several cells that are not there',
    '| 行政复议 | 5 | 2 |',
    [undefined, undefined, undefined, undefined, '8'],
    '| 行政复议 | 5 | 2 |  |  | 8 |',
  ],
])('a figure is written into a cell with %s', (_, line, values, expected) => {
  expect(row(line, ...values)).toBe(expected)
})

test('tags of an HTML table stay, and cells that are not there come before the end of their row', () => {
  const html = (cells: string): string =>
    `## 四、政府信息公开行政复议、行政诉讼情况\n\n<table>\n<tr><td>类别</td><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td></tr>\n<tr><td>行政复议</td>${cells}</tr>\n</table>`
  expect(written(html('<td><p>5</p>  </td><td><p></p></td><td></td>'), '15', '2', undefined, '1')).toBe(
    html('<td><p>15</p>  </td><td><p>2</p></td><td></td><td>1</td>'),
  )
})
