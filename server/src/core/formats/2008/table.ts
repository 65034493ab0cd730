import type { TableFormat } from '../format.ts'
import { groups } from './groups.ts'
import { answers } from './rows-answers.ts'
import { disclosure } from './rows-disclosure.ts'
import { remedies } from './rows-remedies.ts'
import { requests } from './rows-requests.ts'
import { response } from './rows-response.ts'
import { supportAndMeetings } from './rows-support.ts'
import { form } from './sources.ts'

/** The one statistics table of the old reports: a row for each indicator, with its unit. */
export const table: TableFormat = {
  id: 'stats',
  section: 'o7',
  title: '政府信息公开情况统计表',
  english: 'Statistics of information disclosure',
  optional: true,
  definition: {
    zh: '按指标逐行报告全年的数，每行自有单位。组的标题行不填数，其余各行都填，没有的填0。',
    en: 'One row for each indicator of the year, each with a unit of its own. Headings of groups hold no figure; every other row does, 0 where there is none.',
  },
  basis: [form],
  mistakes: [
    {
      zh: '组的标题行填了数。',
      en: 'A heading of a group holds a figure.',
    },
    {
      zh: '统计表与正文的数不一致，没有说明口径不同。',
      en: 'Table and text give different numbers, without a word on why.',
    },
  ],
  certainty: 'from-memory',
  blocks: [
    {
      id: 'indicators',
      corner: '统计指标',
      cornerAliases: ['指标', '指标名称', '统计指标名称', '项目', '统计项目', '内容'],
      unitColumn: '单位',
      groups,
      columns: [
        {
          id: 'value',
          label: '统计数',
          english: 'Number',
          aliases: ['统计数据', '统计数量', '统计结果', '数量', '数值', '数据', '本年度', '本年数'],
          definition: {
            zh: '本列填1月1日至12月31日的数，机构、人员、查阅点等填12月31日的数；只写数字，单位在左边一列。',
            en: 'This column holds the number for 1 January to 31 December, or as of 31 December for offices, staff and places; the number alone, as the unit stands to its left.',
          },
          basis: [form],
          mistakes: [{ zh: '没有的留空或者填“000”。', en: 'What there was none of is blank or 000.' }],
          certainty: 'from-memory',
        },
      ],
      rows: [...disclosure, ...response, ...requests, ...answers, ...remedies, ...supportAndMeetings],
    },
  ],
}
