import { labelIndex, lookUp } from '../report/labels.ts'
import { mendLabel } from '../report/resemblance.ts'
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
      zh: '“{label}”与规定的“{official}”相近而不同，其中的数按后者核对。',
      en: '“{label}” is nearly, but not quite, the official “{official}”; its figures were checked as such.',
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
  *check({ format, table: { table, labels, slips, unknownRows, rows } }) {
    for (const label of labels) {
      if (label.kind !== 'row' || !slips.includes(label.cell)) continue
      const { cell, row } = label
      const official = mendLabel(cell.text, row.label)
      yield {
        message: 'slip',
        args: { label: quotable(cell.text), official: quotable(rowTitle(row)) },
        span: cellSpan(cell),
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
    for (const { cell, why } of unknownRows) {
      // Figures on a group whose own rows are all absent: what is missing is said there, once.
      const groups = why === 'group' ? lookUp(cell.text, labelIndex(format).groups) : []
      if (groups.length > 0 && groups.every(({ group }) => rows.every(({ row }) => !row.path.includes(group.label))))
        continue
      yield { message: why, args: { label: quotable(cell.text), table: table.title }, span: cellSpan(cell) }
    }
  },
})
