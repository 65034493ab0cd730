import { openPage } from '../chromium/open.mjs'
import { setUpChromium } from '../chromium/setup.mjs'
import { Failure } from '../lib/failure.mjs'
import { say, seconds } from '../lib/say.mjs'

/**
 * Loads the workbench in a headless browser, waits until a finding shows as a squiggle and takes a picture.
 * @param {string} url
 * @param {string} picture
 */
export async function check(url, picture) {
  const chromium = await setUpChromium()
  const { page, close } = await openPage(chromium, { scale: 1.5 })
  try {
    await page.goto(url)
    await page.waitForSelector('.editor-instance .squiggly-error', { timeout: 90_000 })
    say(`A finding shows (${seconds()})`)
  } catch {
    throw new Failure(`No finding showed within 90 seconds; the picture ${picture} shows what did.`)
  } finally {
    await page.screenshot({ path: picture }).catch(() => {})
    await close()
  }
  say(`The picture is ${picture}`)
}
