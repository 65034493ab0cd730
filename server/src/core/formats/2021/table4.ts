import type { TableFormat } from '../format.ts'
import { form } from './sources.ts'
import { columns } from './table4-columns.ts'
import { groups } from './table4-groups.ts'
import { rows } from './table4-rows.ts'

/** Table four; the official layout puts its three rows beside one another, fifteen cells in one line. */
export const table4: TableFormat = {
  id: 't4',
  section: 's4',
  title: '政府信息公开行政复议、行政诉讼情况表',
  english: 'Table of administrative reconsideration and litigation',
  definition: {
    zh: '因政府信息公开工作引起的行政复议和行政诉讼案件，按案件种类和年末的结果统计，单位为件。每一种类的结果维持、结果纠正、其他结果、尚未审结之和等于总计。',
    en: 'Reconsideration and court cases that disclosure work led to, by kind of case and by their state at the end of the year, counted in cases. Upheld, corrected, other and pending make the total of each kind.',
  },
  basis: ['条例第五十条第一款第（三）项', '条例第五十一条', form],
  mistakes: [
    {
      zh: '上年未审结、本年审结的案件是否计入，前后不一致，也没有说明。',
      en: 'Whether cases left from last year are counted changes from year to year, and is not said.',
    },
    {
      zh: '同一件先复议后起诉的案件，漏计复议或者漏计诉讼。',
      en: 'A case that went to court after reconsideration is missed in one of the two rows.',
    },
  ],
  certainty: 'inferred',
  blocks: [
    {
      id: 'remedies',
      corner: '类别',
      cornerAliases: ['项目', '类型', '案件类别', '案件类型', '情形', '内容'],
      columns,
      groups,
      rows,
    },
  ],
}
