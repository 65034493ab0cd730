import type { RowFormat } from '../format.ts'
import { measure, results } from './table3-parts.ts'

/** （一）予以公开 and （二）部分公开. */
export const disclosed: readonly RowFormat[] = [
  {
    id: 'r03',
    label: '（一）予以公开',
    english: 'Disclosed',
    aliases: ['予与公开', '给予公开', '全部公开'],
    path: [results],
    ...measure,
    definition: {
      zh: '提供了所申请的政府信息，或者所申请的信息已经主动公开而告知获取方式、途径的件数。只提供了一部分的，计入“（二）部分公开”。',
      en: 'Applications answered by giving the information, or by saying where it has already been published. Those answered only in part belong to （二）部分公开.',
    },
    basis: ['条例第三十六条第（一）项', '条例第三十六条第（二）项'],
    mistakes: [
      {
        zh: '把答复咨询、便民解答也计进来。',
        en: 'Answers to enquiries and other courtesies are counted.',
      },
      {
        zh: '已计入部分公开的，这里又计一次。',
        en: 'What counts as disclosed in part is counted here again.',
      },
    ],
    certainty: 'inferred',
  },
  {
    id: 'r04',
    label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    english: 'Disclosed in part',
    aliases: [
      '部分公开',
      '部分予以公开',
      '部分公开（区分处理的，只计这一情况，不计其他情形）',
      '部分公开（区分处理的，只计这一情形，不计其他情况）',
      '部分公开（区分处理的，只计这一情况，不计其他情况）',
    ],
    path: [results],
    ...measure,
    definition: {
      zh: '所申请的信息中含有不应当公开或者不属于政府信息的内容，作区分处理后提供其余部分的件数。这样的申请只在本行计一次，不予公开的那部分不再计入其他各行。',
      en: 'Applications where what may not be disclosed, or is no government information, was set apart and the rest was given. Each counts once, here; the part withheld is not counted in any other row.',
    },
    basis: ['条例第三十七条'],
    mistakes: [
      {
        zh: '同一件又在“予以公开”或者“不予公开”中计一次。',
        en: 'The same application is also counted as disclosed or as withheld.',
      },
    ],
  },
]

const unable = [results, '（四）无法提供'] as const

/** （四）无法提供: there is nothing that could be given. */
export const unavailable: readonly RowFormat[] = [
  {
    id: 'r13',
    label: '1.本机关不掌握相关政府信息',
    english: 'Not held by this body',
    aliases: [
      '本机关不掌握政府信息',
      '本机关不掌握相关信息',
      '本机关不掌握',
      '本单位不掌握相关政府信息',
      '不掌握相关政府信息',
    ],
    path: unable,
    ...measure,
    definition: {
      zh: '经检索没有所申请的信息，或者所申请的信息不属于本机关负责公开，因而无法提供的件数；已告知由哪个机关负责公开的，也计在这里。',
      en: 'Applications that cannot be met because a search found nothing, or because another body is responsible for disclosure, also where the applicant was told which one.',
    },
    basis: ['条例第十条第一款', '条例第三十六条第（四）项', '条例第三十六条第（五）项'],
    mistakes: [
      {
        zh: '正文仍按旧口径分写“不存在”“不属于本机关公开”，合起来与本行不符。',
        en: 'The text still reports non-existent information and other bodies’ information apart, and together they differ from this row.',
      },
    ],
  },
  {
    id: 'r14',
    label: '2.没有现成信息需要另行制作',
    english: 'Would have to be created',
    aliases: [
      '没有现成信息',
      '没有现成信息需另行制作',
      '没有现成信息，需要另外制作',
      '无现成信息需要另行制作',
      '无现成信息需另行制作',
      '需要另行制作',
    ],
    path: unable,
    ...measure,
    definition: {
      zh: '没有现成的信息，要由本机关对现有信息加工、分析才能形成，因而不予提供的件数。作区分处理就能提供的，不属于这一情形。',
      en: 'Applications for what does not exist ready-made and would have to be compiled or analysed from what there is. What merely needs redaction does not belong here.',
    },
    basis: ['条例第三十八条'],
    mistakes: [
      {
        zh: '与“本机关不掌握”混淆：手头有原始信息、只是需要加工的才计在这里。',
        en: 'It is mixed up with information not held: only where the raw information is at hand and would need processing does it belong here.',
      },
    ],
  },
  {
    id: 'r15',
    label: '3.补正后申请内容仍不明确',
    english: 'Still unclear after correction',
    aliases: ['补正后申请内容不明确', '补正后内容仍不明确', '补正后仍不明确', '申请内容补正后仍不明确'],
    path: unable,
    ...measure,
    definition: {
      zh: '经一次性告知补正，申请人作了补正，但仍不能据以确定所要的政府信息，因而无法提供的件数。逾期没有补正的，计入“（六）其他处理”第1项。',
      en: 'Applications that were corrected on request and still do not tell which information is wanted. Those never corrected belong to row 1 of （六）其他处理.',
    },
    basis: ['条例第二十九条第二款第（二）项', '条例第三十条'],
    mistakes: [
      {
        zh: '没有告知补正就以内容不明确答复；申请人根本没有补正的也计在这里。',
        en: 'The applicant was never asked to correct it; or never did, and it is counted here.',
      },
    ],
  },
]
