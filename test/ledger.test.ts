import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fillFromLedger, type FilledFromLedger } from '../server/src/core/features/fillFromLedger.ts'
import { findColumns } from '../server/src/core/features/ledger/columns.ts'
import { readCsv } from '../server/src/core/features/ledger/csv.ts'
import { readDate } from '../server/src/core/features/ledger/dates.ts'
import { ledgerReport } from '../server/src/core/features/ledger/report.ts'
import { ledgerWords } from '../server/src/core/features/ledger/words.ts'
import { format2019 } from '../server/src/core/formats/2019.ts'
import { format2021 } from '../server/src/core/formats/2021.ts'
import type { Format } from '../server/src/core/formats/format.ts'
import { formats } from '../server/src/core/formats/index.ts'
import type { LedgerFormat } from '../server/src/core/formats/ledger.ts'
import { labelKey, withoutNotes } from '../server/src/core/text/label.ts'
import { render } from '../server/src/core/text/message.ts'
import { applyEdits } from '../server/src/core/text/span.ts'
import { balances, drawCells, reportWith, type Cells } from './prose/tables.ts'
import { seeded, type Random } from './random.ts'
import { analysed, bound } from './skeleton.ts'

/** `ROUNDS=500` draws more. */
const rounds = Number(process.env['ROUNDS'] ?? 10)

const ledgerOf = ({ ledger }: Format): LedgerFormat => {
  if (ledger === undefined) throw new Error('the form has no ledger')
  return ledger
}

const fill = (
  text: string,
  csv: string,
  own: Readonly<Record<string, string>> = {},
): FilledFromLedger & { readonly after: string } => {
  const filled = fillFromLedger(bound(text), csv, own)
  if (filled === undefined) throw new Error('no report')
  return { ...filled, after: applyEdits(text, filled.edits) }
}

/** Every way in which a row or column of the table may be written in a ledger. */
function wordings(format: Format): {
  readonly applicant: (id: string) => string[]
  readonly outcome: (id: string) => string[]
} {
  const ledger = ledgerOf(format)
  const block = format.tables.find(({ id }) => id === ledger.table)?.blocks[0]
  const words = ledgerWords(ledger, format, {})
  return {
    applicant(id) {
      const column = block?.columns.find((it) => it.id === id)
      const own = [column?.label ?? '', ...(column?.aliases ?? []), ...(ledger.applicants[id] ?? [])]
      return column?.group === undefined
        ? own
        : [...own, `${column.group}（${column.label}）`, `${column.group}-${column.label}`]
    },
    outcome(id) {
      const row = block?.rows.find((it) => it.id === id)
      const group = row?.path.at(-1) ?? ''
      const label = withoutNotes(row?.label ?? '')
      const listed = ledger.outcomes.flatMap((it) =>
        it.rows.find((one) => block?.rows.some((r) => r.id === one)) === id ? it.words : [],
      )
      const own = [row?.label ?? '', label, ...(row?.aliases ?? []), ...listed]
      const grouped =
        row?.path.length === 2 ? own.slice(1).map((it) => `${withoutNotes(group).replace(/^（.）/, '')}（${it}）`) : []
      // A label that two rows share says nothing by itself.
      return [...own, ...grouped].filter((it) => words.outcome(it).kind === 'one')
    },
  }
}

type Row = {
  readonly applicant: string
  readonly outcome: string
  readonly received: string
  readonly answered: string
}

/** A ledger whose count gives back the figures. */
function ledgerFor(cells: Cells, format: Format, year: number, random: Random): readonly Row[] {
  const ledger = ledgerOf(format)
  const words = wordings(format)
  const count = (row: string, column: string): number => cells.get(`t3.${row}.${column}`) ?? 0
  const rows: Row[] = []
  const block = format.tables.find(({ id }) => id === 't3')?.blocks[0]
  const outcomes = (block?.rows ?? []).map(({ id }) => id).filter((id) => !['r01', 'r02', 'r24', 'r25'].includes(id))
  for (const column of ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']) {
    const ends = [...outcomes, 'r25'].flatMap((id) => Array.from({ length: count(id, column) }, () => id))
    const carried = count('r02', column)
    shuffle(ends, random).forEach((end, i) => {
      const before = i < carried
      const open = end === 'r25'
      const late = open && random.below(2) === 0
      const received = before ? [year - 1, 11 + random.below(2)] : [year, 1 + random.below(late ? 12 : 6)]
      const answered = late ? [year + 1, 1] : open ? undefined : [year, 7 + random.below(6)]
      rows.push({
        applicant: random.pick(words.applicant(column)),
        outcome: open && !late ? random.pick(['', ...ledger.pending]) : random.pick(words.outcome(open ? 'r03' : end)),
        received: dateIn(received, random),
        answered: answered === undefined ? '' : dateIn(answered, random),
      })
    })
  }
  return shuffle(rows, random)
}

function shuffle<T>(items: readonly T[], random: Random): T[] {
  const all = [...items]
  for (let i = all.length - 1; i > 0; i--) {
    const k = random.below(i + 1)
    const [a, b] = [all[i], all[k]]
    if (a !== undefined && b !== undefined) [all[i], all[k]] = [b, a]
  }
  return all
}

/** A day of a month in the ways people and spreadsheets write it. */
function dateIn([year = 0, month = 0]: readonly number[], random: Random): string {
  const day = 1 + random.below(28)
  const two = (n: number): string => String(n).padStart(2, '0')
  const serial = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000)
  return random.pick([
    `${year}-${two(month)}-${two(day)}`,
    `${year}/${month}/${day}`,
    `${year}.${month}.${day}`,
    `${year}年${month}月${day}日`,
    `${year}${two(month)}${two(day)}`,
    `${year}/${month}/${day} 10:${two(day)}`,
    String(serial),
    `${year}年${month}月`,
    `${year}－${two(month)}－${two(day)}`,
  ])
}

type Noise = { readonly cells: Partial<Row>; readonly says: RegExp }

const noise = (year: number): readonly Noise[] => [
  {
    cells: { applicant: '外星人', outcome: '予以公开', received: `${year}-1-2`, answered: `${year}-1-9` },
    says: /“外星人”归不到/,
  },
  { cells: { applicant: '法人或其他组织', outcome: '予以公开', received: `${year}-1-2` }, says: /没有写明是哪一类/ },
  {
    cells: { applicant: '公民', outcome: '不予公开', received: `${year}-1-2`, answered: `${year}-1-9` },
    says: /“不予公开”没有写明是哪一种/,
  },
  {
    cells: { applicant: '公民', outcome: '予以公开（部分）', received: `${year}-1-2`, answered: `${year}-1-9` },
    says: /归不到表中哪一行/,
  },
  {
    cells: { applicant: '公民', outcome: '予以公开', received: '去年底', answered: `${year}-1-9` },
    says: /“去年底”读不出日期/,
  },
  {
    cells: { applicant: '公民', outcome: '予以公开', received: `${year}-2-30`, answered: `${year}-3-9` },
    says: /读不出日期/,
  },
  { cells: { applicant: '公民', outcome: '予以公开', received: '', answered: `${year}-3-9` }, says: /没有写收到日期/ },
  { cells: { applicant: '公民', outcome: '予以公开', received: `${year}-1-2`, answered: '' }, says: /没有答复日期/ },
  { cells: { applicant: '公民', outcome: '', received: `${year}-1-2`, answered: `${year}-1-9` }, says: /没有办理结果/ },
  {
    cells: { applicant: '公民', outcome: '予以公开', received: `${year}-3-2`, answered: `${year}-1-9` },
    says: /早于收到日期/,
  },
  {
    cells: { applicant: '', outcome: '予以公开', received: `${year}-1-2`, answered: `${year}-1-9` },
    says: /没有写申请人类型/,
  },
  { cells: {}, says: /不像一件申请/ },
]

describe.each([
  ['2021', format2021, 2025],
  ['2019', format2019, 2020],
] as const)('a ledger in the form of %s', (_, format, year) => {
  test('drawn from a table that balances gives back that table, and lists exactly what it cannot read', () => {
    const random = seeded(7)
    for (let round = 0; round < rounds; round++) {
      const cells = drawCells(random, format)
      expect(balances(cells, format)).toBe(true)
      const rows = ledgerFor(cells, format, year, random)
      if (rows.length === 0) continue
      const { csv, bad } = written(rows, format, year, random)
      const zero = reportWith(new Map(), format, { year })
      const { after, faults, notUnderstood, outside, counted, edits } = fill(zero, csv)
      expect(faults).toEqual([])
      expect(counted).toBe(rows.length)
      expect(outside).toEqual([])
      expect(notUnderstood.map(({ line }) => line)).toEqual(bad.map(({ line }) => line))
      notUnderstood.forEach(({ message }, i) => {
        expect(render(message, 'zh-cn')).toMatch(bad[i]?.says ?? /^$/)
      })
      // Figures of tables two and four, and everything else, are as they were.
      const wanted = new Map([...cells].filter(([id]) => id.startsWith('t3.')))
      expect(after).toBe(reportWith(wanted, format, { year }))
      expect(edits.every(({ text }) => /^ *\d+ *$/.test(text))).toBe(true)
      expect(fill(after, csv)).toMatchObject({ edits: [], changed: 0 })
      expect(analysed(after).problems.filter(({ severity }) => severity === 'error')).toEqual([])
    }
  })
})

/** The ledger as a file: one of many headers, separators and quirks, with rows in it that cannot be read. */
function written(
  rows: readonly Row[],
  format: Format,
  year: number,
  random: Random,
): { readonly csv: string; readonly bad: readonly { readonly line: number; readonly says: RegExp }[] } {
  const { headers } = ledgerOf(format)
  const separator = random.pick([',', '\t', ';', '，', '|'])
  const quote = (cell: string): string =>
    cell.includes(separator) || /["\r\n]/.test(cell) || random.below(4) === 0 ? `"${cell.replaceAll('"', '""')}"` : cell
  const own = (['applicant', 'outcome', 'received', 'answered'] as const).map((role) =>
    random.pick(headers[role].slice(0, 5)),
  )
  const order = shuffle([0, 1, 2, 3, 4, 5], random)
  const line = (cells: readonly string[]): string => order.map((i) => quote(cells[i] ?? '')).join(separator)
  const cellsOf = (row: Partial<Row>): string[] => [
    row.applicant ?? '',
    row.outcome ?? '',
    row.received ?? '',
    row.answered ?? '',
    random.pick(['', '张某', '李某（代理）']),
    random.pick(['', '申请公开“某项目”的批复，含附件', '第一行\n第二行', '1,2;3\t4']),
  ]
  const eol = random.pick(['\n', '\r\n'])
  const head = random.pick<readonly string[]>([
    [],
    ['', `${year}年依申请公开台账`].slice(random.below(2)),
    ['sep=' + separator].filter(() => separator !== '，'),
  ])
  const lines: string[] = [...head, line([...own.map((it) => random.pick([it, `${it}（必填）`])), '姓名', '内容'])]
  const bad: { line: number; says: RegExp }[] = []
  const count = (text: string): number => text.split(/\r\n|\n|\r/).length
  let at = 1 + lines.reduce((sum, text) => sum + count(text), 0)
  const put = (text: string): void => {
    lines.push(text)
    at += count(text)
  }
  for (const row of rows) {
    if (random.below(30) === 0) put('')
    if (random.below(12) === 0) {
      const { cells, says } = random.pick(noise(year))
      const all = cellsOf(cells)
      if (Object.keys(cells).length === 0) all[4] = '合计'
      bad.push({ line: at, says })
      put(line(all))
    }
    put(line(cellsOf(row)))
  }
  return { csv: random.pick(['', '\ufeff']) + lines.join(eol) + random.pick(['', eol]), bad }
}

test('the sample ledger is the one behind the table of the sample report', () => {
  const file = (name: RegExp): string => {
    const found = readdirSync(new URL('../samples/', import.meta.url)).find((it) => name.test(it)) ?? ''
    return readFileSync(new URL(`../samples/${found}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n')
  }
  const report = file(/年度报告\.md$/)
  const { after, notUnderstood, outside, changed, counted } = fill(report, file(/台账\.csv$/))
  expect([notUnderstood, outside]).toEqual([[], []])
  expect([counted, changed]).toEqual([110, 2])
  expect(after).toBe(report.replace('| 102 |', '| 105 |').replace('| 00 |', '| 0 |'))
})

test('what was made of a ledger can be read in either language', () => {
  const filled = fillFromLedger(
    bound(reportWith(new Map(), format2021)),
    '类型,结果,收到日期,办结日期\n公民,公开,2025-1-5,2025-1-9\n公民,不予公开,2025-1-5,2025-1-9\n公民,公开,2026-1-5,\n',
  )
  if (filled === undefined) throw new Error('no report')
  expect(
    ledgerReport(filled, '台账.csv', 'zh-cn')
      .split('\n')
      .filter((line) => line !== ''),
  ).toEqual([
    '台账“台账.csv”',
    '没有计入的 1 行（看不懂，请改台账后重来，或者手工补填）',
    '  第 3 行：办理结果“不予公开”没有写明是哪一种',
    '不属于报告年度的 1 行',
    '  第 4 行：2026-1-5收到，在报告年度之后',
    '计入 1 件',
    '  一、本年新收政府信息公开申请数量  1',
    '  二、上年结转政府信息公开申请数量  0',
    '  （七）总计  1',
    '  四、结转下年度继续办理  0',
    '用到的列',
    '  申请人类型  “类型”',
    '  办理结果  “结果”',
    '  收到日期  “收到日期”',
    '  答复日期  “办结日期”',
  ])
  expect(ledgerReport(filled, '台账.csv', 'en')).toContain('line 3: the outcome “不予公开” does not say which one')
})

describe('the words of a ledger', () => {
  test('are unambiguous, and each leads to the row or column it is listed for', () => {
    for (const format of formats) {
      const { ledger } = format
      if (ledger === undefined) continue
      const words = ledgerWords(ledger, format, {})
      const rows =
        format.tables.find(({ id }) => id === ledger.table)?.blocks.find(({ id }) => id === ledger.block)?.rows ?? []
      for (const [id, list] of Object.entries(ledger.applicants))
        for (const word of list) expect([word, words.applicant(word)]).toEqual([word, { kind: 'one', id }])
      for (const { rows: ids, words: list } of ledger.outcomes) {
        const id = ids.find((it) => rows.some((row) => row.id === it))
        for (const word of list) expect([word, words.outcome(word)]).toEqual([word, { kind: 'one', id }])
      }
      for (const word of ledger.pending) expect([word, words.outcome(word).kind]).toEqual([word, 'pending'])
      for (const id of [ledger.received, ledger.carriedIn, ledger.carriedOut])
        expect(rows.map((it) => it.id)).toContain(id)
      const keys = Object.values(ledger.headers).flat().map(labelKey)
      expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
    }
  })

  test('of the user’s own come first, for values and for headers', () => {
    const text = reportWith(new Map(), format2021)
    const csv = '主体,处理方式,到件,寄出\n个体工商户,按规定办,2025-3-1,2025-3-9\n'
    expect(fill(text, csv).faults).toHaveLength(3)
    const own = {
      主体: '申请人类型',
      处理方式: '办理结果',
      到件: '收到日期',
      寄出: '答复日期',
      个体工商户: '商业企业',
      按规定办: '8.属于行政查询事项',
    }
    const { counted, after, notUnderstood } = fill(text, csv, own)
    expect(notUnderstood).toEqual([])
    expect(counted).toBe(1)
    expect(after).toContain('8.属于行政查询事项 | 0 | 1 |')
  })
})

describe('a ledger as people keep it', () => {
  const text = reportWith(new Map(), format2021)
  const said = (csv: string): readonly string[] => fill(text, csv).faults.map((it) => render(it, 'zh-cn'))

  test('may have its header in two rows, below a title', () => {
    const rows = readCsv('2025年台账,,,,\n申请人,,办理,,\n姓名,类型,日期,结果,收到日期\n', ',')
    const { at, row } = findColumns(rows, ledgerOf(format2021), new Map())
    expect(row).toBe(2)
    expect(Object.fromEntries(Object.entries(at).map(([role, { index }]) => [role, index]))).toEqual({
      applicant: 1,
      answered: 2,
      outcome: 3,
      received: 4,
    })
  })

  test('without dates of answers is counted by its outcomes, and that is said', () => {
    const { counted, remarks, notUnderstood, sums } = fill(
      text,
      '申请人身份,答复类型,申请日期\n公民,予以公开,2025/3/5\n企业,办理中,2025/12/20\n公民,不掌握,2024/12/30\n公民,,2024/12/30\n',
    )
    expect(counted).toBe(3)
    expect(remarks.map((it) => render(it, 'zh-cn'))).toEqual([expect.stringContaining('台账没有答复日期一列')])
    expect(notUnderstood.map(({ line, message }) => [line, render(message, 'zh-cn')])).toEqual([
      [4, expect.stringContaining('看不出是哪年办结的')],
    ])
    expect(sums.map(({ label, value }) => [label.slice(0, 2), value])).toEqual([
      ['一、', 2],
      ['二、', 1],
      ['（七', 1],
      ['四、', 2],
    ])
  })

  test('may hold other years, which are told apart from what cannot be read', () => {
    const { counted, outside } = fill(
      text,
      '类型,结果,收到日期,办结日期\n公民,予以公开,2023-3-5,2023-3-9\n公民,予以公开,2026-1-5,2026-1-9\n公民,予以公开,2025-1-5,2025-1-9\n',
    )
    expect(counted).toBe(1)
    expect(outside.map(({ line, message }) => [line, render(message, 'zh-cn')])).toEqual([
      [2, '2023-3-9已经办结，在报告年度之前'],
      [3, '2026-1-5收到，在报告年度之后'],
    ])
  })

  test('is refused with a reason where nothing can be made of it', () => {
    expect(said('')).toHaveLength(3)
    expect(said('姓名,内容\n张三,某事\n')[0]).toMatch(/没有找到“申请人类型”一列.*zwgk\.ledgerWords/)
    expect(said('类型,结果,收到日期\n')).toEqual(['台账里没有一行可以计入2025年度'])
    expect(said('类型,结果,答复日期\n公民,公开,2025-1-1\n')).toEqual([expect.stringContaining('“收到日期”')])
    const withoutTable = text.replace(/\| 项目[^]*?\n\n/, '')
    expect(fill(withoutTable, '').faults.map((it) => render(it, 'zh-cn'))).toEqual([
      '报告里没有“收到和处理政府信息公开申请情况表”，请先补上',
    ])
  })

  test('with a quotation mark that is never closed loses no row in silence', () => {
    const { notUnderstood, counted } = fill(
      text,
      '类型,结果,收到日期,答复日期,内容\n公民,公开,2025-1-1,2025-1-2,"某事\n公民,公开,2025-1-1,2025-1-2,某事\n公民,公开,2025-1-1,2025-1-2,某事\n',
    )
    expect(counted).toBe(0)
    expect(notUnderstood.map(({ line, message }) => [line, render(message, 'zh-cn')])).toEqual([
      [2, expect.stringContaining('引号没有成对')],
    ])
    const stray = fill(
      text,
      '类型,结果,收到日期,答复日期\n公民,"公开"了,2025-1-1,2025-1-2\n公民,公开,2025-1-1,2025-1-2\n',
    )
    expect([stray.counted, stray.notUnderstood.length]).toEqual([1, 1])
  })

  test('fills blanks and leaves what reads so already, notes included', () => {
    const report = text.replace(
      /(数量) \| 0 \| 0 \| 0 \| 0 \| 0 \| 0 \| 0 \|\n/,
      '$1 |  | 0 | 0 | 0 | 0 | 00 | 1（含1件口头） |\n',
    )
    const { edits, after } = fill(report, '类型,结果,收到日期,答复日期\n公民,公开,2025-1-1,2025-1-2\n')
    expect(after).toContain('数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1（含1件口头） |')
    expect(edits).toHaveLength(6)
  })
})

test.each([
  ['2025-3-5', 2025, 20250305],
  [' ２０２５年３月５日 ', 2025, 20250305],
  ['20250305', 2025, 20250305],
  ['45721', 2025, 20250305],
  ['45721.5', 2025, 20250305],
  ['2025/3/5 10:20:00', 2025, 20250305],
  ['2025年3月5日上午', 2025, 20250305],
  ['2025年3月', 2025, undefined],
  ['3/5/2025', 2025, undefined],
  ['2024-2-29', 2024, 20240229],
])('%s is a date', (text, year, order) => {
  expect(readDate(text)).toEqual({ year, order })
})

test.each([
  '',
  '25-3-5',
  '2025',
  '3月5日',
  '2025-13-1',
  '2025-2-29',
  '已答复',
  '1234567',
  '19991231',
  '13/13/2025',
  '2025-3-5至2025-4-1',
])('%s is no date', (text) => {
  expect(readDate(text)).toBeUndefined()
})
