import type { Cell, Grid } from '../../markdown/grid.ts'
import { plainText } from '../../markdown/plainText.ts'

/** A cell as it is written in a Markdown table: what it says, and of its marks all that such a table can hold. */
export function writtenCell(cell: Cell, { notation }: Grid, source: string): string {
  const raw = source.slice(cell.room.start, cell.room.end)
  if (notation === 'gfm') return raw.trim()
  if (notation === 'list') return escapeCell(cell.text)
  // Paragraphs and fonts are a converter's; what else there is, such as links, stays as it is.
  const inner = raw.replace(/<\/?(?:p|div|span|font|center|o:p|br)\b[^<>]*>/gi, '').trim()
  return /<[a-z!]/i.test(inner)
    ? inner.replace(/\s*[\r\n]+\s*/g, '').replaceAll('|', '\\|')
    : escapeCell(plainText(inner).replace(/\s*[\r\n]+\s*/g, ''))
}

/** Text whose characters mean nothing in Markdown. */
export const escapeCell = (text: string): string => text.replaceAll('&', '&amp;').replace(/[\\`*_<>[\]|~]/g, '\\$&')
