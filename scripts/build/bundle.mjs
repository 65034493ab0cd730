import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build, context, stop } from 'esbuild'
import { Failure } from '../lib/failure.mjs'
import { inRoot } from '../lib/paths.mjs'
import { entries, lazy } from './entries.mjs'

/**
 * Bundles everything into dist/, which is emptied before.
 * @param {{ dev?: boolean, watch?: boolean }} [options]
 */
export async function bundle({ dev = false, watch = false } = {}) {
  const missing = entries.filter(({ from }) => !existsSync(inRoot(from))).map(({ from }) => `  ${from}`)
  if (missing.length > 0) throw new Failure(`The build needs files that do not exist:\n${missing.join('\n')}`)

  rmSync(inRoot('dist'), { recursive: true, force: true })
  mkdirSync(inRoot('dist'))
  // The package is of ES modules, the bundles are not: VS Code loads an extension with `require`.
  writeFileSync(inRoot('dist', 'package.json'), '{ "type": "commonjs" }\n')
  const all = entries.map((entry) => optionsOf(entry, dev))
  if (watch) for (const options of all) await (await context({ ...options, logLevel: 'info' })).watch()
  else await Promise.all(all.map(buildOne)).finally(stop)
  for (const { out, executable } of entries)
    if (executable && existsSync(inRoot('dist', out))) chmodSync(inRoot('dist', out), 0o755)
  copyRulePages()
}

/** @param {import('esbuild').BuildOptions} options */
async function buildOne(options) {
  try {
    await build(options)
  } catch {
    // esbuild has printed where and why.
    throw new Failure(`${path.relative(inRoot(), String(options.outfile))} could not be built.`)
  }
}

/**
 * @param {import('./entries.mjs').Entry} entry
 * @param {boolean} dev
 * @returns {import('esbuild').BuildOptions}
 */
function optionsOf({ out, from, platform, executable = false }, dev) {
  return {
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
    plugins: out === 'client.js' ? [loadLate] : [],
    ...(executable ? { banner: { js: '#!/usr/bin/env node' } } : {}),
  }
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

/** The pages of the rules are opened from a diagnostic, offline. */
function copyRulePages() {
  const from = inRoot('server', 'src', 'core', 'rules')
  if (!existsSync(from)) return
  for (const page of readdirSync(from).filter((name) => name.endsWith('.md')))
    cpSync(path.join(from, page), inRoot('dist', 'rules', page))
}
