import type { Quantity } from './quantities.ts'

/** A quantity in the words that stand around it. Offsets count within the passage. */
export type Clause = {
  readonly quantity: Quantity
  /** From the separator or quantity before it to the number. */
  readonly lead: string
  /** From the unit to the next separator or quantity. */
  readonly tail: string
  readonly start: number
  readonly end: number
  /** Where its sentence begins. */
  readonly sentence: number
  /** It is an item of a list: behind 其中, or in brackets behind another quantity. */
  readonly part: boolean
}

const stop = /[。！!？?\n]/g

/** A longer sentence is none: a pasted megabyte must not cost the square of its length. */
const longest = 3000

/** Where sentences begin and end. */
export function sentencesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const sentences: { start: number; end: number }[] = []
  let start = 0
  for (const match of text.matchAll(stop)) {
    if (match.index > start && match.index - start <= longest) sentences.push({ start, end: match.index })
    start = match.index + match[0].length
  }
  if (start < text.length && text.length - start <= longest) sentences.push({ start, end: text.length })
  return sentences
}

const breaks = ',;:()'

/** A list goes on behind its comma: what follows a number is cut there, what leads to one is not. */
const separators = `${breaks}、`

/** Every quantity with its clause. A bracketed remark without a number does not part a clause. */
export function clausesOf(text: string, quantities: readonly Quantity[], isEmpty: RegExp): readonly Clause[] {
  const masked = text.replace(/\([^()\d]{0,40}\)/g, (remark) =>
    /^\(含.*(?:公开|结转)/.test(remark) ? `·${remark.slice(1, -1)}·` : '·'.repeat(remark.length),
  )
  return sentencesOf(text).flatMap(({ start, end }) => {
    const own = quantities.filter((it) => it.start >= start && it.end <= end)
    return own.map((quantity, i): Clause => {
      const after = own[i - 1]?.end ?? start
      let from = quantity.start
      const atBreak = (): boolean => breaks.includes(masked[from - 1] ?? '')
      while (from > after && !atBreak()) from--
      // 受理申请,共105件: what is counted stands before the comma.
      while (from > after && isEmpty.test(masked.slice(from, quantity.start)) && /[,:]/.test(masked[from - 1] ?? '')) {
        from--
        while (from > after && !atBreak()) from--
      }
      const limit = own[i + 1]?.start ?? end
      let to = quantity.end
      while (to < limit && !separators.includes(masked[to] ?? '')) to++
      const before = text.slice(start, quantity.start)
      return {
        quantity,
        lead: masked
          .slice(from, quantity.start)
          .replaceAll(',', '')
          .replace(/^、|^.*、$/, ''),
        tail: masked.slice(quantity.end, to),
        start: from,
        end: to,
        sentence: start,
        part: isPart(before),
      }
    })
  })
}

/** An open bracket with a quantity before it, or 其中 since the last semicolon. */
function isPart(before: string): boolean {
  const open = before.lastIndexOf('(')
  const inBrackets = open > before.lastIndexOf(')') && /\d/.test(before.slice(0, open))
  return inBrackets || /其中|分别为|包括/.test(before.slice(before.lastIndexOf(';') + 1))
}
