import { rows as added } from './2008-shandong-2017/rows.ts'
import { labels } from './2008/sources.ts'
import { sum } from './2008/relations.ts'
import { format2008 } from './2008.ts'
import { extendFormat, type FormatPatch } from './extend.ts'

const support = '十二、机构建设和保障经费情况'

/**
 * The table of Shandong for 2017: thirteen groups, as districts report on gazettes, websites and reading points too.
 * Some districts leave out the reading points of group twelve and number the rows after them accordingly.
 */
export const patchShandong2017: FormatPatch = {
  extends: '2008',
  form: {
    id: '2008-shandong-2017',
    title: { zh: '2008年格式（山东2017年统计表）', en: 'Form of 2008 (table of Shandong, 2017)' },
    basis: format2008.basis,
    years: format2008.years,
    fingerprints: [
      ...format2008.fingerprints,
      '向图书馆、档案馆等查阅场所报送信息数',
      '公报发行期数',
      '公报发行总份数',
      '设置政府信息查阅点数',
      '查阅点接待人数',
    ],
  },
  blocks: {
    'stats.indicators': {
      rows: {
        remove: ['fees'],
        change: {
          f: { label: '六、被举报投诉数量', aliases: ['被举报投诉数', '举报投诉数量', '举报投诉数', '投诉举报数量'] },
          l1b: { optional: true },
        },
        add: [
          { after: 'c14', items: added.otherWays },
          { after: 'f', items: [...added.complaints, ...added.places] },
        ],
      },
      groups: {
        change: {
          [labels.support]: { label: support },
          [labels.meetings]: { label: '十三、政府信息公开会议和培训情况' },
        },
        add: [{ after: labels.requests, items: added.groups }],
      },
    },
  },
  relations: {
    change: { 'stats.received': { right: [{ row: 'c11..c15', column: 'value' }] } },
    add: [
      {
        after: 'stats.staff',
        items: [
          sum('complaints', 'f', ['f1..f3'], {
            zh: '被举报投诉数量＝维持＋纠错＋其他情形',
            en: 'Complaints = upheld + corrected + other',
          }),
          sum('deposited', 'g', ['g1..g2'], { zh: '报送信息数＝纸质＋电子', en: 'Items sent = on paper + electronic' }),
          sum('websites', 'h', ['h1..h2'], {
            zh: '网站（专栏）数＝区县＋乡镇',
            en: 'Websites = district and departments + towns',
          }),
          sum('places', 'j', ['j1..j2'], {
            zh: '查阅点数＝区县＋乡镇',
            en: 'Reading points = district and departments + towns',
          }),
          sum('visitors', 'k', ['k1..k2'], {
            zh: '查阅点接待人数＝区县＋乡镇',
            en: 'Visitors = district and departments + towns',
          }),
          sum('places-twice', 'l1b', ['j'], {
            zh: '两处查阅点数相等',
            en: 'The reading points are reported twice and alike',
          }),
        ],
      },
    ],
  },
}

export const formatShandong2017 = extendFormat(format2008, patchShandong2017)
