import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { bundleCommand, folderWith, removeFolder, runCommand, type Ended } from './command.ts'
import { broken } from './reports.ts'

beforeAll(bundleCommand)

const made: string[] = []
afterEach(() => {
  made.splice(0).forEach(removeFolder)
})

/** Checks the broken report in a folder with these files beside it. */
async function check(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  inside = '.',
): Promise<Ended> {
  const folder = folderWith({ 'report.md': broken, ...files })
  made.push(folder)
  const cwd = path.join(folder, inside)
  mkdirSync(cwd, { recursive: true })
  const report = path.relative(cwd, path.join(folder, 'report.md'))
  return runCommand(['check', '--format', 'json', ...args, report], { cwd })
}

type Found = readonly { readonly code: string; readonly severity: number; readonly message: string }[]
const found = ({ out }: Ended): Found =>
  (JSON.parse(out) as { files: { diagnostics: Found }[] }).files.flatMap((it) => it.diagnostics)
const severityOf = (ended: Ended): number | undefined =>
  found(ended).find((it) => it.code === 'total-mismatch')?.severity

const settings = `{
  // 与编辑器共用
  "editor.tabSize": 2,
  "zwgk.rules": { "total-mismatch": "warning", },
}`

describe('the configuration', () => {
  it('is that of the editor, from the working directory or above it', async () => {
    expect(severityOf(await check({}))).toBe(1)
    const here = await check({ '.vscode/settings.json': settings })
    expect({ severity: severityOf(here), err: here.err }).toEqual({ severity: 2, err: '' })
    expect(severityOf(await check({ '.vscode/settings.json': settings }, [], 'deep/down'))).toBe(2)
  })

  it('is the nearest one alone', async () => {
    const ended = await check({ '.vscode/settings.json': settings, 'deep/.vscode/settings.json': '' }, [], 'deep')
    expect(severityOf(ended)).toBe(1)
  })

  it('may be another file, with or without the prefix of the editor', async () => {
    const bare = { 'own.json': '{ "rules": { "total-mismatch": "hint" }, "language": "en" }' }
    const ended = await check({ ...bare, '.vscode/settings.json': settings }, ['--config', 'own.json'])
    expect(severityOf(ended)).toBe(4)
    expect(found(ended).find((it) => it.code === 'total-mismatch')?.message).toMatch(/[a-z]{3}/)
    const prefixed = { 'own.json': '{ "zwgk.rules": { "total-mismatch": "off" } }' }
    expect(severityOf(await check(prefixed, ['--config', 'own.json']))).toBeUndefined()
  })

  it('may silence every file, and the language given on the command line goes first', async () => {
    const none = await check({ 'own.json': '{ "format": "none" }' }, ['--config', 'own.json'])
    expect(none.code).toBe(0)
    expect(none.out).toContain('"format":null')
    const english = await check({ 'own.json': '{ "language": "en" }' }, ['--config', 'own.json', '--language', 'zh-cn'])
    expect(found(english).find((it) => it.code === 'total-mismatch')?.message).toMatch(/应为/)
  })

  it.each([
    ['a level that does not exist', '{\n  "zwgk.rules": {\n    "total-mismatch": "fatal"\n  }\n}', 3, '"fatal"'],
    ['rules that are no object', '{\n  "zwgk.rules": "off"\n}', 2, 'must be an object'],
    ['an unknown format', '{ "zwgk.format": "1949" }', 1, 'auto none 2021'],
    ['an unknown language', '{\n\n  "zwgk.language": true }', 3, 'zh-cn en'],
    ['broken JSON', '{\n  "zwgk.format": \n}', 3, 'not correct JSON'],
    ['a list', '[]', 1, 'must be an object'],
  ])('is refused with its line for %s', async (_, text, line, said) => {
    const ended = await check({ '.vscode/settings.json': text })
    expect({ code: ended.code, out: ended.out }).toEqual({ code: 2, out: '' })
    expect(ended.err).toContain(`第 ${line} 行`)
    expect(ended.err).toContain(`line ${line}`)
    expect(ended.err).toContain(said)
    expect(ended.err).toContain('.vscode/settings.json')
  })

  it('is refused where it cannot be read', async () => {
    const ended = await check({}, ['--config', 'gone.json'])
    expect(ended.code).toBe(2)
    expect(ended.err).toContain('no such file or folder: gone.json')
  })

  it('mentions a rule and a setting that do not exist, and goes on', async () => {
    const ended = await check({ 'own.json': '{ "rules": { "no-such": "off" },\n "laguage": "en" }' }, [
      '--config',
      'own.json',
    ])
    expect(ended.code).toBe(1)
    expect(ended.err).toContain('line 1: there is no rule no-such')
    expect(ended.err).toContain('line 2: there is no setting laguage')
  })
})

describe('forms of the user’s own', () => {
  const root = path.resolve(import.meta.dirname, '..', '..')
  const name = readdirSync(path.join(root, 'samples')).find((it) => it.endsWith('.zwgk-format.json')) ?? ''
  const form = readFileSync(path.join(root, 'samples', name), 'utf8')
  const own = '---\nzwgk: { format: yunjiang-2025 }\n---\n'
  const run = async (files: Readonly<Record<string, string>>, inside = '.'): Promise<Ended> => {
    const folder = folderWith({ 'own.md': own + broken, 'report.md': broken, ...files })
    made.push(folder)
    const cwd = path.join(folder, inside)
    mkdirSync(cwd, { recursive: true })
    return runCommand(['check', '--format', 'json', '--jobs', '2', folder], { cwd })
  }
  const forms = ({ out }: Ended): readonly unknown[] =>
    (JSON.parse(out) as { files: { format: unknown }[] }).files.map((it) => it.format)

  it('are found from the folder of the settings, wherever the program runs', async () => {
    const files = {
      'forms/own.zwgk-format.json': form,
      '.vscode/settings.json': '{ "zwgk.formats": ["forms/*.zwgk-format.json"] }',
    }
    const ended = await run(files)
    expect({ code: ended.code, err: ended.err }).toEqual({ code: 1, err: '' })
    expect(forms(ended)).toEqual(['yunjiang-2025', '2021'])
    expect(forms(await run(files, 'deep/down'))).toEqual(['yunjiang-2025', '2021'])
    const chosen = {
      ...files,
      '.vscode/settings.json': '{ "zwgk.formats": ["forms/**"], "zwgk.format": "yunjiang-2025" }',
    }
    expect(forms(await run(chosen))).toEqual(['yunjiang-2025', 'yunjiang-2025'])
  })

  it('that are wrong are told with file and line, and harm no report', async () => {
    const ended = await run({
      'own.zwgk-format.json': form.replace('"lic-pledge"', '"no id"'),
      '.vscode/settings.json': '{ "zwgk.formats": ["own.zwgk-format.json", "gone.json"], "zwgk.format": "1949" }',
    })
    expect(ended.code).toBe(2)
    expect(forms(ended)).toEqual(['2021', '2021'])
    const line = form.split('\n').findIndex((it) => it.includes('"lic-pledge"')) + 1
    expect(ended.err).toContain(`own.zwgk-format.json, line ${line}: only small letters`)
    expect(ended.err).toContain('no file that can be read for gone.json')
    expect(ended.err).toContain('there is no form 1949')
  })

  it('must be a list of paths', async () => {
    const ended = await run({ '.vscode/settings.json': '{ "zwgk.formats": "own.json" }' })
    expect({ code: ended.code, out: ended.out }).toEqual({ code: 2, out: '' })
    expect(ended.err).toContain('must be a list of paths')
  })
})
