import { afterEach, beforeAll, expect, it } from 'vitest'
import { bundleCommand, folderWith, removeFolder, runCommand } from './command.ts'
import { broken, toGb18030 } from './reports.ts'

beforeAll(bundleCommand)

const made: string[] = []
afterEach(() => {
  made.splice(0).forEach(removeFolder)
})

type Answer = { readonly code: number | null; readonly err: string; readonly files: readonly { path: string }[] }

async function checkBytes(bytes: string | Uint8Array): Promise<Answer> {
  const cwd = folderWith({ 'report.md': bytes })
  made.push(cwd)
  const { code, err, out } = await runCommand(['check', '--format', 'json', 'report.md'], { cwd })
  return { code, err, files: (JSON.parse(out) as { files: readonly { path: string }[] }).files.map(withoutUris) }
}

/** Each answer comes from a folder of its own. */
const withoutUris = (file: { path: string }): { path: string } =>
  JSON.parse(JSON.stringify(file), (key, value: unknown) => (key === 'uri' ? undefined : value)) as { path: string }

const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16()

it.each([
  ['a byte order mark', '\ufeff' + broken],
  ['UTF-16, little end first', Buffer.from('\ufeff' + broken, 'utf16le')],
  ['UTF-16, big end first', utf16be('\ufeff' + broken)],
])('reads %s like plain UTF-8', async (_, bytes) => {
  const plain = await checkBytes(broken)
  expect(plain.code).toBe(1)
  expect(await checkBytes(bytes)).toEqual(plain)
})

it('reads GB18030 and says so', async () => {
  const { code, err, files } = await checkBytes(toGb18030(broken))
  expect(code).toBe(1)
  expect(err).toBe(
    'zwgk-report: report.md 不是 UTF-8 编码，按 GB18030 读取 (report.md is not UTF-8; read as GB18030)\n',
  )
  expect(files).toEqual((await checkBytes(broken)).files)
})

it('reads UTF-8 with a damaged byte as UTF-8 and says so', async () => {
  const bytes = Buffer.from(broken)
  bytes[bytes.indexOf('安澜')] = 0xff
  const { code, err } = await checkBytes(bytes)
  expect(code).toBe(1)
  expect(err).toContain('damaged UTF-8')
})

it('checks a text with a stray NUL and mixed line ends', async () => {
  const { code, err } = await checkBytes(broken.replace('总体情况', '总体\0情况').replace('\n\n', '\r\n\r'))
  expect({ code, err }).toEqual({ code: 1, err: '' })
})

it.each([
  ['a Word document', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0), 'Word/Excel/WPS'],
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'a PDF file'],
  ['other bytes', Uint8Array.from({ length: 4096 }, (_, i) => (i * 167) % 256), 'not a text file'],
  ['control characters', Uint8Array.from({ length: 64 }, (_, i) => i % 8), 'not a text file'],
  ['a very large file', Buffer.alloc(17 * 1024 * 1024, 'a\n'), 'larger than 16 MiB'],
])('refuses %s in one line', async (_, bytes, said) => {
  const { code, err, files } = await checkBytes(bytes)
  expect({ code, files }).toEqual({ code: 2, files: [] })
  expect(err).toContain(said)
  expect(err.trimEnd().split('\n')).toHaveLength(1)
})

it('takes an empty file for what it is', async () => {
  expect(await checkBytes('')).toMatchObject({ code: 0, err: '', files: [{ path: 'report.md', format: null }] })
})
