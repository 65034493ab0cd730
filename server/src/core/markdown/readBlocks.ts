import type { Span } from '../text/span.ts'
import type { Block } from './block.ts'
import { behindFence, opensFence } from './fence.ts'
import { behindHtml, opensHtml, type HtmlEnd } from './htmlBlock.ts'
import { withHtmlTables } from './htmlRegions.ts'
import { headsTable, pipeTable } from './pipeTable.ts'
import { plainText } from './plainText.ts'
import { isBlank, linesOfSource, type Line } from './sourceLines.ts'
import { textLines } from './textLines.ts'

/**
 * The blocks of a piece of Markdown, read line by line: those of CommonMark and the tables of GFM. Lists, quotes and
 * definitions are none: their lines are lines of paragraphs, which a report's misplaced headings may hide in, and
 * nothing reaches across the document. Inline text is read from its source, where it is needed. Linear and total.
 * Offsets count from the start of the piece.
 */
export function readBlocks(text: string): readonly Block[] {
  const blocks: Block[] = []
  const lines = linesOfSource(text)
  for (let at = 0; at < lines.length;) {
    const line = lines[at]
    if (line === undefined || isBlank(line)) {
      at++
      continue
    }
    const { block, next } = blockAt(lines, at, line, text)
    blocks.push(block)
    at = next
  }
  return withHtmlTables(blocks, text)
}

/** A block and the line after it. */
type Read = { readonly block: Block; readonly next: number }

function blockAt(lines: readonly Line[], at: number, line: Line, text: string): Read {
  if (line.indented) return indentedCode(lines, at, line)
  const begins = beginning(line, lines[at + 1], text, false)
  switch (begins.kind) {
    case 'heading':
      return { block: heading(line, text), next: at + 1 }
    case 'break':
      return { block: { kind: 'break', span: { start: line.start, end: line.end } }, next: at + 1 }
    case 'fence': {
      const { end, next } = upTo(behindFence(lines, at, begins.marks, text), lines, text)
      return { block: { kind: 'code', span: { start: line.start, end } }, next }
    }
    case 'html': {
      const { end, next } = upTo(behindHtml(lines, at, begins.end, text), lines, text)
      return { block: html({ start: line.from, end }, text), next }
    }
    case 'table':
      return tableAt(lines, at, text)
    case 'text':
      return paragraphAt(lines, at, text)
  }
}

type Beginning =
  | { readonly kind: 'heading' | 'break' | 'table' | 'text' }
  | { readonly kind: 'fence'; readonly marks: string }
  | { readonly kind: 'html'; readonly end: HtmlEnd }

/** What begins with a line; `interrupts`: in place of a further line of a paragraph. */
function beginning(line: Line, below: Line | undefined, text: string, interrupts: boolean): Beginning {
  const first = text.charAt(line.start)
  const marks = opensFence(line, text)
  if (marks !== undefined) return { kind: 'fence', marks }
  const end = opensHtml(line, text, interrupts)
  if (end !== undefined) return { kind: 'html', end }
  if (first === '#' && /^#{1,6}(?:[ \t]|$)/.test(text.slice(line.start, Math.min(line.end, line.start + 7))))
    return { kind: 'heading' }
  if ((first === '*' || first === '-' || first === '_') && rule.test(text.slice(line.start, line.end)))
    return { kind: 'break' }
  return { kind: headsTable(line, below, text) ? 'table' : 'text' }
}

const rule = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/

/** What nothing closes reaches to the very end of the text. */
const upTo = (next: number | undefined, lines: readonly Line[], text: string): { end: number; next: number } =>
  next === undefined ? { end: text.length, next: lines.length } : { end: lines[next - 1]?.end ?? 0, next }

function indentedCode(lines: readonly Line[], at: number, { from }: Line): Read {
  let last = at
  for (let i = at + 1; i < lines.length; i++) {
    const line = lines[i]
    if (line === undefined || (!line.indented && !isBlank(line))) break
    // A blank line belongs to the code if it is indented like it, or if code comes after it.
    if (line.indented) last = i
  }
  return { block: { kind: 'code', span: { start: from, end: lines[last]?.end ?? 0 } }, next: last + 1 }
}

function html(span: Span, text: string): Block {
  const comment = /^<!--((?:(?!-->)[^])*)-->\s*$/.exec(text.slice(span.start, span.end))?.[1]
  // Markdown has no NUL.
  return comment === undefined
    ? { kind: 'html', span }
    : { kind: 'comment', text: comment.trim().replaceAll('\0', '\ufffd'), span }
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

function tableAt(lines: readonly Line[], at: number, text: string): Read {
  let next = at + 2
  for (; next < lines.length; next++) {
    const line = lines[next]
    if (line === undefined || isBlank(line) || line.indented) break
    if (beginning(line, undefined, text, false).kind !== 'text') break
  }
  const grid = pipeTable(lines.slice(at, next), text)
  return { block: { kind: 'table', grid, span: grid.span }, next }
}

/** A paragraph, or the heading that the line below makes of it. */
function paragraphAt(lines: readonly Line[], at: number, text: string): Read {
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
      if (beginning(line, lines[next + 1], text, true).kind !== 'text') break
    }
    end = line.end
  }
  return { block: { kind: 'paragraph', lines: textLines({ start, end }, text), span: { start, end } }, next }
}
