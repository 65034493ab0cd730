import { expect, test } from 'vitest'
import { analyse } from '../server/src/core/analyse.ts'
import { newReport } from '../server/src/core/features/newReport.ts'
import { readDocument } from '../server/src/core/markdown/document.ts'
import { defaultSettings } from '../server/src/core/settings.ts'
import { applyEdits } from '../server/src/core/text/span.ts'

test.each([
  ['2021', 2025],
  ['2019', 2020],
  // Its table has a column of units before the figures.
  ['2008', 2017],
] as const)('each row taken out of a new report of form %s is put back as it was', (format, year) => {
  const text = newReport({ body: '某县人民政府', year, format }).text
  const lines = text.split('\n')
  let tried = 0
  lines.forEach((line, i) => {
    // A block of one row is a table of its own: without the row the table is missing.
    const alone = lines[i - 1]?.includes('---') === true && lines[i + 1] === ''
    if (!/^\| .*\| 0 \|$/.test(line) || alone) return
    const cut = lines.filter((_, k) => k !== i).join('\n')
    const { problems } = analyse(readDocument(cut), defaultSettings)
    const edits = problems.find(({ code }) => code === 'row-missing')?.fixes[0]?.edits ?? []
    expect(applyEdits(cut, edits), line).toBe(text)
    tried++
  })
  expect(tried).toBeGreaterThan(30)
})
