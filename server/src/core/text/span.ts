/** A half-open range of UTF-16 offsets, the unit of LSP, JavaScript strings and mdast alike. */
export type Span = { readonly start: number; readonly end: number }

/** A replacement of `span` by `text`; an empty span inserts. */
export type Edit = { readonly span: Span; readonly text: string }

export const shift = (span: Span, by: number): Span =>
  by === 0 ? span : { start: span.start + by, end: span.end + by }

/** Whether the offset lies in the span; both ends count, as a cursor after the last character is still on the word. */
export const contains = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end

export const overlaps = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end

/** Applies edits that do not overlap; the order given does not matter. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const pieces: string[] = []
  let at = 0
  for (const edit of ordered) {
    pieces.push(text.slice(at, edit.span.start), edit.text)
    at = edit.span.end
  }
  return pieces.join('') + text.slice(at)
}
