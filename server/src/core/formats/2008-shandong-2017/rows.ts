import type { GroupFormat, RowFormat } from '../format.ts'
import { applications } from '../2008/rows-requests.ts'
import { cases } from '../2008/rows-remedies.ts'
import { form, labels, units } from '../2008/sources.ts'

/** What two districts of Shandong printed in their tables; there is no text that explains it. */
const seen = { kind: 'count', certainty: 'inferred' } as const

const complaint = '六、被举报投诉数量'
const deposit = '七、向图书馆、档案馆等查阅场所报送信息数'
const websites = '八、开通政府信息公开网站（或设立门户网站信息公开专栏）数'
const gazette = '九、政府公报发行量'
const places = '十、设置政府信息查阅点数'
const visitors = '十一、查阅点接待人数'

const otherWays: readonly RowFormat[] = [
  {
    id: 'c15',
    label: '5.其他形式',
    english: 'Applications in another way',
    aliases: ['其他形式申请数', '其它形式', '其他方式申请数', '其他申请数'],
    ...applications,
    ...seen,
    path: [labels.requests, labels.received],
    definition: {
      zh: '以前四种以外的方式到达的申请件数，常为上级机关转来的。',
      en: 'Applications that came in any other way, often passed on from above.',
    },
    basis: ['条例第二十条', form],
    mistakes: [],
  },
]

/** The three outcomes of complaints; group five has the same labels, and so has group four. */
const complaints: readonly RowFormat[] = (
  [
    ['f1', '（一）维持具体行政行为数', '维持', 'upheld', ['维持具体行政行为数量', '维持具体行政行为', '维持数']],
    ['f2', '（二）被纠错数', '予以纠正', 'corrected', ['被纠错数量', '被依法纠错数', '纠错数']],
    ['f3', '（三）其他情形数', '另作处理', 'handled otherwise', ['其他情形数量', '其他情形', '其它情形数']],
  ] as const
).map(([id, label, zh, en, aliases]) => ({
  id,
  label,
  english: `Complaints: ${en}`,
  aliases,
  ...cases,
  ...seen,
  path: [complaint],
  definition: { zh: `被举报投诉的事项经查${zh}的件数。`, en: `Complaints in which the act was ${en}.` },
  basis: ['条例第三十三条', form],
  mistakes: [],
}))

/** A row that is split between the district with its departments and its towns. */
type Split = {
  readonly id: string
  readonly path: string
  readonly unit: RowFormat['unit'] & {}
  readonly zh: string
  readonly en: string
  readonly basis: string
  /** What some add to the two labels. */
  readonly suffix?: string
}

const split = ({ id, path, unit, zh, en, basis, suffix = '' }: Split): readonly RowFormat[] =>
  (
    [
      [
        '1',
        `（一）区县政府及其部门${suffix}`,
        '区县政府及其部门',
        'the district and its departments',
        [
          '区县政府及其部门门户网站',
          '区县政府及其部门',
          '区政府及其部门',
          '县政府及其部门',
          '区（市）政府及其部门',
          '市政府及其部门',
          '区县政府及部门',
        ],
      ],
      [
        '2',
        `（二）乡镇政府（街道办事处）${suffix}`,
        '乡镇政府、街道办事处',
        'its towns and subdistricts',
        ['乡镇政府（街道办事处）门户网站', '乡镇政府（街道办事处）', '镇政府（街道办事处）', '乡镇（街道）'],
      ],
    ] as const
  ).map(([number, label, whose, who, aliases]) => ({
    id: id + number,
    label,
    english: `${number === '1' ? 'District and departments' : 'Towns and subdistricts'}: ${en}`,
    aliases: aliases.filter((alias) => label.slice(3) !== alias),
    path: [path],
    unit,
    ...seen,
    definition: { zh: `${zh}中属于${whose}的。`, en: `Those of the ${en} that belong to ${who}.` },
    basis: [basis, form],
    mistakes: [],
  }))

/** Groups seven to eleven, which the national table does not have. */
const placesAndMedia: readonly RowFormat[] = [
  {
    id: 'g',
    label: deposit,
    english: 'Items sent to reading places',
    aliases: ['向图书馆、档案馆等查阅场所报送信息数量', '向图书馆档案馆等查阅场所报送政府信息数'],
    path: [],
    unit: units.items,
    ...seen,
    definition: {
      zh: '当年送图书馆、档案馆等查阅场所的政府信息条数，等于纸质加电子。',
      en: 'Items sent this year to libraries, archives and other reading places: on paper and electronic together.',
    },
    basis: ['条例第十六条', form],
    mistakes: [],
  },
  {
    id: 'g1',
    label: '（一）纸质文件数',
    english: 'Items sent on paper',
    aliases: ['纸质文件数量', '纸质文件'],
    path: [deposit],
    unit: units.items,
    ...seen,
    definition: { zh: '报送的纸质文件条数。', en: 'Those of the items sent that were on paper.' },
    basis: ['条例第十六条', form],
    mistakes: [],
  },
  {
    id: 'g2',
    label: '（二）电子文件数',
    english: 'Items sent electronically',
    aliases: ['电子文件数量', '电子文件'],
    path: [deposit],
    unit: units.items,
    ...seen,
    definition: { zh: '报送的电子文件条数。', en: 'Those of the items sent that were electronic.' },
    basis: ['条例第十六条', form],
    mistakes: [],
  },
  {
    id: 'h',
    label: websites,
    english: 'Websites or columns for disclosure',
    aliases: ['开通政府信息公开网站（或设立门户网站信息公开专栏）数量'],
    path: [],
    unit: units.places,
    ...seen,
    definition: {
      zh: '开通的政府信息公开网站或者门户网站上信息公开专栏的个数，等于区县加乡镇。',
      en: 'Websites for disclosure, or columns for it on portals: those of the district and of its towns together.',
    },
    basis: ['条例第十五条', form],
    mistakes: [],
  },
  ...split({
    id: 'h',
    path: websites,
    unit: units.places,
    zh: '开通的网站或者专栏',
    en: 'websites or columns',
    basis: '条例第十五条',
    suffix: '门户网站',
  }),
  {
    id: 'i1',
    label: '（一）公报发行期数',
    english: 'Issues of the gazette',
    aliases: ['公报发行期数量', '公报期数', '政府公报发行期数'],
    path: [gazette],
    unit: { zh: '期', en: 'issues' },
    ...seen,
    definition: { zh: '当年编印的政府公报期数。', en: 'Issues of the government gazette this year.' },
    basis: ['条例第十五条', form],
    mistakes: [{ zh: '没有公报的填成“000”。', en: 'It is 000 where there is no gazette.' }],
  },
  {
    id: 'i2',
    label: '（二）公报发行总份数',
    english: 'Copies of the gazette',
    aliases: ['公报发行总份数量', '公报发行份数', '公报总份数', '政府公报发行总份数'],
    path: [gazette],
    unit: { zh: '份', en: 'copies' },
    ...seen,
    definition: { zh: '当年各期政府公报印发份数的总和。', en: 'Copies of all issues of the year together.' },
    basis: ['条例第十五条', form],
    mistakes: [{ zh: '填成一期的份数。', en: 'The copies of one issue are entered.' }],
  },
  {
    id: 'j',
    label: places,
    english: 'Reading points',
    aliases: ['设置政府信息查阅点数量', '设立政府信息查阅点数'],
    path: [],
    unit: units.places,
    ...seen,
    definition: {
      zh: '设置的政府信息查阅点个数，等于区县加乡镇，并应与第十二项中的查阅点数相等。',
      en: 'Reading points set up: those of the district and of its towns together, and as many as group twelve reports.',
    },
    basis: ['条例第十六条', form],
    mistakes: [{ zh: '与第十二项中的查阅点数不等。', en: 'Group twelve reports another number.' }],
  },
  ...split({
    id: 'j',
    path: places,
    unit: units.places,
    zh: '政府信息查阅点',
    en: 'reading points',
    basis: '条例第十六条',
  }),
  {
    id: 'k',
    label: visitors,
    english: 'Visitors to reading points',
    aliases: ['查阅点接待人数量', '查阅点接待人次', '查阅点接待人次数'],
    path: [],
    unit: units.attendances,
    ...seen,
    definition: {
      zh: '当年各查阅点接待的人次，等于区县加乡镇。',
      en: 'Visits to all reading points this year: those of the district and of its towns together.',
    },
    basis: ['条例第十六条', form],
    mistakes: [{ zh: '单位写成“次”。', en: 'The unit is given as times.' }],
  },
  ...split({
    id: 'k',
    path: visitors,
    unit: units.attendances,
    zh: '查阅点接待的人次',
    en: 'visits',
    basis: '条例第十六条',
  }),
]

const groups: readonly GroupFormat[] = [
  {
    label: gazette,
    english: 'The gazette',
    aliases: ['政府公报发行情况'],
    definition: {
      zh: '政府公报的期数和份数。组的标题行不填数。',
      en: 'Issues and copies of the gazette. The heading itself holds no figure.',
    },
    basis: ['条例第十五条', form],
    mistakes: [],
  },
]

/** What the table of Shandong adds to the national one. */
export const rows = { otherWays, complaints, places: placesAndMedia, groups }
