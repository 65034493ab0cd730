import type { RowFormat } from '../format.ts'
import { form, labels, recalled, units } from './sources.ts'

const times = { ...recalled, unit: units.times } as const
const means = { ...times, path: [labels.response, labels.responses] } as const

/** Group two: how public concerns were answered and policies explained. */
export const response: readonly RowFormat[] = [
  {
    id: 'b1',
    label: '（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）',
    english: 'Public concerns answered',
    aliases: ['回应公众关注热点或重大舆情数量', '回应公众关注热点和重大舆情数', '回应公众关注热点或者重大舆情数'],
    path: [labels.response],
    ...times,
    definition: {
      zh: '当年作出回应的热点或者重大舆情的个数，同一热点用几种方式回应只计1次。',
      en: 'Matters of public concern that were answered this year; one answered in several ways is counted once.',
    },
    basis: ['条例第六条', form],
    mistakes: [
      {
        zh: '把留言、信箱、热线的办件数全部算进来。',
        en: 'All messages, letters and calls handled are counted.',
      },
    ],
  },
  {
    id: 'b21',
    label: labels.briefings,
    english: 'Press conferences',
    aliases: [
      '参加或举办新闻发布会次数',
      '举办或参加新闻发布会总次数',
      '参加或者举办新闻发布会总次数',
      '新闻发布会总次数',
    ],
    ...means,
    definition: {
      zh: '当年举办的和参加的新闻发布会次数。',
      en: 'Press conferences held or taken part in this year.',
    },
    basis: ['条例第十五条', form],
    mistakes: [],
  },
  {
    id: 'b21a',
    label: '其中：主要负责同志参加新闻发布会次数',
    english: 'Of which with the head of the body',
    aliases: [
      '主要负责同志参加新闻发布会次数',
      '主要负责同志参加新闻发布会总次数',
      '其中：主要负责人参加新闻发布会次数',
    ],
    ...times,
    path: [labels.response, labels.responses, labels.briefings],
    definition: {
      zh: '上述新闻发布会中本机关主要负责同志出席的次数，不会多于总次数。',
      en: 'Those of the press conferences at which the head of the body appeared; never more than all.',
    },
    basis: ['条例第十五条', form],
    mistakes: [{ zh: '大于新闻发布会总次数。', en: 'It exceeds the number of press conferences.' }],
  },
  {
    id: 'b22',
    label: labels.interviews,
    english: 'Online interviews',
    aliases: ['政府网站在线访谈总次数', '政府网站在线访谈数', '在线访谈次数'],
    ...means,
    definition: {
      zh: '当年在政府网站举办在线访谈的次数。',
      en: 'Interviews held online on the government website this year.',
    },
    basis: ['条例第十五条', form],
    mistakes: [],
  },
  {
    id: 'b22a',
    label: '其中：主要负责同志参加政府网站在线访谈次数',
    english: 'Of which with the head of the body online',
    aliases: [
      '主要负责同志参加政府网站在线访谈次数',
      '主要负责同志参加在线访谈次数',
      '其中：主要负责人参加政府网站在线访谈次数',
    ],
    ...times,
    path: [labels.response, labels.responses, labels.interviews],
    definition: {
      zh: '上述在线访谈中本机关主要负责同志参加的次数，不会多于总次数。',
      en: 'Those of the online interviews in which the head of the body took part; never more than all.',
    },
    basis: ['条例第十五条', form],
    mistakes: [{ zh: '大于在线访谈次数。', en: 'It exceeds the number of interviews.' }],
  },
  {
    id: 'b23',
    label: '3.政策解读稿件发布数',
    english: 'Explanations of policies',
    aliases: ['政策解读稿件发布数量', '政策解读稿件数', '发布政策解读稿件数'],
    ...means,
    unit: units.articles,
    definition: {
      zh: '当年发布的政策解读稿件篇数。',
      en: 'Articles published this year that explain a policy.',
    },
    basis: ['条例第十五条', form],
    mistakes: [{ zh: '与正文中的解读篇数不同。', en: 'The text gives another number.' }],
  },
  {
    id: 'b24',
    label: '4.微博微信回应事件数',
    english: 'Matters answered on microblogs and WeChat',
    aliases: ['微博微信回应事件数量', '政务微博微信回应事件数'],
    ...means,
    definition: {
      zh: '当年用政务微博、微信回应的事件次数。',
      en: 'Matters answered on official microblogs or WeChat this year.',
    },
    basis: ['条例第十五条', form],
    mistakes: [{ zh: '填成发帖数。', en: 'The number of posts is entered.' }],
  },
  {
    id: 'b25',
    label: '5.其他方式回应事件数',
    english: 'Matters answered by other means',
    aliases: ['其它方式回应事件数', '其他方式回应事件数量', '通过其他方式回应事件数'],
    ...means,
    definition: {
      zh: '当年用领导信箱、热线、广播等其他方式回应的事件次数。',
      en: 'Matters answered this year by other means: letters to leaders, hotlines, broadcasts.',
    },
    basis: ['条例第十五条', form],
    mistakes: [],
  },
]
