import path from 'node:path'
import { openPage } from '../chromium/open.mjs'
import { setUpChromium } from '../chromium/setup.mjs'
import { makeProfile } from './profile.mjs'
import { readResults } from './results.mjs'
import { remoteUri, startServer, workbenchUrl } from './server.mjs'
import { setUpVSCode } from './setup.mjs'

const LIMIT_MS = 240_000

/**
 * Runs a test suite in the extension host of the served VS Code, by VS Code's own protocol for that: the page names the
 * extension under development and a module with `run()`, and hears when it has ended.
 * @param {{ flavour?: string, extension: string, suite: string, verbose?: boolean }} options
 *   extension: the unpacked extension; suite: the module; verbose: print VS Code's own log
 * @returns {Promise<import('./results.mjs').SuiteRun & { version: string }>}
 */
export async function runServedSuite({ flavour, extension, suite, verbose = false }) {
  const vscode = await setUpVSCode(flavour)
  const chromium = await setUpChromium()
  // In a browser VS Code saves by itself after a second: on a slow machine a test's change of the sample would stay.
  const profile = makeProfile({ 'files.autoSave': 'off' })
  const results = path.join(profile.folder, 'results.json')
  const server = await startServer(vscode, profile.folder, { env: { ZWGK_RESULTS: results } })
  const browser = await openPage(chromium)
  /** @type {string[]} */
  const log = []
  let trouble
  try {
    await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`the suite did not end within ${LIMIT_MS / 1000} s`)), LIMIT_MS)
      const { page } = browser
      page.on('crash', () => reject(new Error('the page crashed')))
      page.on('close', () => reject(new Error('the page closed')))
      const ready = Promise.all([
        page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => (clearTimeout(timer), resolve(code))),
        page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
          log.push(`${type}: ${args.map(String).join(' ')}`)
          if (verbose) console.log(log.at(-1))
        }),
      ])
      const payload = /** @type {const} */ ([
        ['extensionDevelopmentPath', remoteUri(server, extension)],
        ['extensionTestsPath', remoteUri(server, suite)],
        ['enableProposedApi', ''],
        ['skipWelcome', 'true'],
      ])
      ready.then(() => page.goto(workbenchUrl(server, profile.workspace, payload))).catch(reject)
    })
  } catch (error) {
    trouble = error instanceof Error ? error.message : String(error)
  }
  const run = readResults(results, trouble)
  await browser.close()
  await server.stop()
  profile.remove()
  if (!run.trouble) return { version: vscode.version, tests: run.tests }
  const tail = log.filter((entry) => !NOISE.test(entry)).map((entry) => entry.split('\n').slice(0, 3).join('\n'))
  return { version: vscode.version, tests: run.tests, trouble: [run.trouble, ...tail.slice(-12)].join('\n') }
}

/** What VS Code says in every run, because two of its optional native parts are not built and its gallery is off. */
const NOISE = /bindings file|watchdog|builtin extensions|\[AccountPolicyGate\]/
