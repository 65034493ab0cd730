/** Why bytes are no text that could be read here. */
export type NoText = 'office' | 'binary'

/**
 * The text of a file as the command line reads it: UTF-8, UTF-16 with its mark, or GB18030, which Excel and older
 * programs still write on Chinese Windows. A byte order mark is dropped.
 */
export function decode(bytes: Uint8Array): { readonly text: string } | { readonly problem: NoText } {
  if (signatures.some((signature) => signature.every((byte, i) => bytes[i] === byte))) return { problem: 'office' }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) }
  if (bytes.subarray(0, 65_536).includes(0)) return { problem: 'binary' }
  const text = strictly('utf-8', bytes)
  if (text !== undefined) return { text }
  const lenient = new TextDecoder('utf-8').decode(bytes)
  const foreign = lenient.match(/[^\0-\x7f]/gu)?.length ?? 0
  const damaged = lenient.match(/\ufffd/g)?.length ?? 0
  // Chinese in GB18030 is almost never valid UTF-8, while a damaged file still has most of its characters.
  if (damaged * 10 < foreign) return { text: lenient }
  const legacy = strictly('gb18030', bytes)
  return legacy === undefined ? { problem: 'binary' } : { text: legacy }
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The first bytes of Excel's, Word's and WPS's files, new and old, and of PDF. */
const signatures: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46, 0x2d],
]
