import type { RowFormat } from '../format.ts'
import { feeMeasures, form } from './sources.ts'
import { measure, results } from './table3-parts.ts'

const refused = [results, '（五）不予处理'] as const

/** （五）不予处理: no application for information in substance, or none that must be handled. */
export const refusedToProcess: readonly RowFormat[] = [
  {
    id: 'r16',
    label: '1.信访举报投诉类申请',
    english: 'Petition, report or complaint',
    aliases: ['信访举报投诉类', '信访举报投诉申请', '信访投诉举报类申请', '信访投诉举报类', '信访、投诉类申请'],
    path: refused,
    ...measure,
    definition: {
      zh: '以政府信息公开申请的形式进行信访、投诉、举报等活动，因而告知不作为政府信息公开申请处理的件数。',
      en: 'A petition, complaint or report in the form of an application; the applicant was told that it is not handled as one.',
    },
    basis: ['条例第三十九条第一款'],
    mistakes: [
      {
        zh: '把一般的业务咨询也归到这里。',
        en: 'Ordinary enquiries are put here too.',
      },
    ],
  },
  {
    id: 'r17',
    label: '2.重复申请',
    english: 'Repeated application',
    aliases: ['重复申请的', '重复类申请', '重复提出申请', '属于重复申请'],
    path: refused,
    ...measure,
    definition: {
      zh: '同一申请人就已经答复过的相同政府信息再次申请，因而告知不予重复处理的件数。',
      en: 'The same applicant asks again for information on which an answer has been given, and was told that it is not handled again.',
    },
    basis: ['条例第三十六条第（六）项'],
    mistakes: [
      {
        zh: '不同申请人申请相同内容的，也按重复申请计。',
        en: 'Different applicants asking for the same thing are counted as repetition.',
      },
    ],
  },
  {
    id: 'r18',
    label: '3.要求提供公开出版物',
    english: 'Asks for a public publication',
    aliases: ['提供公开出版物', '公开出版物', '要求提供公开出版物的申请', '要求提供公共出版物'],
    path: refused,
    ...measure,
    definition: {
      zh: '要求提供政府公报、报刊、书籍等公开出版物，因而告知获取途径的件数。',
      en: 'A request for a gazette, newspaper, book or other public publication; the applicant was told where to get it.',
    },
    basis: ['条例第三十九条第二款'],
    mistakes: [],
  },
  {
    id: 'r19',
    label: '4.无正当理由大量反复申请',
    english: 'Excessive applications without good reason',
    aliases: ['无正当理由反复申请', '无正当理由大量申请', '无正当理由的大量反复申请', '大量反复申请'],
    path: refused,
    ...measure,
    definition: {
      zh: '申请的数量、频次明显超过合理范围，经要求说明理由，认为理由不合理而告知不予处理的件数。理由合理、只是延迟答复的，以及改收信息处理费的，按最终办理结果计。',
      en: 'The number or frequency of applications is clearly unreasonable, reasons were asked for and found wanting, and the applicant was told that they are not handled. Where the answer was merely put off, or a fee was charged instead, the final result counts.',
    },
    basis: ['条例第三十五条'],
    mistakes: [
      {
        zh: '没有要求申请人说明理由就适用。',
        en: 'It is applied without asking the applicant for reasons.',
      },
      {
        zh: '与条例第四十二条收取信息处理费的情形混淆。',
        en: 'It is mixed up with charging a fee under article 42.',
      },
    ],
  },
  {
    id: 'r20',
    label: '5.要求行政机关确认或重新出具已获取信息',
    english: 'Asks to confirm or reissue information already obtained',
    aliases: [
      '要求行政机关确认或者重新出具已获取信息',
      '要求行政机关确认或重新出具已获取的信息',
      '要求行政机关确认或重新出具已获取的政府信息',
      '要求确认或重新出具已获取信息',
      '确认或重新出具已获取信息',
      '要求行政机关重新出具已获取信息',
    ],
    path: refused,
    ...measure,
    definition: {
      zh: '申请人已经取得该信息，只要求行政机关确认其真伪、内容或者重新出具一份，因而不予处理的件数。条例没有为这一情形单设条款，它由统一格式设项。',
      en: 'The applicant already has the information and only wants it confirmed or issued anew, which was declined. The Regulations have no article of its own for this; the row is set by the form.',
    },
    basis: [form],
    mistakes: [
      {
        zh: '重新提供了一份的，误计在这里；实际提供了信息的应计入“（一）予以公开”。',
        en: 'A copy was in fact given and it is counted here; it belongs to （一）予以公开.',
      },
    ],
    certainty: 'inferred',
  },
]

const otherwise = [results, '（六）其他处理'] as const

/** （六）其他处理: closed without an answer on the substance. */
export const otherwiseClosed: readonly RowFormat[] = [
  {
    id: 'r21',
    label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    english: 'Not corrected in time',
    aliases: [
      '申请人无正当理由逾期不补正',
      '申请人逾期不补正',
      '无正当理由逾期不补正',
      '逾期不补正',
      '申请人无正当理由逾期不补正、行政机关不再处理',
      '申请人逾期不补正、行政机关不再处理其政府信息公开申请',
      '申请人无正当理由逾期不补正、行政机关不再处理其申请',
    ],
    path: otherwise,
    ...measure,
    definition: {
      zh: '申请内容不明确，经一次性告知补正，申请人无正当理由逾期不补正，视为放弃申请而不再处理的件数。作了补正但仍不明确的，计入“（四）无法提供”第3项。',
      en: 'The application was unclear, the applicant was asked once to correct it and without good reason did not do so in time, so that it counts as abandoned. One corrected and still unclear belongs to row 3 of （四）无法提供.',
    },
    basis: ['条例第三十条'],
    mistakes: [
      {
        zh: '仍用2019年格式，三种情形并成“其他处理”一行。',
        en: 'The three rows are merged into the single row 其他处理 of the 2019 form.',
      },
    ],
  },
  {
    id: 'r22',
    label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    english: 'Fee not paid in time',
    aliases: [
      '申请人逾期未按收费通知要求缴纳费用',
      '申请人逾期未缴纳费用',
      '申请人逾期未缴费',
      '逾期未缴费',
      '逾期不缴费',
      '逾期未按收费通知要求缴纳费用',
      '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理',
      '申请人逾期未按收费通知缴纳费用、行政机关不再处理其政府信息公开申请',
      '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其申请',
    ],
    path: otherwise,
    ...measure,
    definition: {
      zh: '发出信息处理费收费通知后，申请人逾期没有按要求缴费，因而不再处理的件数。按期缴费的，按最终办理结果计入相应各行。',
      en: 'A notice of the information-processing fee was sent and the applicant did not pay in time, so that the application is not handled further. Those paid for count by their final result.',
    },
    basis: ['条例第四十二条第一款', feeMeasures],
    mistakes: [
      {
        zh: '本行大于0，第六部分却写没有发出过收费通知。',
        en: 'The row is above 0 and part six says that no fee notice was sent.',
      },
    ],
  },
  {
    id: 'r23',
    label: '3.其他',
    english: 'Otherwise closed',
    aliases: ['其它', '其他情形', '其他情况', '其他处理情形'],
    path: otherwise,
    ...measure,
    definition: {
      zh: '前面各行都不能涵盖的其他办结情形，如申请人主动撤回申请、转作便民答复。能归入前面某一行的，不计在这里。',
      en: 'Closed in a way that no row above covers, such as withdrawal by the applicant or an informal answer instead. What fits a row above is not counted here.',
    },
    basis: [form],
    mistakes: [
      {
        zh: '应归入无法提供、不予处理的也放进来，使本行占比过高。',
        en: 'What belongs to （四） or （五） is put here, and the row grows out of proportion.',
      },
      {
        zh: '漏计申请人撤回的件数，造成第三项与第四项之和不足。',
        en: 'Withdrawn applications are missed, so that items three and four fall short.',
      },
    ],
    certainty: 'inferred',
  },
]
