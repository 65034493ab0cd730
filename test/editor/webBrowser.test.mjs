import { afterAll, expect, it } from 'vitest'
import { vsixName } from '../../scripts/build/vsix.mjs'
import { openPage } from '../../scripts/chromium/open.mjs'
import { setUpChromium } from '../../scripts/chromium/setup.mjs'
import { endAll } from '../../scripts/lib/ending.mjs'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { startEditor } from '../../scripts/vscode/editor.mjs'

afterAll(endAll)

it('runs without Node.js too: VS Code for the Web starts the client and the server as workers', async () => {
  // The same VS Code runs the extension's `browser` entry in its web worker host when told so.
  const settings = { 'remote.extensionKind': { 'zwgk.zwgk-report': ['web'] } }
  const editor = await startEditor({ vsix: inRoot(vsixName()), settings })
  const { page } = await openPage(await setUpChromium())
  await page.goto(editor.url)
  await page.waitForSelector('.editor-instance .squiggly-error', { timeout: 60_000 })
  expect(await page.locator('.editor-instance .squiggly-error').count()).toBeGreaterThan(0)
}, 90_000)
