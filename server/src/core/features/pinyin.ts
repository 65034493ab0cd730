/**
 * The initial of each character's reading, as it is read in the titles and labels of the forms, so that `ztqk` finds
 * 总体情况 and a snippet can be called up without an input method. A test demands every character of every form.
 */
const byInitial: Readonly<Record<string, string>> = {
  a: '安案按',
  b: '保报表本八办部不补版比并编标备变被步博布驳包班',
  c: '处存程查成出持采测次撤材财参册长场厂超称传促重措策充错从',
  d: '动督到的第定单度当大对电地点代答带道得等调订端短段打读档待',
  e: '二额',
  f: '府复发废范罚费法服分方访反符风负赴附份',
  g: '格公管改告规构果国过关供个高更各工给购股官概稿共馆',
  h: '和或会护合后获回化环汇核号函户',
  j: '建监及进件决金机计结家禁卷举具缴继纠经接集间局加价奖降交较节解介界今近居街基九减济径兼辑',
  k: '况开可科口括',
  l: '另理量类来历利力立例联领流律六率论落络栏',
  m: '没秘密明目面美民名每免门',
  n: '年内纳能农',
  p: '平评培票品普',
  q: '情请其强企区全权确求取期七起前渠',
  r: '然人认任日热',
  s: '式申设收诉讼事十数商社上三属四容仍尚审时实使是市施受书说所司送随述涉算私',
  t: '体台题条提投通他统同推团特停土图它谈途',
  w: '问文五位万务危稳握无物未维网委外完为我微闻围',
  x: '信息行需项现效性许新形询相下续宣系限县乡向小写校销想线兴训',
  y: '依议要一有元业研益予以于由已逾用与预意因应院引原员越银移舆延隐阅',
  z: '总主政障在制止章自组织转只这执掌作正再知直职种中州周镇站者专资众征支值至指置助准咨责整增足注志真召纸质子',
}

const initials = new Map(
  Object.entries(byInitial).flatMap(([initial, characters]) => Array.from(characters, (it) => [it, initial] as const)),
)

/** `ztqk` for 总体情况. Digits and Latin letters stay; what has no reading is left out. */
export const pinyinInitials = (text: string): string =>
  Array.from(text.normalize('NFKC').toLowerCase())
    .map((it) => initials.get(it) ?? (/[a-z\d]/.test(it) ? it : ''))
    .join('')

/** Whether the reading of every Chinese character of the text is known. */
export const isReadable = (text: string): boolean =>
  Array.from(text).every((it) => initials.has(it) || !/\p{Script=Han}/u.test(it))
