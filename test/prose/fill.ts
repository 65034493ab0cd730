import type { Random } from '../random.ts'

/** A sentence with its figures; where a number was planted, between ⟦ and ⟧. */
export type Filled = { readonly text: string; readonly planted: boolean }

/** What a reader would take in place of a figure without a word (`formats.md` §10): a number planted is none of them. */
const taken: Readonly<Record<string, readonly string[]>> = {
  new: ['all', 'done'],
  all: ['new', 'done'],
  done: ['new', 'all'],
  nat: ['natAll'],
  org: ['orgAll'],
  fy: ['fy-fy.pending'],
  ss: ['ss-ss.pending'],
  both: ['both-fy.pending-ss.pending'],
}

const slot = /\{([^{}]+)\}/g

/** How many numbers of a sentence could be planted wrong. */
export const plantable = (sentence: string): number =>
  [...sentence.matchAll(slot)].filter(([, name = '']) => !/^~|^[\p{Script=Han}YPN]$/u.test(name)).length

/** `plant` is the number, counted from 0 among those that can be planted, that is made wrong. */
export function fill(
  sentence: string,
  named: ReadonlyMap<string, number>,
  words: Readonly<Record<string, string>>,
  random: Random,
  plant: number | undefined,
): Filled {
  let i = 0
  let planted = false
  const text = sentence.replace(slot, (_, name: string) => {
    const word = words[name]
    if (word !== undefined) return word
    if (name.startsWith('~')) {
      const most = /^~(\d+)$/.exec(name)?.[1]
      return String(most === undefined ? valueOf(name.slice(1), named) : 1 + random.below(Number(most)))
    }
    const wrong = i++ === plant
    if (wrong) planted = true
    const written = write(name, named, random, wrong)
    return wrong ? `⟦${written}⟧` : written
  })
  return { text, planted }
}

function write(name: string, named: ReadonlyMap<string, number>, random: Random, wrong: boolean): string {
  const share = /^%(\d?)([^/]+)\/(.+)$/.exec(name)
  if (share !== null) {
    const [, decimals = '', part = '', whole = ''] = share
    const places = decimals === '' ? 2 : Number(decimals)
    const value = (100 * valueOf(part, named)) / Math.max(1, valueOf(whole, named))
    const off = places === 0 ? 3 : random.pick([1.3, 2.4, 5.2])
    return (wrong ? (value > 50 ? value - off : value + off) : value).toFixed(places)
  }
  const [, sum = '', side = '', limit = ''] = /^([^|]+)(?:\|([<>])(.+))?$/.exec(name) ?? []
  const value = valueOf(sum, named)
  if (!wrong) return String(value)
  const bound = limit === '' ? undefined : valueOf(limit, named)
  if (side === '<' && bound !== undefined) return String(Math.max(1, bound - 1 - random.below(Math.min(20, bound))))
  if (side === '>' && bound !== undefined) return String(bound + 1 + random.below(20))
  const near = (taken[sum] ?? []).map((it) => valueOf(it, named))
  const off = Array.from({ length: 60 }, () => value + random.pick([1, -1, 2, 3, -2, 9, 10, 27, -9, 90, 100]))
  return String(off.find((it) => it > 0 && !near.includes(it)) ?? value + 1)
}

/** A sum or difference of named figures and numbers. */
function valueOf(sum: string, named: ReadonlyMap<string, number>): number {
  let total = 0
  for (const [, sign = '', name = ''] of sum.matchAll(/([+-]?)([\w.]+)/g)) {
    const value = /^\d+$/.test(name) ? Number(name) : named.get(name)
    if (value === undefined) throw new Error(`no figure ${name} in ${sum}`)
    total += sign === '-' ? -value : value
  }
  return total
}

/** The names that a sentence uses, without words and free numbers. */
export const namesIn = (sentence: string): readonly string[] =>
  [...sentence.matchAll(slot)].flatMap(([, name = '']) => name.match(/[a-zA-Z][a-zA-Z.]*/g) ?? [])
