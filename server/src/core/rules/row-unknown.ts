import { mendLabel, resembled } from '../report/resemblance.ts'
import { quotable, rowTitle } from '../report/figureName.ts'
import { writeCell } from '../report/writeFigure.ts'
import { tableRule } from './rule.ts'
import { cellSpan } from './shared/figureSpan.ts'

export const rowUnknown = tableRule({
  code: 'row-unknown',
  severity: 'information',
  messages: {
    unknown: {
      zh: '“{label}”不是“{table}”的行，其中的数没有参加核对。',
      en: '“{label}” is no row of “{table}”; its figures were not checked.',
    },
    slip: {
      zh: '“{label}”与规定的“{official}”相近而不同，其中的数没有参加核对。',
      en: '“{label}” is nearly, but not quite, the official “{official}”; its figures were not checked.',
    },
    repeated: {
      zh: '“{label}”重复：前面已有这一行，此处的数没有参加核对。',
      en: '“{label}” stands twice: there is such a row above, and the figures here were not checked.',
    },
    group: {
      zh: '“{label}”是分组的标题，数应填在它下面的各行，此处的数没有参加核对。',
      en: '“{label}” heads a group: figures belong in the rows under it, and those here were not checked.',
    },
    rename: { zh: '改为“{official}”', en: 'Rename to “{official}”' },
  },
  *check({ table: { table, rows, unknownRows } }) {
    const open = table.blocks.flatMap((block) => block.rows).filter((row) => !rows.some((it) => it.row === row))
    for (const { cell, why } of unknownRows) {
      const args = { label: quotable(cell.text), table: table.title }
      const span = cellSpan(cell)
      const row = why === 'unknown' ? resembled(cell.text, open) : undefined
      if (row === undefined) {
        yield { message: why, args, span }
        continue
      }
      const official = mendLabel(cell.text, row.label)
      yield {
        message: 'slip',
        args: { ...args, official: quotable(rowTitle(row)) },
        span,
        fixes: [
          {
            title: 'rename',
            args: { official: quotable(official) },
            edits: [writeCell(cell, official)],
            effect: 'text',
            preferred: true,
          },
        ],
      }
    }
  },
})
