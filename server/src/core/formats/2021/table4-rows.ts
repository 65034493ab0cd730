import type { RowFormat } from '../format.ts'
import { units } from './sources.ts'

const measure = { unit: units.cases, kind: 'count' } as const
const suit = ['行政诉讼'] as const

/**
 * The three kinds of cases. Aliases that join 行政诉讼 to a kind use `：`: in brackets the kind would count as a remark,
 * and 行政诉讼 alone would name either row.
 */
export const rows: readonly RowFormat[] = [
  {
    id: 'fy',
    label: '行政复议',
    english: 'Administrative reconsideration',
    aliases: ['政府信息公开行政复议', '被申请行政复议', '行政复议案件', '行政复议情况', '复议'],
    path: [],
    ...measure,
    definition: {
      zh: '因政府信息公开工作被申请行政复议、以报告机关为被申请人的案件。报告机关作为复议机关审理的案件不计在这里。',
      en: 'Applications for reconsideration of disclosure matters in which the reporting body is the respondent. Cases it decides as the reconsideration authority are not counted here.',
    },
    basis: ['条例第五十条第一款第（三）项', '条例第五十一条', '《中华人民共和国行政复议法》（2023年修订）第十一条'],
    mistakes: [
      {
        zh: '复议机关把自己审理的案件当作被申请复议的案件。',
        en: 'A reconsideration authority counts the cases it decides.',
      },
      {
        zh: '计入与政府信息公开无关的复议案件。',
        en: 'Cases that have nothing to do with disclosure are counted.',
      },
    ],
    certainty: 'inferred',
  },
  {
    id: 'ss1',
    label: '未经复议直接起诉',
    english: 'Suit without prior reconsideration',
    aliases: [
      '行政诉讼：未经复议直接起诉',
      '未经行政复议直接起诉',
      '行政诉讼：未经行政复议直接起诉',
      '未经复议直接诉讼',
      '不经复议直接起诉',
      '直接起诉',
      '行政诉讼：直接起诉',
    ],
    path: suit,
    ...measure,
    definition: {
      zh: '原告没有先申请行政复议，直接就政府信息公开提起的行政诉讼案件。自2024年1月1日起，对不予公开不服的应当先申请行政复议，这类案件不能直接起诉。',
      en: 'Suits on disclosure brought without reconsideration first. Since 1 January 2024 a refusal to disclose must first go to reconsideration and cannot be taken to court directly.',
    },
    basis: [
      '条例第五十一条',
      '《中华人民共和国行政诉讼法》（2017年修正）第四十四条',
      '《中华人民共和国行政诉讼法》（2017年修正）第四十六条',
      '《中华人民共和国行政复议法》（2023年修订）第二十三条第一款第（四）项',
    ],
    mistakes: [
      {
        zh: '2024年以后，不予公开的案件仍计在这里，没有核对是否经过复议。',
        en: 'From 2024 on, suits over refusals are still put here without checking whether reconsideration came first.',
      },
    ],
  },
  {
    id: 'ss2',
    label: '复议后起诉',
    english: 'Suit after reconsideration',
    aliases: [
      '行政诉讼：复议后起诉',
      '经复议后起诉',
      '行政诉讼：经复议后起诉',
      '行政复议后起诉',
      '行政诉讼：行政复议后起诉',
      '经行政复议后起诉',
      '复议后诉讼',
      '先复议后起诉',
    ],
    path: suit,
    ...measure,
    definition: {
      zh: '先申请了行政复议，因不服复议决定或者复议机关逾期不作决定，再就政府信息公开提起的行政诉讼案件。',
      en: 'Suits on disclosure brought after reconsideration, because the decision was not accepted or none was made in time.',
    },
    basis: [
      '条例第五十一条',
      '《中华人民共和国行政诉讼法》（2017年修正）第四十四条',
      '《中华人民共和国行政诉讼法》（2017年修正）第四十五条',
    ],
    mistakes: [
      {
        zh: '只计入诉讼，没有同时把先前的复议计入“行政复议”。',
        en: 'Only the suit is counted and the reconsideration before it is not.',
      },
    ],
  },
]
