/** A position as LSP counts it: zero-based line, and UTF-16 units from its start. */
export type Position = { readonly line: number; readonly character: number }

export type Lines = {
  readonly count: number
  positionAt(offset: number): Position
  offsetAt(position: Position): number
}

/** Indexes line starts once; `\r\n`, `\n` and a lone `\r` each end a line, as in LSP. */
export function linesOf(text: string): Lines {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
  const lineAt = (offset: number): number => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  return {
    count: starts.length,
    positionAt(offset) {
      const bounded = Math.max(0, Math.min(offset, text.length))
      const line = lineAt(bounded)
      return { line, character: bounded - (starts[line] ?? 0) }
    },
    offsetAt({ line, character }) {
      const start = starts[line]
      if (start === undefined) return line < 0 ? 0 : text.length
      return Math.min(start + Math.max(0, character), starts[line + 1] ?? text.length)
    },
  }
}

/** The line ending that the text uses; `\n` where it has none. */
export function lineEndingOf(text: string): '\n' | '\r\n' | '\r' {
  const first = /\r\n|\n|\r/.exec(text)?.[0]
  return first === '\r\n' || first === '\r' ? first : '\n'
}
