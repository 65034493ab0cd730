import type { RowFormat } from '../format.ts'
import { measure, results } from './table3-parts.ts'

const path = [results, '（三）不予公开'] as const

/** （三）不予公开: refused on the substance, by articles 14 to 16 and 36. */
export const withheld: readonly RowFormat[] = [
  {
    id: 'r05',
    label: '1.属于国家秘密',
    english: 'State secret',
    aliases: ['属国家秘密', '涉及国家秘密', '国家秘密'],
    path,
    ...measure,
    definition: {
      zh: '所申请的信息已依法确定为国家秘密，因而不予公开的件数。没有依法定密的工作秘密、内部资料不属于这一情形。',
      en: 'Refused because the information has by law been classified as a state secret. Working secrets and internal material that were never classified do not belong here.',
    },
    basis: ['条例第十四条', '条例第三十六条第（三）项'],
    mistakes: [
      {
        zh: '没有定密依据，只因内容敏感就按国家秘密计。',
        en: 'Sensitive matter without any classification is counted as a state secret.',
      },
    ],
  },
  {
    id: 'r06',
    label: '2.其他法律行政法规禁止公开',
    english: 'Forbidden by other laws or administrative regulations',
    aliases: [
      '其它法律行政法规禁止公开',
      '其他法律行政法规禁止',
      '其他法律法规禁止公开',
      '其他法律行政止公开',
      '法律行政法规禁止公开',
    ],
    path,
    ...measure,
    definition: {
      zh: '国家秘密以外，有法律或者行政法规明文禁止公开，因而不予公开的件数。地方性法规、规章和其他文件中的禁止规定不能作为这一情形的依据。',
      en: 'Refused because a law or an administrative regulation, other than on state secrets, expressly forbids disclosure. A prohibition in local regulations, rules or other documents is no ground for this row.',
    },
    basis: ['条例第十四条', '条例第三十六条第（三）项'],
    mistakes: [
      {
        zh: '以规章或者规范性文件为依据。',
        en: 'Rules or normative documents are taken as the ground.',
      },
    ],
  },
  {
    id: 'r07',
    label: '3.危及“三安全一稳定”',
    english: 'Endangers security or social stability',
    aliases: [
      '三安全一稳定',
      '可能危及“三安全一稳定”',
      '涉及“三安全一稳定”',
      '危及三安全、一稳定信息',
      '危及国家安全、公共安全、经济安全、社会稳定',
      '危及国家安全、公共安全、经济安全和社会稳定',
    ],
    path,
    ...measure,
    definition: {
      zh: '公开后可能危及国家安全、公共安全、经济安全或者社会稳定，因而不予公开的件数。',
      en: 'Refused because disclosure might endanger national, public or economic security or social stability.',
    },
    basis: ['条例第十四条', '条例第三十六条第（三）项'],
    mistakes: [
      {
        zh: '没有具体论证就笼统适用。',
        en: 'It is applied wholesale, without saying what the danger is.',
      },
    ],
  },
  {
    id: 'r08',
    label: '4.保护第三方合法权益',
    english: 'Protects a third party’s rights',
    aliases: ['保护第三方权益', '保护第三人合法权益', '涉及第三方合法权益', '损害第三方合法权益'],
    path,
    ...measure,
    definition: {
      zh: '涉及商业秘密、个人隐私等，公开会损害第三方合法权益，因而不予公开的件数。第三方同意公开，或者因公共利益决定公开的，不计在这里。',
      en: 'Refused because trade secrets, privacy or the like are involved and disclosure would harm a third party. Where the third party agreed, or the public interest led to disclosure, it is not counted here.',
    },
    basis: ['条例第十五条', '条例第三十二条', '条例第三十六条第（三）项'],
    mistakes: [
      {
        zh: '没有书面征求第三方意见就直接不予公开。',
        en: 'Disclosure is refused without asking the third party in writing.',
      },
    ],
  },
  {
    id: 'r09',
    label: '5.属于三类内部事务信息',
    english: 'One of three kinds of internal affairs',
    aliases: ['属于三类内部事务', '三类内部事务信息', '属于内部事务信息', '内部事务信息', '属三类内部事务信息'],
    path,
    ...measure,
    definition: {
      zh: '所申请的是人事管理、后勤管理、内部工作流程三类内部事务信息，因而不予公开的件数。对外部产生影响的文件不属于内部事务信息。',
      en: 'Refused because the information concerns personnel, logistics or internal workflow. A document with effect outside the body is no internal affair.',
    },
    basis: ['条例第十六条第一款', '条例第三十六条第（三）项'],
    mistakes: [
      {
        zh: '把会议纪要、对外执行的标准一概当作内部事务信息。',
        en: 'Minutes and standards that are applied to the public are all taken for internal affairs.',
      },
    ],
  },
  {
    id: 'r10',
    label: '6.属于四类过程性信息',
    english: 'One of four kinds of deliberative information',
    aliases: [
      '属于四类过程信息',
      '属于四类过程性性信息',
      '四类过程性信息',
      '属于过程性信息',
      '过程性信息',
      '属四类过程性信息',
    ],
    path,
    ...measure,
    definition: {
      zh: '所申请的是履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告四类过程性信息，因而不予公开的件数。法律、法规、规章规定应当公开的，不计在这里。',
      en: 'Refused because the information is a record of discussion, a draft, a letter of consultation or a request or report made in the course of administration. What laws, regulations or rules require to be public is not counted here.',
    },
    basis: ['条例第十六条第二款', '条例第三十六条第（三）项'],
    mistakes: [
      {
        zh: '程序已经终结，对已作出的结果信息仍按过程性信息拒绝。',
        en: 'Though the procedure has ended, its outcome is still refused as deliberative.',
      },
    ],
  },
  {
    id: 'r11',
    label: '7.属于行政执法案卷',
    english: 'Law-enforcement case file',
    aliases: ['属于行政执法案卷信息', '行政执法案卷信息', '行政执法案卷', '属于执法案卷', '属行政执法案卷'],
    path,
    ...measure,
    definition: {
      zh: '所申请的是行政执法案卷中的信息，因而不予公开的件数。法律、法规、规章规定应当公开的案卷信息，如依法公示的处罚决定，不计在这里。',
      en: 'Refused because the information is part of a law-enforcement case file. Parts that laws, regulations or rules require to be public, such as penalty decisions that must be posted, are not counted here.',
    },
    basis: ['条例第十六条第二款', '条例第三十六条第（三）项'],
    mistakes: [
      {
        zh: '当事人依其他规定查阅自己案件卷宗的，按政府信息公开申请计；各地口径不一，应当前后一致。',
        en: 'Parties consulting their own file under other rules are counted as applicants; practice differs by place and should at least be consistent.',
      },
    ],
  },
  {
    id: 'r12',
    label: '8.属于行政查询事项',
    english: 'Matter for administrative enquiry',
    aliases: ['属于行政查询类事项', '属于行政查询', '行政查询事项', '行政查询', '属行政查询事项'],
    path,
    ...measure,
    definition: {
      zh: '所申请的是工商、不动产登记资料等信息，有关法律、行政法规对其获取有特别规定，因而告知依照该规定办理的件数。',
      en: 'The information, such as company or real-estate registration material, is subject to special rules of access in laws or administrative regulations, and the applicant was told to follow them.',
    },
    basis: ['条例第三十六条第（七）项'],
    mistakes: [
      {
        zh: '误计入“（四）无法提供”的“本机关不掌握相关政府信息”。',
        en: 'It is counted under （四）无法提供 as information not held.',
      },
    ],
  },
]
