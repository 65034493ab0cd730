import type { TableFormat } from '../format.ts'
import { form } from './sources.ts'
import { chargeBlock, decisionBlocks } from './table2-acts.ts'
import { documentBlock } from './table2-documents.ts'

/** Table two, four small tables that are often written as one. */
export const table2: TableFormat = {
  id: 't2',
  section: 's2',
  title: '主动公开政府信息情况表',
  english: 'Table of information disclosed proactively',
  definition: {
    zh: '按条例第二十条的四个项分为四组，报告文件、处理决定的件数和收费金额，都按1月1日至12月31日统计，“现行有效件数”按12月31日统计。每格都填数，没有的填0。',
    en: 'Four groups, after four items of article 20: counts of documents and decisions, and the amount charged, for 1 January to 31 December (effective documents: as of 31 December). Every cell holds a number; nothing is 0.',
  },
  basis: ['条例第二十条', '条例第五十条第一款第（一）项', form],
  mistakes: [
    {
      zh: '空着不填，或者填“/”“-”“无”。',
      en: 'Cells are left blank or hold a slash, a dash or 无.',
    },
    {
      zh: '政府的报告没有说明数字是政府本级的还是全行政区域的。',
      en: 'A government’s report does not say whether the figures are its own or those of the whole area.',
    },
  ],
  blocks: [documentBlock, ...decisionBlocks, chargeBlock],
}
