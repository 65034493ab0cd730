import type { TextLine } from '../markdown/block.ts'
import { blocksIn, type Document } from '../markdown/document.ts'
import { fold } from '../text/label.ts'

/** How much of a document is searched: the period stands in the preamble. */
const paragraphs = 12

const wording =
  /(?:统计期限|统计时限|统计时段|统计周期|统计数据|所列数据|数据统计)[^。;；]{0,24}?((?:19|20)\d{2})年0?1月0?1日/

/** The year of the period of statistics, as the preamble gives it: `…统计期限为2025年1月1日至2025年12月31日`. */
export function periodYear(document: Document): number | undefined {
  let seen = 0
  for (const { value } of blocksIn(document)) {
    if (value.kind !== 'paragraph') continue
    const year = periodIn(value)
    if (year !== undefined) return year
    if (++seen >= paragraphs) return undefined
  }
  return undefined
}

/** The year of the period that a paragraph states. */
export function periodIn({ lines }: { readonly lines: readonly TextLine[] }): number | undefined {
  const match = wording.exec(fold(lines.map(({ text }) => text).join('')))
  return match === null ? undefined : Number(match[1])
}
