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
