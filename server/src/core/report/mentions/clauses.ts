import type { Quantity } from './quantities.ts'
import type { Token } from './tokens.ts'

export type Word = Extract<Token, { kind: 'word' | 'gap' }>

/**
 * A piece of a sentence between two marks, with at most one number. Of several numbers without a mark between them
 * each has a clause of its own.
 */
export type Clause = {
  readonly quantity: Quantity | undefined
  /** What stands before the number; all words where there is none. */
  readonly lead: readonly Word[]
  readonly tail: readonly Word[]
  /** The mark before it, and the one behind; blank between two numbers that no mark parts. */
  readonly before: string
  readonly after: string
  readonly start: number
  readonly end: number
  /** How many brackets it stands in. */
  readonly depth: number
  /** A bracketed remark that says the same in other words: 公开类答复(予以公开和部分公开)12件. */
  readonly remark?: readonly Word[]
}

const ends = new Set('。！!？?\n')

/** Whether a mark ends the sentence before it. */
export const endsSentence = (mark: string): boolean => ends.has(mark)

/** Cuts the words of a line into clauses. A bracketed remark without a number belongs to the clause around it. */
export function clausesOf(tokens: readonly Token[], isTelling: (word: Word) => boolean): readonly Clause[] {
  const clauses: Clause[] = []
  let open: Token[] = []
  let before = '\n'
  let depth = 0
  let at = 0
  let said: readonly Word[] | undefined
  const close = (mark: string, end: number): void => {
    const remark = said
    const own = open.length > 0 ? splitAtNumbers(open, before, mark, depth, at, end, isTelling) : []
    // It speaks of the number behind it, where there is one alone.
    clauses.push(...(remark === undefined || own.length !== 1 ? own : own.map((it) => ({ ...it, remark }))))
    said = undefined
    open = []
    before = mark
    at = end + mark.length
  }
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined) continue
    if (token.kind !== 'break') {
      open.push(token)
      continue
    }
    if (token.mark === '(') {
      const remark = remarkAt(tokens, i)
      if (remark !== undefined) {
        open.push(...remark.words)
        if (!open.some(({ kind }) => kind === 'quantity')) said = remark.said
        i = remark.last
        continue
      }
    }
    close(token.mark, token.start)
    if (token.mark === '(') depth++
    if (token.mark === ')' && depth > 0) depth--
    if (endsSentence(token.mark)) depth = 0
  }
  close('', tokens.at(-1)?.end ?? 0)
  return clauses
}

/** In words; longer remarks part clauses as sentences do. */
const longestRemark = 12

/** A bracket without a number: what it says it includes belongs to the clause, anything else explains and is left out. */
function remarkAt(
  tokens: readonly Token[],
  from: number,
): { readonly words: readonly Word[]; readonly said: readonly Word[] | undefined; readonly last: number } | undefined {
  const words: Word[] = []
  let several = false
  for (let i = from + 1; i < tokens.length && i <= from + longestRemark; i++) {
    const token = tokens[i]
    if (token === undefined || token.kind === 'quantity') return undefined
    if (token.kind === 'break') {
      if (token.mark === ')') {
        // 含直接起诉和复议后起诉 names all the parts, of which no one is meant.
        const including = words[0]?.kind === 'word' && words[0].senses.includes('including')
        const known = words.every(({ kind }) => kind === 'word')
        return {
          words: including && !several ? words.filter(({ kind }) => kind === 'word') : [],
          said: known && !including ? words : undefined,
          last: i,
        }
      }
      if (token.mark === '(' || endsSentence(token.mark)) return undefined
      several ||= token.mark === '、'
    } else {
      several ||= token.kind === 'word' && token.senses.includes('and')
      words.push(token)
    }
  }
  return undefined
}

function splitAtNumbers(
  tokens: readonly Token[],
  before: string,
  after: string,
  depth: number,
  start: number,
  end: number,
  isTelling: (word: Word) => boolean,
): readonly Clause[] {
  const numbers = tokens.flatMap((it, i) => (it.kind === 'quantity' ? [{ i, quantity: it.quantity }] : []))
  const words = (from: number, to: number): readonly Word[] =>
    tokens.slice(from, to).flatMap((it) => (it.kind === 'word' || it.kind === 'gap' ? [it] : []))
  const [first] = numbers
  if (first === undefined)
    return [{ quantity: undefined, lead: words(0, tokens.length), tail: [], before, after, start, end, depth }]
  const clauses: Clause[] = []
  let from = 0
  numbers.forEach(({ i, quantity }, k) => {
    const lead = words(from, i)
    const next = numbers[k + 1]?.i ?? tokens.length
    const last = k === numbers.length - 1
    // 复议5件和诉讼3件: words between two numbers lead to the second, unless nothing led to the first.
    const cut = !lead.some(isTelling) ? behind(tokens, i + 1, next) : last ? next : i + 1
    clauses.push({
      quantity,
      lead,
      tail: words(i + 1, cut),
      before: k === 0 ? before : '',
      after: last ? after : '',
      start: k === 0 ? start : (tokens[from]?.start ?? start),
      end: last ? end : (tokens[cut - 1]?.end ?? end),
      depth,
    })
    from = cut
  })
  return clauses
}

/** 在12件案件中维持5件: 中 ends what is said of the first number. */
function behind(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    if (token?.kind === 'word' && token.senses.includes('within')) return i + 1
  }
  return to
}
