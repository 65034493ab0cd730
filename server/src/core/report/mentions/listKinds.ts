import type { Quantity } from './quantities.ts'

/** Where the items of a list stand, and how they are announced. */
export type Bound = {
  readonly from: number
  readonly to: number
  /** `firm` announcements mean to be complete: a colon, 分别为, a bracket. 其中 may; 包括 and 主要 need not. */
  readonly announced: 'firm' | 'among' | 'including' | 'partly'
  readonly bracket: boolean
  /** More is said to belong to it than is named: 还有其他领域若干. */
  readonly more?: boolean
}

/** Between the total and its items: what was counted, a remark, growth, and the word that announces them. */
const opening = new RegExp(
  [
    '^(?:\\([^()\\d]{0,30}\\))?[^,;。:()\\d]{0,24}',
    '(?:[,;](?:同比|较上年|较去年|比上年|比去年)[^,;。()]{1,14})?',
    '(?:',
    '[,;。]?(其中|内有|内含|下含)[,:]?(?:主要(?!负责|领导))?(?:包括|包含|涵盖|涉及|含|为|是|有)?[,:]?',
    '|[,;]?(?:分别为|分别是|分别有|依次为|具体为|具体是|即)[,:]?',
    '|[,;](?:[一二三四]至[二三四]季度|(?:各|四个)季度|各月|上下半年)分别[为是]',
    '|:',
    '|[,;][^,;。:()\\d]{0,8}(?:情况|分布|构成|组成|如下|分类|类别|明细)[^,;。:()\\d]{0,8}:',
    '|[,;]如',
    '|[,;](?:按|从)[^,;:。\\d]{1,12}(?:分为|分|划分|看|统计)[,:为]?',
    '|[中里][,:]?',
    '|[,;]?(?:[^,;。:()\\d]{0,8})(?:主要为|主要是|主要有|(?:主要|具体)?(?:包括|包含|涵盖|涉及))[,:]?',
    '|[,;]?含[,:]?',
    ')',
  ].join(''),
)

/** Words that say that not everything is named. */
const partly = /主要(?!负责|领导)|重点|涉及|如/
const including = /包括|包含|涵盖|含/

const closing = /等|以及其他|及其他若干|余|以上|多/

/** A new statement, no further item. */
const statement =
  /[,;](?:[^,;、()\d]{0,6})(?:共(?!享)|合计|办结|办理|答复|收到|(?<!不予)受理|较|同比|均|全部|未(?![^,;、()\d]{2,4}\d)|无(?!法)|没有|按期|依法|其中|另有|另外|此外|还有)/

/** Where the items of the total stand, if any are announced. `behind` are the numbers behind it. */
export function boundOf(
  text: string,
  total: Quantity,
  next: Quantity,
  behind: readonly Quantity[],
  end: number,
): Bound | undefined {
  const rest = text.slice(total.end, next.start)
  const bracket = /^\((?:(其中)[,:]?|(包括|包含|含)[,:]?|(?:分别为|分别是|即)[,:]?)?/.exec(rest)
  if (bracket !== null) {
    const to = closingOf(text, total.end, end)
    const inside = behind.filter((it) => it.end <= to).length
    if (inside < 2) return boundBehind(text, total, behind, end)
    const announced = bracket[1] !== undefined ? 'among' : bracket[2] !== undefined ? 'including' : 'firm'
    return { from: total.end + bracket[0].length, to, announced, bracket: true }
  }
  return boundBehind(text, total, behind, end)
}

function boundBehind(text: string, total: Quantity, behind: readonly Quantity[], end: number): Bound | undefined {
  const lead = opening.exec(skipBracket(text.slice(total.end, Math.min(end, total.end + 160))))
  if (lead === null) return unannounced(text, total, behind, end)
  // 收到12件,其中新收9件、结转3件;按申请人划分,自然人…: of the twelve, not of what was named last.
  if (/^[,;](?:按|从)/.test(lead[0]) && /其中[^。]*$/.test(text.slice(Math.max(0, total.start - 120), total.start)))
    return undefined
  const from = total.end + lead[0].length
  const word = lead[0].replace(/^\([^()]*\)/, '')
  const announced = partly.test(word.slice(-8))
    ? 'partly'
    : including.test(word.slice(-4))
      ? 'including'
      : lead[1] !== undefined || /[中里][,:]?$/.test(word)
        ? 'among'
        : 'firm'
  return { from, ...endOf(text, from, end, behind), announced, bracket: false }
}

/** 活动9场,参加90人次,其中线上5场、线下4场: the unit tells which of the two the items are of. */
export function boundAcross(
  text: string,
  total: Quantity,
  [other, ...items]: readonly Quantity[],
  end: number,
): Bound | undefined {
  const [first, second] = items
  if (other === undefined || first === undefined || second === undefined) return undefined
  if (other.unit === total.unit || first.unit !== total.unit || second.unit !== total.unit) return undefined
  if (!/^[,、][^,;。:()\d]{1,12}$/.test(text.slice(total.end, other.start))) return undefined
  const lead = /^[^,;。:()\d]{0,8}[,;]其中[,:]?/.exec(text.slice(other.end, first.start))
  if (lead === null || first.value.plus(second.value).eq(other.value)) return undefined
  const from = other.end + lead[0].length
  return { from, ...endOf(text, from, end, items), announced: 'among', bracket: false }
}

/** 留言30条,已办结28条,正在办理2条: nothing announces the items but that they share everything between them. */
function unannounced(text: string, total: Quantity, behind: readonly Quantity[], end: number): Bound | undefined {
  const from = total.end
  if (text[from] !== ',' && text[from] !== '(') return undefined
  const { to } = endOf(text, from, end, behind)
  // Behind another number of the kind it may itself be an item.
  const near = text.slice(Math.max(0, total.start - 200), total.start)
  const before = near.slice(Math.max(...['。', ';', '\n'].map((mark) => near.lastIndexOf(mark))) + 1)
  if (before.includes('(') || new RegExp(`\\d${total.unit}`).test(before)) return undefined
  const items = behind.filter((it) => it.end <= to && it.unit === total.unit)
  // Shares that come to 100 % say that nothing is left out.
  const shares = [...text.slice(from, to).matchAll(/占[^,;()%\d]{0,6}(\d{1,3}(?:\.\d{1,2})?)%/g)].map(([, it]) =>
    Number(it),
  )
  const hasShare = ({ end: at }: Quantity): boolean => /^[,(]占/.test(text.slice(at, at + 2))
  const whole =
    !hasShare(total) &&
    items.every(hasShare) &&
    shares.length === items.length &&
    Math.abs(shares.reduce((all, it) => all + it, 0) - 100) <= 1
  const labels = items.map((it, i) =>
    text
      .slice(items[i - 1]?.end ?? from, it.start)
      .replace(/,(?:占|[^,;()\d]{1,6}率)[^,;()]{0,12}%|\([^()]*\)/g, '')
      .replace(/^;/, whole ? ',' : ';'),
  )
  // Where the words say that they share the whole, a semicolon joins them as well.
  const plain = labels.every((it, i) => (i === 0 ? /^,[^,;:()\d]{2,12}$/ : /^[,;、和][^,;:()\d]{2,12}$/).test(it))
  const named = labels.map((it) => it.slice(1))
  const together = /(?:共|共计|总计|合计)$/.test(before)
  const told = named.every((it) => channel.test(it)) || named.every((it) => before.includes(it))
  const apart = labels.some((it) => it.startsWith(';'))
  if (
    items.length < 2 ||
    !plain ||
    !(whole || (together && told && !apart) || areKinds(named) || (sharing(named) && !isPartOfThem(before, named)))
  )
    return undefined
  return { from, to, announced: areKinds(named) && !whole ? 'including' : 'firm', bracket: false }
}

/** 户政类3项,出入境类5项,交管类2项: most likely all of them. */
const areKinds = (labels: readonly string[]): boolean =>
  labels.length > 2 && labels.every((it) => it.endsWith('类')) && new Set(labels).size === labels.length

/** Words each of which names another part of the whole. */
const partitions: readonly (readonly RegExp[])[] = [
  [/^(?:已)?(?:采纳|采用)/, /^部分(?:采纳|采用)/, /^(?:未|不)(?:予)?(?:采纳|采用)/],
  [/^已?(?:办结|办理|回复|答复)/, /^(?:正在|在|未|尚未|待)/],
  [/^(?:已)?(?:完成)?(?:整改|销号)/, /^(?:正在|尚未|未)?(?:整改|销号)/],
  [
    /^(?:评价|表示|选择)?为?(?:非常|很)?满意/,
    /^(?:评价|表示|选择)?为?(?:基本|比较)满意/,
    /^(?:评价|表示|选择)?为?不满意/,
  ],
  [/^(?:审核|审查)?通过/, /^(?:审核|审查)?(?:退回|未通过|不通过)/],
  [/一季度/, /二季度/, /三季度/, /四季度/, /上半年/, /下半年/],
  [/线上|网上|网络/, /线下|现场|当面/],
  [
    /^(?:省|市|县|区|州|旗)(?:级|直|本级)?(?:政府|机关|层面)?$/,
    /^(?:市直|县直|区直)?(?:部门|单位)$/,
    /^(?:乡镇|镇街|街道|基层|乡镇街道)$/,
  ],
  [/^(?:政府)?部门解读/, /^(?:专家|负责人|媒体)解读/, /^主要负责人解读/],
  [/^专职/, /^兼职/],
  [/^(?:按时|按期|已|实际)[缴交收]|^实收/, /^(?:逾期|未|待|应收未)/, /撤回|放弃/],
  [/^按件/, /^按量/],
  [/^自然人/, /^(?:法人|组织|企业)/],
  [/^(?:原创|自采|采写)/, /^(?:转载|转发)/],
  [/^(?:人大)?代表/, /^(?:政协)?委员/],
  [/^人大/, /^政协/],
  [/^直接发布/, /^修改后/, /^(?:退回|不予发布|不用)/],
]

/** 一季度4期,二季度5期: the first is one of them, and no whole. */
const isPartOfThem = (before: string, labels: readonly string[]): boolean => {
  const label = /[^,;、:()\d]*$/.exec(before)?.[0] ?? ''
  return partitions.some(
    (parts) => labels.every((it) => parts.some((part) => part.test(it))) && parts.some((part) => part.test(label)),
  )
}

/** Each label names another part, and at least two. */
const sharing = (labels: readonly string[]): boolean =>
  partitions.some((parts) => {
    const named = labels.map((label) => parts.findIndex((it) => it.test(label)))
    return !named.includes(-1) && new Set(named).size === labels.length
  })

/** A bracket with a number, such as (其中原创3条), says something of the total alone; its length stays. */
const skipBracket = (text: string): string =>
  text.replace(/^\([^()]*\)/, (it) => (/\d/.test(it) ? `(${' '.repeat(it.length - 2)})` : it))

function closingOf(text: string, from: number, end: number): number {
  let depth = 0
  for (let i = from; i < end; i++) {
    if (text[i] === '(') depth++
    if (text[i] === ')' && --depth === 0) return i
  }
  return end
}

/** The end of a list: a new statement behind two items, or the end of the sentence; and whether more belongs to it. */
function endOf(
  text: string,
  from: number,
  end: number,
  behind: readonly Quantity[],
): { readonly to: number; readonly more: boolean } {
  const stop = text.indexOf('。', from)
  const last = stop < 0 || stop > end ? end : stop
  const second = behind[1]
  if (second === undefined || second.start >= last) return { to: last, more: false }
  const next = statement.exec(text.slice(second.end, last))
  if (next === null) return { to: last, more: false }
  return { to: second.end + next.index, more: /(?:另有|另外|此外|还有)$/.test(next[0]) }
}

export type Listed = {
  readonly items: readonly Quantity[]
  /** `hardly`: 包括 may leave things out, and is often said of all. */
  readonly complete: 'yes' | 'perhaps' | 'hardly' | 'no'
  readonly overlapping: boolean
}

/** Pairs of words that share everything between them. */
const complements: readonly (readonly [RegExp, RegExp])[] = [
  [/自然人|公民|个人/, /法人|组织|企业|单位/],
  [/线上|网上|网络/, /线下|现场|当面/],
  [/新开设|新增|新建|新设|新制/, /优化|调整|改版|整合|更新|修订|修改|变更/],
  [/代表|人大/, /委员|政协/],
  [/预算/, /决算/],
  [/办结|已/, /在办|正在|未|不予受理/],
  [/本级|市级|县级|区级|市直|县直|区直|部门/, /乡镇|镇级|街道|镇办|镇街|村|社区|县区|基层/],
  [/纸质/, /电子/],
  [/专职/, /兼职/],
  [/行政权力/, /公共服务/],
  [/上半年/, /下半年/],
  [/原创/, /转载|转发/],
  [/本年|新收/, /上年|结转/],
]

const channel = /网站|微信|微博|公报|新媒体|公众号|抖音|头条|客户端|APP|电视|广播|报纸|公开栏|查阅点/

/** Which of the numbers are items, and whether they mean to be all. */
export function kindOfList(
  text: string,
  { from, to, announced, more }: Bound,
  level: readonly Quantity[],
  labels: readonly string[],
): Listed {
  const unit = level[0]?.unit
  // Items go on as long as the unit does.
  const last = level.findIndex((it) => it.unit !== unit)
  const items = last < 0 ? level : level.slice(0, last)
  const own = labels.slice(0, items.length).map((it) => it.replace(/\([^()]*\)/g, ''))
  const loose =
    announced === 'partly' ||
    more === true ||
    /^[,:]?(?:主要(?!负责|领导)|重点)/.test(own[0] ?? '') ||
    closing.test(tailOf(text, items.at(-1), to)) ||
    /以及其他(?:若干|信息|内容)?$|等$/.test(text.slice(from, to))
  const rest = own.some((it) => /其他|其它|其余/.test(it))
  // 集中授课5场、上门指导3场,参训90人次: the comma ends the list.
  const ended = /^[,;]/.test(labels[last] ?? '') && own.length > 1 && own.slice(1).every((it) => it.startsWith('、'))
  const [a = '', b = ''] = own
  const opposed =
    own.length === 2 &&
    (complements.some(([x, y]) => (x.test(a) && y.test(b)) || (x.test(b) && y.test(a))) || negates(a, b))
  const channels = own.filter((it) => channel.test(it)).length > 1
  const before = text.slice(Math.max(0, from - 40), from)
  const all = announced === 'firm' || rest || opposed || unit === '元'
  return {
    items,
    complete: loose
      ? 'no'
      : all
        ? 'yes'
        : last >= 0 && !ended
          ? 'no'
          : announced === 'including'
            ? 'hardly'
            : 'perhaps',
    overlapping:
      channels && /公开/.test(before) && !/发布|编发|推送|编印|印发|收到|受理|征集/.test(before + text.slice(from, to)),
  }
}

/** 公文类 and 非公文类. */
const negates = (a: string, b: string): boolean => {
  const bare = (it: string): string => it.replace(/^[,;、和及与]/, '')
  return bare(b) === `非${bare(a)}` || bare(a) === `非${bare(b)}` || /非/.test(bare(b)) !== /非/.test(bare(a))
}

/** Up to a number that counts something else: 上门3次,参训300余人次. */
const tailOf = (text: string, last: Quantity | undefined, to: number): string =>
  last === undefined ? '' : text.slice(last.end, Math.min(to, last.end + 8)).replace(/[,;][^,;]*\d.*$/, '')
