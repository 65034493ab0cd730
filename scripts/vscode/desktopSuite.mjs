import path from 'node:path'
import { runTests } from '@vscode/test-electron'
import { makeProfile } from './profile.mjs'
import { readResults } from './results.mjs'

/**
 * Runs the same suite in a desktop VS Code. As in the served one, only the results that the suite wrote count.
 * @param {{ program: string, extension: string, suite: string }} options
 * @returns {Promise<import('./results.mjs').SuiteRun>}
 */
export async function runDesktopSuite({ program, extension, suite }) {
  const profile = makeProfile()
  const results = path.join(profile.folder, 'results.json')
  let trouble
  try {
    await runTests({
      vscodeExecutablePath: program,
      extensionDevelopmentPath: extension,
      extensionTestsPath: suite,
      extensionTestsEnv: { ZWGK_RESULTS: results },
      launchArgs: [profile.workspace, '--user-data-dir', profile.folder, '--disable-extensions'],
    })
  } catch (error) {
    trouble = error instanceof Error ? error.message : String(error)
  }
  const run = readResults(results, trouble)
  profile.remove()
  return run
}
