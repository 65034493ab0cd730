/** A line of Markdown. Its text lies between indentation and line break; blanks at its end belong to it. */
export type Line = {
  /** Where the line begins, indentation included. */
  readonly from: number
  readonly start: number
  readonly end: number
  /** Indented by four columns or more. */
  readonly indented: boolean
}

/** The lines of a text; `\r\n`, `\n` and a lone `\r` each end one. */
export function linesOfSource(text: string): readonly Line[] {
  const lines: Line[] = []
  for (let at = 0; at < text.length;) {
    let start = at
    let indented = false
    for (let code = text.charCodeAt(start); code === 32 || code === 9; code = text.charCodeAt(++start))
      indented ||= code === 9
    let end = start
    for (let code = text.charCodeAt(end); end < text.length && code !== 10 && code !== 13;)
      code = text.charCodeAt(++end)
    lines.push({ from: at, start, end, indented: indented || start - at > 3 })
    at = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1
  }
  return lines
}

export const isBlank = ({ start, end }: Line): boolean => start === end
