import { existsSync } from 'node:fs'
import { runProgram } from '../lib/run.mjs'
import { say } from '../lib/say.mjs'

/** Whether this is a Debian or one of its children and packages may be installed. */
export const mayInstallPackages =
  process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version')

/**
 * Installs Debian packages.
 * @param {readonly string[]} packages
 * @returns {Promise<string | undefined>} what went wrong
 */
export async function installPackages(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  say(`Installing ${packages.join(', ')} with apt-get (first run only)`)
  // Another installation may be running on a fresh machine: wait for it instead of failing.
  const wait = ['-o', 'DPkg::Lock::Timeout=300']
  let updated = await runProgram('apt-get', ['update', '-qq'], { env })
  for (let i = 0; i < 60 && /Could not get lock/.test(updated.output); i++) {
    await new Promise((resolve) => setTimeout(resolve, 2000))
    updated = await runProgram('apt-get', ['update', '-qq'], { env })
  }
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...wait, ...packages]
  const installed = await runProgram('apt-get', args, { env })
  if (installed.status === 0) return undefined
  return [updated, installed].map(({ output }) => output.trim().split('\n').slice(-5).join('\n')).join('\n')
}
