import type { MentionFormat } from '../mention.ts'

const documents = ['件', '份', '个', '部', '项', '篇']

/** Publishing, interpreting or reviewing a document is not making one. */
const notMaking = [
  '公开',
  '解读',
  '转发',
  '备案',
  '审查',
  '审核',
  '清理',
  '征求',
  '上传',
  '归集',
  '发布会',
  '政策文件',
  '起草',
  '代拟',
  '评估',
  '累计',
  '刊登',
  '平台',
  '网站',
  '栏目',
  '公报',
]

const document = (
  id: string,
  column: string,
  row: string,
  patterns: readonly string[],
  topic?: string,
): MentionFormat => ({
  id,
  fields: [`t2.${row}.${column}`],
  units: documents,
  patterns,
  unless:
    column === 'made'
      ? notMaking
      : notMaking.filter((it) => it !== '清理' && it !== '公开' && it !== '评估' && it !== '审查'),
  part: true,
  ...(topic !== undefined && { topic }),
})

const decided = [
  '公示',
  '公开',
  '公布',
  '事项',
  '信息',
  '网上',
  '平台',
  '双公示',
  '案例',
  '案卷',
  '目录',
  '立案',
  '相关',
  '不予',
  '申请',
  '标准',
  '归集',
  '推送',
  '裁量',
]

const decision = (id: string, word: string): MentionFormat => ({
  id,
  fields: [`t2.${id}.decisions`],
  units: ['件', '宗', '起', '份', '例', '件次'],
  patterns: [
    `<作出><${word}>#`,
    `<作出><${word}>决定#`,
    `<${word}>决定#`,
    `<${word}>处理决定#`,
    `<${word}>#`,
    `<作出>#<${word}>决定`,
    `<作出>#<${word}>`,
    `<作出>…<${word}>#`,
    `<作出>…<${word}>决定#`,
  ],
  none: [`<未><作出><${word}>$`, `<未><作出><${word}>决定$`, `无<${word}>$`],
  unless: decided,
  unlessBefore: ['公示', '公开', '公布', '信息', '归集', '推送', '行政复议', '诉讼'],
  part: true,
})

/** Documents, decisions and charges. */
export const actMentions: readonly MentionFormat[] = [
  document('doc-effective', 'effective', 'doc', [
    '<现行有效>…<规范性文件>#',
    '<规范性文件><现行有效>#',
    '<规范性文件>…<现行有效>#',
    '<现行有效>#<规范性文件>',
    '<现行有效>#…<规范性文件>',
  ]),
  document('doc-repealed', 'repealed', 'doc', [
    '<废止>…<规范性文件>#',
    '<规范性文件><废止>#',
    '<规范性文件>…<废止>#',
    '<废止>#<规范性文件>',
    '<废止>#…<规范性文件>',
  ]),
  document('doc-made', 'made', 'doc', [
    '<制发>…<规范性文件>#',
    '<规范性文件><制发>#',
    '<规范性文件>…<制发>#',
    '<制发>#<规范性文件>',
    '<制发>#…<规范性文件>',
  ]),
  document('reg-effective', 'effective', 'reg', ['<现行有效>…<规章>#', '<规章><现行有效>#', '<现行有效>#<规章>']),
  document('reg-repealed', 'repealed', 'reg', ['<废止>…<规章>#', '<规章><废止>#', '<废止>#<规章>']),
  document('reg-made', 'made', 'reg', ['<制发>…<规章>#', '<规章><制发>#', '<制发>#<规章>']),
  document(
    'doc-effective-in-context',
    'effective',
    'doc',
    ['<现行有效>#', '<现行有效>的#', '#<现行有效>'],
    'documents',
  ),
  document('doc-repealed-in-context', 'repealed', 'doc', ['<废止>#', '<废止>的#', '#<废止>'], 'documents'),
  document('doc-made-in-context', 'made', 'doc', ['<新制发>#', '^<制发>#'], 'documents'),
  document('reg-effective-in-context', 'effective', 'reg', ['<现行有效>#', '#<现行有效>'], 'rules'),
  document('reg-repealed-in-context', 'repealed', 'reg', ['<废止>#', '#<废止>'], 'rules'),
  decision('lic', '许可'),
  decision('pen', '处罚'),
  decision('enf', '强制'),
  {
    id: 'fee',
    fields: ['t2.fee.amount'],
    units: ['万元', '元', '亿元'],
    patterns: ['<事业性收费>#', '<事业性收费>金额#', '<事业性收费>…收入#', '<收取><事业性收费>#', '#<事业性收费>'],
    none: ['<未><收取><事业性收费>$', '无<事业性收费>$'],
    unless: ['项目', '减免', '目录', '信息处理费', '降低', '取消', '免征'],
    part: true,
  },
]
