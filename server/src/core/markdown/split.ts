import type { Span } from '../text/span.ts'

/**
 * Cuts a document before the headings that certainly stand at the top level, so that each section parses on its own
 * to what it would be within the whole. Only a fence or an HTML block can swallow a heading line (containers are
 * switched off). Where a line leaves open whether one has begun, the rest stays in one section: a cut too few costs
 * time, a cut too many would be wrong.
 */
export function splitAtHeadings(text: string): readonly Span[] {
  const { starts } = headingStarts(text)
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length }))
}

/** Where the sections begin. `open`: a heading right behind the text need not be one, as something has not ended. */
export function headingStarts(text: string): { readonly starts: readonly number[]; readonly open: boolean } {
  const starts = [0]
  const open = walk(text, (line, at) => {
    if (at > 0 && text.charCodeAt(at) === numberSign && heading.test(line)) starts.push(at)
  })
  return { starts, open: open || !/[\r\n]$/.test(text) }
}

/**
 * Where a section may be cut further: behind blank lines, which end every paragraph, table and heading. Nothing is
 * cut before a line that may go on with what is above the blank one: indented code, and a table of HTML, which we read
 * to its end tag.
 */
export function pieceStarts(text: string): readonly number[] {
  const starts = [0]
  const table = text.search(tableTag)
  const limit = table < 0 ? text.length : table
  let blank = false
  walk(text, (line, at) => {
    const isBlank = blankLine.test(line)
    if (blank && !isBlank && at <= limit && !goesOn.test(line)) starts.push(at)
    blank = isBlank
  })
  return starts
}

const tableTag = /<table[\s>]/i

const blankLine = /^[ \t]*$/

/** Indented code; and the mark that the parser takes off the start of whatever it is given. */
const goesOn = /^(?: {0,3}\t| {4}|\ufeff)/

/**
 * Visits the lines on which a block may begin, that is those that no fence or HTML block swallows. Stops where it is
 * not certain whether one does. True if something is open at the end.
 */
function walk(text: string, visit: (line: string, at: number) => void): boolean {
  let swallowing: Swallowing | undefined
  for (let at = 0; at < text.length;) {
    const end = lineEnd(text, at)
    const line = text.slice(at, end)
    if (swallowing === undefined) {
      visit(line, at)
      swallowing = mayOpen.test(line) ? opens(line) : undefined
    } else if (swallowing.closes(line)) {
      swallowing = undefined
      // A blank line that ends HTML is blank all the same.
      if (blankLine.test(line)) visit(line, at)
    } else if (!swallowing.certain && opens(line) !== undefined) {
      return true
    }
    at = afterBreak(text, end)
  }
  return swallowing !== undefined
}

/** What keeps a heading line from being a heading, and how it ends. */
type Swallowing = { readonly certain: boolean; closes(line: string): boolean }

const numberSign = 35

/** Most lines begin with something else. */
const mayOpen = /^ {0,3}[<`~]/

/** At column 0 only: a heading indented by up to three blanks is one too, but need not be cut at. */
const heading = /^#{1,6}(?:[ \t]|$)/

function opens(line: string): Swallowing | undefined {
  const fence = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line)
  if (fence !== null) return fenced(fence[1] ?? fence[2] ?? '')
  const html = /^ {0,3}(<.*)$/.exec(line)?.[1]
  return html === undefined ? undefined : opensHtml(html)
}

const fenced = (opening: string): Swallowing => ({
  certain: true,
  closes: (line) => /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1]?.startsWith(opening) ?? false,
})

/** The first five kinds of HTML block in CommonMark: they end with a mark of their own, blank lines or not. */
const marked: readonly { readonly open: RegExp; readonly close: RegExp; readonly from: number }[] = [
  // `<!-->`, `<!--->` and `<?>` are whole: the opening mark's own characters may close it.
  { open: /^<!--/, close: /-->/, from: 2 },
  { open: /^<\?/, close: /\?>/, from: 1 },
  // Parsers disagree on where `]]]>` closes CDATA, which no report contains: nothing is cut behind it.
  { open: /^<!\[CDATA\[/, close: /(?!)/, from: 9 },
  { open: /^<![a-zA-Z]/, close: />/, from: 2 },
  { open: /^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, close: /<\/(?:script|pre|style|textarea)>/i, from: 1 },
]

/** The sixth kind begins with one of these names and ends at a blank line; other names make the seventh. */
const blockNames =
  /^<\/?(?:address|article|aside|blockquote|body|center|details|div|dl|dt|dd|fieldset|footer|form|h[1-6]|head|header|hr|html|li|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?=\s|\/?>|$)/i

function opensHtml(html: string): Swallowing | undefined {
  for (const { open, close, from } of marked) {
    if (!open.test(html)) continue
    return close.test(html.slice(from)) ? undefined : { certain: true, closes: (line) => close.test(line) }
  }
  // The seventh kind cannot interrupt a paragraph, so whether `<b>` begins a block depends on the line before.
  return /^<[a-zA-Z/]/.test(html)
    ? { certain: blockNames.test(html), closes: (line) => blankLine.test(line) }
    : undefined
}

function lineEnd(text: string, from: number): number {
  let at = from
  for (let code = text.charCodeAt(at); at < text.length && code !== 10 && code !== 13;) code = text.charCodeAt(++at)
  return at
}

function afterBreak(text: string, end: number): number {
  if (end >= text.length) return text.length
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
}
