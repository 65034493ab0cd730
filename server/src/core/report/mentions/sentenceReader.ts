import { clausesOf, endsSentence } from './clauses.ts'
import { interpret, type Before } from './interpret.ts'
import type { Lexicon } from './lexicon.ts'
import { quantitiesIn } from './quantities.ts'
import type { Setting } from './read.ts'
import { paired } from './respective.ts'
import type { Meanings } from './senses.ts'
import { tokensOf } from './tokens.ts'
import { isTelling } from './understand.ts'

type Read = ReturnType<typeof interpret>

/** More sentences than a long report has; a report says most of them again at every key. */
const most = 20_000

/**
 * What reads one sentence after what stands before it, and keeps what it has read: a key changes one sentence of a
 * paragraph. Offsets count from the sentence.
 */
export function sentenceReader(
  lexicon: Lexicon,
  meanings: Meanings,
  { year, ...body }: Setting,
): (sentence: string, before: Before) => Read {
  const kept = new Map<string, Read>()
  return (sentence, before) => {
    const { first, subject, topic, amid } = before
    const key = `${String(first)} ${subject.topic ?? ''} ${subject.amid} ${topic ?? ''} ${amid} ${sentence}`
    const known = kept.get(key)
    if (known !== undefined) return known
    const tokens = tokensOf(sentence, quantitiesIn(sentence), lexicon, year)
    const clauses = paired(
      clausesOf(tokens, (word) => isTelling(word, meanings)),
      meanings,
    )
    const read = interpret(sentence, clauses, meanings, before, body)
    if (kept.size >= most) kept.clear()
    kept.set(key, read)
    return read
  }
}

/** The sentences of a text, each with the mark that ends it. */
export function cutSentences(text: string): readonly { readonly start: number; readonly end: number }[] {
  const sentences: { start: number; end: number }[] = []
  let start = 0
  for (let i = 0; i < text.length; i++) {
    if (!endsSentence(text.charAt(i))) continue
    sentences.push({ start, end: i + 1 })
    start = i + 1
  }
  if (start < text.length) sentences.push({ start, end: text.length })
  return sentences
}
