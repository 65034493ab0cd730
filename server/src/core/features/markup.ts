/** A long cell is cut, so that one pasted into a table by mistake does not fill the screen. Counted in characters. */
const longest = 60

/**
 * Text as Markdown that shows just that text: no mark, tag, entity or bare address in it takes effect, and in a table
 * it stays one cell. Line breaks and control characters become blanks.
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    // A colon or an at sign makes an address even without brackets; so does `www.`.
    .replace(/[\\`*_[\]<>|~&#!$:@{}]/g, '\\$&')
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}\\.`)

/** What stands in a cell of a report, escaped, and cut where it is no figure but a paragraph. */
export function escapeWritten(text: string): string {
  const characters = Array.from(text.trim())
  return escapeMarkdown(characters.length > longest ? `${characters.slice(0, longest).join('')}…` : characters.join(''))
}

export const paragraphs = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n\n')
