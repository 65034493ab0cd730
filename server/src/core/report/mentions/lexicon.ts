import type { MentionsFormat } from '../../formats/mention.ts'

/** The words of a form as a tree of characters: a line is read in one pass, however many words there are. */
export type Lexicon = { readonly root: Node }

type Node = { readonly next: Map<number, Node>; senses: readonly string[] | undefined }

/** Senses that the reader itself gives: what the form's data may also name. */
export const given = { wide: '@wide', own: '@own', under: '@under' } as const

const kept = new WeakMap<MentionsFormat, Lexicon>()

export function lexiconOf(format: MentionsFormat): Lexicon {
  const known = kept.get(format)
  if (known !== undefined) return known
  const root: Node = { next: new Map(), senses: undefined }
  const add = (words: readonly string[], sense: string | undefined): void => {
    for (const word of words) {
      let node = root
      for (let i = 0; i < word.length; i++) {
        const code = word.charCodeAt(i)
        const next = node.next.get(code) ?? { next: new Map<number, Node>(), senses: undefined }
        node.next.set(code, next)
        node = next
      }
      node.senses = sense === undefined ? (node.senses ?? []) : [...(node.senses ?? []), sense]
    }
  }
  for (const [sense, words] of Object.entries(format.senses)) add(words, sense)
  add(format.plain, undefined)
  add(format.scope.wide, given.wide)
  add(format.scope.own, given.own)
  add(format.scope.under, given.under)
  const lexicon = { root }
  kept.set(format, lexicon)
  return lexicon
}

/** The longest word that begins here: how many characters, and what it means. */
export function wordAt({ root }: Lexicon, text: string, at: number): Found | undefined {
  let node: Node | undefined = root
  let found: Found | undefined
  for (let i = at; i < text.length; i++) {
    node = node.next.get(text.charCodeAt(i))
    if (node === undefined) break
    if (node.senses !== undefined) found = { length: i + 1 - at, senses: node.senses }
  }
  return found
}

export type Found = { readonly length: number; readonly senses: readonly string[] }
