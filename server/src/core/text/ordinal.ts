const digits = '零一二三四五六七八九'

/** How an ordinal is written: `一、` on sections, `（一）` on topics, `1.` below; `dash` is `—、` for `一、`. */
export type OrdinalStyle = 'section' | 'topic' | 'arabic' | 'dash'

export type Ordinal = {
  readonly style: OrdinalStyle
  readonly value: number
  /** As written, with its mark: `一、`, `（二）`, `1.`. */
  readonly text: string
}

/** The ordinal at the start of a title, if there is one. */
export function readOrdinal(title: string): Ordinal | undefined {
  // Most lines of a report begin with something else, which one look at the first character tells.
  if (!possible.test(title)) return undefined
  const text = title.replace(/^[\s\u3000]+/, '')
  const section = /^([一二三四五六七八九十⼀⼆⼋⼗]{1,3})[ \u3000]*[、.．,，:：]/u.exec(text)
  if (section !== null) return of('section', fromChinese((section[1] ?? '').normalize('NFKC')), section[0])
  const topic = /^[（(][ \u3000]*([一二三四五六七八九十]{1,3})[ \u3000]*[)）]、?/u.exec(text)
  if (topic !== null) return of('topic', fromChinese(topic[1] ?? ''), topic[0])
  const arabic = /^[（(]?(\d{1,2})(?:[.．、,，)）])(?!\d)/.exec(text.normalize('NFKC'))
  if (arabic !== null) return of('arabic', Number(arabic[1]), text.slice(0, arabic[0].length))
  // A dash typed or recognised for 一 keeps the mark that follows it; without that mark it is only a dash.
  const dash = /^[-—–―─－ー_一丨|][ \u3000]*、/u.exec(text)
  return dash === null ? undefined : of('dash', 1, dash[0])
}

/** No ordinal begins with a letter other than these. */
const possible = /^\s*(?:[^\p{L}\s]|[一二三四五六七八九十丨ー])/u

const of = (style: OrdinalStyle, value: number | undefined, text: string): Ordinal | undefined =>
  value === undefined ? undefined : { style, value, text }

/** 1 to 99 in Chinese digits; undefined for anything else. */
export function fromChinese(text: string): number | undefined {
  const match = /^(?:([二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text)
  if (match === null || text === '') return undefined
  const [, tens, ten, ones] = match
  return (
    (ten === undefined ? 0 : 10 * (tens === undefined ? 1 : digits.indexOf(tens))) +
    (ones === undefined ? 0 : digits.indexOf(ones))
  )
}

/** 1 to 99 as 一 to 九十九. */
export function toChinese(value: number): string {
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${digits.charAt(tens)}十`
  return head + (ones === 0 ? '' : digits.charAt(ones))
}
