import type { Message } from '../core/text/message.ts'
import { decodeText } from '../files/decode.ts'
import { notice } from './notice.ts'

/** A text, with a word to the user where it was not plain UTF-8; or why there is none. */
export type Decoded =
  { readonly text: string; readonly remark?: Message } | { readonly text?: undefined; readonly refusal: Message }

/** Reads the bytes of a text file; `path` is how the user knows it. */
export function decode(bytes: Uint8Array, path: string): Decoded {
  const decoded = decodeText(bytes)
  if (decoded.text === undefined) return { refusal: notice(decoded.problem, { path, kind: decoded.kind }) }
  const { text, flaw } = decoded
  if (flaw === undefined) return { text }
  return { text, remark: notice(flaw === 'legacy' ? 'legacyEncoding' : 'damagedEncoding', { path }) }
}
