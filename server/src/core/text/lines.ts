/** A position as LSP counts it: zero-based line, and UTF-16 units from its start. */
export type Position = { readonly line: number; readonly character: number }

export type Lines = {
  readonly count: number
  positionAt(offset: number): Position
  offsetAt(position: Position): number
}

/** Where the lines of a text begin; `\r\n`, `\n` and a lone `\r` each end one, as in LSP. */
export function lineStartsIn(text: string): readonly number[] {
  const starts = [0]
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at++)
    if (code === 13 && text.charCodeAt(at) === 10) at++
    if (code === 13 || code === 10) starts.push(at)
  }
  return starts
}

/** The index of the last of the rising numbers that is not above a limit; 0 where all are. */
export function lastUpTo(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((numbers[middle] ?? 0) <= limit) low = middle
    else high = middle - 1
  }
  return low
}

/** Indexes line starts once; `\r\n`, `\n` and a lone `\r` each end a line, as in LSP. */
export function linesOf(text: string): Lines {
  const starts = lineStartsIn(text)
  return {
    count: starts.length,
    positionAt(offset) {
      const bounded = Math.max(0, Math.min(offset, text.length))
      const line = lastUpTo(starts, bounded)
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
