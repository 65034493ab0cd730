import { existsSync } from 'node:fs'
import path from 'node:path'
import { Failure } from '../lib/failure.mjs'
import { runProgram } from '../lib/run.mjs'

/** @typedef {{ executable: string, env: NodeJS.ProcessEnv }} Chromium a browser and what its environment needs besides */

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']

/**
 * A Chromium, Chrome or Edge that is already on this machine and starts; CHROMIUM in the environment names one.
 * @returns {Promise<Chromium | undefined>}
 */
export async function findChromium() {
  const named = process.env.CHROMIUM
  if (named) {
    if (await starts(named)) return { executable: named, env: {} }
    throw new Failure(`CHROMIUM names ${named}, which is not a Chromium that starts. Correct it or unset it.`)
  }
  for (const executable of candidates()) if (await starts(executable)) return { executable, env: {} }
  return undefined
}

/** The usual places, those on the PATH first. @returns {string[]} */
function candidates() {
  const { PATH = '', PROGRAMFILES = '', LOCALAPPDATA = '' } = process.env
  const places =
    process.platform === 'win32'
      ? [PROGRAMFILES, process.env['PROGRAMFILES(X86)'] ?? '', LOCALAPPDATA]
          .filter(Boolean)
          .flatMap((folder) => ['Google/Chrome', 'Chromium', 'Microsoft/Edge'].map((name) => [folder, name]))
          .flatMap(([folder = '', name = '']) =>
            ['chrome.exe', 'msedge.exe'].map((file) => path.join(folder, name, 'Application', file)),
          )
      : process.platform === 'darwin'
        ? ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
            (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
          )
        : [...PATH.split(path.delimiter), '/usr/bin', '/opt/google/chrome']
            .filter(Boolean)
            .flatMap((folder) => names.map((name) => path.join(folder, name)))
  return [...new Set(places)].filter((file) => existsSync(file))
}

/** Whether it is there and runs: some systems have a script in its place that only says how to install one. */
export async function starts(/** @type {string} */ executable, /** @type {NodeJS.ProcessEnv} */ env = {}) {
  if (!existsSync(executable)) return false
  // On Windows the option opens a window instead of answering.
  if (process.platform === 'win32') return true
  try {
    const options = { env: { ...process.env, ...env }, milliseconds: 30_000 }
    const { status, output } = await runProgram(executable, ['--version'], options)
    return status === 0 && /Chrom|Edge/.test(output)
  } catch {
    return false
  }
}
