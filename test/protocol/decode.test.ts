import { expect, test } from 'vitest'
import { decode } from '../../client/src/decode.ts'
import { decode as decodeInCommand } from '../../server/src/cli/decode.ts'
import { toGb18030 } from '../cli/reports.ts'
import { sample } from './texts.ts'

const utf8 = new TextEncoder()
const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16()
const damaged = utf8.encode(sample).map((byte, i) => (i === 2000 ? 0xff : byte))

test.each<[string, Uint8Array]>([
  ['UTF-8', utf8.encode(sample)],
  ['UTF-8 with a mark', utf8.encode('\ufeff' + sample)],
  ['UTF-16, little end first', Buffer.from('\ufeff' + sample, 'utf16le')],
  ['UTF-16, big end first', utf16be('\ufeff' + sample)],
  ['GB18030', toGb18030(sample)],
  ['nothing', new Uint8Array()],
  ['plain Latin', utf8.encode('type,outcome\na,b\n')],
  ['a damaged character', damaged],
])('%s is the same text to the editor and to the command line', (_, bytes) => {
  expect(decode(bytes)).toEqual({ text: decodeInCommand(bytes, 'a.csv').text })
})

test.each<[string, Uint8Array, string]>([
  ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'office'],
  ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'office'],
  ['a PDF', utf8.encode('%PDF-1.7'), 'office'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), 'binary'],
  ['noise', Uint8Array.of(0xff, 0xff, 0xff, 0x80, 0x80), 'binary'],
])('%s is no text to either', (_, bytes, problem) => {
  expect(decode(bytes)).toEqual({ problem })
  expect(decodeInCommand(bytes, 'a.csv').text).toBeUndefined()
})
