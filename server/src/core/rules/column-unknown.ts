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
      zh: '“{label}”与规定的“{official}”相近而不同，其中的数按后者核对。',
      en: '“{label}” is nearly, but not quite, the official “{official}”; its figures were checked as such.',
    },
    rename: { zh: '改为“{official}”', en: 'Rename to “{official}”' },
  },
  *check({ table: { table, labels, slips, unknownColumns } }) {
    for (const label of labels) {
      if (label.kind !== 'column' || !slips.includes(label.cell)) continue
      const { cell, column } = label
      const official = column.label
      yield {
        message: 'slip',
        args: { label: cell.text, official },
        span: cellSpan(cell),
        fixes: [
          { title: 'rename', args: { official }, edits: [writeCell(cell, official)], effect: 'text', preferred: true },
        ],
      }
    }
    for (const { cell } of unknownColumns)
      yield { message: 'unknown', args: { label: cell.text, table: table.title }, span: cellSpan(cell) }
  },
})
