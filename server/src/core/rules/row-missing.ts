import type { BlockFormat, RowFormat } from '../formats/format.ts'
import { quotable, rowTitle } from '../report/figureName.ts'
import { insertRows } from '../report/insertRows.ts'
import { partsOf, rowsOf, type PlacedRow } from '../report/parts.ts'
import type { Report } from '../report/report.ts'
import { resembling } from '../report/resemblance.ts'
import { labelKey, labelKeys } from '../text/label.ts'
import { shift } from '../text/span.ts'
import { reportRule, type Finding } from './rule.ts'
import { cellSpan } from './shared/figureSpan.ts'

const messages = {
  one: { zh: '“{table}”缺少“{row}”一行。', en: '“{table}” lacks the row “{row}”.' },
  many: {
    zh: '“{table}”缺少“{row}”至“{last}”共 {count} 行。',
    en: '“{table}” lacks {count} rows, from “{row}” to “{last}”.',
  },
  merged: {
    zh: '“{group}”只填了一行，应分列 {count} 行：{rows}。',
    en: '“{group}” is one row here; the form has {count}: {rows}.',
  },
  insert: { zh: '插入缺少的 {count} 行（填 0）', en: 'Insert the {count} missing rows (with zeros)' },
}

type Name = keyof typeof messages

export const rowMissing = reportRule({
  code: 'row-missing',
  severity: 'error',
  reads: 'tables',
  messages,
  *check(report) {
    for (const table of report.format.tables) {
      const parts = partsOf(report, table)
      for (const block of table.blocks) {
        const present = rowsOf(parts, block)
        // A block of which nothing is there is reported by `table-missing`.
        if (present.size === 0) continue
        const slips = parts.flatMap(({ value }) => value.unknownRows.filter(({ why }) => why === 'unknown'))
        // A label that is nearly right is reported by `row-unknown`, which offers to mend it.
        const absent = block.rows.filter((row) => !present.has(row) && row.optional !== true)
        const meant = new Set(slips.flatMap(({ cell }) => resembling(cell.text, absent)))
        const missing = absent.filter((row) => !meant.has(row))
        for (const run of runsOf(missing, block)) yield describe(run, block, present, report, table.title)
      }
    }
  },
})

/** Rows that follow one another in the form. */
function runsOf(missing: readonly RowFormat[], block: BlockFormat): readonly (readonly RowFormat[])[] {
  const runs: RowFormat[][] = []
  let before = -2
  for (const row of missing) {
    const index = block.rows.indexOf(row)
    if (index === before + 1) runs.at(-1)?.push(row)
    else runs.push([row])
    before = index
  }
  return runs
}

function describe(
  run: readonly RowFormat[],
  block: BlockFormat,
  present: ReadonlyMap<RowFormat, PlacedRow>,
  report: Report,
  table: string,
): Finding<Name> {
  const from = block.rows.findIndex((row) => row === run[0])
  const previous = block.rows.slice(0, from).flatMap((row) => present.get(row) ?? [])
  const following = block.rows.slice(from).flatMap((row) => present.get(row) ?? [])
  const [anchor, side] =
    previous.length > 0 ? ([previous.at(-1), 'after'] as const) : ([following[0], 'before'] as const)
  const span = anchor === undefined ? { start: 0, end: 0 } : spanOf(anchor, side)
  const names = run.map((row) => quotable(rowTitle(row)))
  const merged = mergedInto(run, present)
  const edit = anchor === undefined ? undefined : insertRows(run, block, anchor, side, report.document.text)
  const count = run.length
  const [row = '', last = ''] = [names[0], names.at(-1)]
  const described: Pick<Finding<Name>, 'message' | 'args'> = merged !== undefined
    ? { message: 'merged', args: { group: merged, count, rows: run.map((it) => it.label).join('；') } }
    : count === 1
      ? { message: 'one', args: { table, row } }
      : { message: 'many', args: { table, row, last, count } }
  return {
    ...described,
    span,
    fixes: edit === undefined ? [] : [{ title: 'insert', args: { count }, edits: [edit], effect: 'text' }],
  }
}

/** The label before which the rows belong, or after which. */
function spanOf({ part, bound }: PlacedRow, side: 'after' | 'before'): Finding['span'] {
  const { at, value } = part
  const label = value.labels.find((it) => it.kind === 'row' && it.row === bound.row)
  const cell = side === 'after' ? label?.cell : (value.grid.rows[0]?.cells[0] ?? label?.cell)
  return shift(cell === undefined ? value.grid.span : cellSpan(cell), at)
}

/** The group of the rows, where the table has figures on the group's own label instead. */
function mergedInto(run: readonly RowFormat[], present: ReadonlyMap<RowFormat, PlacedRow>): string | undefined {
  const group = run[0]?.path.at(-1)
  if (group === undefined || !run.every((row) => row.path.at(-1) === group)) return undefined
  const parts = new Set([...present.values()].map(({ part }) => part.value))
  const written = [...parts]
    .flatMap(({ unknownRows }) => unknownRows)
    .find(({ cell, why }) => why === 'group' && labelKeys(cell.text).includes(labelKey(group)))
  return written === undefined ? undefined : group
}
