import { namedCharacter } from './characterReference.ts'

/**
 * The text that a reader sees in a piece of inline source: escapes and character references resolved, line breaks
 * and tags taken out, emphasis marks around the whole removed. Never used for positions.
 */
export function plainText(source: string): string {
  // No label, title or figure is that long; a line of megabytes must not be searched for unclosed comments.
  if (source.length > 4000) return source.trim()
  if (!/[&<\\*_~`]/.test(source)) return source.trim()
  const text = source
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<\/?[a-zA-Z][^<>]*>/g, '')
    .replace(
      /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w{2,31}));/g,
      (whole, dec?: string, hex?: string, name?: string) => {
        if (name !== undefined) return namedCharacter(name) ?? whole
        const code = dec === undefined ? parseInt(hex ?? '', 16) : parseInt(dec, 10)
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
      },
    )
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .trim()
  return withoutEmphasis(text)
}

const emphasis = /^(\*\*\*|\*\*|\*|___|__|_|~~|`)([^]+)\1$/

function withoutEmphasis(text: string): string {
  const inner = emphasis.exec(text)?.[2]
  return inner === undefined || /^[\s*_~`]*$/.test(inner) ? text : withoutEmphasis(inner.trim())
}

/** How far the visible text of a piece reaches inside its source: without white space and surrounding emphasis marks. */
export function visibleSpan(source: string): { readonly start: number; readonly end: number } {
  const trimmed = source.trim()
  if (trimmed === '') return { start: 0, end: 0 }
  const start = source.length - source.trimStart().length
  const mark = emphasis.exec(trimmed)
  const inner = mark?.[2]
  if (mark?.[1] === undefined || inner === undefined || /^[\s*_~`]*$/.test(inner))
    return { start, end: start + trimmed.length }
  const within = visibleSpan(inner)
  const from = start + mark[1].length
  return { start: from + within.start, end: from + within.end }
}
