import type { Random } from '../random.ts'
import { drawFigures, type Figures } from './figures.ts'

/**
 * What kind of a year it was: `busy` has every kind of case; `closed` has none that is pending or was lost; `quiet`
 * has applications but no disputes, no documents and no carry-over; `none` has nothing at all.
 */
export type Year = 'busy' | 'closed' | 'quiet' | 'none'

export const years: readonly Year[] = ['busy', 'closed', 'quiet', 'none']

const columns = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']
const itemRows: readonly (readonly [name: string, row: string])[] = [
  ['secret', 'r05'],
  ['banned', 'r06'],
  ['safety', 'r07'],
  ['third', 'r08'],
  ['internal', 'r09'],
  ['process', 'r10'],
  ['casefile', 'r11'],
  ['query', 'r12'],
  ['missing', 'r13'],
  ['make', 'r14'],
  ['unclear', 'r15'],
  ['petition', 'r16'],
  ['repeat', 'r17'],
  ['publication', 'r18'],
  ['mass', 'r19'],
  ['confirm', 'r20'],
  ['late', 'r21'],
  ['unpaid', 'r22'],
  ['misc', 'r23'],
]
const applicants: readonly (readonly [name: string, column: string])[] = [
  ['biz', 'c2'],
  ['sci', 'c3'],
  ['charity', 'c4'],
  ['law', 'c5'],
  ['orgElse', 'c6'],
]

/** Balanced figures of such a year, by cell and by the names that sentences use. */
export function drawYear(random: Random, year: Year): Figures {
  const drawn = drawFigures(random)
  const cells = new Map(drawn.cells)
  if (year === 'none') for (const id of cells.keys()) cells.set(id, 0)
  if (year === 'quiet' || year === 'closed') closeApplications(cells)
  if (year === 'quiet') for (const id of cells.keys()) if (/^(?:fy|ss|doc|fee|enf)/.test(id)) cells.set(id, 0)
  if (year === 'closed') winAll(cells)
  const get = (id: string): number => cells.get(id) ?? 0
  const across = (row: string, from = 0): number =>
    columns.slice(from).reduce((sum, column) => sum + get(`${row}.${column}`), 0)
  const rows = (from: number, to: number): number => {
    let sum = 0
    for (let i = from; i <= to; i++) sum += get(`r${String(i).padStart(2, '0')}.c7`)
    return sum
  }
  const both = (column: string): number => get(`ss1.${column}`) + get(`ss2.${column}`)
  const small = (): number => 2 + random.below(random.pick([12, 60, 400]))
  const named = new Map<string, number>([
    ['new', get('r01.c7')],
    ['in', get('r02.c7')],
    ['all', get('r01.c7') + get('r02.c7')],
    ['done', get('r24.c7')],
    ['out', get('r25.c7')],
    ['nat', get('r01.c1')],
    ['org', across('r01', 1)],
    ['natAll', get('r01.c1') + get('r02.c1')],
    ['orgAll', across('r01', 1) + across('r02', 1)],
    ['open', rows(3, 3)],
    ['part', rows(4, 4)],
    ['openPart', rows(3, 4)],
    ['denied', rows(5, 12)],
    ['unavailable', rows(13, 15)],
    ['refused', rows(16, 20)],
    ['other', rows(21, 23)],
    ...itemRows.map(([name, row]) => [name, get(`${row}.c7`)] as const),
    ...applicants.map(([name, column]) => [name, get(`r01.${column}`)] as const),
    ['fy', get('fy.total')],
    ['ss', both('total')],
    ['both', get('fy.total') + both('total')],
    ['direct', get('ss1.total')],
    ['after', get('ss2.total')],
    ...['keep', 'fix', 'other', 'pending'].flatMap((column) => [
      [`fy.${column}`, get(`fy.${column}`)] as const,
      [`ss.${column}`, both(column)] as const,
      [`direct.${column}`, get(`ss1.${column}`)] as const,
      [`after.${column}`, get(`ss2.${column}`)] as const,
    ]),
    ['made', get('doc.made')],
    ['repealed', get('doc.repealed')],
    ['effective', get('doc.effective')],
    ['lic', get('lic.decisions')],
    ['pen', get('pen.decisions')],
    ['enf', get('enf.decisions')],
    ['fee', get('fee.amount')],
    ...['a', 'b', 'c', 'd', 'p', 'q', 's', 't'].map((name) => [name, small()] as const),
  ])
  return { cells, named }
}

/** Nothing carried in or out. */
function closeApplications(cells: Map<string, number>): void {
  for (const column of [...columns, 'c7']) {
    cells.set(`r02.${column}`, 0)
    cells.set(`r25.${column}`, 0)
    cells.set(`r01.${column}`, cells.get(`r24.${column}`) ?? 0)
  }
}

/** Every case was decided, and for the body. */
function winAll(cells: Map<string, number>): void {
  for (const row of ['fy', 'ss1', 'ss2']) {
    for (const column of ['fix', 'other', 'pending']) cells.set(`${row}.${column}`, 0)
    cells.set(`${row}.total`, cells.get(`${row}.keep`) ?? 0)
  }
  for (const column of [...columns, 'c7']) {
    const [unpaid, done, made] = ['r22', 'r24', 'r01'].map((row) => cells.get(`${row}.${column}`) ?? 0)
    cells.set(`r22.${column}`, 0)
    cells.set(`r24.${column}`, (done ?? 0) - (unpaid ?? 0))
    cells.set(`r01.${column}`, (made ?? 0) - (unpaid ?? 0))
  }
}
