import type { Analysis } from '../analyse.ts'
import { blocksIn } from '../markdown/document.ts'
import { overlaps, shift, type Edit, type Span } from '../text/span.ts'
import { layOut } from './formatting/layOut.ts'
import { readTable } from './formatting/tableLines.ts'

/**
 * Edits that align the columns of the Markdown tables of a report, and nothing else: what stands in the cells, how
 * many a row has, indentation and line ends stay. One edit for each line that changes, as small as can be. With a span
 * only the lines that it touches change, to the widths of the whole table. None where the document is no report.
 */
export function formatting(
  { document, report }: Analysis,
  within: Span | undefined,
  ambiguousAsWide: boolean,
): readonly Edit[] {
  if (report === undefined) return []
  const edits: Edit[] = []
  for (const { at, value: block } of blocksIn(document)) {
    if (block.kind !== 'table' || block.grid.notation !== 'gfm') continue
    if (within !== undefined && !overlaps(shift(block.span, at), within)) continue
    const table = readTable(document.text, block.grid, at)
    if (table === undefined) continue
    for (const { span, text } of layOut(table, ambiguousAsWide)) {
      if (within !== undefined && !overlaps(span, within)) continue
      const edit = smallest(document.text, span, text)
      if (edit !== undefined) edits.push(edit)
    }
  }
  return edits
}

/** The part of a line that differs; undefined where none does. */
function smallest(source: string, span: Span, text: string): Edit | undefined {
  const old = source.slice(span.start, span.end)
  if (old === text) return undefined
  const most = Math.min(old.length, text.length)
  let head = 0
  while (head < most && old[head] === text[head]) head++
  let tail = 0
  while (tail < most - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++
  return { span: { start: span.start + head, end: span.end - tail }, text: text.slice(head, text.length - tail) }
}
