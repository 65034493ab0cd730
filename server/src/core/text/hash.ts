/**
 * A short mark by which a text is known again without being kept: two hashes of 32 bits and the length. Texts that
 * differ have different marks for all that may happen by chance; it is no defence against somebody who tries.
 */
export function hashOf(text: string): string {
  let a = 0xdeadbeef ^ text.length
  let b = 0x41c6ce57 ^ text.length
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}.${text.length}`
}
