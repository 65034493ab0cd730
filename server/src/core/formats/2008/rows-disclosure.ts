import type { RowFormat } from '../format.ts'
import { form, labels, recalled, units } from './sources.ts'

const item = { ...recalled, unit: units.items } as const
const channel = { ...item, path: [labels.disclosure, labels.channels] } as const

/** Group one: what was disclosed proactively, in all and by channel. */
export const disclosure: readonly RowFormat[] = [
  {
    id: 'a1',
    label: labels.disclosed,
    english: 'Items disclosed proactively',
    aliases: ['主动公开政府信息数量', '主动公开政府信息总数', '主动公开信息数'],
    path: [labels.disclosure],
    ...item,
    definition: {
      zh: '当年主动公开的政府信息条数。同一条信息在几个渠道发布只算1条，所以它不小于任何一个渠道的条数，也不大于各渠道之和。',
      en: 'Items disclosed proactively this year. One item released through several channels is one, so that the number is no less than that of any channel and no more than that of all together.',
    },
    basis: ['条例第九条', '条例第十条', '条例第十五条', form],
    mistakes: [
      { zh: '把各渠道的条数相加当作总数。', en: 'The channels are added up.' },
      { zh: '把“其中”的规范性文件数再加一次。', en: 'The normative documents, which are part of it, are added again.' },
    ],
  },
  {
    id: 'a1a',
    label: '其中：主动公开规范性文件数',
    english: 'Of which normative documents',
    aliases: ['主动公开规范性文件数', '主动公开规范性文件数量', '其中主动公开的规范性文件数'],
    path: [labels.disclosure, labels.disclosed],
    ...item,
    definition: {
      zh: '主动公开的政府信息中属于规范性文件的条数，是上一行的一部分。',
      en: 'Those of the items disclosed proactively that are normative documents; part of the row above.',
    },
    basis: ['条例第十条第（一）项', form],
    mistakes: [{ zh: '填成历年累计公开的件数。', en: 'All that were ever disclosed are entered.' }],
  },
  {
    id: 'a1b',
    label: '制发规范性文件总数',
    english: 'Normative documents made',
    aliases: ['制发规范性文件数', '制发规范性文件数量', '制发规范性文件总件数'],
    path: [labels.disclosure, labels.disclosed],
    ...item,
    unit: units.documents,
    definition: {
      zh: '当年制定的规范性文件件数，不论是否公开，一般不小于上一行。',
      en: 'Normative documents made this year, disclosed or not; as a rule no fewer than in the row above.',
    },
    basis: ['条例第十条第（一）项', form],
    mistakes: [
      {
        zh: '小于主动公开的规范性文件数，又没有补公开往年文件。',
        en: 'It is less than those disclosed although none of earlier years were.',
      },
    ],
  },
  {
    id: 'a21',
    label: '1.政府公报公开政府信息数',
    english: 'Items in the government gazette',
    aliases: ['政府公报公开政府信息数量', '政府公报公开信息数', '通过政府公报公开政府信息数'],
    ...channel,
    definition: {
      zh: '当年在政府公报上发布的政府信息条数；没有公报的填0。',
      en: 'Items published in the government gazette this year; 0 where there is no gazette.',
    },
    basis: ['条例第十五条', form],
    mistakes: [{ zh: '没有编印公报却填了数。', en: 'It is not 0 although no gazette was issued.' }],
  },
  {
    id: 'a22',
    label: '2.政府网站公开政府信息数',
    english: 'Items on the government website',
    aliases: [
      '政府网站公开政府信息数量',
      '政府网站公开信息数',
      '政府门户网站公开政府信息数',
      '通过政府网站公开政府信息数',
    ],
    ...channel,
    definition: {
      zh: '当年在政府网站上发布的政府信息条数，通常是各渠道中最多的。',
      en: 'Items published on government websites this year, as a rule the most of all channels.',
    },
    basis: ['条例第十五条', form],
    mistakes: [
      { zh: '把新闻、动态等不是政府信息的也算进来。', en: 'News that is no government information is counted.' },
    ],
  },
  {
    id: 'a23',
    label: '3.政务微博公开政府信息数',
    english: 'Items on official microblogs',
    aliases: ['政务微博公开政府信息数量', '政务微博公开信息数', '通过政务微博公开政府信息数'],
    ...channel,
    definition: {
      zh: '当年用政务微博发布的政府信息条数，转发他人的不算。',
      en: 'Items published on official microblogs this year, without those merely passed on.',
    },
    basis: ['条例第十五条', form],
    mistakes: [{ zh: '填成阅读量或者粉丝数。', en: 'Readers or followers are entered.' }],
  },
  {
    id: 'a24',
    label: '4.政务微信公开政府信息数',
    english: 'Items on official WeChat accounts',
    aliases: ['政务微信公开政府信息数量', '政务微信公开信息数', '通过政务微信公开政府信息数'],
    ...channel,
    definition: {
      zh: '当年用政务微信公众号发布的政府信息条数；报告全地区数的，各部门账号都计入。',
      en: 'Items published on official WeChat accounts this year; a report on the whole area includes those of its departments.',
    },
    basis: ['条例第十五条', form],
    mistakes: [
      { zh: '只填一个账号的条数，与正文的口径不同。', en: 'A single account is counted, unlike in the text.' },
    ],
  },
  {
    id: 'a25',
    label: '5.其他方式公开政府信息数',
    english: 'Items by other means',
    aliases: ['其它方式公开政府信息数', '其他方式公开政府信息数量', '其他方式公开信息数', '通过其他方式公开政府信息数'],
    ...channel,
    definition: {
      zh: '当年用报刊、广播、电视、公开栏、手机客户端等其他方式发布的政府信息条数。',
      en: 'Items released this year by other means: newspapers, broadcasting, notice boards, mobile applications.',
    },
    basis: ['条例第十五条', form],
    mistakes: [],
  },
]
