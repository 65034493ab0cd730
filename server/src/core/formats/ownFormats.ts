import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser'
import { message, type Message, type Text } from '../text/message.ts'
import type { Span } from '../text/span.ts'
import type { Format } from './format.ts'
import { namesIn, parseFormat } from './parseFormat.ts'
import type { FormatProblem } from './shape.ts'

/** A file of the workspace that should hold a form. `name` is whatever tells the reader of the answer which file. */
export type FormatFile = { readonly name: string; readonly text: string }

export type FileProblem = { readonly file: string; readonly message: Message; readonly span: Span }

export type OwnFormats = {
  readonly formats: readonly Format[]
  /** What is wrong with the files; the forms of the others can be used all the same. */
  readonly problems: readonly FileProblem[]
}

/**
 * Reads the forms of a user's own from JSON, in which comments and a last comma are allowed. A form may extend an
 * official one or another of the files, in any order. Total.
 */
export function readOwnFormats(files: readonly FormatFile[], official: readonly Format[]): OwnFormats {
  const formats: Format[] = []
  const problems: FileProblem[] = []
  let waiting = files.flatMap((file) => {
    const tree = readTree(file, problems)
    return tree === undefined ? [] : [{ file, tree, value: getNodeValue(tree) as unknown }]
  })
  while (waiting.length > 0) {
    const known = [...official, ...formats]
    const later = waiting.filter(({ value }) => {
      const { base, id } = namesIn(value)
      return !known.some((it) => it.id === base) && waiting.some((it) => namesIn(it.value).id === base && base !== id)
    })
    // Two that wait for each other would wait for ever.
    const now = later.length === waiting.length ? waiting : waiting.filter((it) => !later.includes(it))
    for (const { file, tree, value } of now) {
      const parsed = parseFormat(value, [...official, ...formats])
      if (parsed.format !== undefined) formats.push(parsed.format)
      for (const problem of parsed.problems ?? [])
        problems.push({ file: file.name, message: problem.message, span: spanOf(problem, tree, file.text) })
    }
    waiting = waiting.filter((it) => !now.includes(it))
  }
  return { formats, problems }
}

/** No form comes near it; a file that was named by mistake may. */
const longest = 2_000_000

function readTree({ name, text }: FormatFile, problems: FileProblem[]): Node | undefined {
  if (text.length > longest) {
    problems.push({ file: name, message: message(texts.long), span: { start: 0, end: 0 } })
    return undefined
  }
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { allowTrailingComma: true })
  const [error] = errors
  if (error === undefined && tree !== undefined) return tree
  const { offset, length } = error ?? { offset: 0, length: 0 }
  const what = error === undefined ? 'ValueExpected' : printParseErrorCode(error.error)
  problems.push({ file: name, message: message(texts.json, { what }), span: { start: offset, end: offset + length } })
  return undefined
}

/** The place of a problem in the text: the value, the name of the property, or the line on which something begins. */
function spanOf({ path, key }: FormatProblem, tree: Node, text: string): Span {
  for (let length = path.length; length >= 0; length--) {
    const node = findNodeAtLocation(tree, [...path.slice(0, length)])
    if (node === undefined) continue
    const name = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined
    const shown = key === true && length === path.length && name !== undefined ? name : node
    const end = shown.offset + shown.length
    // A whole object underlined shows nothing: its first line does.
    const lineBreak = /[\r\n]/.exec(text.slice(shown.offset, end))
    return { start: shown.offset, end: lineBreak === null ? end : shown.offset + lineBreak.index }
  }
  return { start: 0, end: 0 }
}

const texts = {
  json: { zh: '不是正确的 JSON（{what}）', en: 'not correct JSON ({what})' },
  long: { zh: '文件太大，不像是格式文件', en: 'too large for the file of a form' },
} satisfies Readonly<Record<string, Text>>
