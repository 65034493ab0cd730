/**
 * Whether a line, from `start` to `end`, is one complete tag and nothing but blanks behind it: CommonMark's strict
 * grammar of tags, by which any element may begin an HTML block.
 */
export function isWholeTag(source: string, start: number, end: number): boolean {
  const line = source.slice(start, end)
  if (/^<\/[a-zA-Z][a-zA-Z0-9-]*[ \t]*>[ \t]*$/.test(line)) return true
  let at = after(tagName, line, 0)
  while (at !== undefined) {
    const name = after(attributeName, line, at)
    if (name === undefined) return after(tagEnd, line, at) !== undefined
    at = behindValue(line, name)
  }
  return false
}

const tagName = /<[a-zA-Z][a-zA-Z0-9-]*(?=[/> \t])/y
const attributeName = /[ \t]*[:_a-zA-Z][\w.:-]*/y
const equals = /[ \t]*=[ \t]*/y
const quoted = /(?:"[^"]*"|'[^']*')(?=[/> \t])/y
const unquoted = /(?![<=>`"'])[^ \t"'/<=>`]*/y
const tagEnd = /[ \t]*\/?>[ \t]*$/y

/** Where the value of an attribute ends, if it has one; undefined where it is malformed. */
function behindValue(line: string, name: number): number | undefined {
  const value = after(equals, line, name)
  if (value === undefined) return name
  const bare = after(unquoted, line, value)
  return bare === undefined ? after(quoted, line, value) : behindValue(line, bare)
}

/** Where a match that begins at the place ends. */
function after(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}
