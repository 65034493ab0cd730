import type { Line } from './sourceLines.ts'

/** The marks that open a fenced code block with a line; undefined where it opens none. */
export function opensFence({ start, end }: Line, source: string): string | undefined {
  const first = source[start]
  if (first !== '`' && first !== '~') return undefined
  let behind = start
  while (behind < end && source[behind] === first) behind++
  if (behind - start < 3) return undefined
  // What follows backticks is inline code if it has one of them.
  const inline = first === '`' && source.slice(behind, end).includes('`')
  return inline ? undefined : source.slice(start, behind)
}

/** The index of the line behind a fenced code block that begins with `lines[at]`; undefined where nothing closes it. */
export function behindFence(lines: readonly Line[], at: number, opening: string, source: string): number | undefined {
  const closing = lines.findIndex(
    (line, i) =>
      i > at &&
      !line.indented &&
      source.startsWith(opening, line.start) &&
      /^(?:`+|~+)[ \t]*$/.test(source.slice(line.start, line.end)),
  )
  return closing < 0 ? undefined : closing + 1
}
