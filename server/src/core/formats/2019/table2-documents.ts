import { documentBlock as later } from '../2021/table2-documents.ts'
import { units } from '../2021/sources.ts'
import type { BlockFormat, ColumnFormat } from '../format.ts'
import { form } from './sources.ts'

const measure = { unit: units.documents, kind: 'count' } as const
const source = '条例第二十条第（一）项'

const columns: readonly ColumnFormat[] = [
  {
    id: 'made',
    label: '本年新制作数量',
    english: 'Newly made this year',
    aliases: ['本年新制作数', '本年新制作件数', '本年度新制作数量', '本年制作数量', '新制作数量'],
    ...measure,
    definition: {
      zh: '本列计本年内新制定的件数，不问是否已经公开；转发和汇编他人文件的不算。',
      en: 'This column counts those newly made within the year, disclosed or not; passing on or collecting the documents of others is not making them.',
    },
    basis: [source, form],
    mistakes: [
      { zh: '把转发、汇编的文件计入。', en: 'Documents merely passed on or collected are counted.' },
      {
        zh: '正文写了本年出台的件数，表中却填0。',
        en: 'The text names documents issued this year and the cell says 0.',
      },
    ],
    certainty: 'inferred',
  },
  {
    id: 'disclosed',
    label: '本年新公开数量',
    english: 'Newly disclosed this year',
    aliases: ['本年新公开数', '本年新公开件数', '本年度新公开数量', '本年公开数量', '新公开数量'],
    ...measure,
    definition: {
      zh: '本列计本年内第一次对外公开的件数；以往制定、本年才公开的也算，所以可以大于新制作数量。',
      en: 'This column counts those disclosed for the first time within the year, also if made earlier, so that it may exceed those newly made.',
    },
    basis: [source, '条例第二十六条', form],
    mistakes: [
      { zh: '不加区分，一律填成与新制作数量相等。', en: 'It is always entered as equal to those newly made.' },
    ],
    certainty: 'inferred',
  },
  {
    id: 'total',
    label: '对外公开总数量',
    english: 'Disclosed in all',
    aliases: ['对外公开总数', '对外公开总件数', '对外公开数量', '对外公开总数量（历史累计）', '公开总数量'],
    ...measure,
    definition: {
      zh: '本列计到年末对外公开的总件数，是累积的存量，不会小于本年新公开数量。',
      en: 'This column counts all that stood disclosed at the end of the year: a stock, never less than those newly disclosed.',
    },
    basis: [source, form],
    mistakes: [{ zh: '只填本年公开的件数。', en: 'Only those disclosed this year are entered.' }],
    certainty: 'inferred',
  },
]

/** Rules and normative documents by what was disclosed of them; the form of 2021 asks for what is in force instead. */
export const documentBlock: BlockFormat = {
  ...later,
  columns,
  rows: later.rows.map((row) =>
    row.id === 'doc'
      ? {
          ...row,
          label: '规范性文件',
          english: 'Normative documents',
          aliases: ['行政规范性文件', ...row.aliases.filter((alias) => alias !== '规范性文件')],
        }
      : {
          ...row,
          basis: [
            source,
            '《中华人民共和国立法法》（2015年修正）第八十条',
            '《中华人民共和国立法法》（2015年修正）第八十二条',
          ],
        },
  ),
}
