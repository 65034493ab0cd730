import path from 'node:path'
import { inRoot } from '../lib/paths.mjs'
import { lazy } from './entries.mjs'
import { packedForms } from './packedForms.mjs'
import { wholeChunk } from './wholeChunk.mjs'

/**
 * How an entry is bundled.
 * @param {import('./entries.mjs').Entry} entry
 * @param {boolean} dev
 * @returns {import('esbuild').BuildOptions}
 */
export function bundleOptions({ out, from, executable = false }, dev) {
  /** @type {import('esbuild').BuildOptions} */
  const options = {
    entryPoints: [inRoot(from)],
    outfile: inRoot('dist', out),
    bundle: true,
    // What a browser lacks stands in modules that only Node.js runs.
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    // `import()` becomes `require`, which every extension host understands.
    supported: { 'dynamic-import': false },
    mainFields: ['module', 'main'],
    // The client has both ways to a server: as a process, and as a worker.
    conditions: ['node', 'browser', 'module'],
    minify: !dev,
    // Most of the text is Chinese, which escapes would double.
    charset: 'utf8',
    sourcemap: dev,
    legalComments: 'none',
    logLevel: 'warning',
    logOverride: { 'empty-import-meta': 'silent' },
    absWorkingDir: inRoot(),
    plugins: out.endsWith('lient.js') ? [loadLate, anyVersion] : [partOfYaml, packedForms],
    ...(executable ? { banner: { js: '#!/usr/bin/env node' } } : {}),
  }
  return out === 'server.js' ? { ...options, plugins: [wholeChunk(options), ...(options.plugins ?? [])] } : options
}

/**
 * Of js-yaml only the part that reads, and of its types only those of YAML's core schema: the package comes as one file
 * that also writes.
 * @type {import('esbuild').Plugin}
 */
const partOfYaml = {
  name: 'part-of-yaml',
  setup({ onLoad, onResolve }) {
    const inYaml = (/** @type {string[]} */ ...parts) => inRoot('node_modules', 'js-yaml', 'lib', ...parts)
    onResolve({ filter: /^js-yaml$/ }, () => ({ path: 'js-yaml', namespace: 'part', sideEffects: false }))
    onLoad({ filter: /.*/, namespace: 'part' }, () => ({
      contents: `export { load } from './loader.js'\nexport { default as CORE_SCHEMA } from './schema/core.js'`,
      resolveDir: inYaml(),
    }))
    onResolve({ filter: /\/schema\/default$/ }, ({ importer }) =>
      importer === inYaml('loader.js') ? { path: inYaml('schema', 'core.js') } : undefined,
    )
  },
}

/**
 * The language client asks for a version of VS Code that the manifest asks for already, and brings a parser of versions
 * for it; a test compares the two.
 * @type {import('esbuild').Plugin}
 */
const anyVersion = {
  name: 'any-version',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]semver[\\/]functions[\\/](?:parse|satisfies)\.js$/ }, () => ({
      contents: 'module.exports = (it) => it',
    }))
  },
}

/**
 * Keeps the language client out of the entry: `import('./languageClient.ts')` becomes a `require` of the bundle beside it.
 * VS Code then reads a few kilobytes when a Markdown file is opened, and the rest when the file is a report.
 * @type {import('esbuild').Plugin}
 */
const loadLate = {
  name: 'load-late',
  setup({ onResolve }) {
    onResolve({ filter: /languageClient(\.ts)?$/ }, ({ path: wanted, resolveDir, kind }) => {
      if (kind !== 'dynamic-import') return undefined
      const file = path.resolve(resolveDir, wanted.replace(/(\.ts)?$/, '.ts'))
      return file === lazy.source ? { path: lazy.bundle, external: true } : undefined
    })
  },
}
