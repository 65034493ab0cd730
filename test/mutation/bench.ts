import { seeded } from '../random.ts'
import { formats } from '../../server/src/core/formats/index.ts'
import { readDocument } from '../../server/src/core/markdown/document.ts'
import { explain } from '../../server/src/core/reconcile/explain.ts'
import { reconcile } from '../../server/src/core/reconcile/reconcile.ts'
import { buildReport } from '../../server/src/core/report/buildReport.ts'
import { measure, randomCells, swapped, type Make, type Measure } from './measure.ts'
import { raise, realTables, type RealTable } from './tables.ts'

/** What `npm run bench:reconcile` prints: the share of mutants found, named and restored, and the worst time. */
export function bench(count: number, seed: number, print: (line: string) => void): void {
  const tables = realTables()
  const random = seeded(seed)
  const kinds: readonly (readonly [string, Make])[] = [
    ['one figure', randomCells(1, random)],
    ['two figures', randomCells(2, random)],
    ['three figures', randomCells(3, random)],
    ['two rows exchanged', swapped('row', random)],
    ['two columns exchanged', swapped('column', random)],
  ]
  print(`${count} mutants of each kind, seed ${seed}, from ${tables.map(({ name }) => name).join(', ')}`)
  print(
    ['mutation', 'detected', 'named', 'restored', 'errors/mutant', 'laundered']
      .map((it, i) => it.padEnd(i === 0 ? 24 : 14))
      .join(''),
  )
  for (const [name, make] of kinds) print(row(name, measure(tables, count, make, random)))
  const worst = worstTime(
    tables,
    kinds.map(([, make]) => make),
    Math.min(count, 1000),
    random.pick,
  )
  print(
    `reconciliation and blame of one table three: median ${worst.median.toFixed(2)} ms, worst ${worst.worst.toFixed(2)} ms (${worst.what})`,
  )
}

const row = (name: string, { detected, named, restored, errorsPerMutant, laundered }: Measure): string => {
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
  return [
    name.padEnd(24),
    ...[percent(detected), percent(named), percent(restored), errorsPerMutant.toFixed(3), String(laundered)].map((it) =>
      it.padEnd(14),
    ),
  ].join('')
}

/**
 * Times the arithmetic alone, on tables that were just bound, so that nothing is kept from before. Each mutant counts
 * with the fastest of three runs: what is asked is how long the work takes, not what else the machine was doing.
 */
function worstTime(
  tables: readonly RealTable[],
  makes: readonly Make[],
  count: number,
  pick: <T>(of: readonly T[]) => T,
): { readonly median: number; readonly worst: number; readonly what: string } {
  const times = Array.from({ length: count }, () => {
    const table = pick(tables)
    const { text, cells } = pick(makes)(table)
    const what = `${table.name}: ${cells.map(({ id }) => id).join(', ')}`
    return { ms: Math.min(timeOf(text), timeOf(text), timeOf(text)), what }
  }).sort((a, b) => a.ms - b.ms)
  const last = times.at(-1) ?? raise('nothing timed')
  return { median: times[times.length >> 1]?.ms ?? 0, worst: last.ms, what: last.what }
}

function timeOf(text: string): number {
  const report = buildReport(readDocument(text), formats, 'auto') ?? raise('no report')
  const bound = report.tables.find(({ value }) => value.table.id === 't3')?.value ?? raise('no table three')
  const since = performance.now()
  explain(reconcile(bound, report.format).outcomes)
  return performance.now() - since
}
