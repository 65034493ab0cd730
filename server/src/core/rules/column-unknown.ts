import { resembled } from '../report/resemblance.ts'
import { writeCell } from '../report/writeFigure.ts'
import { tableRule } from './rule.ts'
import { cellSpan } from './shared/figureSpan.ts'

export const columnUnknown = tableRule({
  code: 'column-unknown',
  severity: 'information',
  messages: {
    unknown: {
      zh: '“{label}”不是“{table}”的列，其中的数没有参加核对。',
      en: '“{label}” is no column of “{table}”; its figures were not checked.',
    },
    slip: {
      zh: '“{label}”与规定的“{official}”相近而不同，其中的数没有参加核对。',
      en: '“{label}” is nearly, but not quite, the official “{official}”; its figures were not checked.',
    },
    rename: { zh: '改为“{official}”', en: 'Rename to “{official}”' },
  },
  *check({ table: { table, blocks, figures, unknownColumns } }) {
    const bound = new Set([...figures.values()].map(({ field }) => field.column))
    const open = blocks.flatMap((block) => block.columns).filter((column) => !bound.has(column))
    for (const { cell } of unknownColumns) {
      const args = { label: cell.text, table: table.title }
      const span = cellSpan(cell)
      const column = resembled(cell.text, open)
      if (column === undefined) {
        yield { message: 'unknown', args, span }
        continue
      }
      const official = column.label
      yield {
        message: 'slip',
        args: { ...args, official },
        span,
        fixes: [
          { title: 'rename', args: { official }, edits: [writeCell(cell, official)], effect: 'text', preferred: true },
        ],
      }
    }
  },
})
