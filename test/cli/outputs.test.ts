import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlainDiagnostic } from '../../server/src/core/features/diagnostics.ts'
import { rules } from '../../server/src/core/rules/index.ts'
import { bundleCommand, folderWith, pages, removeFolder, runCommand, type Ended } from './command.ts'
import { balanced, broken, readme, wrong } from './reports.ts'
import { readXml } from './xml.ts'

const badName = '50% 年报, a:b&c.md'
let cwd = ''
beforeAll(async () => {
  await bundleCommand()
  cwd = folderWith({ 'good.md': balanced, [badName]: broken, 'README.md': readme })
})
afterAll(() => {
  removeFolder(cwd)
})

const check = (...args: readonly string[]): Promise<Ended> => runCommand(['check', ...args], { cwd })

/** What the other outputs say in their own ways. */
async function findings(): Promise<readonly PlainDiagnostic[]> {
  const { out } = await check('--format', 'json', badName)
  const { files } = JSON.parse(out) as { files: readonly { diagnostics: readonly PlainDiagnostic[] }[] }
  return files.flatMap((it) => it.diagnostics)
}

const line = broken.split('\n')[wrong.line] ?? ''
const column = line.lastIndexOf(wrong.text) + 1

describe('text', () => {
  it('shows each finding with its place, its line and a mark under the cell', async () => {
    const { out } = await check(badName)
    const lines = out.split('\n')
    const at = lines.findIndex((it) => it.startsWith(`${badName}:${wrong.line + 1}:${column}  错误  `))
    expect(at).toBeGreaterThanOrEqual(0)
    expect(lines[at]).toMatch(/ {2}total-mismatch$/)
    expect(lines[at + 1]).toContain(wrong.text)
    // The mark is one column under a line whose Chinese characters take two columns each.
    const before = lines[at + 1]?.slice(0, lines[at + 1]?.lastIndexOf(wrong.text)) ?? ''
    const wide = before.match(/[\p{Script=Han}、]/gu)?.length ?? 0
    expect(wide).toBeGreaterThan(5)
    expect(lines[at + 2]).toBe(`${' '.repeat(before.length + wide)}^`)
    expect(lines[at + 3]).toMatch(new RegExp(`^ {4}${badName}:\\d+:\\d+ {2}\\S`))
  })

  it('ends with the totals', async () => {
    const summary = (ended: Ended): string | undefined => ended.out.trimEnd().split('\n').at(-1)
    const good = await check('good.md')
    expect(good.out).toMatch(/^1 份年报，0 处错误，0 处警告；勾稽 (\d+)\/\1\n$/)
    const all = await findings()
    const errors = all.filter(({ severity }) => severity === 1).length
    const bad = summary(await check(badName, 'README.md'))
    expect(bad).toMatch(new RegExp(`^1 份年报，${errors} 处错误，\\d+ 处警告；勾稽 \\d+/\\d+`))
    expect(bad).toContain('；另有 1 个文件不是年报')
    expect(summary(await check('--language', 'en', badName))).toMatch(/^reports: 1, errors: [1-9]/)
  })

  it('has no colours where it is not read on a terminal', async () => {
    expect((await check(badName)).out).not.toContain('\u001b')
  })
})

type Sarif = {
  readonly $schema: string
  readonly version: string
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly name: string
        readonly rules: readonly RuleDescription[]
      }
    }
    readonly columnKind: string
    readonly results: readonly {
      readonly ruleId: string
      readonly ruleIndex: number
      readonly level: string
      readonly message: { readonly text: string }
      readonly locations: readonly Location[]
      readonly relatedLocations?: readonly (Location & { readonly message: { readonly text: string } })[]
    }[]
    readonly invocations: readonly { readonly executionSuccessful: boolean }[]
  }[]
}
type RuleDescription = {
  readonly id: string
  readonly helpUri: string
  readonly shortDescription: { readonly text: string }
  readonly help: { readonly text: string; readonly markdown: string }
}
type Location = {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string }
    readonly region: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>
  }
}

describe('SARIF', () => {
  it('has what the standard requires, and every finding', async () => {
    const ended = await check('--format', 'sarif', '.')
    const { $schema, version, runs } = JSON.parse(ended.out) as Sarif
    expect($schema).toContain('sarif-schema-2.1.0.json')
    expect(version).toBe('2.1.0')
    expect(runs).toHaveLength(1)
    const [run] = runs
    if (run === undefined) throw new Error('no run')
    const { driver } = run.tool
    expect(driver.name).toBe('zwgk-report')
    expect(driver.rules.map(({ id }) => id)).toEqual(rules.map(({ code }) => code))
    for (const { id, helpUri, help, shortDescription } of driver.rules) {
      const page = path.join(pages, `${id}.md`)
      expect(helpUri).toBe(pathToFileURL(page).href)
      const text = readFileSync(page, 'utf8')
      expect(text.startsWith(`# ${shortDescription.text}\n`)).toBe(true)
      expect(help.markdown.split('\n').length).toBeGreaterThan(2)
      expect(text.startsWith(help.markdown)).toBe(true)
      expect(help.text).toBe(help.markdown)
    }
    expect(run.columnKind).toBe('utf16CodeUnits')
    expect(run.invocations).toEqual([{ executionSuccessful: true, exitCode: 1 }])

    const expected = await findings()
    expect(run.results).toHaveLength(expected.length)
    expected.forEach(({ code, message, range, relatedInformation }, i) => {
      const result = run.results[i]
      expect(result).toMatchObject({ ruleId: code, message: { text: message } })
      expect(driver.rules[result?.ruleIndex ?? -1]?.id).toBe(code)
      expect(['error', 'warning', 'note']).toContain(result?.level)
      expect(result?.locations).toEqual([
        {
          physicalLocation: {
            artifactLocation: { uri: '50%25%20%E5%B9%B4%E6%8A%A5%2C%20a%3Ab%26c.md' },
            region: {
              startLine: range.start.line + 1,
              startColumn: range.start.character + 1,
              endLine: range.end.line + 1,
              endColumn: range.end.character + 1,
            },
          },
        },
      ])
      expect((result?.relatedLocations ?? []).map((it) => it.message.text)).toEqual(
        relatedInformation.map((it) => it.message),
      )
    })
    const wrongTotal = run.results.find(({ ruleId }) => ruleId === 'total-mismatch')
    expect(wrongTotal?.level).toBe('error')
    expect(wrongTotal?.locations[0]?.physicalLocation.region).toMatchObject({
      startLine: wrong.line + 1,
      startColumn: column,
    })
  })

  it('says where something could not be checked', async () => {
    const { code, out } = await check('--format', 'sarif', 'gone.md')
    expect(code).toBe(2)
    expect((JSON.parse(out) as Sarif).runs[0]).toMatchObject({
      results: [],
      invocations: [{ executionSuccessful: false, exitCode: 2 }],
    })
  })
})

describe('JUnit', () => {
  it('is well-formed XML with a suite per file and a failure per error', async () => {
    const expected = await findings()
    const suites = readXml((await check('--format', 'junit', '.')).out)
    expect(suites.name).toBe('testsuites')
    expect(suites.children.map((suite) => suite.attributes['name'])).toEqual([badName, 'README.md', 'good.md'])
    const [bad, other, good] = suites.children
    const errors = expected.filter(({ severity }) => severity === 1)
    expect(bad?.attributes).toMatchObject({ tests: `${expected.length}`, failures: `${errors.length}` })
    const failures = bad?.children.flatMap((it) => it.children).filter(({ name }) => name === 'failure') ?? []
    expect(failures.map((it) => it.attributes['message'])).toEqual(errors.map(({ message }) => message))
    expect(failures.map((it) => it.attributes['type'])).toContain('total-mismatch')
    expect(failures[0]?.text).toContain(`${badName}:`)
    expect(other?.children.flatMap((it) => it.children.map(({ name }) => name))).toEqual(['skipped'])
    expect(good?.attributes).toMatchObject({ failures: '0' })
    expect(good?.children.length).toBeGreaterThan(0)
  })
})

describe('GitHub annotations', () => {
  it('escape what would end a property or a message', async () => {
    const expected = await findings()
    const lines = (await check('--format', 'github', '.')).out.trimEnd().split('\n')
    expect(lines).toHaveLength(expected.length)
    const name = '50%25 年报%2C a%3Ab&c.md'
    const start = `::error file=${name},line=${wrong.line + 1},endLine=${wrong.line + 1},col=${column},endColumn=${column + 1},title=total-mismatch::`
    const annotation = lines.find((it) => it.startsWith(start))
    const message = expected.find(({ code }) => code === 'total-mismatch')?.message ?? 'none'
    expect(annotation?.slice(start.length)).toBe(message.replaceAll('%', '%25'))
    expect(lines.filter((it) => !/^::(?:error|warning|notice) file=[^:,]+,line=\d+,[^:]*::[^\n]+$/.test(it))).toEqual(
      [],
    )
  })
})
