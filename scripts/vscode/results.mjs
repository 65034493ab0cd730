import { existsSync, readFileSync } from 'node:fs'

/**
 * One test of the suite in the extension host.
 * @typedef {{ title: string, error?: string, pending?: boolean, milliseconds: number }} SuiteTest
 * @typedef {{ tests: readonly SuiteTest[], trouble?: string }} SuiteRun trouble: why the run did not come to its end
 */

/**
 * Reads what the suite wrote. VS Code reports success even when the extension host died, so a run counts only when the
 * suite has marked its results as complete.
 * @param {string} file
 * @param {string | undefined} trouble what else is known to have gone wrong
 * @returns {SuiteRun}
 */
export function readResults(file, trouble) {
  const { complete, tests } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { complete: false, tests: [] }
  // When a test has failed VS Code says so as well; the test says it better.
  if (complete) return { tests }
  return { tests, trouble: trouble ?? 'the extension host ended before the suite did' }
}
