import type { RowFormat } from '../format.ts'
import { form } from './sources.ts'
import { measure, results } from './table3-parts.ts'

/** Items one and two: what there was to handle this year. */
export const intake: readonly RowFormat[] = [
  {
    id: 'r01',
    label: '一、本年新收政府信息公开申请数量',
    english: 'New applications received this year',
    aliases: [
      '本年新收政府信息公开申请',
      '本年新收政府信息公开申请数',
      '本年度新收政府信息公开申请数量',
      '本年新收申请数量',
      '新收政府信息公开申请数量',
      '本年新收',
    ],
    path: [],
    ...measure,
    definition: {
      zh: '1月1日至12月31日收到的政府信息公开申请件数，收到的日期按条例第三十一条认定。补正后的申请仍是原来那一件，不另计；上年结转的不计入。',
      en: 'Applications received from 1 January to 31 December, the date of receipt being that of article 31. A corrected application is still the same one; those carried over from last year are not included.',
    },
    basis: ['条例第二十九条第一款', '条例第三十条', '条例第三十一条'],
    mistakes: [
      {
        zh: '把上年结转的件数并入新收。',
        en: 'Those carried over from last year are added in.',
      },
      {
        zh: '只计网上收到的申请，漏计当面和信函申请。',
        en: 'Only online applications are counted; those made in person or by post are missed.',
      },
      {
        zh: '转交其他机关办理的，两个机关都计一次。',
        en: 'An application passed to another body is counted by both.',
      },
    ],
  },
  {
    id: 'r02',
    label: '二、上年结转政府信息公开申请数量',
    english: 'Applications carried over from last year',
    aliases: [
      '上年结转政府信息公开申请',
      '上年结转政府信息公开申请数',
      '上年度结转政府信息公开申请数量',
      '上一年结转政府信息公开申请数量',
      '上年结转申请数量',
      '上年结转',
    ],
    path: [],
    ...measure,
    definition: {
      zh: '上年12月31日尚未办结、转到本年办理的申请件数。各列应等于上年报告“四、结转下年度继续办理”的同一列，不等的应说明原因。',
      en: 'Applications still open on 31 December of last year. Each column should equal the same column of 结转下年度继续办理 in last year’s report; where it does not, the reason should be given.',
    },
    basis: ['条例第三十三条第二款', form],
    mistakes: [
      {
        zh: '上年有结转而本年填0。',
        en: 'It is 0 although last year’s report carried some over.',
      },
      {
        zh: '总计与上年一致，申请人类型却与上年不一致。',
        en: 'The total agrees with last year’s report and the types of applicants do not.',
      },
    ],
  },
]

/** The total of item three. */
export const resultsTotal: RowFormat = {
  id: 'r24',
  label: '（七）总计',
  english: 'Total handled this year',
  aliases: ['合计', '共计', '总数', '办理结果总计', '本年度办理结果总计'],
  path: [results],
  ...measure,
  definition: {
    zh: '本年办理完毕的申请件数，等于第三项（一）至（六）最末一级各行之和。上年结转而在本年办结的计入，结转下年度的不计入。',
    en: 'All applications finished this year: the sum of the lowest-level rows of （一） to （六） under item three. Those carried over from last year and finished now are in; those carried over to next year are not.',
  },
  basis: ['条例第三十三条', '条例第三十六条', form],
  mistakes: [
    {
      zh: '填成本年新收的件数。',
      en: 'The number of new applications is entered.',
    },
    {
      zh: '把结转下年度的件数也加进来。',
      en: 'Those carried over to next year are added in.',
    },
  ],
}

/** Item four: what is left for next year. */
export const carriedOver: RowFormat = {
  id: 'r25',
  label: '四、结转下年度继续办理',
  english: 'Carried over to next year',
  aliases: [
    '结转下年度继续办理数',
    '结转下年度继续办理数量',
    '结转下年度办理',
    '结转下年度',
    '结转至下年度继续办理',
    '结转下一年度继续办理',
    '结转下年继续办理',
    '结转下年',
    '转下年度继续办理',
  ],
  path: [],
  ...measure,
  definition: {
    zh: '到12月31日还没有办结、转到下一年度继续办理的申请件数。它等于本年新收加上年结转再减办理结果总计，不会是负数。',
    en: 'Applications not finished by 31 December, which go on next year. It equals new plus carried-over applications less the total handled, and is never negative.',
  },
  basis: ['条例第三十三条第二款', form],
  mistakes: [
    {
      zh: '为了使勾稽平衡而倒挤出一个数，与台账不符。',
      en: 'A number is made up to balance the column and does not agree with the register.',
    },
    {
      zh: '下一年报告的上年结转与它不一致。',
      en: 'Next year’s report carries over a different number.',
    },
  ],
}
