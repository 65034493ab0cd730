import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** One direction of travel: a file imports its own layer and those before it. */
const layers: readonly (readonly string[])[] = [
  ['server/src/core/text/'],
  ['server/src/core/markdown/'],
  ['server/src/core/formats/'],
  ['server/src/core/report/'],
  ['server/src/core/reconcile/'],
  ['server/src/core/rules/'],
  ['server/src/core/settings.ts'],
  ['server/src/core/check.ts', 'server/src/core/check/'],
  ['server/src/core/analyse.ts'],
  ['server/src/core/features/'],
  ['server/src/core/index.ts'],
  ['server/src/files/'],
  ['server/src/lsp/', 'server/src/cli/'],
  ['server/src/main.'],
]

const layerOf = (file: string): number =>
  layers.findIndex((prefixes) => prefixes.some((prefix) => file.startsWith(prefix)))

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => normalize(join(folder, file)).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'))

const importsOf = (file: string): { relative: string[]; packages: string[] } => {
  const text = readFileSync(join(root, file), 'utf8')
  const all = [...text.matchAll(/(?:from |import\()'([^']+)'/g)].map((it) => it[1] ?? '')
  return {
    relative: all
      .filter((it) => it.startsWith('.'))
      .map((it) => normalize(join(dirname(file), it)).replaceAll('\\', '/')),
    packages: all.filter((it) => !it.startsWith('.')),
  }
}

test.each(sources('server/src'))('%s stands in a layer and imports only what comes before it', (file) => {
  expect(layerOf(file)).toBeGreaterThanOrEqual(0)
  expect(importsOf(file).relative.filter((it) => layerOf(it) < 0 || layerOf(it) > layerOf(file))).toEqual([])
})

test.each(sources('server/src').filter((file) => !file.startsWith('server/src/cli/')))(
  '%s crosses to the command line nowhere',
  (file) => {
    expect(importsOf(file).relative.filter((it) => it.startsWith('server/src/cli/'))).toEqual([])
  },
)

test.each(sources('server/src/core'))('%s is pure: no Node, no LSP, no editor', (file) => {
  expect(importsOf(file).packages.filter((it) => /^(?:node:|vscode)/.test(it))).toEqual([])
})

test.each(sources('client/src'))('%s imports nothing of the server', (file) => {
  expect(importsOf(file).relative.filter((it) => it.startsWith('server/'))).toEqual([])
})

test('only the edge of the server names the protocol, and only one file of it converts to its types', () => {
  const naming = sources('server/src').filter((file) =>
    importsOf(file).packages.some((it) => it.startsWith('vscode-languageserver')),
  )
  expect(naming.filter((file) => !/^server\/src\/(?:lsp\/|main\.)/.test(file))).toEqual([])
})
