import type { GroupFormat } from '../format.ts'
import { form, labels } from './sources.ts'

/** The labels of the table that stand before several rows and have no figure of their own. */
export const groups: readonly GroupFormat[] = [
  {
    label: labels.disclosure,
    english: 'Proactive disclosure',
    aliases: ['主动公开政府信息情况'],
    definition: {
      zh: '主动公开的政府信息的条数、其中的规范性文件和各渠道的条数。组的标题行不填数。',
      en: 'Items disclosed proactively, the normative documents among them, and the items by channel. The heading itself holds no figure.',
    },
    basis: ['条例第三十二条第（一）项', form],
    mistakes: [],
  },
  {
    label: labels.channels,
    english: 'By channel',
    aliases: ['通过不同渠道和方式公开政府信息情况'],
    definition: {
      zh: '按渠道分列的条数；同一条信息可以在几个渠道计，所以各行之和可以大于主动公开的总条数。',
      en: 'Items by channel; one may count in several, so that the rows may add up to more than all items disclosed.',
    },
    basis: ['条例第十五条', form],
    mistakes: [],
  },
  {
    label: labels.response,
    english: 'Responses and explanations',
    aliases: ['回应和解读情况', '解读回应情况'],
    definition: {
      zh: '回应公众关注的热点、舆情和解读政策的次数、篇数。组的标题行不填数。',
      en: 'How often public concerns were answered and policies explained. The heading itself holds no figure.',
    },
    basis: ['条例第六条', form],
    mistakes: [],
  },
  {
    label: labels.responses,
    english: 'By means of response',
    aliases: ['通过不同渠道和方式回应解读情况'],
    definition: {
      zh: '按方式分列的次数、篇数；同一热点用几种方式回应的，各行都计。',
      en: 'Responses by means; a concern answered in several ways counts in each row.',
    },
    basis: ['条例第十五条', form],
    mistakes: [],
  },
  {
    label: labels.requests,
    english: 'Disclosure on application',
    aliases: ['依申请公开政府信息情况'],
    definition: {
      zh: '政府信息公开申请的收到、办结和答复件数。组的标题行不填数。',
      en: 'Applications received, closed and answered. The heading itself holds no figure.',
    },
    basis: ['条例第三十二条第（二）项', form],
    mistakes: [],
  },
  {
    label: labels.support,
    english: 'Organisation and money',
    aliases: ['机构建设和经费保障情况', '机构建设及保障经费情况'],
    definition: {
      zh: '政府信息公开的机构、查阅点、人员和专项经费。组的标题行不填数。',
      en: 'Offices, reading points, staff and money for disclosure. The heading itself holds no figure.',
    },
    basis: ['条例第四条', form],
    mistakes: [],
  },
  {
    label: labels.meetings,
    english: 'Meetings and training',
    aliases: ['政府信息公开会议及培训情况', '政府信息公开会议培训情况'],
    definition: {
      zh: '政府信息公开的会议、培训班和受训人次。组的标题行不填数。',
      en: 'Meetings, courses and attendances at training. The heading itself holds no figure.',
    },
    basis: ['条例第二十九条', form],
    mistakes: [],
  },
]
