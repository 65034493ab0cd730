import type { Section } from '../../markdown/document.ts'
import type { Span } from '../../text/span.ts'

/**
 * A paragraph or a heading as one line of plain text: full width folded, blanks and marks left out, lines that a
 * converter broke joined again. `at[i]` is where character `i` stands in the section.
 */
export type Passage = { readonly text: string; readonly at: readonly number[]; readonly heading: boolean }

const kept = new WeakMap<Section, readonly Passage[]>()

/** The prose of a section of the Markdown. Kept as long as the section, so that a keystroke reads one section again. */
export function passagesOf(section: Section): readonly Passage[] {
  const known = kept.get(section)
  if (known !== undefined) return known
  const passages: Passage[] = []
  let lines: Span[] = []
  const close = (): void => {
    if (lines.length > 0) passages.push(join(section.text, lines, false))
    lines = []
  }
  for (const block of section.blocks) {
    if (block.kind !== 'paragraph') close()
    if (block.kind === 'heading') passages.push(join(section.text, [block.content], true))
    if (block.kind !== 'paragraph') continue
    const own = block.lines.map(({ span }) => span).filter(({ start, end }) => !isRow(section.text.slice(start, end)))
    if (!goesOn(section.text, lines.at(-1), own[0])) close()
    lines.push(...own)
  }
  close()
  const spoken = passages.filter(({ text }) => text !== '')
  kept.set(section, spoken)
  return spoken
}

/** Where characters `from` up to `to` of a passage stand in the section. */
export const sourceSpan = ({ at }: Passage, from: number, to: number) => {
  const start = at[from] ?? 0
  return { start, end: (at[to - 1] ?? start) + 1 }
}

/** 情况如下: and the items below it, and one item after another, are one passage, whatever blank lines stand between. */
const goesOn = (source: string, last: Span | undefined, next: Span | undefined): boolean =>
  last !== undefined &&
  next !== undefined &&
  bullet.test(source.slice(next.start, next.end)) &&
  (/[:：；;，,]\s*$/.test(source.slice(last.start, last.end)) || bullet.test(source.slice(last.start, last.end)))

/** An item of a Markdown list. */
const bullet = /^\s*[-*+•·]\s+/

/** A row of a table that lacks its second line, or of a table that was pasted as text. */
const isRow = (line: string): boolean => /^\s*\||\|[^|]*\|/.test(line) || /\t[^\t]*\t/.test(line)

/** A line that begins like an item is a sentence of its own even if the one before it lacks its full stop. */
const item = /^[\s*]*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[、.．](?!\d))/

const hidden = /<!--[^]{0,2000}?-->|<\/?[a-zA-Z][^<>]{0,200}>|&nbsp;|~~|[*`\\\u200b-\u200f\u2060\ufeff\u00ad]/y

function join(source: string, lines: readonly Span[], heading: boolean): Passage {
  let text = ''
  const at: number[] = []
  let blank = false
  /** Looked at instead of the text, whose end a pattern would look for from its start. */
  let last = ''
  const put = (character: string, offset: number): void => {
    text += character
    last = character
    for (let i = 0; i < character.length; i++) at.push(offset)
  }
  for (const { start, end } of lines) {
    const line = source.slice(start, end)
    const marker = bullet.exec(line)?.[0].length ?? 0
    // An item goes on what a colon or a semicolon left open; behind a full stop it begins anew.
    const part = marker > 0 || item.test(line)
    if (text !== '' && part && last !== ':' && last !== ';') put(marker > 0 && last !== '。' ? ';' : '\n', start)
    for (let i = start + marker; i < end;) {
      const code = source.charCodeAt(i)
      if (code >= 0x4e00 && code <= 0x9fff) {
        // Chinese, of which most of the text is, stands for itself.
        put(source.charAt(i++), i - 1)
        blank = false
        continue
      }
      hidden.lastIndex = i
      const skipped = hidden.exec(source)?.[0]
      if (skipped !== undefined) {
        i += skipped.length
        continue
      }
      const character = String.fromCodePoint(source.codePointAt(i) ?? 32)
      const folded = character.normalize('NFKC')
      if (/^\s*$/.test(folded)) blank = true
      else {
        // A blank between two words or two numbers keeps them apart; any other means nothing.
        if (blank && /[\w.]$/.test(last) && /^\w/.test(folded)) put(' ', i)
        put(folded, i)
        blank = false
      }
      i += character.length
    }
    blank = true
  }
  return { text, at, heading }
}
