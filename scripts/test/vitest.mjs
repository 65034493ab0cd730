import { existsSync, readFileSync, rmSync } from 'node:fs'
import { inModules, inRoot } from '../lib/paths.mjs'
import { runProgram } from '../lib/run.mjs'

/**
 * Runs vitest and counts its tests from its own report. A test that was skipped is a failure: nothing is skipped
 * silently.
 * @param {string} name of the report
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<import('./steps.mjs').Counts>}
 */
export async function runVitest(name, args, env = {}) {
  const report = inRoot('out', 'test', `${name}.json`)
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const command = [inModules('vitest', 'vitest.mjs'), 'run', ...args, ...reporters]
  const options = { cwd: inRoot(), env: { ...process.env, ...env }, show: true }
  const { status } = await runProgram(process.execPath, command, options)
  if (!existsSync(report)) return { ok: false }
  const {
    numPassedTests: passed,
    numFailedTests,
    numPendingTests,
    numTodoTests,
  } = JSON.parse(readFileSync(report, 'utf8'))
  const skipped = numPendingTests + numTodoTests
  if (skipped > 0) console.error(`✗ ${skipped} tests were skipped.`)
  return { ok: status === 0 && passed > 0 && skipped === 0, passed, failed: numFailedTests + skipped }
}
