import { chromium as driver } from 'playwright-core'
import { atEnd } from '../lib/ending.mjs'
import { temporary } from '../lib/temporary.mjs'

/** No sandbox: it does not work for root and in containers, and only our own VS Code is opened. */
const args = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
]

/**
 * Opens a headless browser with a fresh profile and one page of 1280 × 800.
 * @param {import('./find.mjs').Chromium} chromium
 * @param {{ scale?: number }} [options] scale: device pixels per CSS pixel, for sharper pictures
 */
export async function openPage(chromium, { scale = 1 } = {}) {
  const profile = temporary('zwgk-chromium')
  const context = await driver.launchPersistentContext(profile.folder, {
    executablePath: chromium.executable,
    env: /** @type {Record<string, string>} */ ({ ...process.env, ...chromium.env }),
    headless: true,
    args,
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: scale,
    locale: 'zh-CN',
    // The script's own handling of signals closes the browser; the driver's would end the process before.
    ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
  })
  const end = async () => {
    await context.close().catch(() => {})
    profile.remove()
  }
  const forget = atEnd(end)
  const page = context.pages()[0] ?? (await context.newPage())
  return { page, close: () => (forget(), end()) }
}
