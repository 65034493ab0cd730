import type { RowFormat } from '../format.ts'
import { form, labels, recalled, units } from './sources.ts'

export const cases = { ...recalled, unit: units.cases } as const

const review = { ...cases, path: [labels.reviews] } as const
const suit = { ...cases, path: [labels.suits] } as const
const remedy = ['条例第三十三条', form] as const

/** Groups four to seven: reconsideration, litigation, complaints, and the fees charged. */
export const remedies: readonly RowFormat[] = [
  {
    id: 'd',
    label: labels.reviews,
    english: 'Administrative reconsideration',
    aliases: ['行政复议数', '行政复议总数', '行政复议件数', '行政复议数量（件）'],
    path: [],
    ...cases,
    definition: {
      zh: '因政府信息公开被申请行政复议的件数，等于下面三行之和；年末未审结的计入“其他情形”。',
      en: 'Applications for reconsideration of disclosure matters: the sum of the three rows below, those still open being among the others.',
    },
    basis: remedy,
    mistakes: [
      {
        zh: '年末未审结的不计入“其他情形”，造成不平。',
        en: 'Open cases are in none of the rows below, so that they do not add up.',
      },
    ],
    certainty: 'inferred',
  },
  {
    id: 'd1',
    label: '（一）维持具体行政行为数',
    english: 'Reconsideration: upheld',
    aliases: ['维持具体行政行为数量', '维持具体行政行为', '维持数'],
    ...review,
    definition: { zh: '复议决定维持的件数。', en: 'Cases in which the act was upheld on reconsideration.' },
    basis: remedy,
    mistakes: [],
  },
  {
    id: 'd2',
    label: '（二）被依法纠错数',
    english: 'Reconsideration: corrected',
    aliases: ['被依法纠错数量', '被依法纠错', '依法纠错数', '纠错数'],
    ...review,
    definition: {
      zh: '复议决定撤销、变更、确认违法或者责令履行的件数。',
      en: 'Cases in which the act was annulled, changed or declared unlawful on reconsideration, or performance was ordered.',
    },
    basis: remedy,
    mistakes: [],
  },
  {
    id: 'd3',
    label: '（三）其他情形数',
    english: 'Reconsideration: other',
    aliases: ['其他情形数量', '其他情形', '其它情形数'],
    ...review,
    definition: {
      zh: '申请人撤回、终止、年末未审结等其他的复议件数。',
      en: 'Applications for reconsideration withdrawn, discontinued, still open, and the like.',
    },
    basis: remedy,
    mistakes: [],
    certainty: 'inferred',
  },
  {
    id: 'e',
    label: labels.suits,
    english: 'Litigation',
    aliases: ['行政诉讼数', '行政诉讼总数', '行政诉讼件数', '行政诉讼数量（件）'],
    path: [],
    ...cases,
    definition: {
      zh: '因政府信息公开被提起行政诉讼的件数，等于下面三行之和；年末未审结的计入“其他情形”。',
      en: 'Suits over disclosure: the sum of the three rows below, those still open being among the others.',
    },
    basis: remedy,
    mistakes: [{ zh: '一审、二审各计一件。', en: 'The first and the second instance are counted apart.' }],
    certainty: 'inferred',
  },
  {
    id: 'e1',
    label: '（一）维持具体行政行为或者驳回原告诉讼请求数',
    english: 'Litigation: upheld or claim dismissed',
    aliases: [
      '维持具体行政行为或者驳回原告诉讼请求数量',
      '维持具体行政行为或者驳回原告诉讼请求',
      '维持具体行政行为或驳回原告诉讼请求数',
      '维持具体行政行为或者驳回诉讼请求数',
    ],
    ...suit,
    definition: {
      zh: '法院判决维持具体行政行为或者驳回原告诉讼请求的件数。',
      en: 'Cases in which the court upheld the act or dismissed the claim.',
    },
    basis: remedy,
    mistakes: [],
  },
  {
    id: 'e2',
    label: '（二）被依法纠错数',
    english: 'Litigation: corrected',
    aliases: ['被依法纠错数量', '被依法纠错', '依法纠错数', '纠错数'],
    ...suit,
    definition: {
      zh: '法院判决撤销、变更、确认违法或者责令履行的件数。',
      en: 'Cases in which the court annulled, changed or declared the act unlawful, or ordered performance.',
    },
    basis: remedy,
    mistakes: [],
  },
  {
    id: 'e3',
    label: '（三）其他情形数',
    english: 'Litigation: other',
    aliases: ['其他情形数量', '其他情形', '其它情形数'],
    ...suit,
    definition: {
      zh: '原告撤诉、裁定驳回起诉、年末未审结等其他的诉讼件数。',
      en: 'Suits withdrawn, ruled inadmissible, still open, and the like.',
    },
    basis: remedy,
    mistakes: [],
    certainty: 'inferred',
  },
  {
    id: 'f',
    label: '六、举报投诉数量',
    english: 'Complaints',
    aliases: ['举报投诉数', '被举报投诉数量', '投诉举报数量', '举报数量', '被举报投诉数'],
    path: [],
    ...cases,
    definition: {
      zh: '就政府信息公开工作被举报、投诉的件数，不是热线、信箱的全部来件。',
      en: 'Complaints about the disclosure of information, and not all that came by hotline or letter.',
    },
    basis: remedy,
    mistakes: [{ zh: '填成12345热线的总量。', en: 'All calls to the 12345 hotline are entered.' }],
  },
  {
    id: 'fees',
    label: '七、依申请公开信息收取的费用',
    english: 'Fees charged for information on application',
    aliases: [
      '依申请公开信息收取的费用（万元）',
      '依申请公开政府信息收取的费用',
      '依申请公开信息收取费用',
      '依申请公开信息收取的费用总额',
    ],
    path: [],
    ...recalled,
    unit: units.tenThousandYuan,
    kind: 'decimal',
    definition: {
      zh: '依申请提供政府信息收取的检索、复制、邮寄等成本费用，单位万元，可有小数；没有收取的填0。',
      en: 'What was charged for search, copies and postage, in units of 10,000 yuan, decimals allowed; 0 where nothing was.',
    },
    basis: ['条例第二十七条', '条例第二十八条', form],
    mistakes: [
      {
        zh: '按元填；正文写未收费而本行大于0。',
        en: 'It is in yuan; or the text says that nothing was charged and the row is above 0.',
      },
    ],
  },
]
