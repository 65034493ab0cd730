import type { RowFormat } from '../format.ts'
import { form, labels, recalled, units } from './sources.ts'

const support = { ...recalled, path: [labels.support] } as const
const staff = { ...recalled, unit: units.persons, path: [labels.support, labels.staff] } as const
const meetings = { ...recalled, path: [labels.meetings] } as const

/** Groups eight and nine: offices, places, staff, money, meetings and training. */
export const supportAndMeetings: readonly RowFormat[] = [
  {
    id: 'l1',
    label: '（一）政府信息公开工作专门机构数',
    english: 'Offices for disclosure',
    aliases: ['政府信息公开工作专门机构数量', '政府信息公开专门机构数', '专门机构数'],
    ...support,
    unit: units.places,
    definition: {
      zh: '承担政府信息公开工作的专门机构个数，一般不会多于单位数。',
      en: 'Offices charged with disclosure; as a rule no more than there are bodies.',
    },
    basis: ['条例第四条', form],
    mistakes: [],
  },
  {
    id: 'l1b',
    label: '（二）设置政府信息公开查阅点数',
    english: 'Reading points set up',
    aliases: ['设置政府信息公开查阅点数量', '政府信息公开查阅点数', '设立政府信息公开查阅点数'],
    ...support,
    unit: units.places,
    definition: {
      zh: '设在档案馆、图书馆、政务大厅等处供公众查阅政府信息的地点个数。',
      en: 'Places in archives, libraries, service halls and so on where the public may read government information.',
    },
    basis: ['条例第十六条', form],
    mistakes: [{ zh: '与正文中的个数不同。', en: 'The text gives another number.' }],
  },
  {
    id: 'l2',
    label: labels.staff,
    english: 'Staff',
    aliases: ['从事政府信息公开工作人员数量', '从事政府信息公开工作人员总数', '政府信息公开工作人员数'],
    ...support,
    unit: units.persons,
    definition: {
      zh: '年末从事政府信息公开工作的人数，等于专职人员加兼职人员。',
      en: 'People working on disclosure at the end of the year: full-time and part-time together.',
    },
    basis: ['条例第四条', form],
    mistakes: [],
  },
  {
    id: 'l21',
    label: '1.专职人员数（不包括政府公报及政府网站工作人员数）',
    english: 'Full-time staff',
    aliases: ['专职人员数量', '专职工作人员数', '专职人员'],
    ...staff,
    definition: {
      zh: '专门从事政府信息公开工作的人数，办公报、办网站的人员不算。',
      en: 'Those who do nothing else, without the staff of the gazette and the website.',
    },
    basis: ['条例第四条', form],
    mistakes: [{ zh: '把网站工作人员计入。', en: 'The staff of the website is counted.' }],
  },
  {
    id: 'l22',
    label: '2.兼职人员数',
    english: 'Part-time staff',
    aliases: ['兼职人员数量', '兼职工作人员数', '兼职人员'],
    ...staff,
    definition: { zh: '兼做政府信息公开工作的人数。', en: 'Those who do it besides other work.' },
    basis: ['条例第四条', form],
    mistakes: [],
  },
  {
    id: 'l3',
    label: '（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）',
    english: 'Money set aside for disclosure',
    aliases: [
      '政府信息公开专项经费（不包括政府公报编辑管理及政府网站建设维护等方面的经费）',
      '政府信息公开专项经费（不包括政府公报编辑管理及政府网站建设）护等方面的经费）',
      '政府信息公开工作专项经费',
      '专项经费',
    ],
    ...support,
    unit: units.tenThousandYuan,
    kind: 'decimal',
    definition: {
      zh: '财政安排的政府信息公开专项经费，单位万元，编辑公报和建设维护网站的经费不算。',
      en: 'Public money set aside for disclosure, in units of 10,000 yuan, without that for the gazette and the website.',
    },
    basis: [form],
    mistakes: [{ zh: '按元填。', en: 'It is in yuan.' }],
  },
  {
    id: 'm1',
    label: '（一）召开政府信息公开工作会议或专题会议数',
    english: 'Meetings',
    aliases: ['召开政府信息公开工作会议或专题会议数量', '召开政府信息公开工作会议或者专题会议数', '召开会议数'],
    ...meetings,
    unit: units.times,
    definition: {
      zh: '当年部署或者专题研究政府信息公开工作的会议次数。',
      en: 'Meetings this year that set the work or dealt with it in particular.',
    },
    basis: ['条例第二十九条', form],
    mistakes: [],
    certainty: 'inferred',
  },
  {
    id: 'm2',
    label: '（二）举办各类培训班数',
    english: 'Training courses',
    aliases: ['举办各类培训班数量', '举办培训班数', '举办各类培训班次数'],
    ...meetings,
    unit: units.times,
    definition: { zh: '当年举办的政府信息公开培训班期数。', en: 'Courses on disclosure held this year.' },
    basis: ['条例第二十九条', form],
    mistakes: [],
    certainty: 'inferred',
  },
  {
    id: 'm3',
    label: '（三）接受培训人员数',
    english: 'Attendances at training',
    aliases: ['接受培训人员数量', '接受培训人次', '接受培训人数', '培训人员数'],
    ...meetings,
    unit: units.attendances,
    definition: {
      zh: '当年参加政府信息公开培训的人次，同一人参加两次计2人次。',
      en: 'Attendances at training this year; one person at two courses counts twice.',
    },
    basis: ['条例第二十九条', form],
    mistakes: [{ zh: '按人数填。', en: 'Persons are counted instead.' }],
    certainty: 'inferred',
  },
]
