import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createWriteStream, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { atEnd } from '../lib/ending.mjs'
import { Failure } from '../lib/failure.mjs'
import { mustRun } from '../lib/run.mjs'
import { freePort } from './port.mjs'

/** @typedef {{ url: string, authority: string, token: string, gone: Promise<unknown>, stop: () => Promise<void> }} Server */

/** @param {string} profile */
const folders = (profile) => [
  ...['--server-data-dir', profile, '--user-data-dir', profile],
  ...['--extensions-dir', path.join(profile, 'extensions')],
]

/** An empty gallery switches off every look-up of extensions; sockets and temporary files stay in the profile. */
function environment(/** @type {string} */ profile, /** @type {NodeJS.ProcessEnv} */ more = {}) {
  const own = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^(VSCODE_|NODE_OPTIONS$)/.test(key)))
  return { ...own, EXTENSIONS_GALLERY: '{}', XDG_RUNTIME_DIR: profile, TMPDIR: profile, ...more }
}

/**
 * Installs a .vsix into a profile, as `code --install-extension` does.
 * @param {import('./setup.mjs').VSCode} vscode
 * @param {string} profile
 * @param {string} vsix
 */
export async function installVsix(vscode, profile, vsix) {
  const args = [vscode.entry, '--install-extension', vsix, ...folders(profile)]
  const output = await mustRun(`Installing ${path.basename(vsix)} in VS Code`, vscode.node, args, {
    env: environment(profile),
  })
  // The command ends with 0 even when it refuses an extension.
  if (!/successfully installed/.test(output)) throw new Failure(`VS Code did not install the extension:\n${output}`)
}

/**
 * Starts VS Code's server on the loopback interface and waits until it answers.
 * @param {import('./setup.mjs').VSCode} vscode
 * @param {string} profile
 * @param {{ port?: number, env?: NodeJS.ProcessEnv }} [options] port: the one to try first
 * @returns {Promise<Server>}
 */
export async function startServer(vscode, profile, options = {}) {
  for (let first = options.port; ; first = undefined) {
    const port = await freePort(first)
    const started = await tryStart(vscode, profile, port, options.env)
    // Between finding a free port and using it another program may have taken it.
    if (started !== 'port taken') return started
  }
}

/**
 * @param {import('./setup.mjs').VSCode} vscode
 * @param {string} profile
 * @param {number} port
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Server | 'port taken'>}
 */
async function tryStart(vscode, profile, port, env) {
  const token = randomBytes(16).toString('hex')
  const log = path.join(profile, 'server.log')
  const args = [
    vscode.entry,
    ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token, ...folders(profile)],
    ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust'],
    // Without this flag the server ignores the development extension and the test suite that a page asks for.
    '--enable-smoke-test-driver',
  ]
  const child = spawn(vscode.node, args, {
    env: environment(profile, env),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: Ctrl+C does not reach it, and its extension hosts can be ended with it.
    detached: process.platform !== 'win32',
  })
  const file = createWriteStream(log)
  file.on('error', () => {})
  child.stdout.pipe(file)
  child.stderr.pipe(file)
  const gone = new Promise((resolve) => child.once('exit', resolve))
  const stop = async () => {
    forget()
    await endGroup(child, gone)
  }
  const forget = atEnd(stop)

  const url = `http://127.0.0.1:${port}/`
  const deadline = performance.now() + 90_000
  while (!(await answers(`${url}version`))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      await stop()
      const said = readFileSync(log, 'utf8')
      if (/EADDRINUSE/.test(said)) return 'port taken'
      throw new Failure(`VS Code's server did not start:\n${said.slice(-2000)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return { url, authority: `127.0.0.1:${port}`, token, gone, stop }
}

/** @param {string} url */
async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(10_000) })).ok
  } catch {
    return false
  }
}

/**
 * Ends a process and everything it started: first politely, after five seconds by force.
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<unknown>} gone
 */
async function endGroup(child, gone) {
  if (child.pid === undefined) return
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' })
    await gone
    return
  }
  const signal = (/** @type {NodeJS.Signals} */ name) => {
    try {
      process.kill(-(child.pid ?? 0), name)
      return true
    } catch {
      return false
    }
  }
  signal('SIGTERM')
  const deadline = performance.now() + 5000
  // The signal 0 asks whether anyone of the group is still there: the server may end before its children.
  while (performance.now() < deadline && groupLives(child.pid)) await new Promise((resolve) => setTimeout(resolve, 50))
  signal('SIGKILL')
  await gone
}

/** @param {number} group */
function groupLives(group) {
  try {
    return process.kill(-group, 0)
  } catch {
    return false
  }
}

/**
 * The address of the workbench with a folder open; the payload speaks VS Code's own words (openFile, …).
 * @param {Server} server
 * @param {string} folder
 * @param {readonly (readonly [string, string])[]} [payload]
 */
export function workbenchUrl(server, folder, payload = []) {
  const url = new URL(server.url)
  url.searchParams.set('tkn', server.token)
  url.searchParams.set('folder', pathToFileURL(folder).pathname)
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload))
  return url.href
}

/**
 * The name by which the workbench knows a file on the server.
 * @param {Server} server
 * @param {string} file
 */
export const remoteUri = (server, file) =>
  `vscode-remote://${server.authority}${pathToFileURL(path.resolve(file)).pathname}`
