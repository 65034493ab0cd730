import { inflateRawSync } from 'node:zlib'

/** @typedef {{ name: string, bytes: number, content: () => Buffer }} ZipEntry bytes: the size when unpacked */

/**
 * The files of a zip archive, read from its central directory.
 * @param {Buffer} zip
 * @returns {readonly ZipEntry[]}
 */
export function readZip(zip) {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) throw new Error('This is not a zip archive.')
  const count = zip.readUInt16LE(end + 10)
  const entries = []
  for (let i = 0, at = zip.readUInt32LE(end + 16); i < count; i++) {
    const nameLength = zip.readUInt16LE(at + 28)
    const [method, packed, bytes, local] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 24),
      zip.readUInt32LE(at + 42),
    ]
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const content = () => {
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      const data = zip.subarray(start, start + packed)
      return method === 0 ? data : inflateRawSync(data)
    }
    entries.push({ name, bytes, content })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}
