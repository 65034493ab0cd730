import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { vsixName } from '../../scripts/build/vsix.mjs'
import { openPage } from '../../scripts/chromium/open.mjs'
import { setUpChromium } from '../../scripts/chromium/setup.mjs'
import { endAll } from '../../scripts/lib/ending.mjs'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { startEditor } from '../../scripts/vscode/editor.mjs'

// What a user sees, in the VS Code that `npm start` opens, with the package installed. Each test goes on where the one
// before it stopped, as a user does.

const pictures = process.env.ZWGK_PICTURES ?? inRoot('out', 'pictures')
const LINE = '.editor-instance .view-line'

/** @type {Awaited<ReturnType<typeof startEditor>>} */
let editor
/** @type {Awaited<ReturnType<typeof openPage>>} */
let browser

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  editor = await startEditor({ vsix: inRoot(vsixName()) })
  browser = await openPage(await setUpChromium(), { scale: 1.5 })
  await browser.page.goto(editor.url)
})

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture('failure')
})

afterAll(endAll)

/** A picture of the page once nothing on it moves or fades any more. */
async function picture(/** @type {string} */ name) {
  await browser.page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)))
  await browser.page.screenshot({ path: path.join(pictures, `${name}.png`) })
}

/** The line of the editor that shows a text. VS Code writes blanks as no-break spaces. */
const lineWith = (/** @type {string} */ text) =>
  browser.page.locator(LINE).filter({ hasText: new RegExp(text.replaceAll(' ', '\\s')) })

/** Where a text stands on the screen: its middle, in CSS pixels. */
async function middleOf(/** @type {string} */ line, /** @type {string} */ text) {
  const box = await lineWith(line)
    .first()
    .evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, 4)
      const range = document.createRange()
      for (let node = walker.nextNode(), last; ; node = walker.nextNode()) {
        if (!node) return last
        const at = node.textContent?.lastIndexOf(wanted) ?? -1
        if (at < 0) continue
        range.setStart(node, at)
        range.setEnd(node, at + wanted.length)
        const { x, y, width, height } = range.getBoundingClientRect()
        last = { x: x + width / 2, y: y + height / 2 }
      }
    }, text)
  if (!box) throw new Error(`${text} is not on the screen.`)
  return box
}

/**
 * Rests the pointer on a text until a hover shows that has the words, and gives what it says. Lenses and hints that
 * come late move the lines, so the place is looked for again, as an eye would.
 */
async function hoverOver(/** @type {string} */ line, /** @type {string} */ text, /** @type {string} */ words) {
  const { page } = browser
  const hover = page.locator('.monaco-hover:visible').filter({ hasText: words }).first()
  for (let attempt = 0; attempt < 10; attempt++) {
    const { x, y } = await middleOf(line, text)
    await page.mouse.move(x - 3, y)
    await page.mouse.move(x, y)
    const shown = await hover.waitFor({ timeout: 4_000 }).then(
      () => true,
      () => false,
    )
    if (shown) return hover.innerText()
    await page.mouse.move(600, 790)
  }
  throw new Error(`No hover says ${words}.`)
}

/**
 * The squiggles under errors that touch a figure on the screen: 24 pixels to each side of its middle, because the rest
 * of a squiggle whose text was replaced may cling to the end.
 */
const squigglesAt = (/** @type {{ x: number, y: number }} */ { x, y }) =>
  browser.page.locator('.editor-instance .squiggly-error').evaluateAll(
    (elements, [left, top]) =>
      elements.filter((element) => {
        const box = element.getBoundingClientRect()
        return box.left <= left + 24 && left - 24 <= box.right && box.top <= top + 4 && top - 4 <= box.bottom
      }).length,
    /** @type {[number, number]} */ ([x, y]),
  )

describe('the sample report in the browser', () => {
  it('shows a squiggle under the wrong total', async () => {
    await lineWith('一、本年新收').waitFor({ timeout: 90_000 })
    await browser.page.locator('.editor-instance .squiggly-error').first().waitFor({ timeout: 60_000 })
    // The lens over the table moves the lines below it down when it comes.
    await browser.page
      .locator('.codelens-decoration')
      .filter({ hasText: '重算本表' })
      .first()
      .waitFor({ timeout: 20_000 })
    const squiggles = async () => squigglesAt(await middleOf('一、本年新收', '102'))
    await expect.poll(squiggles, { timeout: 15_000 }).toBeGreaterThan(0)
    await picture('squiggle')
  })

  it('explains the mistake when the pointer rests on the figure', async () => {
    const text = await hoverOver('一、本年新收', '102', '应为')
    expect(text).toMatch(/应为\s*105/)
    expect(text).toMatch(/实填\s*102/)
    await picture('hover')
  })

  it('explains a row when the pointer rests on its label', async () => {
    await browser.page.mouse.move(600, 790)
    await browser.page.locator('.monaco-hover:visible').first().waitFor({ state: 'hidden', timeout: 20_000 })
    expect(await hoverOver('4.保护第三方', '第三方', '保护第三方合法权益')).toMatch(/条例第(三十二|十五)条/)
    await picture('card')
  })

  it('offers the repair behind the light bulb', async () => {
    const { page } = browser
    const bulb = page.locator('.lightBulbWidget:visible, [class*="codicon-gutter-lightbulb"]:visible').first()
    // First to a line with nothing to mend, so that the bulb that comes is not left over from the line before.
    await page.mouse.move(600, 790)
    await page.locator('.monaco-hover:visible').first().waitFor({ state: 'hidden', timeout: 20_000 })
    const note = await middleOf('本列数据的勾稽关系', '勾稽')
    await page.mouse.click(note.x, note.y)
    await bulb.waitFor({ state: 'hidden', timeout: 20_000 })
    const { x, y } = await middleOf('一、本年新收', '102')
    await page.mouse.click(x, y)
    await page.mouse.move(x, y - 200)
    await bulb.click({ timeout: 20_000 })
    const choice = page.locator('.action-widget .monaco-list-row').filter({ hasText: '105' }).first()
    await choice.waitFor({ timeout: 20_000 })
    await picture('quick-fix')
    // Some editions of VS Code shield a list that has just opened from clicks until the pointer moves.
    await choice.hover({ force: true })
    await choice.click()
  })

  it('changes the figure, and the squiggle goes', async () => {
    await confirmIfAsked()
    await lineWith('一、本年新收.*105').waitFor({ timeout: 20_000 })
    expect(await lineWith('一、本年新收').first().innerText()).not.toMatch(/102/)
    const squiggles = async () => squigglesAt(await middleOf('一、本年新收', '105'))
    await expect.poll(squiggles, { timeout: 15_000 }).toBe(0)
    await picture('fixed')
  })
})

/** A change of a figure's meaning may have to be confirmed in VS Code's preview of changes. */
async function confirmIfAsked() {
  const { page } = browser
  const applied = lineWith('一、本年新收.*105')
    .waitFor({ timeout: 20_000 })
    .then(() => 'applied')
  const apply = page.getByRole('button', { name: 'Apply' }).first()
  const asked = apply.waitFor({ timeout: 20_000 }).then(() => 'asked')
  applied.catch(() => {})
  asked.catch(() => {})
  if ((await Promise.any([applied, asked])) === 'asked') await apply.click()
}
