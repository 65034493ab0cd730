import { isBlank, type Line } from './sourceLines.ts'
import { isWholeTag } from './wholeTag.ts'

/** How an HTML block that has begun ends: with the line on which a mark stands, or before a blank line. */
export type HtmlEnd = { readonly mark: RegExp; readonly from: number } | 'blank line'

/**
 * Whether HTML begins with a line, by the seven kinds of CommonMark; undefined where it does not. The seventh, any
 * other tag alone on its line, cannot interrupt a paragraph.
 */
export function opensHtml({ start, end }: Line, source: string, interrupts: boolean): HtmlEnd | undefined {
  if (source[start] !== '<') return undefined
  const second = source.charAt(start + 1)
  if (second === '?') return { mark: /\?>/g, from: start + 1 }
  if (second === '!') {
    if (source.startsWith('--', start + 2)) return { mark: /-->/g, from: start + 2 }
    if (source.startsWith('[CDATA[', start + 2)) return { mark: cdataEnd, from: start + 9 }
    return /[a-zA-Z]/.test(source.charAt(start + 2)) ? { mark: />/g, from: start + 3 } : undefined
  }
  const name = tagName.exec(source.slice(start, Math.min(end, start + longestName)))
  if (name !== null) {
    const [, close = '', word = '', after = ''] = name
    if (close === '' && after !== '/' && raw.test(word)) return { mark: rawEnd, from: start + 1 }
    if (blockNames.has(word.toLowerCase()))
      return after !== '/' || source[start + name[0].length] === '>' ? 'blank line' : undefined
  }
  return !interrupts && isWholeTag(source, start, end) ? 'blank line' : undefined
}

/** The index of the line behind an HTML block that begins with `lines[at]`; undefined where nothing closes it. */
export function behindHtml(lines: readonly Line[], at: number, opened: HtmlEnd, source: string): number | undefined {
  if (opened === 'blank line') {
    const blank = lines.findIndex((line, i) => i > at && isBlank(line))
    return blank < 0 ? lines.length : blank
  }
  const { mark, from } = opened
  mark.lastIndex = from
  const found = mark.exec(source)
  if (found === null) return undefined
  const last = found.index + found[0].length
  return lines.findIndex((line, i) => i >= at && line.end >= last) + 1
}

/** Brackets are taken in pairs, as the reference implementation does: `]]]>` does not close. */
const cdataEnd = /(?<=(?:^|[^\]])(?:\]\])*)\]\]>/g

const raw = /^(?:pre|script|style|textarea)$/i
const rawEnd = /<\/(?:pre|script|style|textarea)>/gi

/** A name is followed by white space, the end of the tag or of the line. */
const tagName = /^<(\/?)([a-zA-Z][a-zA-Z0-9-]*)(?:([ \t/>])|$)/

/** Longer than every name that matters. */
const longestName = 20

/** The elements of the sixth kind, which need not be well formed. */
const blockNames: ReadonlySet<string> = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li ' +
    'link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th ' +
    'thead title tr track ul'
  ).split(' '),
)
