/**
 * A pure function of a short text that keeps its answers: a document says the same few words over and over, and is
 * read again at every key. Bounded, and a long text, of which there is hardly a second, is not kept.
 */
export function remember<T>(read: (text: string) => T, entries = 4000, longest = 80): (text: string) => T {
  const kept = new Map<string, T>()
  return (text) => {
    if (text.length > longest) return read(text)
    const known = kept.get(text)
    if (known !== undefined) return known
    const value = read(text)
    if (kept.size >= entries) kept.clear()
    kept.set(text, value)
    return value
  }
}
