import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { formats } from '../../server/src/core/formats/index.ts'
import { rules } from '../../server/src/core/rules/index.ts'
import { defaultSettings } from '../../server/src/core/settings.ts'
import { root } from './bundle.ts'

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

type Property = {
  readonly default?: unknown
  readonly enum?: readonly string[]
  readonly enumDescriptions?: readonly string[]
  readonly properties?: Readonly<Record<string, Property>>
}

type Manifest = {
  readonly engines: { readonly vscode: string }
  readonly icon: string
  readonly browser: string
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string; readonly enablement?: string }[]
    readonly menus: { readonly commandPalette: readonly { readonly command: string; readonly when: string }[] }
    readonly configuration: { readonly properties: Readonly<Record<string, Property>> }
    readonly grammars: readonly { readonly scopeName: string; readonly path: string }[]
    readonly snippets: readonly { readonly path: string }[]
    readonly jsonValidation: readonly { readonly fileMatch: string; readonly url: string }[]
    readonly walkthroughs: readonly { readonly steps: readonly { readonly media: { readonly markdown: string } }[] }[]
  }
}

const manifest = JSON.parse(read('package.json')) as Manifest
const { contributes } = manifest
const { properties } = contributes.configuration

test('every rule can be set, with its own default, and nothing else', () => {
  const settable = Object.entries(properties['zwgk.rules']?.properties ?? {})
  expect(Object.fromEntries(settable.map(([slug, { default: level }]) => [slug, level]))).toEqual(
    Object.fromEntries(rules.map(({ code, severity, onRequest }) => [code, onRequest ? 'off' : severity])),
  )
})

test('every form can be chosen', () => {
  expect(properties['zwgk.format']?.enum).toEqual(['auto', 'none', ...formats.map(({ id }) => id)])
  expect(properties['zwgk.format']?.enumDescriptions).toHaveLength(2 + formats.length)
})

test('the defaults are those of the core', () => {
  expect(properties['zwgk.format']?.default).toBe(defaultSettings.format)
  expect(properties['zwgk.language']?.default).toBe(defaultSettings.language)
  expect(properties['zwgk.rules']?.default).toEqual(defaultSettings.rules)
  expect(properties['zwgk.formats']?.default).toEqual(defaultSettings.formats)
  expect(properties['zwgk.children']?.default).toEqual(defaultSettings.children)
  expect(properties['zwgk.inlayHints']?.default).toBe(defaultSettings.inlayHints)
  expect(properties['zwgk.ambiguousWidth']?.default).toBe(defaultSettings.ambiguousWidth)
  expect(properties['zwgk.ledgerWords']?.default).toEqual(defaultSettings.ledgerWords)
  // The template is shown, so that it can be changed; an empty one stands for it.
  expect(properties['zwgk.paragraphTemplate']?.default).toBe(formats[0]?.paragraphs?.[0]?.template)
  expect(defaultSettings.paragraphTemplate).toBe('')
})

test('every string is there in both languages, and none is left over', () => {
  const used = [...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? '')
  for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) {
    const strings = JSON.parse(read(file)) as Record<string, string>
    expect(Object.keys(strings).sort()).toEqual([...new Set(used)].sort())
    for (const text of Object.values(strings)) expect(text.trim()).not.toBe('')
  }
})

test('the files it names are there', () => {
  const files = [
    manifest.icon,
    ...contributes.grammars.map((it) => it.path),
    ...contributes.snippets.map((it) => it.path),
    ...contributes.jsonValidation.map((it) => it.url),
    ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown)),
  ]
  expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([])
})

test('the entry for VS Code for the Web is named as no ES module, which it could not load', () => {
  expect(manifest.browser).toMatch(/\.cjs$/)
})

test('every grammar is contributed under its own name', () => {
  const written = readdirSync(path.join(root, 'syntaxes')).map((file) => {
    const { scopeName } = JSON.parse(read(`syntaxes/${file}`)) as { scopeName: string }
    return [scopeName, `./syntaxes/${file}`]
  })
  expect(contributes.grammars.map((it) => [it.scopeName, it.path]).sort()).toEqual(written.sort())
})

test('every command is shown only where it can do something: most of them with a report', () => {
  const elsewhere: Readonly<Record<string, string | undefined>> = {
    'zwgk.newReport': undefined,
    'zwgk.applyPreview': 'resourceScheme == zwgk-preview && isInDiffEditor',
    'zwgk.checkAll': 'workspaceFolderCount > 0',
    'zwgk.clearChecks': 'zwgk.checkedAll',
  }
  const hidden = new Map(contributes.menus.commandPalette.map(({ command, when }) => [command, when]))
  for (const { command, category, enablement } of contributes.commands) {
    expect(category).toBe('%category%')
    const wanted = command in elsewhere ? elsewhere[command] : 'zwgk.isReport'
    expect([command, enablement, hidden.get(command)]).toEqual([command, wanted, wanted])
  }
})

test('it asks for a version of VS Code that the language client, which does not ask any more, can work with', () => {
  const [, required] =
    /REQUIRED_VSCODE_VERSION = '([^']+)'/.exec(read('node_modules/vscode-languageclient/lib/node/main.js')) ?? []
  expect(manifest.engines.vscode).toBe(required)
})
