import type { RowFormat } from '../format.ts'
import { form, labels, recalled, units } from './sources.ts'

export const applications = { ...recalled, unit: units.applications } as const

const received = { ...applications, path: [labels.requests, labels.received] } as const
const closed = { ...applications, path: [labels.requests, labels.closed] } as const

/** Group three, first half: how applications came in and when they were closed. */
export const requests: readonly RowFormat[] = [
  {
    id: 'c1',
    label: labels.received,
    english: 'Applications received',
    aliases: ['收到申请数量', '收到申请总数', '受理申请数', '收到政府信息公开申请数'],
    path: [labels.requests],
    ...applications,
    definition: {
      zh: '当年收到的政府信息公开申请件数，等于下面按到达方式分列各行之和。',
      en: 'Applications received this year: the sum of the rows below, which tell how they came.',
    },
    basis: ['条例第十三条', '条例第二十条', form],
    mistakes: [
      { zh: '各方式之和与总数不等，常漏一类。', en: 'The rows below do not add up, often because one is missed.' },
    ],
  },
  {
    id: 'c11',
    label: '1.当面申请数',
    english: 'Applications in person',
    aliases: ['当面申请数量', '当面申请'],
    ...received,
    definition: {
      zh: '申请人到受理地点当面书面提出，或者口头提出由受理机构代为填写的件数。',
      en: 'Applications handed in at the office, or made there by word of mouth and written down by it.',
    },
    basis: ['条例第二十条', form],
    mistakes: [],
  },
  {
    id: 'c12',
    label: '2.传真申请数',
    english: 'Applications by fax',
    aliases: ['传真申请数量', '传真申请'],
    ...received,
    definition: { zh: '用传真到达的申请件数。', en: 'Applications that came by fax.' },
    basis: ['条例第二十条', form],
    mistakes: [],
  },
  {
    id: 'c13',
    label: '3.网络申请数',
    english: 'Applications online',
    aliases: ['网络申请数量', '网络申请', '网上申请数'],
    ...received,
    definition: {
      zh: '通过网上申请系统提交的件数；电子邮件归在这里还是归其他方式，各地不一，应前后一致。',
      en: 'Applications made through the online system; whether those by e-mail belong here differs from place to place and should not change from year to year.',
    },
    basis: ['条例第二十条', form],
    mistakes: [
      {
        zh: '上级转来的件和直接收到的件重复计。',
        en: 'One that was passed on and also received directly is counted twice.',
      },
    ],
    certainty: 'inferred',
  },
  {
    id: 'c14',
    label: '4.信函申请数',
    english: 'Applications by letter',
    aliases: ['信函申请数量', '信函申请', '邮寄申请数'],
    ...received,
    definition: { zh: '邮寄到达的申请件数。', en: 'Applications that came by post.' },
    basis: ['条例第二十条', form],
    mistakes: [],
  },
  {
    id: 'c2',
    label: labels.closed,
    english: 'Applications closed',
    aliases: ['申请办结数量', '办结申请数', '申请办结总数'],
    path: [labels.requests],
    ...applications,
    definition: {
      zh: '当年办结的申请件数，等于按时办结数加延期办结数。本表没有上年结转的栏目，上年收到、当年办结的也在内。',
      en: 'Applications closed this year: in time and after an extension. The table has no row for those carried over; those of last year that were closed now are included.',
    },
    basis: ['条例第二十四条', form],
    mistakes: [{ zh: '按时与延期之和不等于办结数。', en: 'The two rows below do not make it up.' }],
  },
  {
    id: 'c21',
    label: '1.按时办结数',
    english: 'Closed in time',
    aliases: ['按时办结数量', '按时办结'],
    ...closed,
    definition: {
      zh: '没有延长期限，在法定期限内答复的件数，当场答复的也算。',
      en: 'Answered within the period of the law without an extension, those answered on the spot included.',
    },
    basis: ['条例第二十四条', form],
    mistakes: [],
  },
  {
    id: 'c22',
    label: '2.延期办结数',
    english: 'Closed after an extension',
    aliases: ['延期办结数量', '延期办结'],
    ...closed,
    definition: {
      zh: '经机构负责人同意并告知申请人后，在延长的期限内答复的件数，不是超期的件数。',
      en: 'Answered within an extended period that was approved and notified to the applicant; not those that were late.',
    },
    basis: ['条例第二十四条', form],
    mistakes: [{ zh: '把超期答复当作延期。', en: 'Late answers are counted as extended.' }],
  },
]
