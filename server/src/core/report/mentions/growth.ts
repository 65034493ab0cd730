import type { Section } from '../../markdown/document.ts'
import { keep } from '../../text/keep.ts'
import { shift, type Span } from '../../text/span.ts'
import { down, lastYear, up, wayOf } from './comparison.ts'
import { depthsOf } from './depths.ts'
import { changesFromTo, shareBehind, type FromTo } from './fromTo.ts'
import { passagesOf, sourceSpan, type Passage } from './passages.ts'
import { quantitiesOf, type Quantity } from './quantities.ts'
import { sentencesOf } from './sentences.ts'

/**
 * How a number of this year is said to stand to last year's: 较上年增长5.2%, 同比减少3件, 与上年持平. Spans count from the
 * section.
 */
export type Growth = {
  /** The number of this year that it is said of. */
  readonly of: Quantity
  readonly ofSpan: Span
  /** By a share of last year's number in percent, by so many, or not at all. */
  readonly by: 'percent' | 'count' | 'nothing'
  readonly direction: 'up' | 'down'
  /** The share or the count. Undefined where nothing has changed. */
  readonly amount: Quantity | undefined
  /** The digits of the amount. */
  readonly number: Span | undefined
  /** The word that says whether more or less, with its place. */
  readonly word: string
  readonly wordSpan: Span
  /** Last year's number where the sentence gives it: 比2022年(31起)下降29%; and its digits. */
  readonly base: Quantity | undefined
  readonly baseSpan: Span | undefined
  /** The count that the sentence gives for the same growth, and by it last year's number: 减少9件,下降29%. */
  readonly count: Quantity | undefined
  /** The year that it names instead of the last. */
  readonly year: number | undefined
  /** Exact numbers of the sentence in the same unit. It may be said of any of them. */
  readonly others: readonly Quantity[]
  readonly clause: string
  /** From the word to the amount as it is written. */
  readonly said: string
  readonly span: Span
  readonly sentence: Span
}

/** What a section says of growth against last year. Kept as long as the section, and of a changed one as the paragraph. */
export const readGrowth = keep((section: Section): readonly Growth[] =>
  passagesOf(section).flatMap(({ at, value }) => inPassage(value).map((it) => moved(it, at))),
)

const moved = (growth: Growth, by: number): Growth => ({
  ...growth,
  ofSpan: shift(growth.ofSpan, by),
  number: growth.number && shift(growth.number, by),
  wordSpan: shift(growth.wordSpan, by),
  baseSpan: growth.baseSpan && shift(growth.baseSpan, by),
  span: shift(growth.span, by),
  sentence: shift(growth.sentence, by),
})

const mayCompare =
  /同比|[较比与同和由从](?:上|去|前|20)|相比|(?:上年|去年|上一年|20\d\d年)[^。]{0,60}(?:增|减|多|少|升|降)/

const inPassage = keep((passage: Passage): readonly Growth[] => {
  const { text, heading } = passage
  if (heading || !mayCompare.test(text)) return []
  const all = quantitiesOf(passage)
  const depths = depthsOf(text)
  return sentencesOf(text).flatMap(({ start, end }): readonly Growth[] => {
    const own = all.filter((it) => it.start >= start && it.end <= end)
    if (own.length > most) return []
    const between = changesFromTo(text, start, own).map((it): Found => ({ ...placed(text, it), base: it.base }))
    const known = new Set(between.map(({ amount }) => amount))
    const found = [...between, ...changesIn(text, own, depths).filter(({ amount }) => !known.has(amount))]
    const shares = found.flatMap((it) => shareOf(text, own, it))
    return [...found, ...shares, ...levelsIn(text, end, own)].map(
      ({ of, by, direction, amount, base, count, year, word, wordAt, to }): Growth => ({
        of,
        ofSpan: sourceSpan(passage, of.start, of.end),
        by,
        direction,
        amount,
        number: amount && sourceSpan(passage, amount.start, amount.digitsEnd),
        word,
        wordSpan: sourceSpan(passage, wordAt, wordAt + word.length),
        base,
        count,
        baseSpan: base && sourceSpan(passage, base.start, base.digitsEnd),
        year,
        others: own.filter((it) => it.exact && it.unit === of.unit && it !== amount && it !== base),
        clause: text.slice(of.start, to),
        said: text.slice(wordAt, to),
        span: sourceSpan(passage, wordAt, to),
        sentence: sourceSpan(passage, start, end),
      }),
    )
  })
})

/** A sentence with more numbers is a table in disguise. */
const most = 60

const than = `(?:同比(?:上年|去年)?|(?:相?较于?|相?比|较之|与|同|和)${lastYear}(?:相比|比较)?)`
/** What is said of several numbers at once is not read. */
const before = '(?:[^,;。()\\d]{1,14}(?=,))?[,;]?([^,;。()\\d]{0,12}?)'
const after = '(?:[^,;。()\\d分各依均双]{0,8}?)'
const being = '(?:了|收|率为|率达|率|为|达到|达|幅度为|幅度达|幅度)?'

/** What stands between the number of this year and the amount: 件,申请数量较去年回落. */
const plain = new RegExp(`^${before}${than},?${after}(${up}|${down})${being}$`)
/** Up to last year's number and from there on: 较上年的31件减少9件, 比上年(31件)减少9件, 22件(上年31件),减少9件. */
const fromBase = new RegExp(`^\\)?${after}(${up}|${down})${being}$`)
const bare = [[new RegExp(`^${before}${than}的?$`), fromBase]] as const
const bracketed = [
  [new RegExp(`^${before}${than}\\($`), fromBase],
  [new RegExp(`^()\\(${lastYear}(?:为|是)?$`), new RegExp(`^\\),?(?:同比|相比)?${after}(${up}|${down})${being}$`)],
] as const
/** 同比增加5条(上年为13条). A year written out may be another than the one compared with. */
const baseBehind = /^\((?:上一年度|上一年|上年度|上年|去年度|去年|前一年)(?:同期)?(?:为|是|有)?$/
const level = new RegExp(`^\\(?${before}${than}(持平|一致|相同)`)

/** Words that name no other number than the one before them. */
const counting = /总体|整体|总数量|总数|总量|数量|件数|次数|[的总量数也亦均]/g

type Found = Pick<Growth, 'of' | 'by' | 'direction' | 'amount' | 'base' | 'year' | 'word'> & {
  readonly count?: Quantity
  readonly wordAt: number
  readonly to: number
}

const placed = (text: string, { amount, word, ...rest }: Omit<FromTo, 'base'>): Omit<Found, 'base'> => ({
  ...rest,
  by: amount.unit === '%' ? 'percent' : 'count',
  amount,
  word,
  wordAt: text.lastIndexOf(word, amount.start - 1),
  to: amount.end,
})

/** What the same growth is in percent, which follows from the count as well as from last year's number. */
function shareOf(text: string, own: readonly Quantity[], { of, base, year, by, amount }: Found): readonly Found[] {
  const share = by !== 'count' || amount === undefined ? undefined : shareBehind(text, own, amount)
  if (amount === undefined || share === undefined) return []
  return [{ ...placed(text, { of, year, ...share }), base, ...(base === undefined && { count: amount }) }]
}

function changesIn(text: string, own: readonly Quantity[], depths: Uint8Array): readonly Found[] {
  return own.flatMap((amount, i): readonly Found[] => {
    const last = own[i - 1]
    if (!amount.exact || last === undefined || /^(?:百分)?点/.test(text.slice(amount.end, amount.end + 3))) return []
    const sameDepth = own.slice(0, i).filter((it) => depths[it.start] === depths[amount.start] && it.unit !== '%')
    const of = sameDepth.at(-1)
    const inBracket = depths[last.start] === (depths[amount.start] ?? 0) + 1
    const ofBase = inBracket ? of : sameDepth.at(-2)
    if (ofBase?.unit === last.unit && last.exact) {
      const [until, from] = [text.slice(ofBase.end, last.start), text.slice(last.end, amount.start)]
      for (const [first, then] of inBracket ? bracketed : bare) {
        const [before, behind] = [first.exec(until), then.exec(from)]
        if (before !== null && behind !== null)
          return made(text, ofBase, amount, [before[0], before[1], before[2], behind[1]], last)
      }
    }
    // 5件(较上年减少2件): the bracket speaks of the number before it. Other brackets are items of it.
    const within = text[last.end] === '(' ? plain.exec(text.slice(last.end + 1, amount.start)) : null
    if (within !== null) return made(text, last, amount, within, undefined)
    const match = of === undefined ? null : plain.exec(withoutBrackets(text.slice(of.end, amount.start)))
    if (of === undefined || match === null) return []
    const next = own[i + 1]
    const told =
      match[2] === undefined &&
      next?.unit === of.unit &&
      next.exact &&
      text[next.end] === ')' &&
      baseBehind.test(text.slice(amount.end, next.start))
    return made(text, of, amount, match, told ? next : undefined)
  })
}

function made(
  text: string,
  of: Quantity,
  amount: Quantity,
  [, subject = '', year, word = '']: readonly (string | undefined)[],
  base: Quantity | undefined,
): readonly Found[] {
  const percent = amount.unit === '%'
  if (!of.exact || of.unit === '%' || (!percent && amount.unit !== of.unit) || !isOf(subject, of, text)) return []
  return [
    {
      of,
      by: percent ? 'percent' : 'count',
      direction: wayOf(word),
      amount,
      base,
      year: year === undefined ? undefined : Number(year),
      word,
      wordAt: text.lastIndexOf(word, amount.start - 1),
      to: amount.end,
    },
  ]
}

/** Whether what is compared is what the number counts: its clause has the same words. */
function isOf(subject: string, of: Quantity, text: string): boolean {
  const clause = /[^,;:。()\n]*$/.exec(text.slice(Math.max(0, of.start - 60), of.start))?.[0] ?? ''
  return clause.includes(subject.replace(counting, ''))
}

const levelsIn = (text: string, end: number, own: readonly Quantity[]): readonly Found[] =>
  own.flatMap((of): readonly Found[] => {
    const match = of.exact && of.unit !== '%' ? level.exec(text.slice(of.end, Math.min(end, of.end + 40))) : null
    if (match === null || !isOf(match[1] ?? '', of, text)) return []
    const [all, , year, word = ''] = match
    const to = of.end + all.length
    return [
      {
        of,
        by: 'nothing',
        direction: 'up',
        amount: undefined,
        base: undefined,
        year: year === undefined ? undefined : Number(year),
        word,
        wordAt: to - word.length,
        to,
      },
    ]
  })

const withoutBrackets = (text: string): string => text.replace(/\([^()]*\)/g, '')
