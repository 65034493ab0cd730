import { CORE_SCHEMA, load, type State } from 'js-yaml'
import type { Span } from '../text/span.ts'

/** A value as it is written. */
export type YamlNode = {
  readonly kind: 'scalar' | 'sequence' | 'mapping'
  /** What a scalar says. */
  readonly value: unknown
  readonly span: Span
  /** The items of a sequence; the keys and values of a mapping in turn. */
  readonly children: readonly YamlNode[]
}

/**
 * What YAML says, as version 1.2 has it: no dates, no merging of keys. Undefined where it cannot be read, and where it
 * repeats itself by more references than an author writes, which could stand for billions of values.
 */
export function readYaml(text: string): { readonly value: unknown } | undefined {
  if ((text.match(/(?:^|[\s[{,])\*[^\s,\]}]/g)?.length ?? 0) > 20) return undefined
  try {
    return { value: load(text, { schema: CORE_SCHEMA }) ?? null }
  } catch {
    return undefined
  }
}

/** The same with places; undefined where it cannot be read, or says nothing. */
export function readYamlTree(text: string): YamlNode | undefined {
  const open: { readonly start: number; readonly children: YamlNode[] }[] = [{ start: 0, children: [] }]
  const listener = (event: 'open' | 'close', { position, kind, result }: State): void => {
    if (event === 'open') {
      open.push({ start: position, children: [] })
      return
    }
    const { start, children } = open.pop() ?? { start: 0, children: [] }
    const node = nodeOf(text, { start, end: position }, kind, result, children)
    open.at(-1)?.children.push(node)
  }
  try {
    load(text, { schema: CORE_SCHEMA, listener })
  } catch {
    return undefined
  }
  return open[0]?.children[0]
}

/** The value that keys and indexes lead to. */
export function yamlAt(node: YamlNode | undefined, path: readonly (string | number)[]): YamlNode | undefined {
  return path.reduce<YamlNode | undefined>((of, key) => {
    if (of?.kind === 'sequence') return typeof key === 'number' ? of.children[key] : undefined
    const at = of?.children.findIndex(
      (it, i) => i % 2 === 0 && it.kind === 'scalar' && String(it.value) === String(key),
    )
    return at === undefined || at < 0 ? undefined : of?.children[at + 1]
  }, node)
}

/** Blanks, comments, an anchor and a tag. */
const before = /^(?:\s|#.*|[&!][^\s,[\]{}]*(?!\S))*/

/** The parser's own places have those before what is written, and blanks and comments behind it. */
function nodeOf(
  text: string,
  around: Span,
  kind: string | null,
  value: unknown,
  children: readonly YamlNode[],
): YamlNode {
  const start = around.start + (before.exec(text.slice(around.start, around.end))?.[0].length ?? 0)
  const source = text.slice(start, around.end)
  if (source === '') return { kind: 'scalar', value, span: { start: around.start, end: around.start }, children: [] }
  // What stands for a value elsewhere has no kind of its own.
  if (source.startsWith('*') || (kind !== 'mapping' && kind !== 'sequence')) {
    // A comment begins behind a blank, which a quoted text or a block of lines may have inside.
    const end = start + (/^["'|>]/.test(source) ? source : source.replace(/\s#[^]*/, '')).trimEnd().length
    return { kind: 'scalar', value, span: { start, end: Math.max(start, end) }, children: [] }
  }
  // Whatever begins a block may be the first key of a mapping, and is read as one before it is known to be none.
  const [only, ...others] = children
  if (only?.span.start === start && only.kind === kind && others.length === 0) return only
  const last = children.at(-1)?.span.end ?? start
  const end = /^[[{]/.test(source) ? start + source.trimEnd().length : last
  return { kind, value: undefined, span: { start, end }, children: withBlanks(children, value, start) }
}

/** An item of a sequence at which nothing is written is no event of the parser's. */
function withBlanks(children: readonly YamlNode[], value: unknown, start: number): readonly YamlNode[] {
  if (!Array.isArray(value) || value.length === children.length) return children
  let missing = value.length - children.length
  let at = start
  let next = 0
  return value.map((item: unknown): YamlNode => {
    const child = children[next]
    if (child === undefined || (item === null && missing > 0 && child.value !== null)) {
      missing--
      return { kind: 'scalar', value: null, span: { start: at, end: at }, children: [] }
    }
    next++
    at = child.span.end
    return child
  })
}
