import { parseDocument } from 'yaml'
import type { Span } from '../text/span.ts'

/** The YAML between two `---` lines at the very start of a file. */
export type FrontMatter = {
  /** Both fences and the line break after the second. */
  readonly span: Span
  /** The YAML alone. */
  readonly content: Span
  /** What the YAML says; undefined where it cannot be read. */
  readonly value: unknown
  /** What is wrong with the YAML, in the words of its parser. */
  readonly error?: { readonly message: string; readonly span: Span }
}

const fences = /^\ufeff?---[ \t]*(?:\r\n|\n|\r)([^]*?)(?<=\r\n|\n|\r)---[ \t]*(?:\r\n|\n|\r|$)/d

/** Undefined where the text does not begin with a fence, or the second fence is missing: then it is all Markdown. */
export function readFrontMatter(text: string): FrontMatter | undefined {
  if (!/^\ufeff?---/.test(text)) return undefined
  const match = fences.exec(text)
  if (match === null) return undefined
  const [start, end] = match.indices?.[1] ?? [0, 0]
  const content = { start, end }
  const span = { start: 0, end: match[0].length }
  return memo(match[0], span, content, match[1] ?? '')
}

function memo(whole: string, span: Span, content: Span, yaml: string): FrontMatter {
  if (last?.whole === whole) return last.value
  const value = read(span, content, yaml)
  last = { whole, value }
  return value
}

/** The YAML parser is the slowest part of an edit elsewhere in the document; its last answer is kept. */
let last: { readonly whole: string; readonly value: FrontMatter } | undefined

/** What an author says of a report takes some lines; reading megabytes of YAML at a key takes seconds. */
const longest = 20_000

function read(span: Span, content: Span, yaml: string): FrontMatter {
  if (yaml.length > longest) return { span, content, value: undefined }
  const parsed = parseDocument(yaml, { logLevel: 'silent', prettyErrors: false, maxAliasCount: 20 } as never)
  const problem = parsed.errors[0]
  if (problem !== undefined) {
    const [from, to] = problem.pos
    return {
      span,
      content,
      value: undefined,
      error: { message: problem.message, span: { start: content.start + from, end: content.start + to } },
    }
  }
  try {
    return { span, content, value: parsed.toJS({ maxAliasCount: 20 }) as unknown }
  } catch {
    // An alias bomb is refused by the YAML library with an exception.
    return { span, content, value: undefined }
  }
}
