import type { Span } from '../text/span.ts'
import type { TextLine } from './block.ts'
import { plainText, visibleSpan } from './plainText.ts'

/** Lines keep their own spans, since a converter often runs a heading into the paragraph below it. */
export function textLines({ start, end }: Span, source: string): readonly TextLine[] {
  const lines: TextLine[] = []
  for (const match of source.slice(start, end).matchAll(/[^\r\n]+/g)) {
    const visible = visibleSpan(match[0])
    const at = start + match.index
    lines.push({ text: plainText(match[0]), span: { start: at + visible.start, end: at + visible.end } })
  }
  return lines
}
