import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleCommand, folderWith, removeFolder, runCommand, type Ended } from './command.ts'

const corpus = path.join(import.meta.dirname, '..', 'corpus')
const report = readFileSync(path.join(corpus, 'zhangdian-2021.canonical.md'), 'utf8')

describe('--jobs', () => {
  let cwd = ''
  const run = (...args: readonly string[]): Promise<Ended> => runCommand(['check', ...args], { cwd, input: report })
  beforeAll(async () => {
    await bundleCommand()
    const files = Array.from({ length: 20 }, (_, i): [string, string | Uint8Array] => {
      const name = `reports/${String(i * 7919).padStart(6, '0')}.md`
      if (i % 9 === 0) return [name, Uint8Array.of(0, 1, 2)]
      // Of very unequal sizes, so that they are ready in another order than they are named in.
      return [name, i % 5 === 0 ? '# 说明\n' : report.replace('| 规章 |', `| 规章${i} |`).repeat(1 + (i % 4))]
    })
    cwd = folderWith(Object.fromEntries(files))
  })
  afterAll(() => {
    removeFolder(cwd)
  })

  it.each(['text', 'json', 'sarif'])(
    '%s is the same for any number of threads',
    { timeout: 60_000 },
    async (format) => {
      const one = await run('--format', format, '--jobs', '1', 'reports', '-')
      const two = await run('--format', format, '-j', '2', 'reports', '-')
      const many = await run('--format', format, '--jobs', '7', 'reports', '-')
      expect(one.out.length).toBeGreaterThan(1000)
      expect(one.err).toContain('not a text file')
      expect(two).toEqual(one)
      expect(many).toEqual(one)
    },
  )

  it.each(['0', 'x', '-1', '1000'])('refuses %s', async (jobs) => {
    const { code, err } = await run(`--jobs=${jobs}`, 'reports')
    expect(code).toBe(2)
    expect(err).toContain('--jobs')
  })

  it('ends when nobody reads any more', async () => {
    const { err } = await runCommand(['check', '--jobs', '3', 'reports'], { cwd, hangUpAfter: 100 })
    expect(err).not.toContain('Error')
  })
})
