import type { ExplanationFormat, RelationFormat, YearlyFormat } from '../format.ts'
import { corrected } from '../2021/yearly.ts'

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

const explained: ExplanationFormat = {
  about: ['事项', '项目', '权责清单', '权力清单', '行政许可', '行政处罚', '行政强制', '收费'],
  because: [...corrected, '清单', '调整', '取消', '下放', '承接'],
  template: '“{name}”与上年度报告推算的项数相差{difference}项，原因是{{说明原因，如权责清单调整、机构改革}}。',
}

/**
 * The number of matters a year begins with is the one the year before ended with. Inferred from the labels of the
 * columns; lists of powers are revised at any time, and so it is no more than a question.
 */
const matters = (block: string, item: string): YearlyFormat => ({
  id: `matters-${block}`,
  rule: 'stock-mismatch',
  severity: 'information',
  title: {
    zh: '上一年项目数量＝上年报告的“上一年项目数量”＋“本年增/减”',
    en: 'Matters last year = matters and change in last year’s report',
  },
  basis: `条例第二十条第（${item}）项`,
  table: 't2',
  block,
  each: 'row',
  figure: { column: 'before' },
  last: [{ column: 'before' }, { column: 'change' }],
  now: [],
  explained,
})

export const mattersYearly: readonly YearlyFormat[] = [
  matters('art20-5', '五'),
  matters('art20-6', '六'),
  matters('art20-8', '八'),
]
