import type { MentionFormat, MentionsFormat } from '../mention.ts'
import { actMentions } from './mentions-acts.ts'
import { remedyMentions } from './mentions-remedies.ts'
import { resultMentions } from './mentions-results.ts'
import { words } from './mentions-words.ts'

const applications = ['件', '宗', '起', '份', '条', '次', '例', '件次', '笔']

/** Channels and subjects by which applications are broken down: no field of the form. */
const kinds = [
  '网络',
  '网上',
  '线上',
  '在线',
  '信函',
  '邮寄',
  '邮件',
  '邮箱',
  '信件',
  '当面',
  '现场',
  '窗口',
  '传真',
  '平台',
  '渠道',
  '系统',
  '涉及',
  '关于',
  '类',
  '领域',
  '方面',
  '咨询',
  '自然人',
  '企业',
  '个人',
  '法人',
  '律师',
  '延期',
  '补正',
  '撤回',
  '复议',
  '诉讼',
  '许可',
  '转办',
  '要求',
  '内容',
]

const flow: readonly MentionFormat[] = [
  {
    id: 'carried-in',
    fields: ['t3.r02.c7'],
    units: applications,
    patterns: [
      '<上年><结转>#',
      '<上年>…<结转>#',
      '<结转><上年>…<申请>#',
      '<结转><上年>#',
      '<上年><结转>…<申请>#',
      '<上年><结转>#<申请>',
    ],
    unless: ['自然人', '法人', '企业', '现行有效'],
    topic: 'requests',
    part: true,
  },
  {
    id: 'carried-out',
    fields: ['t3.r25.c7'],
    units: applications,
    patterns: [
      '<结转>…<下年>#',
      '<结转><下年>…<办理>#',
      '<结转>#',
      '#<申请>…<结转>…<下年>',
      '#…<结转>…<下年>',
      '<下年><结转>#',
      '<下年><办理>#',
      '尚未办结#',
      '未办结#',
      '正在办理#',
    ],
    none: ['<未>…<结转>…<下年>…$'],
    unless: ['自然人', '法人', '企业', '上年', '经费', '资金', '建议', '提案'],
    topic: 'requests',
    part: true,
  },
  {
    id: 'received-with-carried',
    fields: ['t3.r01.c7', 't3.r02.c7'],
    units: applications,
    patterns: ['<收><申请>含<上年><结转>#'],
    topic: 'requests',
  },
  {
    id: 'new',
    fields: ['t3.r01.c7'],
    units: applications,
    patterns: ['<新收><申请>#', '<新收>#<申请>', '<新收>#'],
    none: [
      '<未><收>…<申请>$',
      '<未><收>…<申请>…<情况>$',
      '无<申请>$',
      '没有<申请>$',
      '<未>新增<申请>$',
      '无…<收>…<申请>$',
    ],
    unless: [...kinds, '上年结转'],
    topic: 'requests',
    part: true,
  },
  {
    id: 'answered-of-received',
    fields: ['t3.r24.c7'],
    units: applications,
    patterns: [
      '<结><申请>#',
      '<申请><结>#',
      '<结>#<申请>',
      '<结>#',
      '#<申请>…<结>',
      '<结>…答复书#',
      '#答复书',
      '<结>…告知书#',
    ],
    unless: [
      ...kinds.filter((it) => it !== '延期'),
      '当场',
      '建议',
      '提案',
      '未',
      '正在',
      '尚',
      '予以公开',
      '部分公开',
      '不予',
      '无法提供',
      '同意公开',
      '其他处理',
    ],
    unlessBefore: ['延期'],
    topic: 'requests',
    accepted: [
      {
        fields: ['t3.r01.c7', '-t3.r25.c7'],
        unsaid: { zh: '本年新收且已办结的件数', en: 'those both received and finished this year' },
      },
      { fields: ['t3.r01.c7'], unsaid: { zh: '本年新收的件数', en: 'those received this year' } },
    ],
    part: true,
  },
  {
    id: 'handled',
    fields: ['t3.r24.c7'],
    units: applications,
    patterns: ['<办><申请>#', '<申请><办>#', '<办>#<申请>', '<办>#'],
    unless: kinds,
    topic: 'requests',
    accepted: [{ fields: ['t3.r01.c7'] }, { fields: ['t3.r01.c7', 't3.r02.c7'] }],
  },
  {
    id: 'received',
    fields: ['t3.r01.c7'],
    units: applications,
    patterns: ['<收><申请>#', '<申请><收>#', '<收>#<申请>', '<收>#'],
    unless: kinds,
    topic: 'requests',
    accepted: [
      { fields: ['t3.r01.c7', 't3.r02.c7'] },
      { fields: ['t3.r24.c7'], unsaid: { zh: '本年办结的件数', en: 'those finished this year' } },
    ],
  },
  {
    id: 'applications',
    fields: ['t3.r01.c7'],
    units: applications,
    patterns: ['^<申请>#'],
    unless: kinds,
    topic: 'requests',
    accepted: [{ fields: ['t3.r01.c7', 't3.r02.c7'] }, { fields: ['t3.r24.c7'] }],
  },
]

const columnsOf = (row: string, columns: readonly string[]): readonly string[] => columns.map((it) => `t3.${row}.${it}`)

/** By applicant: of what came in this year, with what was carried over, or of what was finished. */
const applicant = (id: string, columns: readonly string[], word: string): MentionFormat => ({
  id,
  fields: columnsOf('r01', columns),
  units: applications,
  patterns: [
    `<${word}>#`,
    `<${word}>…<申请>#`,
    `<${word}><提出>#`,
    `<${word}><提出>…<申请>#`,
    `<${word}>#<申请>`,
    `<申请>人为<${word}>…#`,
    `#<${word}><申请>`,
    `#…<${word}><申请>`,
  ],
  unless: ['予以公开', '部分公开', '不予', '答复', '结转', '占'],
  topic: 'requests',
  part: true,
  accepted: [
    { fields: [...columnsOf('r01', columns), ...columnsOf('r02', columns)] },
    { fields: columnsOf('r24', columns) },
    ...(id === 'enterprises'
      ? [
          { fields: columnsOf('r01', ['c2', 'c3', 'c4', 'c5', 'c6']) },
          {
            fields: [
              ...columnsOf('r01', ['c2', 'c3', 'c4', 'c5', 'c6']),
              ...columnsOf('r02', ['c2', 'c3', 'c4', 'c5', 'c6']),
            ],
          },
        ]
      : []),
  ],
})

/** How prose speaks of what the tables hold. */
export const mentions: MentionsFormat = {
  ...words,
  shareWholes: [['t3.r24.c7'], ['t3.r01.c7'], ['t3.r01.c7', 't3.r02.c7']],
  items: [
    ...resultMentions,
    ...remedyMentions,
    ...actMentions,
    applicant('organisations', ['c2', 'c3', 'c4', 'c5', 'c6'], '法人'),
    applicant('natural', ['c1'], '自然人'),
    applicant('enterprises', ['c2'], '企业'),
    applicant('research', ['c3'], '科研机构'),
    applicant('charities', ['c4'], '公益组织'),
    applicant('lawyers', ['c5'], '法律服务机构'),
    ...flow,
  ],
}
