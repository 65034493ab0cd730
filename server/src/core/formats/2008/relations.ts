import type { RelationFormat, TermFormat } from '../format.ts'
import type { Text } from '../../text/message.ts'
import { form } from './sources.ts'

const common = { basis: form, table: 'stats', block: 'indicators', each: 'once' } as const

/** The figures of rows: an id, or a range of ids in the order of the form. */
const rows = (...ids: readonly string[]): readonly TermFormat[] => ids.map((row) => ({ row, column: 'value' }))

/** A row that is the sum of others. */
export const sum = (id: string, total: string, parts: readonly string[], title: Text): RelationFormat => ({
  ...common,
  id,
  rule: 'total-mismatch',
  title,
  left: rows(total),
  operator: '=',
  right: rows(...parts),
  derived: { term: { row: total, column: 'value' }, as: 'total' },
})

/** What cannot be more than something else: a part of it, or a count without repetition. */
const atMost = (
  id: string,
  part: string,
  whole: readonly string[],
  severity: 'error' | 'warning',
  title: Text,
): RelationFormat => ({
  ...common,
  id,
  rule: 'part-exceeds-whole',
  severity,
  title,
  left: rows(part),
  operator: '<=',
  right: rows(...whole),
})

export const relations: readonly RelationFormat[] = [
  sum('received', 'c1', ['c11..c14'], {
    zh: '收到申请数＝各方式申请数之和',
    en: 'Applications received = the sum of all ways they came',
  }),
  sum('closed', 'c2', ['c21..c22'], {
    zh: '申请办结数＝按时办结数＋延期办结数',
    en: 'Applications closed = in time + after an extension',
  }),
  sum('answered', 'c3', ['c31..c34', 'c35..c38'], {
    zh: '申请答复数＝八类答复之和',
    en: 'Applications answered = the sum of the eight kinds of answers',
  }),
  sum('refused', 'c34', ['c34a..c34f'], {
    zh: '不同意公开答复数＝六种理由之和',
    en: 'Refused = the sum of the six grounds',
  }),
  sum('reviews', 'd', ['d1..d3'], {
    zh: '行政复议数量＝维持＋纠错＋其他情形',
    en: 'Reconsideration = upheld + corrected + other',
  }),
  sum('suits', 'e', ['e1..e3'], {
    zh: '行政诉讼数量＝维持或者驳回＋纠错＋其他情形',
    en: 'Litigation = upheld or dismissed + corrected + other',
  }),
  sum('staff', 'l2', ['l21..l22'], {
    zh: '工作人员数＝专职人员数＋兼职人员数',
    en: 'Staff = full-time + part-time',
  }),
  atMost('disclosed', 'a1', ['a21..a25'], 'error', {
    zh: '主动公开政府信息数≤各渠道公开数之和（同一信息只计1条，但至少在一个渠道）',
    en: 'Items disclosed ≤ the sum of the channels (each is counted once, and stands in one of them at least)',
  }),
  ...['a21', 'a22', 'a23', 'a24', 'a25'].map((channel) =>
    atMost(`channel-${channel}`, channel, ['a1'], 'warning', {
      zh: '任一渠道的公开数≤主动公开政府信息数',
      en: 'The items of any channel ≤ all items disclosed',
    }),
  ),
  atMost('documents-disclosed', 'a1a', ['a1'], 'error', {
    zh: '主动公开规范性文件数≤主动公开政府信息数',
    en: 'Normative documents disclosed ≤ items disclosed',
  }),
  atMost('documents-made', 'a1a', ['a1b'], 'warning', {
    zh: '主动公开规范性文件数≤制发规范性文件总数（补公开往年文件的除外）',
    en: 'Normative documents disclosed ≤ those made (unless some of earlier years were disclosed now)',
  }),
  atMost('concerns', 'b1', ['b21', 'b22', 'b23..b25'], 'warning', {
    zh: '回应热点或舆情数≤各方式回应解读之和',
    en: 'Concerns answered ≤ the sum of the means of response',
  }),
  atMost('briefings', 'b21a', ['b21'], 'error', {
    zh: '主要负责同志参加新闻发布会次数≤新闻发布会总次数',
    en: 'Press conferences with the head of the body ≤ all press conferences',
  }),
  atMost('interviews', 'b22a', ['b22'], 'error', {
    zh: '主要负责同志参加在线访谈次数≤在线访谈次数',
    en: 'Interviews with the head of the body ≤ all interviews',
  }),
  atMost('answered-closed', 'c3', ['c2'], 'warning', {
    zh: '申请答复数≤申请办结数',
    en: 'Applications answered ≤ applications closed',
  }),
]
