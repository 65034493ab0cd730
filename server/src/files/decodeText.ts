/**
 * The text of a file: UTF-8, UTF-16 with a byte order mark, or GB18030, which older Chinese Windows programs still
 * write. Undefined where it is none of these. The mark is dropped, as an editor does.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return strictly('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return strictly('utf-16be', bytes)
  const utf8 = strictly('utf-8', bytes)
  if (utf8 !== undefined || bytes.subarray(0, 65_536).includes(0)) return utf8
  return strictly('gb18030', bytes)
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
