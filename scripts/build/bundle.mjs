import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build, context, stop } from 'esbuild'
import { Failure } from '../lib/failure.mjs'
import { inRoot } from '../lib/paths.mjs'
import { bundleOptions } from './bundleOptions.mjs'
import { entries } from './entries.mjs'
import { librariesScript } from './libraries.mjs'
import { formsScript } from './packedForms.mjs'

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
  const all = entries.map((entry) => {
    const options = bundleOptions(entry, dev)
    return entry.out === 'server.js' ? { ...options, plugins: [...(options.plugins ?? []), writtenBeside] } : options
  })
  if (watch) for (const options of all) await (await context({ ...options, logLevel: 'info' })).watch()
  else await Promise.all(all.map(buildOne)).finally(stop)
  for (const { out, executable } of entries)
    if (executable && existsSync(inRoot('dist', out))) chmodSync(inRoot('dist', out), 0o755)
  copyRulePages()
}

/** What the server reads from files beside it. @type {import('esbuild').Plugin} */
const writtenBeside = {
  name: 'written-beside',
  setup({ onEnd }) {
    onEnd(async () => {
      writeFileSync(inRoot('dist', 'forms.js'), await formsScript())
      writeFileSync(inRoot('dist', 'libraries.js'), await librariesScript())
    })
  },
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

/** The pages of the rules are opened from a diagnostic, offline. */
function copyRulePages() {
  const from = inRoot('server', 'src', 'core', 'rules')
  if (!existsSync(from)) return
  for (const page of readdirSync(from).filter((name) => name.endsWith('.md')))
    cpSync(path.join(from, page), inRoot('dist', 'rules', page))
}
