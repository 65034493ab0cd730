import type { Text } from '../../text/message.ts'

/** Why a row of a ledger is not counted. */
export const texts = {
  swallowed: {
    zh: '引号没有成对，后面的行被并了进来',
    en: 'a quotation mark is never closed, and rows after it are swallowed',
  },
  tooMany: {
    zh: '有 {count} 列，表头只有 {header} 列；多半是某一格里有分隔符或者引号',
    en: '{count} cells under a header of {header}: probably a separator or a quotation mark within a cell',
  },
  noApplication: {
    zh: '没有申请人类型、办理结果和日期（“{text}”），不像一件申请',
    en: 'no applicant, outcome or date (“{text}”): no application, it seems',
  },
  applicantBlank: { zh: '没有写申请人类型', en: 'no kind of applicant' },
  applicantUnknown: {
    zh: '申请人类型“{value}”归不到表中哪一列',
    en: 'the kind of applicant “{value}” belongs to no column of the table',
  },
  applicantSeveral: {
    zh: '申请人类型“{value}”没有写明是哪一类',
    en: '“{value}” does not say which kind of applicant',
  },
  receivedBlank: { zh: '没有写收到日期', en: 'no date of receipt' },
  dateUnknown: { zh: '{header}“{value}”读不出日期', en: '“{value}” under {header} is no date that can be read' },
  answeredFirst: {
    zh: '答复日期（{answered}）早于收到日期（{received}）',
    en: 'answered ({answered}) before it was received ({received})',
  },
  outcomeUnknown: {
    zh: '办理结果“{value}”归不到表中哪一行',
    en: 'the outcome “{value}” belongs to no row of the table',
  },
  outcomeSeveral: {
    zh: '办理结果“{value}”没有写明是哪一种',
    en: 'the outcome “{value}” does not say which one of several',
  },
  outcomeBlank: {
    zh: '有答复日期（{answered}），没有办理结果',
    en: 'answered on {answered}, but without an outcome',
  },
  answeredBlank: { zh: '写了“{value}”，没有答复日期', en: '“{value}”, but no date of the answer' },
  undated: {
    zh: '以前年度收到的，台账没有答复日期一列，看不出是哪年办结的',
    en: 'received in an earlier year, and the ledger has no column that says when it was answered',
  },
  later: { zh: '{received}收到，在报告年度之后', en: 'received on {received}, after the year of the report' },
  earlier: { zh: '{answered}已经办结，在报告年度之前', en: 'finished on {answered}, before the year of the report' },
} satisfies Readonly<Record<string, Text>>
