import { bundle } from '../build/bundle.mjs'
import { packVsix } from '../build/vsix.mjs'
import { setUpChromium } from '../chromium/setup.mjs'
import { runProgram } from '../lib/run.mjs'
import { inRoot } from '../lib/paths.mjs'
import { say } from '../lib/say.mjs'
import { setUpVSCode } from '../vscode/setup.mjs'
import { runEditorSuite } from './editor.mjs'
import { runGrammarTests } from './grammar.mjs'
import { runVitest } from './vitest.mjs'

/**
 * How a step ended; passed and failed are counts of tests, absent where a step has none.
 * @typedef {{ ok: boolean, passed?: number, failed?: number }} Counts
 * @typedef {{ flavour?: string, pictures?: boolean, verbose?: boolean }} Options
 * @typedef {{ title: string, run: (options: Options) => Promise<Counts> }} Step
 */

const npmScript = async (/** @type {string} */ name) => {
  const options = { cwd: inRoot(), show: true, shell: process.platform === 'win32' }
  const { status } = await runProgram('npm', ['run', '-s', name], options)
  return { ok: status === 0 }
}

const editorConfig = inRoot('test', 'editor', 'vitest.config.mjs')

/** The steps of `npm test`, in order. @type {Readonly<Record<string, Step>>} */
export const steps = {
  types: { title: 'Types', run: () => npmScript('types') },
  lint: { title: 'Lint and format', run: () => npmScript('lint') },
  build: { title: 'Build', run: () => bundle().then(() => ({ ok: true })) },
  unit: { title: 'Unit, model, rule, feature and protocol tests', run: () => runVitest('unit', []) },
  grammar: { title: 'Grammar tests', run: runGrammarTests },
  package: { title: 'Package', run: packageStep },
  setup: { title: 'VS Code and Chromium', run: setUpStep },
  editor: { title: 'Extension host suite', run: (options) => packOnce().then(() => runEditorSuite(options)) },
  browser: { title: 'Browser test', run: browserStep },
}

/** Whether this run has packed: what stands in the checkout from an earlier run may be old. */
let packed = false

/** For a step that runs alone: what it tests has to be the sources as they are. */
async function packOnce() {
  if (packed) return
  await bundle()
  await packVsix()
  packed = true
}

/** Packs what is built and looks at what is in the package. @returns {Promise<Counts>} */
async function packageStep() {
  await packOnce()
  return runVitest('package', ['--config', editorConfig, 'packaging'])
}

/** @param {Options} options @returns {Promise<Counts>} */
async function setUpStep({ flavour }) {
  const vscode = await setUpVSCode(flavour)
  const chromium = await setUpChromium()
  say(`VS Code ${vscode.version}, served by ${vscode.node}`)
  say(`Chromium: ${chromium.executable}`)
  return { ok: true }
}

/** @param {Options} options @returns {Promise<Counts>} */
async function browserStep({ flavour = '', pictures }) {
  await packOnce()
  return runVitest('browser', ['--config', editorConfig, 'browser'], {
    ...(flavour ? { ZWGK_VSCODE: flavour } : {}),
    ZWGK_PICTURES: pictures ? inRoot('docs', 'images') : inRoot('out', 'pictures'),
  })
}
