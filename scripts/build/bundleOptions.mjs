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
export function bundleOptions({ out, from, platform, executable = false }, dev) {
  /** @type {import('esbuild').BuildOptions} */
  const options = {
    entryPoints: [inRoot(from)],
    outfile: inRoot('dist', out),
    bundle: true,
    platform,
    // A web worker has no `require`, but VS Code gives the client one; the server is a plain script.
    format: out === 'web/server.js' ? 'iife' : 'cjs',
    target: platform === 'node' ? 'node20' : 'es2022',
    external: ['vscode'],
    // `import()` becomes `require`, which every extension host understands.
    supported: { 'dynamic-import': false },
    // Some packages offer a browser build that wants a DOM; in a worker there is none.
    ...(platform === 'browser'
      ? { mainFields: ['browser', 'module', 'main'], conditions: ['worker', 'module'] }
      : { mainFields: ['module', 'main'] }),
    minify: !dev,
    // Most of the text is Chinese, which escapes would double.
    charset: 'utf8',
    sourcemap: dev,
    legalComments: 'none',
    logLevel: 'warning',
    logOverride: { 'empty-import-meta': 'silent' },
    absWorkingDir: inRoot(),
    plugins: [partOfYaml, ...(out === 'client.js' ? [loadLate] : []), ...(dev ? [] : [packedForms(platform)])],
    ...(executable ? { banner: { js: '#!/usr/bin/env node' } } : {}),
  }
  return out.endsWith('server.js')
    ? { ...options, plugins: [wholeChunk(options), ...(options.plugins ?? [])] }
    : options
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
 * Keeps the language client out of the entry: `import('./client.ts')` becomes a `require` of the bundle beside it.
 * VS Code then reads a few kilobytes when a Markdown file is opened, and the rest when the file is a report.
 * @type {import('esbuild').Plugin}
 */
const loadLate = {
  name: 'load-late',
  setup({ onResolve }) {
    onResolve({ filter: /client(\.ts)?$/ }, ({ path: wanted, resolveDir, kind }) => {
      if (kind !== 'dynamic-import') return undefined
      const file = path.resolve(resolveDir, wanted.replace(/(\.ts)?$/, '.ts'))
      return file === lazy.source ? { path: lazy.bundle, external: true } : undefined
    })
  },
}
