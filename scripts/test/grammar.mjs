import { inRoot } from '../lib/paths.mjs'
import { runProgram } from '../lib/run.mjs'
import { setUpVSCode } from '../vscode/setup.mjs'

/**
 * Runs the grammar tests over the small Markdown grammar beside them and over the one of the served VS Code. Every file
 * that the tool reports is one test.
 * @param {import('./steps.mjs').Options} options
 * @returns {Promise<import('./steps.mjs').Counts>}
 */
export async function runGrammarTests({ flavour }) {
  const { extensions } = await setUpVSCode(flavour)
  const command = [inRoot('test', 'grammar', 'run.mjs'), extensions]
  const { status, output } = await runProgram(process.execPath, command, { cwd: inRoot(), show: true })
  const count = (/** @type {RegExp} */ pattern) => [...output.matchAll(pattern)].length
  const passed = count(/^✓ .* run successful+y/gm)
  return { ok: status === 0 && passed > 0, passed, failed: count(/^(✖|ERROR) /gm) }
}
