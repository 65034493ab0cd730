import type { Random } from '../random.ts'

/** The figures of one report by the names that phrasings use; table cells by `row.column`. */
export type Figures = { readonly cells: ReadonlyMap<string, number>; readonly named: ReadonlyMap<string, number> }

const results = Array.from({ length: 21 }, (_, i) => `r${String(i + 3).padStart(2, '0')}`)
const columns = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']

/** A set of figures that balances everywhere. */
export function drawFigures(random: Random): Figures {
  const cells = new Map<string, number>()
  const get = (id: string): number => cells.get(id) ?? 0
  const large = random.pick([1, 3, 20])
  for (const column of columns) {
    const share = column === 'c1' ? 30 : 3
    for (const row of results) cells.set(`${row}.${column}`, random.below(3) === 0 ? random.below(share * large) : 0)
    cells.set(`r03.${column}`, 1 + random.below(share * large))
    const done = results.reduce((sum, row) => sum + get(`${row}.${column}`), 0)
    const out = random.below(4)
    const carried = Math.min(done, random.below(4))
    cells.set(`r24.${column}`, done)
    cells.set(`r25.${column}`, out)
    cells.set(`r02.${column}`, carried)
    cells.set(`r01.${column}`, done + out - carried)
  }
  for (const row of ['r01', 'r02', ...results, 'r24', 'r25'])
    cells.set(
      `${row}.c7`,
      columns.reduce((sum, column) => sum + get(`${row}.${column}`), 0),
    )
  for (const row of ['fy', 'ss1', 'ss2']) {
    const parts = ['keep', 'fix', 'other', 'pending'].map((column) => {
      const value = 1 + random.below(12)
      cells.set(`${row}.${column}`, value)
      return value
    })
    cells.set(
      `${row}.total`,
      parts.reduce((sum, value) => sum + value, 0),
    )
  }
  const [made, repealed] = [2 + random.below(20), 2 + random.below(20)]
  for (const [column, value] of [
    ['made', made],
    ['repealed', repealed],
    ['effective', made + 30 + random.below(300)],
  ] as const) {
    cells.set(`doc.${column}`, value)
    cells.set(`reg.${column}`, 0)
  }
  for (const id of ['lic', 'pen', 'enf']) cells.set(`${id}.decisions`, 20 + random.below(60000))
  cells.set('fee.amount', 10 + random.below(9000))
  const sum = (row: string, from: number, to: number): number =>
    columns.slice(from, to).reduce((total, column) => total + get(`${row}.${column}`), 0)
  const rows = (from: number, to: number): number =>
    results.slice(from - 3, to - 2).reduce((total, row) => total + get(`${row}.c7`), 0)
  const [a, b, c, d] = [20, 20, 20, 20].map((most) => 2 + random.below(most * large)) as [
    number,
    number,
    number,
    number,
  ]
  const named = new Map<string, number>([
    ['a', a],
    ['b', b],
    ['c', c],
    ['d', d],
    ['abc', a + b + c],
    ['abcd', a + b + c + d],
    ['new', get('r01.c7')],
    ['in', get('r02.c7')],
    ['all', get('r01.c7') + get('r02.c7')],
    ['done', get('r24.c7')],
    ['out', get('r25.c7')],
    ['nat', get('r01.c1')],
    ['org', sum('r01', 1, 6)],
    ['natAll', get('r01.c1') + get('r02.c1')],
    ['orgAll', sum('r01', 1, 6) + sum('r02', 1, 6)],
    ['open', get('r03.c7')],
    ['part', get('r04.c7')],
    ['openPart', get('r03.c7') + get('r04.c7')],
    ['denied', rows(5, 12)],
    ['unavailable', rows(13, 15)],
    ['refused', rows(16, 20)],
    ['other', rows(21, 23)],
    ['secret', get('r05.c7')],
    ['third', get('r08.c7')],
    ['missing', get('r13.c7')],
    ['repeat', get('r17.c7')],
    ['late', get('r21.c7')],
    ['fy', get('fy.total')],
    ['ss', get('ss1.total') + get('ss2.total')],
    ['both', get('fy.total') + get('ss1.total') + get('ss2.total')],
    ['direct', get('ss1.total')],
    ['after', get('ss2.total')],
    ...['keep', 'fix', 'other', 'pending'].flatMap((column): (readonly [string, number])[] => [
      [`fy.${column}`, get(`fy.${column}`)],
      [`ss.${column}`, get(`ss1.${column}`) + get(`ss2.${column}`)],
    ]),
    ['made', made],
    ['repealed', repealed],
    ['effective', get('doc.effective')],
    ['lic', get('lic.decisions')],
    ['pen', get('pen.decisions')],
    ['enf', get('enf.decisions')],
    ['fee', get('fee.amount')],
  ])
  return { cells, named }
}
