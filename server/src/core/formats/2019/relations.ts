import type { RelationFormat } from '../format.ts'

/** A number of matters that fell by more than there were. */
const remaining = (block: string, item: string): RelationFormat => ({
  id: `remaining-${block}`,
  rule: 'part-exceeds-whole',
  severity: 'error',
  title: {
    zh: '上一年项目数量＋本年增/减≥0（现有项数不能为负）',
    en: 'Matters last year + change ≥ 0 (there cannot be fewer than none)',
  },
  basis: `条例第二十条第（${item}）项`,
  table: 't2',
  block,
  each: 'row',
  left: [{ column: 'before' }],
  operator: '>=',
  right: [{ column: 'change', weight: -1 }],
})

/** What follows from the columns of table two, in place of the stock that the form of 2021 asks for. */
export const table2Relations: readonly RelationFormat[] = [
  {
    id: 'disclosed',
    rule: 'part-exceeds-whole',
    severity: 'error',
    title: {
      zh: '对外公开总数量≥本年新公开数量',
      en: 'Disclosed in all ≥ newly disclosed this year',
    },
    basis: '条例第二十条第（一）项',
    table: 't2',
    block: 'art20-1',
    each: 'row',
    left: [{ column: 'total' }],
    operator: '>=',
    right: [{ column: 'disclosed' }],
  },
  remaining('art20-5', '五'),
  remaining('art20-6', '六'),
  remaining('art20-8', '八'),
]
