import path from 'node:path'
import { inRoot } from '../lib/paths.mjs'
import { lazy } from './entries.mjs'
import { librariesBeside } from './libraries.mjs'
import { formsBeside, packedForms } from './packedForms.mjs'
import { partOfYaml } from './partOfYaml.mjs'
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
    plugins: plugins(out),
    ...(executable ? { banner: { js: '#!/usr/bin/env node' } } : {}),
  }
  return out === 'server.js' ? { ...options, plugins: [wholeChunk(options), ...(options.plugins ?? [])] } : options
}

/** @param {string} out */
function plugins(out) {
  if (out === 'server.js') return [librariesBeside, formsBeside]
  return out === 'cli.js' ? [partOfYaml, packedForms] : [loadLate, anyVersion]
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
