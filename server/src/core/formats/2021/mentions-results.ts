import type { MentionFormat } from '../mention.ts'

const units = ['件', '宗', '起', '份', '条', '次', '例', '件次', '笔']

const rows = (...ids: readonly string[]): readonly string[] => ids.map((id) => `t3.${id}.c7`)

const denied = rows('r05', 'r06', 'r07', 'r08', 'r09', 'r10', 'r11', 'r12')
const unavailable = rows('r13', 'r14', 'r15')
const refused = rows('r16', 'r17', 'r18', 'r19', 'r20')
const other = rows('r21', 'r22', 'r23', 'r21o')

const applicants = ['自然人', '法人', '企业', '科研机构', '公益组织', '法律服务机构']

const result = (id: string, fields: readonly string[], patterns: readonly string[]): MentionFormat => ({
  id,
  fields,
  units,
  patterns,
  unless: [...applicants, '结转', '建议', '提案'],
  topic: 'requests',
  part: true,
})

/** One row: the words of its label, before the number or behind it. */
const row = (id: string, ...labels: readonly string[]): MentionFormat =>
  result(
    id,
    rows(id),
    labels.flatMap((label) => [`${label}#`, `${label}…<申请>#`, `${label}的#`]),
  )

/** The results of handling, single and by group. */
export const resultMentions: readonly MentionFormat[] = [
  row('r05', '国家秘密'),
  row('r06', '法律行政法规禁止公开', '法律、行政法规禁止公开', '法律法规禁止公开'),
  row('r07', '三安全一稳定"', '三安全一稳定”', '三安全一稳定'),
  row('r08', '第三方合法权益', '侵害第三方权益', '第三方权益'),
  row('r09', '内部事务信息', '内部事务'),
  row('r10', '过程性信息'),
  row('r11', '行政执法案卷', '执法案卷'),
  row('r12', '行政查询事项'),
  row('r13', '不掌握相关政府信息', '不掌握相关信息', '不掌握该信息', '不掌握', '信息不存在'),
  row('r14', '另行制作', '需要另行制作', '需另行制作'),
  row('r15', '补正后申请内容仍不明确', '补正后仍不明确', '内容仍不明确'),
  row('r16', '信访举报投诉类<申请>', '信访举报投诉类', '信访、举报、投诉类<申请>', '信访、举报、投诉'),
  row('r17', '重复申请'),
  row('r18', '公开出版物'),
  row('r19', '大量反复申请'),
  row('r20', '重新出具已获取信息'),
  row('r21', '逾期不补正', '逾期未补正', '逾期不补正、行政机关不再处理'),
  row('r22', '逾期未缴费', '逾期不缴费', '逾期未按收费通知要求缴纳费用', '逾期未缴纳费用'),
  result('open-and-part', rows('r03', 'r04'), [
    '<予以公开><及><部分公开>#',
    '<予以公开><及><部分公开>…<申请>#',
    '<予以公开>含<部分公开>#',
  ]),
  result('part', rows('r04'), [
    '<部分公开>#',
    '<部分公开><申请>#',
    '<部分公开>的#',
    '<部分公开>答复#',
    '<部分公开>决定#',
    '#<部分公开>',
  ]),
  result('denied', denied, [
    '<不予公开>#',
    '<不予公开><申请>#',
    '<不予公开>的#',
    '<不予公开>答复#',
    '<不予公开>决定#',
    '#<不予公开>',
  ]),
  result('open', rows('r03'), [
    '<予以公开>#',
    '<予以公开><申请>#',
    '<予以公开>的#',
    '<予以公开>答复#',
    '<予以公开>决定#',
    '#<予以公开>',
  ]),
  result('unavailable', unavailable, [
    '<无法提供>#',
    '<无法提供><申请>#',
    '<无法提供>的#',
    '<无法提供>答复#',
    '<无法提供>决定#',
    '#<无法提供>',
  ]),
  result('refused', refused, [
    '<不予处理>#',
    '<不予处理><申请>#',
    '<不予处理>的#',
    '<不予处理>答复#',
    '<不予处理>决定#',
    '#<不予处理>',
  ]),
  result('other', other, [
    '<其他处理>#',
    '<其他处理><申请>#',
    '<其他处理>的#',
    '<其他处理>答复#',
    '<其他处理>决定#',
    '#<其他处理>',
  ]),
]
