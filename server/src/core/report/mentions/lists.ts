import type { Section } from '../../markdown/document.ts'
import { sum, type Decimal } from '../../text/decimal.ts'
import type { Span } from '../../text/span.ts'
import { sentencesOf } from './clauses.ts'
import { passagesOf, sourceSpan } from './passages.ts'
import { quantitiesIn, type Quantity } from './quantities.ts'

/** A total in prose with the items of which it claims to consist. Offsets count from the section. */
export type List = {
  readonly total: { readonly value: Decimal; readonly span: Span; readonly number: Span }
  readonly items: readonly { readonly value: Decimal; readonly span: Span }[]
  readonly unit: string
  readonly sum: Decimal
}

/**
 * Itemised lists that do not come to their totals. Only lists that mean to be complete count: behind 其中, a colon,
 * 分别为 or in brackets, up to the end, with no 等, 主要 or 余, and either more than the total or nearly all of it.
 */
export function brokenLists(section: Section): readonly List[] {
  const known = kept.get(section)
  if (known !== undefined) return known
  const lists = passagesOf(section).flatMap((passage): readonly List[] => {
    const { text } = passage
    const all = quantitiesIn(text).filter(({ unit }) => unit !== '%')
    return sentencesOf(text).flatMap(({ start, end }): readonly List[] => {
      const own = all.filter((it) => it.start >= start && it.end <= end)
      return own.flatMap((total): readonly List[] => {
        const items = itemsOf(text, end, total, own)
        if (items === undefined) return []
        const place = ({ start: from, end: to }: Quantity): Span => sourceSpan(passage, from, to)
        return [
          {
            total: {
              value: total.value,
              span: place(total),
              number: sourceSpan(passage, total.start, total.digitsEnd),
            },
            items: items.map((it) => ({ value: it.value, span: place(it) })),
            unit: total.unit,
            sum: sum(items.map(({ value }) => value)),
          },
        ]
      })
    })
  })
  kept.set(section, lists)
  return lists
}

const kept = new WeakMap<Section, readonly List[]>()

const opening = /^(?:\([^()]*\))?[,;]?(?:同比[^,;]{1,14}[,;])?(?:其中[,:]?|分别为|分别是|具体为:?|:)/

/** Words that say that not everything is named, or that what is named overlaps. */
const open = /等|主要|包括|包含|余|如|涉及|部分为|含|以上|同时|此外|另/

/** A new statement, no further item. */
const statement = /[,;](?:[^,;]{0,6})(?:共|合计|办结|办理|答复|收到|受理|较|同比|均|全部)/

function itemsOf(
  text: string,
  end: number,
  total: Quantity,
  own: readonly Quantity[],
): readonly Quantity[] | undefined {
  const rest = text.slice(total.end, end)
  const bracket = /^\((?:其中[,:]?)?/.exec(rest)
  const inBrackets = bracket === null ? undefined : closingBracket(rest)
  const lead = opening.exec(rest)
  const isBracketList =
    inBrackets !== undefined && own.filter((it) => it.start < total.end + inBrackets && it.start > total.end).length > 1
  const from = total.end + (isBracketList ? (bracket?.[0].length ?? 1) : (lead?.[0].length ?? 0))
  if (!isBracketList && lead === null) return undefined
  const to = isBracketList ? total.end + inBrackets : listEnd(text, from, end, own)
  const top = own.filter((it) => it.start >= from && it.end <= to && depth(text.slice(from, it.start)) === 0)
  if (top.length < 2 || top.length > 20 || !total.exact || top.some((it) => !it.exact || it.unit !== total.unit))
    return undefined
  if (open.test(withoutBrackets(text.slice(from, to)).replaceAll('其他', ''))) return undefined
  // Of two items one that is larger than the whole shows rather that they are no items.
  if (top.length === 2 && top.some((it) => it.value.gt(total.value))) return undefined
  if (sumsTo(text, end, total, own, from)) return undefined
  const all = sum(top.map(({ value }) => value))
  // Items may overlap: one of them is then counted in another.
  if (all.gt(total.value))
    return top.length > 2 && top.some((it) => all.minus(it.value).eq(total.value)) ? undefined : top
  const complementary = /自然人|公民|个人/.test(text.slice(from, to)) && /法人|组织|企业/.test(text.slice(from, to))
  return complementary || all.gte(total.value.times('0.85')) ? top : undefined
}

/** Whether the first items, however many, come to the total: the list may end earlier than it seems. */
function sumsTo(text: string, end: number, total: Quantity, own: readonly Quantity[], from: number): boolean {
  let so = total.value.minus(total.value)
  let count = 0
  for (const it of own) {
    if (it.start < from || it.end > end || depth(text.slice(from, it.start)) !== 0 || it.unit !== total.unit) continue
    so = so.plus(it.value)
    if (++count > 1 && so.eq(total.value)) return true
  }
  return false
}

/** The end of the list: a semicolon behind two items, a new statement, or the end of the sentence. */
function listEnd(text: string, from: number, end: number, own: readonly Quantity[]): number {
  const before = (to: number): number => own.filter((it) => it.start >= from && it.end <= to).length
  let to = end
  const semicolon = text.indexOf(';', from)
  if (semicolon >= 0 && semicolon < to && before(semicolon) > 1) to = semicolon
  const next = statement.exec(text.slice(from, to))
  if (next !== null && before(from + next.index) > 1) to = from + next.index
  return to
}

const depth = (text: string): number => text.split('(').length - text.split(')').length

const withoutBrackets = (text: string): string => text.replace(/\([^()]*\)/g, '')

function closingBracket(text: string): number | undefined {
  let open = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') open++
    if (text[i] === ')' && --open === 0) return i
  }
  return undefined
}
