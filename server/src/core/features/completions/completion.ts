import type { Span } from '../../text/span.ts'

export type Completion = {
  readonly label: string
  readonly detail: string
  /** Markdown. */
  readonly documentation: string
  readonly kind: 'section' | 'topic' | 'row' | 'table' | 'figure' | 'report' | 'front-matter'
  /** What the typed text is matched with: it begins with the marks that `span` holds. */
  readonly filter: string
  readonly sort: string
  /** What was typed of it and is replaced. */
  readonly span: Span
  /** Body of an LSP snippet, with `\n` as line end. */
  readonly snippet: string
}

/** Clients sort by text, so the rank is padded. */
export const sortKey = (rank: number): string => String(rank).padStart(3, '0')

/** Whether what was typed may lead to the filter's text: its characters occur there in this order, blanks aside. */
export function fits(typed: string, filter: string): boolean {
  const text = filter.toLowerCase()
  let at = 0
  for (const character of typed.toLowerCase().replace(/\s+/g, '')) {
    const found = text.indexOf(character, at)
    if (found < 0) return false
    at = found + 1
  }
  return true
}
