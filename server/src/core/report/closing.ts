import type { Document } from '../markdown/document.ts'
import { fold } from '../text/label.ts'
import { lastLines, lineStart } from './bodyLines.ts'

const date =
  /^(?:\d{4}|[〇○零一二三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{0,2}|[一二三四五六七八九十]{1,3})日$/

/** How the name of a body that publishes reports ends. */
const body = /^[^。；:!?,、]*(?:政府|局|委|会|厅|办|办公室|院|处|所|站|中心|街道|镇|乡|区|县|市|省|部|队)$/

/**
 * Where the closing of a report begins, that is its signature and date after the last section; the end of the
 * document where it has none. Nothing of a section may be put after it.
 */
export function closingStart(document: Document, from: number): number {
  const { text } = document
  const lines = lastLines(document, from, 2)
  const last = lines[0]
  if (last?.kind !== 'prose' || !date.test(fold(last.text).replace(/[（(）)]/g, ''))) return text.length
  const signature = lines[1]
  const signed = signature?.kind === 'prose' && signature.text.length <= 40 && body.test(fold(signature.text))
  return lineStart(text, (signed ? signature : last).span.start)
}
