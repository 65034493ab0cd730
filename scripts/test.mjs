// npm test: everything, in order, up to the first failure.
import { endAll, endOnSignals } from './lib/ending.mjs'
import { Failure, runMain } from './lib/failure.mjs'
import { readOptions } from './lib/options.mjs'
import { heading, seconds } from './lib/say.mjs'
import { steps } from './test/steps.mjs'

const help = `npm test [-- OPTION …]
  --only STEP[,STEP]  run only these: ${Object.keys(steps).join(', ')}
  --flavour NAME      the edition of VS Code: latest, or node20
  --pictures          the browser test saves its pictures to docs/images
  --verbose           print VS Code's own log`

/** @typedef {import('./test/steps.mjs').Counts} Counts */

runMain(async () => {
  const { values } = readOptions(help, {
    only: { type: 'string' },
    flavour: { type: 'string' },
    pictures: { type: 'boolean' },
    verbose: { type: 'boolean' },
  })
  const names = /** @type {string[]} */ (values.only?.split(',') ?? Object.keys(steps))
  const unknown = names.filter((name) => !(name in steps))
  if (unknown.length > 0) throw new Failure(`There is no step ${unknown.join(', ')}.\n\n${help}`)

  endOnSignals(130)
  /** @type {{ name: string, took: string, counts: Counts }[]} */
  const done = []
  for (const name of names) {
    const step = /** @type {(typeof steps)[string]} */ (steps[name])
    heading(step.title)
    const since = performance.now()
    const counts = await step.run(values).catch((/** @type {unknown} */ error) => {
      console.error(error instanceof Failure ? `✗ ${error.message}` : error)
      return /** @type {Counts} */ ({ ok: false })
    })
    done.push({ name, took: seconds(since), counts })
    if (!counts.ok) break
  }
  await endAll()
  process.exitCode = summary(done, names) ? 0 : 1
})

/**
 * Prints what ran. A step without tests of its own (types, lint) counts as one failure when it fails.
 * @param {readonly { name: string, took: string, counts: Counts }[]} done
 * @param {readonly string[]} names
 * @returns {boolean} whether all is well
 */
function summary(done, names) {
  heading('Summary')
  for (const { name, took, counts } of done) {
    const { ok, passed, failed } = counts
    const tests = passed === undefined ? '' : `${passed} passed${failed ? `, ${failed} failed` : ''}`
    console.log(`${ok ? '✓' : '✗'} ${name.padEnd(10)} ${took.padStart(8)}   ${tests}`)
  }
  const left = names.slice(done.length)
  if (left.length > 0) console.log(`  not run after the failure: ${left.join(', ')}`)
  const passed = done.reduce((sum, { counts }) => sum + (counts.passed ?? 0), 0)
  const failed = done.reduce((sum, { counts }) => sum + (counts.ok ? 0 : Math.max(1, counts.failed ?? 0)), 0)
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0
}
