import { Failure } from '../lib/failure.mjs'
import { say } from '../lib/say.mjs'
import { installPackages, mayInstallPackages } from './debian.mjs'
import { findChromium, starts } from './find.mjs'
import { setUpFonts } from './fonts.mjs'
import { chromiumFromNpm, npmHasChromium } from './npm.mjs'

/**
 * Gives a Chromium: one that is there, else Debian's (as root), else the one from npm.
 * @returns {Promise<import('./find.mjs').Chromium>}
 */
export async function setUpChromium() {
  const chromium = (await findChromium()) ?? (await bringChromium())
  await setUpFonts()
  return chromium
}

/** @returns {Promise<import('./find.mjs').Chromium>} */
async function bringChromium() {
  const tried = []
  if (mayInstallPackages) {
    const wrong = await installPackages(['chromium'])
    const found = await findChromium()
    if (found) return found
    tried.push(`apt-get: ${wrong ?? 'installed, but it does not start'}`)
    say('Debian’s Chromium could not be installed, trying the one from npm')
  }
  if (npmHasChromium) {
    try {
      const found = await chromiumFromNpm()
      if (await starts(found.executable, found.env)) return found
      tried.push('npm: the browser does not start on this machine')
    } catch (error) {
      tried.push(`npm: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  throw new Failure(
    ['No Chromium was found and none could be brought.', ...tried.map((line) => `  ${line}`)].join('\n') +
      '\nInstall Chromium or Chrome, or set CHROMIUM to the path of one, and run the command again.',
  )
}
