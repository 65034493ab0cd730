import type { Span } from '../text/span.ts'
import { readYaml } from './yaml.ts'

/** The YAML between two `---` lines at the very start of a file. */
export type FrontMatter = {
  /** Both fences and the line break after the second. */
  readonly span: Span
  /** The YAML alone. */
  readonly content: Span
  /** What the YAML says; undefined where it cannot be read, or says nothing that is meant for this program. */
  readonly value: unknown
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
  const meant = yaml.length <= longest && yaml.includes('zwgk')
  return { span, content, value: meant ? readYaml(yaml)?.value : undefined }
}
