import type { Block } from '../../markdown/block.ts'
import type { Piece, Placed, Section } from '../../markdown/document.ts'
import { keep } from '../../text/keep.ts'
import { shift, type Span } from '../../text/span.ts'

/**
 * A paragraph or a heading as one line of plain text: full width folded, blanks and marks left out, lines that a
 * converter broke joined again. `at[i]` is where character `i` stands, counted from where the passage is placed.
 */
export type Passage = { readonly text: string; readonly at: readonly number[]; readonly heading: boolean }

/** The prose of a section of the Markdown; a key makes one passage of it anew. */
export const passagesOf = keep((section: Section): readonly Placed<Passage>[] => {
  const passages: Placed<Passage>[] = []
  let open: Placed<Strand>[] = []
  const close = (): void => {
    const [only, ...others] = open
    if (only !== undefined && others.length === 0) passages.push({ at: only.at, value: only.value.passage })
    else if (only !== undefined) {
      const lines = open.flatMap(({ at, value }) => value.lines.map((line) => shift(line, at)))
      passages.push({ at: 0, value: join(section.text, lines, false) })
    }
    open = []
  }
  for (const { at, value } of section.pieces)
    for (const strand of strandsOf(value)) {
      if (strand === undefined || strand.passage.heading || !goesOn(open.at(-1)?.value, strand)) close()
      if (strand?.passage.heading === true) passages.push({ at, value: strand.passage })
      else if (strand !== undefined) open.push({ at, value: strand })
    }
  close()
  return passages.filter(({ value }) => value.text !== '')
})

/** A paragraph or a heading by itself; undefined for any other block, which parts what stands around it. */
type Strand = {
  readonly passage: Passage
  readonly lines: readonly Span[]
  readonly first: string
  readonly last: string
}

const strandsOf = keep(({ text, blocks }: Piece): readonly (Strand | undefined)[] =>
  blocks.map((block) => {
    const lines = linesOf(block, text)
    if (lines === undefined) return undefined
    const [first, last] = [lines[0], lines.at(-1)].map((it) => text.slice(it?.start ?? 0, it?.end ?? 0))
    return { passage: join(text, lines, block.kind === 'heading'), lines, first: first ?? '', last: last ?? '' }
  }),
)

function linesOf(block: Block, text: string): readonly Span[] | undefined {
  if (block.kind === 'heading') return [block.content]
  if (block.kind !== 'paragraph') return undefined
  return block.lines.map(({ span }) => span).filter(({ start, end }) => !isRow(text.slice(start, end)))
}

/** Where characters `from` up to `to` of a passage stand. */
export const sourceSpan = ({ at }: Passage, from: number, to: number): Span => {
  const start = at[from] ?? 0
  return { start, end: (at[to - 1] ?? start) + 1 }
}

/** 情况如下: and the items below it, and one item after another, are one passage, whatever blank lines stand between. */
const goesOn = (before: Strand | undefined, next: Strand): boolean =>
  before !== undefined && bullet.test(next.first) && (/[:：；;，,]\s*$/.test(before.last) || bullet.test(before.last))

/** An item of a Markdown list. */
const bullet = /^\s*[-*+•·]\s+/

/** A row of a table that lacks its second line, or of a table that was pasted as text. */
const isRow = (line: string): boolean => /^\s*\||\|[^|]*\|/.test(line) || /\t[^\t]*\t/.test(line)

/** A line that begins like an item is a sentence of its own even if the one before it lacks its full stop. */
const item = /^[\s*]*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[、.．](?!\d))/

const hidden = /<!--[^]{0,2000}?-->|<\/?[a-zA-Z][^<>]{0,200}>|&nbsp;|~~|[*`\\\u200b-\u200f\u2060\ufeff\u00ad]/y

/**
 * What most of the rest is, which is in none of the marks above, and what is read for it. Numbers and words behind a
 * blank are looked at more closely.
 */
const ordinary: ReadonlyMap<number, string> = new Map(
  Array.from('0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ,.;:%()。、“”《》，；：（）％').map(
    (character) => [character.charCodeAt(0), character.normalize('NFKC')],
  ),
)

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
      const plain = ordinary.get(code)
      if (plain !== undefined && !(blank && code < 0x80)) {
        put(plain, i++)
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
