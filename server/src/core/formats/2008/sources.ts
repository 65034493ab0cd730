import type { Text } from '../../text/message.ts'

/** The notice that first asked for the statistics table. */
export const form = '国办发〔2014〕32号'

export const units = {
  items: { zh: '条', en: 'items' },
  documents: { zh: '件', en: 'documents' },
  applications: { zh: '件', en: 'applications' },
  cases: { zh: '件', en: 'cases' },
  times: { zh: '次', en: 'times' },
  articles: { zh: '篇', en: 'articles' },
  places: { zh: '个', en: 'places' },
  persons: { zh: '人', en: 'persons' },
  attendances: { zh: '人次', en: 'attendances' },
  tenThousandYuan: { zh: '万元', en: '10,000 yuan' },
} as const satisfies Record<string, Text>

/** The labels under which rows stand: of groups, and of rows that are split up further. */
export const labels = {
  disclosure: '一、主动公开情况',
  disclosed: '（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）',
  channels: '（二）通过不同渠道和方式公开政府信息的情况',
  response: '二、回应解读情况',
  responses: '（二）通过不同渠道和方式回应解读的情况',
  briefings: '1.参加或举办新闻发布会总次数',
  interviews: '2.政府网站在线访谈次数',
  requests: '三、依申请公开情况',
  received: '（一）收到申请数',
  closed: '（二）申请办结数',
  answered: '（三）申请答复数',
  refused: '4.不同意公开答复数',
  reviews: '四、行政复议数量',
  suits: '五、行政诉讼数量',
  support: '八、机构建设和保障经费情况',
  staff: '（三）从事政府信息公开工作人员数',
  meetings: '九、政府信息公开会议和培训情况',
} as const

/** What the 2007 regulation says is cited from memory but for articles 31 and 32. */
export const recalled = { kind: 'count', certainty: 'from-memory' } as const
