import type { Block } from './block.ts'
import { blocksOf } from './blocks.ts'
import { parseMarkdown } from './parse.ts'
import { headsTable, pipeTable } from './pipeTable.ts'
import { plainText } from './plainText.ts'
import { shiftBlock } from './shiftBlock.ts'
import { isBlank, linesOfSource, type Line } from './sourceLines.ts'
import { textLines } from './textLines.ts'

/**
 * The blocks of a piece of Markdown, as the Markdown parser finds them but in a fraction of its time: headings,
 * paragraphs and pipe tables are read line by line, since a report has little else. From the first block on that may
 * be a fence, HTML or indented code the parser reads the rest. Offsets count from the start of the piece.
 */
export function readBlocks(text: string): readonly Block[] {
  // The parser takes this mark off the start of whatever it is given.
  if (text.includes('\ufeff')) return blocksOf(parseMarkdown(text), text)
  const blocks: Block[] = []
  const lines = linesOfSource(text)
  for (let at = 0; at < lines.length;) {
    const line = lines[at]
    if (line === undefined || isBlank(line)) {
      at++
      continue
    }
    const read = blockAt(lines, at, text)
    if (read === undefined) {
      const rest = text.slice(line.from)
      return [...blocks, ...blocksOf(parseMarkdown(rest), rest).map((block) => shiftBlock(block, line.from))]
    }
    blocks.push(read.block)
    at = read.next
  }
  return blocks
}

/** A block and the line after it. */
type Read = { readonly block: Block; readonly next: number }

/** Undefined where it takes the parser to tell. */
function blockAt(lines: readonly Line[], at: number, text: string): Read | undefined {
  const line = lines[at]
  if (line === undefined || line.indented) return undefined
  switch (kindOf(line, lines[at + 1], text)) {
    case 'odd':
      return undefined
    case 'heading':
      return { block: heading(line, text), next: at + 1 }
    case 'break':
      return { block: { kind: 'break', span: { start: line.start, end: line.end } }, next: at + 1 }
    case 'table':
      return tableAt(lines, at, text)
    case 'text':
      return paragraphAt(lines, at, text)
  }
}

type Kind = 'odd' | 'heading' | 'break' | 'table' | 'text'

/** What begins with a line, or interrupts a paragraph there. */
function kindOf(line: Line, below: Line | undefined, text: string): Kind {
  const first = text.charAt(line.start)
  if (isOdd(first, line, text)) return 'odd'
  if (first === '#' && /^#{1,6}(?:[ \t]|$)/.test(text.slice(line.start, Math.min(line.end, line.start + 7))))
    return 'heading'
  if ((first === '*' || first === '-' || first === '_') && rule.test(text.slice(line.start, line.end))) return 'break'
  return headsTable(line, below, text) ? 'table' : 'text'
}

const rule = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/

/** Whether HTML or a fence may begin here. */
function isOdd(first: string, { start, end }: Line, text: string): boolean {
  if (first === '<') return /[a-zA-Z/!?]/.test(text.charAt(start + 1))
  if (first === '~') return text.startsWith('~~~', start)
  return first === '`' && text.startsWith('```', start) && /^`{3,}[^`]*$/.test(text.slice(start, end))
}

function heading({ start, end }: Line, text: string): Block {
  const line = text.slice(start, end)
  const marks = /^#+/.exec(line)?.[0].length ?? 0
  const open = marks + (/^[ \t]*/.exec(line.slice(marks))?.[0].length ?? 0)
  const closed = withoutBlanks(line, open, line.length)
  let hashes = closed
  while (hashes > open && line[hashes - 1] === '#') hashes--
  // Number signs at the end close the heading where a blank is before them.
  const isClosing = hashes < closed && (hashes === open || /[ \t]/.test(line.charAt(hashes - 1)))
  const close = isClosing ? withoutBlanks(line, open, hashes) : closed
  const content = close > open ? { start: start + open, end: start + close } : { start: end, end }
  return {
    kind: 'heading',
    depth: marks,
    text: plainText(text.slice(content.start, content.end)),
    span: { start, end },
    content,
  }
}

function withoutBlanks(line: string, from: number, to: number): number {
  let end = to
  while (end > from && (line[end - 1] === ' ' || line[end - 1] === '\t')) end--
  return end
}

function tableAt(lines: readonly Line[], at: number, text: string): Read | undefined {
  let next = at + 2
  for (; next < lines.length; next++) {
    const line = lines[next]
    if (line === undefined || isBlank(line)) break
    if (line.indented) return undefined
    const kind = kindOf(line, undefined, text)
    if (kind === 'odd') return undefined
    if (kind !== 'text') break
  }
  const grid = pipeTable(lines.slice(at, next), text)
  return { block: { kind: 'table', grid, span: grid.span }, next }
}

/** A paragraph, or the heading that the line below makes of it. */
function paragraphAt(lines: readonly Line[], at: number, text: string): Read | undefined {
  const start = lines[at]?.start ?? 0
  let end = lines[at]?.end ?? 0
  let next = at + 1
  for (; next < lines.length; next++) {
    const line = lines[next]
    if (line === undefined || isBlank(line)) break
    if (!line.indented) {
      const first = text.charAt(line.start)
      if ((first === '=' || first === '-') && /^(?:=+|-+)[ \t]*$/.test(text.slice(line.start, line.end))) {
        const content = { start, end: start + withoutBlanks(text.slice(start, end), 0, end - start) }
        const title = plainText(text.slice(content.start, content.end))
        const span = { start, end: line.end }
        return { block: { kind: 'heading', depth: first === '=' ? 1 : 2, text: title, span, content }, next: next + 1 }
      }
      const kind = kindOf(line, lines[next + 1], text)
      if (kind === 'odd') return undefined
      if (kind !== 'text') break
    }
    end = line.end
  }
  return { block: { kind: 'paragraph', lines: textLines({ start, end }, text), span: { start, end } }, next }
}
