import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Span } from '../server/src/core/text/span.ts'

/** `⟦…⟧` marks a range, `⟦⟧` the cursor or an empty range. They are taken out before the text is read, and may nest. */
export function readMarkers(marked: string): { readonly text: string; readonly spans: readonly Span[] } {
  let text = ''
  const spans: Span[] = []
  const open: number[] = []
  for (const piece of marked.split(/([⟦⟧])/)) {
    if (piece === '⟦') open.push(text.length)
    else if (piece === '⟧') spans.push({ start: open.pop() ?? fail('⟧ without ⟦'), end: text.length })
    else text += piece
  }
  if (open.length > 0) fail('⟦ without ⟧')
  return { text, spans: spans.sort((a, b) => a.start - b.start || b.end - a.end) }
}

/** The reverse of `readMarkers`. Where several marks meet, ranges close before empty ones stand and others open. */
export function writeMarkers(text: string, spans: readonly Span[]): string {
  const marks = spans.flatMap(({ start, end }) =>
    start === end
      ? [{ at: start, order: 1, length: 0, mark: '⟦⟧' }]
      : [
          { at: start, order: 2, length: start - end, mark: '⟦' },
          { at: end, order: 0, length: end - start, mark: '⟧' },
        ],
  )
  marks.sort((a, b) => a.at - b.at || a.order - b.order || a.length - b.length)
  let out = ''
  let from = 0
  for (const { at, mark } of marks) {
    out += text.slice(from, at) + mark
    from = at
  }
  return out + text.slice(from)
}

/** A fenced block of a page: what it holds, what its opening line says, and where it stands. */
type Block = { readonly name: string; readonly meta: string; readonly value: string; readonly span: Span }

/**
 * Another report that an example is compared with, in the block before it: `md last` is last year’s, `md next` next
 * year’s, `md body=NAME` one
 * of a body below, `md body=ONE,TWO` of several alike; `format=ID` names another form than that of 2021.
 */
export type Other = {
  readonly kind: 'last' | 'next' | 'body'
  readonly name: string
  readonly format: string
  readonly text: string
}

export type Example = {
  /** The heading it stands under, and its number there if it is not the first. */
  readonly name: string
  /** `auto`, or the id of the form that is taken for granted so that a fragment needs no title. */
  readonly format: string
  readonly input: Block
  readonly others: readonly Other[]
  /** Lines of `NAME | why | files` about reports that are not there: `last` for last year’s, else of bodies below. */
  readonly lacking: string
  readonly problems: Block | undefined
  /** Without a title: every problem's preferred or first fix. With one: the first fix of that title. */
  readonly fixed: readonly (Block & { readonly title: string | undefined })[]
}

export type Page = { readonly title: string | undefined; readonly prose: string; readonly examples: readonly Example[] }

/** What a block before an example says of other reports; undefined where it is no such block. */
export function readOthers(meta: string, text: string): readonly Other[] | undefined {
  const match = /^(last|next|body=(\S+?))(?: format=(\S+))?$/.exec(meta)
  if (match === null) return undefined
  const [, kind, names, format = '2021'] = match
  return names === undefined
    ? [{ name: kind === 'last' ? '上年' : '下年', kind: kind === 'last' ? 'last' : 'next', format, text }]
    : names.split(',').map((name) => ({ name, kind: 'body', format, text }))
}

/**
 * Reads a rule's page. Each `md` block (`md auto`, `md format=2021`) is an example; a `problems` block and any
 * `md fixed` or `md fixed: title` blocks after it say what is expected of it. What it is compared with stands before
 * it: `md last`, `md body=NAME` and `lacking`. Blocks in other languages are prose.
 */
export function readPage(source: string): Page {
  const examples: (Omit<Example, 'problems' | 'fixed'> & { problems: Block | undefined; fixed: Example['fixed'] })[] =
    []
  const uses = new Map<string, number>()
  let heading = ''
  let title: string | undefined
  let prose = source
  let others: Other[] = []
  let lacking = ''
  for (const node of unified().use(remarkParse).parse(source).children) {
    const span = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
    if (node.type === 'heading') {
      heading = source.slice(span.start, span.end).replace(/^#+\s*/, '')
      if (node.depth === 1) title ??= heading
    }
    if (node.type !== 'code') continue
    if (['md', 'problems', 'lacking'].includes(node.lang ?? ''))
      prose = prose.replace(source.slice(span.start, span.end), '')
    const block = { name: node.lang ?? '', meta: node.meta ?? '', value: node.value, span }
    const last = examples.at(-1)
    const other = node.lang === 'md' ? readOthers(block.meta, node.value) : undefined
    const fix = /^fixed(?:: *(.+))?$/.exec(block.meta)
    if (node.lang === 'problems') {
      if (last === undefined || last.problems !== undefined) fail('a problems block belongs after its md block')
      last.problems = block
    } else if (node.lang === 'md' && fix !== null) {
      if (last === undefined) fail('an md fixed block belongs after its md block')
      last.fixed = [...last.fixed, { ...block, title: fix[1] }]
    } else if (node.lang === 'lacking') {
      lacking = node.value
    } else if (other !== undefined) {
      others.push(...other)
    } else if (node.lang === 'md') {
      const use = (uses.get(heading) ?? 0) + 1
      uses.set(heading, use)
      const name = use === 1 ? heading : `${heading} ${use}`
      examples.push({
        name,
        format: formatOf(block.meta),
        input: block,
        others,
        lacking,
        problems: undefined,
        fixed: [],
      })
      others = []
      lacking = ''
    }
  }
  return { title, prose, examples }
}

function formatOf(meta: string): string {
  if (meta === '') return '2021'
  if (meta === 'auto') return 'auto'
  return /^format=(\S+)$/.exec(meta)?.[1] ?? fail(`unexpected block \`md ${meta}\``)
}

/** A fenced block, its fence longer than any within it. */
export function writeBlock(name: string, meta: string, value: string): string {
  const longest = Math.max(2, ...[...value.matchAll(/^ {0,3}(`{3,})/gm)].map((fence) => fence[1]?.length ?? 0))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${name}${meta === '' ? '' : ` ${meta}`}\n${value}${value === '' ? '' : '\n'}${fence}`
}

export function fail(reason: string): never {
  throw new Error(`fixture: ${reason}`)
}
