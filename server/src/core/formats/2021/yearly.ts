import type { ExplanationFormat, RollUpFormat, YearlyFormat } from '../format.ts'
import { form } from './sources.ts'

/** Why a number of one year need not be that of the year before: what reports and notices give as reasons. */
export const corrected: readonly string[] = [
  '更正',
  '勘误',
  '有误',
  '误填',
  '误报',
  '补报',
  '核减',
  '核增',
  '重新核',
  '经核',
  '口径',
  '机构改革',
  '撤并',
  '合并',
  '划转',
  '划入',
  '划出',
  '移交',
  '以本年度',
  '不一致',
  '不符',
  '相差',
]

const carriedOver: ExplanationFormat = {
  about: ['结转'],
  because: corrected,
  template:
    '上年结转数与上年度报告“结转下年度继续办理”数相差{difference}件，原因是{{说明原因，如上年报告更正、机构改革、统计口径调整}}。',
}

const stock: ExplanationFormat = {
  about: ['规范性文件', '规章', '现行有效'],
  because: [...corrected, '清理', '修订', '修改', '自然失效', '失效', '届满', '到期', '宣布失效', '调整'],
  template:
    '{name}与按上年度报告推算的件数相差{difference}件，原因是{{说明原因，如文件清理、修订后重新发布、有效期届满自然失效、机构改革}}。',
}

/**
 * What this year’s tables must have in common with last year’s: applications that were left over, column by column,
 * and the stock of rules and documents. Legal source: the form’s own labels, 上年结转 and 结转下年度继续办理, 现行有效.
 */
export const yearly: readonly YearlyFormat[] = [
  {
    id: 'carried',
    rule: 'carry-over-mismatch',
    title: {
      zh: '上年结转＝上年报告的“结转下年度继续办理”',
      en: 'Carried over from last year = left over in last year’s report',
    },
    basis: form,
    table: 't3',
    block: 'requests',
    each: 'column',
    figure: { row: 'r02' },
    last: [{ row: 'r25' }],
    now: [],
    explained: carriedOver,
  },
  {
    id: 'stock',
    rule: 'stock-mismatch',
    title: {
      zh: '现行有效＝上年报告的现行有效＋本年制发－本年废止',
      en: 'In force = in force last year + made this year − repealed this year',
    },
    basis: '条例第二十条第（一）项',
    table: 't2',
    block: 'art20-1',
    each: 'row',
    figure: { column: 'effective' },
    last: [{ column: 'effective' }],
    now: [{ column: 'made' }, { column: 'repealed', weight: -1 }],
    explained: stock,
  },
]

/** Why the tables of an area need not be the sums of its bodies’. */
export const summedUp: ExplanationFormat = {
  about: [
    '汇总',
    '合计',
    '统计范围',
    '统计口径',
    '所属',
    '下级',
    '各单位',
    '各部门',
    '部门',
    '乡镇',
    '街道',
    '全县',
    '全区',
    '全市',
  ],
  because: [
    '垂直',
    '未包含',
    '不包含',
    '不包括',
    '不含',
    '未计入',
    '剔除',
    '扣除',
    '重复',
    '只计',
    '联合',
    '牵头',
    '口径',
    '转办',
  ],
  template:
    '本报告“{name}”与各单位年度报告合计数相差{difference}，原因是{{说明原因，如未包含垂直管理部门、联合发文由牵头单位计入、剔除重复计算}}。',
}

/** The report of a government covers the whole area: its own office, its departments, its towns and subdistricts. */
export const rollUp: RollUpFormat = {
  tables: ['t2', 't3', 't4'],
  shared: [
    {
      table: 't2',
      block: 'art20-1',
      reason: {
        zh: '联合制发的文件由牵头机关计一次，少于各单位之和可能是剔除了重复',
        en: 'a document issued jointly counts once, so fewer than the sum may be right',
      },
    },
    {
      table: 't4',
      block: 'remedies',
      reason: {
        zh: '复议机关与原机关作共同被告的案件只计一次，少于各单位之和可能是剔除了重复',
        en: 'a case with two defendants counts once, so fewer than the sum may be right',
      },
    },
  ],
  explained: summedUp,
}
