import { mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleCommand, folderWith, pages, removeFolder, runCommand, type Ended } from './command.ts'
import { balanced, broken, readme, wrong } from './reports.ts'

const files = {
  'good.md': balanced,
  'bad.md': broken,
  'README.md': readme,
  'docs/bad.markdown': broken,
  'docs/note.txt': broken,
  'docs/[2021] (1).md': broken,
  'node_modules/kept/bad.md': broken,
  '.git/bad.md': broken,
  'docs/.hidden/bad.md': broken,
  'empty/other.txt': '',
}
let cwd = ''
beforeAll(async () => {
  await bundleCommand()
  cwd = folderWith(files)
})
afterAll(() => {
  removeFolder(cwd)
})

const check = (...args: readonly string[]): Promise<Ended> => runCommand(['check', ...args], { cwd })

type Plain = {
  readonly files: readonly {
    readonly path: string
    readonly format: string | null
    readonly diagnostics: readonly Diagnostic[]
    readonly relations: Readonly<Record<string, number>>
  }[]
}
type Diagnostic = Readonly<Record<string, unknown>> & {
  readonly code: string
  readonly relatedInformation: readonly { readonly location: { readonly uri: string; readonly range: unknown } }[]
}

const parse = ({ out }: Ended): Plain => JSON.parse(out) as Plain
const pathsOf = (ended: Ended): readonly string[] => parse(ended).files.map((it) => it.path)

describe('the exit status', () => {
  it('is 0 where no error is found', async () => {
    expect((await check('good.md', 'README.md')).code).toBe(0)
  })

  it('is 1 where an error is found', async () => {
    const { code, err } = await check('bad.md')
    expect({ code, err }).toEqual({ code: 1, err: '' })
  })

  it('is 2 where a path does not exist, and the others are still checked', async () => {
    const ended = await check('--format', 'json', 'missing.md', 'bad.md')
    expect(ended.code).toBe(2)
    expect(ended.err).toBe('zwgk-report: 没有这个文件或文件夹：missing.md (no such file or folder: missing.md)\n')
    expect(pathsOf(ended)).toEqual(['bad.md'])
    expect(parse(ended).files[0]?.diagnostics).not.toEqual([])
  })

  it.each([
    [['check'], 'no file or folder'],
    [['mend', 'good.md'], 'unknown command: mend'],
    [[], 'no command'],
    [['check', '--colour', 'good.md'], 'unknown option: --colour'],
    [['check', '-x', 'good.md'], 'unknown option: -x'],
    [['check', '--format', 'yaml', 'good.md'], '--format cannot be yaml'],
    [['check', 'good.md', '--format'], '--format needs a value'],
    [['check', '--quiet=yes', 'good.md'], '--quiet takes no value'],
    [['check', '--language', 'fr', 'good.md'], '--language cannot be fr'],
    [['check', '--max-warnings', 'many', 'good.md'], '--max-warnings cannot be many'],
  ])('is 2 with the usage for %j', async (args, said) => {
    const { code, out, err } = await runCommand(args, { cwd })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.split('\n')[0]).toContain(said)
    expect(err.split('\n')[0]).toMatch(/\p{Script=Han}/u)
    expect(err).toContain('Usage: zwgk-report check')
  })

  it('counts warnings where --max-warnings says so', async () => {
    // A section of the form with its title misspelt is a warning and no error.
    const text = balanced.replace('## 一、总体情况', '## —、总体情况')
    const run = (...args: readonly string[]): Promise<Ended> =>
      runCommand(['check', ...args, '-'], { cwd, input: text })
    expect((await run()).code).toBe(0)
    const strict = await run('--max-warnings', '0')
    expect(strict.code).toBe(1)
    expect(strict.err).toContain('more than --max-warnings 0')
  })
})

describe('--help and --version', () => {
  it('print and end with 0', async () => {
    const help = await runCommand(['--help'], { cwd })
    expect(help).toMatchObject({ code: 0, err: '' })
    expect(help.out).toContain('--format text|json|sarif|junit|github')
    const version = await runCommand(['--version'], { cwd })
    expect(version.code).toBe(0)
    expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('JSON', () => {
  it('lists every file with its findings as LSP diagnostics', async () => {
    const ended = await check('--format', 'json', 'bad.md', 'README.md')
    const { files } = parse(ended)
    expect(files.map((it) => [it.path, it.format])).toEqual([
      ['README.md', null],
      ['bad.md', '2021'],
    ])
    expect(files[0]).toEqual({
      path: 'README.md',
      format: null,
      diagnostics: [],
      relations: { balanced: 0, broken: 0, unchecked: 0, waived: 0 },
    })
    for (const file of files) expect(Object.keys(file)).toEqual(['path', 'format', 'diagnostics', 'relations'])
    expect(files[1]?.relations['broken']).toBeGreaterThan(0)
    const found = files[1]?.diagnostics.filter((it) => it.code === 'total-mismatch') ?? []
    expect(found).toHaveLength(1)
    const line = broken.split('\n')[wrong.line] ?? ''
    const character = line.lastIndexOf(wrong.text)
    expect(found[0]).toMatchObject({
      range: { start: { line: wrong.line, character }, end: { line: wrong.line, character: character + 1 } },
      severity: 1,
      code: 'total-mismatch',
      source: 'zwgk',
      codeDescription: { href: pathToFileURL(path.join(pages, 'total-mismatch.md')).href },
    })
    const related = found[0]?.relatedInformation ?? []
    expect(related.length).toBeGreaterThan(0)
    for (const { location } of related) {
      expect(location.uri).toBe(pathToFileURL(path.join(cwd, 'bad.md')).href)
      const position = { line: expect.any(Number) as number, character: expect.any(Number) as number }
      expect(location.range).toEqual({ start: position, end: position })
    }
  })

  it('speaks English where asked, and of errors alone where quiet', async () => {
    const english = parse(await check('--format', 'json', '--language', 'en', 'bad.md'))
    expect(english.files[0]?.diagnostics.find((it) => it.code === 'total-mismatch')?.['message']).toMatch(/[a-z]{3}/)
    const blank = broken.replace('## 一、总体情况', '## —、总体情况')
    const run = async (...args: readonly string[]): Promise<readonly unknown[]> => {
      const ended = await runCommand(['check', '--format', 'json', ...args, '-'], { cwd, input: blank })
      return parse(ended).files.flatMap((it) => it.diagnostics.map((diagnostic) => diagnostic['severity']))
    }
    expect(new Set(await run())).toContain(2)
    expect(new Set(await run('--quiet'))).toEqual(new Set([1]))
  })
})

describe('paths', () => {
  const json = (...args: readonly string[]): Promise<Ended> => check('--format', 'json', ...args)

  it('may be folders, searched without node_modules and dot folders, in a fixed order', async () => {
    const ended = await json('.')
    expect(pathsOf(ended)).toEqual(['README.md', 'bad.md', 'docs/[2021] (1).md', 'docs/bad.markdown', 'good.md'])
    expect((await json('.')).out).toBe(ended.out)
  })

  it('count once, whatever they are called', async () => {
    expect(pathsOf(await json('docs', './docs/bad.markdown', path.join(cwd, 'docs', 'bad.markdown')))).toEqual([
      'docs/[2021] (1).md',
      'docs/bad.markdown',
    ])
  })

  it('are printed as given', async () => {
    const absolute = path.join(cwd, 'good.md')
    expect(pathsOf(await json(absolute))).toEqual([absolute.replaceAll('\\', '/')])
  })

  it('may be globs, which the shell need not know', async () => {
    expect(pathsOf(await json('**/*.md'))).toEqual(['README.md', 'bad.md', 'docs/[2021] (1).md', 'good.md'])
    expect(pathsOf(await json('{good,bad}.md'))).toEqual(['bad.md', 'good.md'])
    const absolute = `${cwd.replaceAll('\\', '/')}/docs/*.markdown`
    expect(pathsOf(await json(absolute))).toEqual([absolute.replace('*', 'bad')])
  })

  it('are files first and globs second', async () => {
    expect(pathsOf(await json('docs/[2021] (1).md'))).toEqual(['docs/[2021] (1).md'])
  })

  it('that match nothing are an error; a folder without Markdown is only mentioned', async () => {
    const ended = await json('*.docx')
    expect(ended.code).toBe(2)
    expect(ended.err).toContain('no file matches *.docx')
    const empty = await json('empty')
    expect(empty.code).toBe(0)
    expect(parse(empty)).toEqual({ files: [] })
    expect(empty.err).toContain('no Markdown file in the folder: empty')
  })

  it('survive links that lead round in circles or nowhere', async () => {
    const linked = folderWith({ 'a/good.md': balanced })
    mkdirSync(path.join(linked, 'b'))
    symlinkSync('..', path.join(linked, 'a', 'round'))
    symlinkSync('../a/good.md', path.join(linked, 'b', 'same.md'))
    symlinkSync('gone.md', path.join(linked, 'b', 'lost.md'))
    const ended = await runCommand(['check', '--format', 'json', '.'], { cwd: linked })
    expect(ended.code).toBe(2)
    expect(ended.err).toContain('b/lost.md')
    expect(pathsOf(ended)).toEqual(['a/good.md', 'b/same.md'])
    removeFolder(linked)
  })
})

describe('standard input', () => {
  it('is read for -', async () => {
    const ended = await runCommand(['check', '--format', 'json', '-'], { cwd, input: broken })
    expect(ended.code).toBe(1)
    expect(parse(ended).files[0]).toMatchObject({ path: '<stdin>', format: '2021' })
  })

  it('goes by the name of --stdin-path', async () => {
    const args = ['check', '--format', 'json', '--stdin-path', 'docs/draft.md', '-']
    const { files } = parse(await runCommand(args, { cwd, input: broken }))
    expect(files[0]?.path).toBe('docs/draft.md')
    const related = files[0]?.diagnostics.flatMap((it) => it.relatedInformation.map(({ location }) => location.uri))
    expect(new Set(related)).toEqual(new Set([pathToFileURL(path.join(cwd, 'docs', 'draft.md')).href]))
  })
})

describe('a reader that goes away', () => {
  it('ends the program without a word', async () => {
    const many = folderWith(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.md`, broken])))
    const ended = await runCommand(['check', '--format', 'json', '.'], { cwd: many, hangUpAfter: 10 })
    expect(ended.err).toBe('')
    expect(ended.code).toBe(1)
    removeFolder(many)
  })
})
