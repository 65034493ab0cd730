import { dsvFormat } from 'd3-dsv'

/** A row of a file of separated values; `line` counts from 1, and a quoted line break makes a row longer than one line. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] }

/** What separates the cells: what Excel writes by country and format, and a comma that an input method made full-width. */
export const separators = [',', '\t', ';', '，', '|'] as const

/** A first line `sep=;`, with which Excel is told what separates the cells. */
const declared = /^\ufeff?"?sep=(.)"?[ \t]*(?:\r\n|\n|\r)/i

export const declaredSeparator = (text: string): string | undefined => declared.exec(text)?.[1]

/** The rows of the text, blank ones included. Total: an unclosed quote runs to the end of the text. */
export function readCsv(text: string, separator: string): readonly CsvRow[] {
  const head = declared.exec(text)?.[0] ?? ''
  const body = text.slice(head.length).replace(/^\ufeff/, '')
  let line = head === '' ? 1 : 2
  return dsvFormat(separator)
    .parseRows(body)
    .map((cells) => {
      const row = { line, cells: cells.map(withoutQuirks) }
      line += 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)
      return row
    })
}

/** `="0012"` and a leading apostrophe are how Excel is made to keep a text as it is. */
const withoutQuirks = (cell: string): string =>
  cell
    .replace(/^="([^]*)"$/, '$1')
    .replace(/^'(?=\S)/, '')
    .trim()
