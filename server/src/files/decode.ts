/** A text, and what was not as it should be about its bytes; or why they are no text. */
export type DecodedText =
  | { readonly text: string; readonly flaw?: 'legacy' | 'damaged' }
  /** `kind` names the program that the file belongs to. */
  | { readonly text?: undefined; readonly problem: 'office' | 'binary'; readonly kind: string }

/**
 * Reads the bytes of a text file: UTF-8, UTF-16 with a byte order mark, or GB18030, which older Chinese Windows
 * programs still write. The mark is dropped, as an editor does, so that columns are the same here and there.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const office = officeKind(bytes)
  if (office !== undefined) return { problem: 'office', kind: office }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) }
  const utf8 = strictly('utf-8', bytes)
  if (utf8 !== undefined) return isReadable(utf8) ? { text: utf8 } : binary
  if (bytes.subarray(0, sample).includes(0)) return binary
  const lenient = new TextDecoder('utf-8').decode(bytes)
  if (isMostlyUtf8(lenient)) return { text: lenient, flaw: 'damaged' }
  const legacy = strictly('gb18030', bytes)
  return legacy === undefined || !isReadable(legacy) ? binary : { text: legacy, flaw: 'legacy' }
}

const binary: DecodedText = { problem: 'binary', kind: '' }

const sample = 65_536

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** A stray NUL does not make a text binary; one control character in ten does. */
function isReadable(text: string): boolean {
  const start = text.slice(0, sample)
  const controls = start.match(/[\0-\x08\x0e-\x1f]/g)?.length ?? 0
  return controls * 10 <= start.length
}

/** Chinese in GB18030 is almost never valid UTF-8, while a damaged file still has most of its characters. */
function isMostlyUtf8(text: string): boolean {
  const foreign = text.match(/[^\0-\x7f]/gu)?.length ?? 0
  const damaged = text.match(/\ufffd/g)?.length ?? 0
  return damaged * 10 < foreign
}

/** Kinds of files that people hand over by mistake, by their first bytes. */
const signatures: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['Word/Excel/WPS (zip)', [0x50, 0x4b, 0x03, 0x04]],
  ['Word/Excel/WPS', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]

const officeKind = (bytes: Uint8Array): string | undefined =>
  signatures.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte))?.[0]
