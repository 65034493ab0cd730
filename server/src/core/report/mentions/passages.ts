import type { Piece, Placed, Section } from '../../markdown/document.ts'
import { keep } from '../../text/keep.ts'
import type { Span } from '../../text/span.ts'

/**
 * A paragraph or a heading as one line of plain text: full width folded, blanks and marks left out, lines that a
 * converter broke joined again. `at[i]` is where character `i` stands in its piece of the Markdown.
 */
export type Passage = { readonly text: string; readonly at: readonly number[]; readonly heading: boolean }

/** The prose of a section of the Markdown; a key makes one passage of it anew. */
export const passagesOf = keep((section: Section): readonly Placed<Passage>[] =>
  section.pieces.flatMap(({ at, value }) => passagesIn(value).map((passage) => ({ at, value: passage }))),
)

const passagesIn = keep(({ text, blocks }: Piece): readonly Passage[] => {
  const passages = blocks.flatMap((block): Passage[] => {
    if (block.kind === 'heading') return [join(text, [block.content], true)]
    if (block.kind !== 'paragraph') return []
    const lines = block.lines.map(({ span }) => span).filter(({ start, end }) => !isRow(text.slice(start, end)))
    return [join(text, lines, false)]
  })
  return passages.filter((it) => it.text !== '')
})

/** Where characters `from` up to `to` of a passage stand in its piece. */
export const sourceSpan = ({ at }: Passage, from: number, to: number): Span => {
  const start = at[from] ?? 0
  return { start, end: (at[to - 1] ?? start) + 1 }
}

/** A row of a table that lacks its second line, or of a table that was pasted as text. */
const isRow = (line: string): boolean => /^\s*\||\|[^|]*\|/.test(line) || /\t[^\t]*\t/.test(line)

/** A line that begins like an item is a sentence of its own even if the one before it lacks its full stop. */
const item = /^[\s*]*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[、.．](?!\d))/

const hidden = /<!--[^]*?-->|<\/?[a-zA-Z][^<>]{0,200}>|&nbsp;|~~|[*`\\\u200b-\u200f\u2060\ufeff\u00ad]/y

function join(source: string, lines: readonly { start: number; end: number }[], heading: boolean): Passage {
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
    if (text !== '' && item.test(source.slice(start, end))) put('\n', start)
    for (let i = start; i < end;) {
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
