import type { Span } from '../text/span.ts'

/** A rule as a waiver names it, with the place in brackets after it, where there is one. Offsets count from the text read. */
export type NamedRule = {
  readonly code: string
  readonly text: string
  readonly span: Span
  /** Where it ends, the bracketed place included. */
  readonly end: number
  readonly place: { readonly text: string; readonly span: Span } | undefined
}

/** What is written of a waiver in a comment or in front matter. */
export type WaiverText = {
  readonly rules: readonly NamedRule[]
  /** Trimmed; empty where there is none. */
  readonly reason: string
  readonly reasonSpan: Span
}

const keyword = /^(<!--\s*)zwgk[-_]waive(?![\w-])\s*[:：]?\s*/i

/**
 * Reads `<!-- zwgk-waive slug〔place〕、slug reason -->`, tolerantly: blanks and letters of any width, a colon after
 * the keyword or the slugs, `理由：` before the reason. Undefined where the comment is no waiver.
 */
export function readWaiverComment(comment: string): WaiverText | undefined {
  const opening = keyword.exec(comment)
  if (opening === null) return undefined
  const { rules, end } = readRules(comment, opening[0].length)
  // Another comment may follow on the same line.
  const inner = comment.slice(0, comment.indexOf('-->'))
  const before = /^\s*[:：]?\s*(?:(?:理由|原因|reason)\s*[:：]\s*)?/i.exec(inner.slice(end))?.[0].length ?? 0
  const reason = inner.slice(end + before).trimEnd()
  return { rules, reason, reasonSpan: { start: end + before, end: end + before + reason.length } }
}

const letter = 'A-Za-zＡ-Ｚａ-ｚ'
const hyphen = '[-_－＿‐‑–]'
const anyWord = new RegExp(`[${letter}\\d]+(?:${hyphen}[${letter}\\d]+)*`, 'y')
/** After a separator only a word with a hyphen is a slug: the reason may begin with a word of its own. */
const furtherSlug = new RegExp(`\\s*[,，、;；]\\s*([${letter}]+(?:${hyphen}[${letter}]+)+)`, 'y')
const bracket = /\s*[〔[［【]([^〕\]］】]*)[〕\]］】]/y

/** The slugs that a text begins with at an offset, and where they end. */
export function readRules(text: string, from: number): { readonly rules: readonly NamedRule[]; readonly end: number } {
  const rules: NamedRule[] = []
  let end = from
  for (;;) {
    const found = rules.length === 0 ? matchAt(anyWord, text, end) : matchAt(furtherSlug, text, end)
    if (found === null) return { rules, end }
    const name = found[1] ?? found[0]
    end += found[0].length
    const span = { start: end - name.length, end }
    const placed = matchAt(bracket, text, end)
    const open = end + (placed === null ? 0 : placed[0].length - (placed[1]?.length ?? 0) - 1)
    const place =
      placed === null
        ? undefined
        : { text: (placed[1] ?? '').trim(), span: { start: open, end: end + placed[0].length - 1 } }
    if (placed !== null) end += placed[0].length
    rules.push({ code: slugOf(name), text: name, span, end, place })
  }
}

/** The slug that is meant, whatever the width of its letters and the kind of its hyphens. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[_‐‑–]/g, '-')

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
