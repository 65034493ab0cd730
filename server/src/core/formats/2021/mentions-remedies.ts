import type { MentionFormat } from '../mention.ts'

const units = ['件', '宗', '起', '例', '次', '个']

const cells = (column: string, ...rows: readonly string[]): readonly string[] =>
  rows.map((row) => `t4.${row}.${column}`)

const finished = { zh: '已审结的件数，不含尚未审结', en: 'those decided, without those pending' }

/** Reviews and suits in general are not those about disclosure: the paragraph has to speak of that. */
const amid = [
  '信息公开',
  '依申请公开引',
  '依申请公开的',
  '依申请公开类',
  '依申请公开领域',
  '依申请公开被',
  '公开申请',
  '依申请公开工作',
  '依申请公开案件',
]

const notOwn = [
  '审理',
  '审结',
  '立案',
  '应诉率',
  '出庭',
  '建议',
  '提案',
  '调解',
  '平均',
  '化解',
  '复议机构',
  '复议局',
  '纠纷',
]

const cases = (
  id: string,
  rows: readonly string[],
  patterns: readonly string[],
  none: readonly string[],
): MentionFormat => ({
  id,
  fields: cells('total', ...rows),
  units,
  patterns,
  none,
  unless: notOwn,
  unlessBefore: [
    '审理行政复议',
    '审理各类',
    '审结行政',
    '审结各类',
    '复议机构',
    '复议局',
    '综合纠错',
    '纠错率',
    '收案',
  ],
  amid,
  part: true,
  accepted: [
    { fields: [...cells('total', ...rows), ...cells('pending', ...rows).map((it) => `-${it}`)], unsaid: finished },
  ],
})

const outcome = (id: string, word: string, column: string, topic: string, rows: readonly string[]): MentionFormat => ({
  id,
  fields: cells(column, ...rows),
  units,
  patterns: [`<${word}>#`, `<${word}>…<案件>#`, `<${word}>的#`, `#<${word}>`, `#…<${word}>`],
  unless: ['建议', '提案', '复议机构', '予以公开', '不予', '无法提供', '申请人'],
  topic,
  amid,
  part: true,
})

const kinds: readonly (readonly [topic: string, rows: readonly string[]])[] = [
  ['direct', ['ss1']],
  ['after', ['ss2']],
  ['review', ['fy']],
  ['suit', ['ss1', 'ss2']],
  ['remedies', ['fy', 'ss1', 'ss2']],
]

const outcomes: readonly (readonly [word: string, column: string])[] = [
  ['尚未审结', 'pending'],
  ['结果维持', 'keep'],
  ['结果纠正', 'fix'],
  ['其他结果', 'other'],
]

/** Reconsideration and litigation over disclosure. */
export const remedyMentions: readonly MentionFormat[] = [
  ...outcomes.flatMap(([word, column]) =>
    kinds.map(([topic, rows]) => outcome(`${topic}-${column}`, word, column, topic, rows)),
  ),
  cases(
    'remedies-total',
    ['fy', 'ss1', 'ss2'],
    ['<复议诉讼>#', '<复议诉讼><案件>#', '<复议诉讼>…<案件>#', '#<复议诉讼>'],
    [
      '<未><发生>…<复议诉讼>$',
      '<未><发生>…<复议诉讼><情况>$',
      '无<复议诉讼>$',
      '无…<复议诉讼><情况>$',
      '<未><复议诉讼>$',
      '<复议诉讼>均为零$',
      '<复议诉讼>为零$',
    ],
  ),
  cases('direct-total', ['ss1'], ['<直接起诉>#', '<直接起诉>的#', '<直接起诉>…<诉讼>#'], ['<未><发生>…<直接起诉>$']),
  cases(
    'after-total',
    ['ss2'],
    ['<复议后起诉>#', '<复议后起诉>的#', '<复议后起诉>…<诉讼>#'],
    ['<未><发生>…<复议后起诉>$'],
  ),
  cases(
    'suit-total',
    ['ss1', 'ss2'],
    ['<诉讼>#', '<诉讼><案件>#', '<发生>#<诉讼>', '#…<诉讼><案件>', '#<诉讼>'],
    ['<未><发生>…<诉讼>$', '<未><发生>…<诉讼><情况>$', '无<诉讼>$', '无…<诉讼><情况>$'],
  ),
  cases(
    'review-total',
    ['fy'],
    ['<复议>#', '<复议><案件>#', '<复议>申请#', '<发生>#<复议>', '#…<复议><案件>', '#<复议>'],
    ['<未><发生>…<复议>$', '<未><发生>…<复议><情况>$', '无<复议>$', '无…<复议><情况>$'],
  ),
  {
    id: 'cases-total',
    fields: cells('total', 'fy', 'ss1', 'ss2'),
    units,
    patterns: ['办理相关案件#', '相关案件#'],
    unless: notOwn,
    topic: 'remedies',
    amid,
  },
]
