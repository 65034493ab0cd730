import type { ColumnFormat } from '../format.ts'
import { form } from './sources.ts'

/** How many matters of a kind the body has the power over; the blocks of powers share these two columns. */
export const stock = (item: string, what: { readonly zh: string; readonly en: string }): readonly ColumnFormat[] => [
  {
    id: 'before',
    label: '上一年项目数量',
    english: 'Matters last year',
    aliases: ['上一年项目数', '上年项目数量', '上年项目数', '上一年度项目数量', '上一年事项数量'],
    unit: { zh: '项', en: 'matters' },
    kind: 'count',
    definition: {
      zh: `本列计上年末${what.zh}的项数，以权责清单或者收费目录为准，不是办理的件数。`,
      en: `This column counts the kinds of ${what.en} at the end of last year, by the published list of powers or charges, and not the cases handled.`,
    },
    basis: [`条例第二十条第（${item}）项`, form],
    mistakes: [{ zh: '填成上一年的办件量。', en: 'The cases handled last year are entered.' }],
    certainty: 'inferred',
  },
  {
    id: 'change',
    label: '本年增/减',
    english: 'Change this year',
    aliases: ['本年增/减数量', '本年度增/减', '本年增加/减少'],
    unit: { zh: '项', en: 'matters' },
    kind: 'signed',
    definition: {
      zh: `本列填本年${what.zh}的净增减项数，减少的用负号，如“-4”；没有增减的填0。`,
      en: `This column holds the net change in the kinds of ${what.en} this year, with a minus sign where there are fewer, such as -4; no change is 0.`,
    },
    basis: [`条例第二十条第（${item}）项`, form],
    mistakes: [
      { zh: '写成“减4”“--4”或者带箭头。', en: 'It is written 减4, --4 or with an arrow.' },
      { zh: '填成本年的项目总数。', en: 'The number of matters at the end of the year is entered.' },
    ],
    certainty: 'inferred',
  },
]

/** Decisions in cases: no sum of the two columns before it. */
export const decisions = (item: string, what: { readonly zh: string; readonly en: string }): ColumnFormat => ({
  id: 'decisions',
  label: '处理决定数量',
  english: 'Decisions',
  aliases: ['处理决定数', '处理决定件数', '本年处理决定数量', '本年处理决定数'],
  unit: { zh: '件', en: 'decisions' },
  kind: 'count',
  definition: {
    zh: `本列计本年${what.zh}的办件数量，与前两列的项数没有加减关系。`,
    en: `This column counts the cases of ${what.en} decided this year; it has nothing to do with the numbers of matters before it.`,
  },
  basis: [`条例第二十条第（${item}）项`, form],
  mistakes: [
    {
      zh: '填成“上一年项目数量”加“本年增/减”，即现有项数。',
      en: 'The sum of the two columns before it, that is the present number of matters, is entered.',
    },
  ],
  certainty: 'inferred',
})
