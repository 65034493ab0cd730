import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { fail, readMarkers, readOthers, writeBlock, type Other } from './fixture.ts'
import type { Span } from '../server/src/core/text/span.ts'

/** A block that says what a feature answers: `hover`, `completions`, `md after: …`. */
export type Expectation = { readonly name: string; readonly meta: string; readonly value: string; readonly span: Span }

export type FeatureExample = {
  readonly name: string
  /** `auto`, `none`, or the id of the form that is taken for granted so that a fragment needs no title. */
  readonly format: string
  readonly text: string
  /** The cursor or the selection. */
  readonly at: Span
  /** What it is compared with, and what of that is wanting, in the blocks before it. */
  readonly others: readonly Other[]
  readonly lacking: string
  readonly expectations: readonly Expectation[]
}

const input = /^(?:|auto|format=(\S+))$/

/** Reads a page of a feature: each `md` block with a marker is an example, and the blocks after it are its answers. */
export function readFeaturePage(source: string): readonly FeatureExample[] {
  const examples: (Omit<FeatureExample, 'expectations'> & { expectations: readonly Expectation[] })[] = []
  let heading = ''
  let others: readonly Other[] = []
  let lacking = ''
  for (const node of unified().use(remarkParse).parse(source).children) {
    const span = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
    if (node.type === 'heading') heading = source.slice(span.start, span.end).replace(/^#+\s*/, '')
    if (node.type !== 'code') continue
    const { lang, value } = node
    const meta = node.meta ?? ''
    const kind = input.exec(meta)
    const other = lang === 'md' ? readOthers(meta, value) : undefined
    if (other !== undefined) {
      others = [...others, ...other]
      continue
    }
    if (lang === 'lacking') {
      lacking = value
      continue
    }
    if (lang === 'md' && kind !== null) {
      const { text, spans } = readMarkers(value)
      const at = spans[0] ?? { start: 0, end: 0 }
      const format = meta === 'auto' ? 'auto' : (kind[1] ?? '2021')
      const count = examples.filter((it) => it.name === heading || it.name.startsWith(`${heading} #`)).length
      const name = count === 0 ? heading : `${heading} #${count + 1}`
      examples.push({ name, format, text, at, others, lacking, expectations: [] })
      others = []
      lacking = ''
    } else {
      const last = examples.at(-1) ?? fail('an answer belongs after its example')
      last.expectations = [...last.expectations, { name: lang ?? '', meta, value, span }]
    }
  }
  return examples
}

/** The page with the values of its answers replaced, last first so that the positions of the others stay right. */
export function rewritePage(
  source: string,
  answers: readonly { readonly expectation: Expectation; readonly value: string }[],
): string {
  return [...answers]
    .sort((a, b) => b.expectation.span.start - a.expectation.span.start)
    .reduce(
      (text, { expectation: { name, meta, span }, value }) =>
        text.slice(0, span.start) + writeBlock(name, meta, value) + text.slice(span.end),
      source,
    )
}
