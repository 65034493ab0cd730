import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build, stop } from 'esbuild'
import { vsixName } from '../build/vsix.mjs'
import { inRoot } from '../lib/paths.mjs'
import { say } from '../lib/say.mjs'
import { readZip } from '../lib/zip.mjs'
import { runDesktopSuite } from '../vscode/desktopSuite.mjs'
import { installedVSCode } from '../vscode/installed.mjs'
import { runServedSuite } from '../vscode/suite.mjs'

/**
 * Runs the extension host suite in the served VS Code and, where one is installed, in the desktop VS Code. What is
 * tested is the package unpacked, where nothing of node_modules is in reach.
 * @param {import('./steps.mjs').Options} options
 * @returns {Promise<import('./steps.mjs').Counts>}
 */
export async function runEditorSuite({ flavour, verbose }) {
  const extension = unpackVsix()
  const suite = await buildSuite()
  const served = await runServedSuite({ flavour, extension, suite, verbose })
  const counts = [report(`served VS Code ${served.version}`, served)]
  const program = installedVSCode()
  const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  if (program && screen) {
    counts.push(report(`desktop VS Code ${program}`, await runDesktopSuite({ program, extension, suite })))
  } else {
    say(program ? `Desktop VS Code ${program}: there is no screen to run it on` : 'There is no desktop VS Code here')
  }
  return {
    ok: counts.every(({ ok }) => ok),
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  }
}

/**
 * Prints the tests of one run and counts them. A run that did not come to its end is a failure, whatever it printed.
 * @param {string} where
 * @param {import('../vscode/results.mjs').SuiteRun} run
 */
function report(where, { tests, trouble }) {
  console.log(`\n${where}`)
  for (const { title, error, pending, milliseconds } of tests) {
    console.log(`  ${error || pending ? '✗' : '✓'} ${title} (${milliseconds} ms)${pending ? ' skipped' : ''}`)
    if (error) console.log(error.replace(/^/gm, '      '))
  }
  if (trouble) console.error(`✗ ${trouble}`)
  const failed = tests.filter(({ error, pending }) => error || pending).length
  const ok = !trouble && failed === 0 && tests.length > 0
  return { ok, passed: tests.length - failed, failed: ok ? 0 : Math.max(1, failed) }
}

/** @returns {string} the folder of the unpacked extension */
function unpackVsix() {
  const folder = inRoot('out', 'editor', 'extension')
  rmSync(folder, { recursive: true, force: true })
  for (const { name, content } of readZip(readFileSync(inRoot(vsixName())))) {
    if (!name.startsWith('extension/')) continue
    const file = path.join(folder, name.slice('extension/'.length))
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content())
  }
  return folder
}

/** Bundles the suite for the extension host. @returns {Promise<string>} the module to run */
async function buildSuite() {
  const from = inRoot('test', 'editor', 'suite')
  const outdir = inRoot('out', 'editor', 'suite')
  rmSync(outdir, { recursive: true, force: true })
  await build({
    entryPoints: readdirSync(from)
      .filter((file) => file === 'index.ts' || file.endsWith('.test.ts'))
      .map((file) => path.join(from, file)),
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  }).finally(stop)
  return path.join(outdir, 'index.cjs')
}
