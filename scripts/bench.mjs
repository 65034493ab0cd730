// npm run bench: measures this project beside others on the same machine in the same run. Only ratios mean anything.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { measureBatch } from './bench/batch.mjs'
import { measureEdits } from './bench/edit.mjs'
import { measureFeatures } from './bench/features.mjs'
import { measureProfile } from './bench/profile.mjs'
import { measureSizes } from './bench/sizes.mjs'
import { measureStarts } from './bench/start.mjs'
import { measureWorst } from './bench/worst.mjs'
import { bundle } from './build/bundle.mjs'
import { Failure, runMain } from './lib/failure.mjs'
import { npmInstall } from './lib/npm.mjs'
import { readOptions } from './lib/options.mjs'
import { inRoot } from './lib/paths.mjs'
import { say, seconds } from './lib/say.mjs'

const help = `npm run bench [-- OPTION …]
  --only NAME   one measurement: edit, start, features, sizes, batch, worst, profile; may be given several times
  --keys N      keys for each server and size (120)
  --files N     files for the command lines (1000)
  --no-build    measure dist/ as it is
  --write       put the tables into docs/performance.md`

runMain(async () => {
  const { values } = readOptions(help, {
    only: { type: 'string', multiple: true },
    keys: { type: 'string' },
    files: { type: 'string' },
    'no-build': { type: 'boolean' },
    write: { type: 'boolean' },
  })
  const keys = Number(values.keys ?? 120)
  const files = Number(values.files ?? 1000)
  /** @type {Record<string, () => Promise<string> | string>} */
  const measurements = {
    edit: () => measureEdits(keys),
    start: () => measureStarts(7),
    features: () => measureFeatures(Math.ceil(keys / 4)),
    sizes: measureSizes,
    batch: () => measureBatch(files),
    worst: measureWorst,
    profile: () => measureProfile(keys),
  }
  const wanted = /** @type {string[]} */ (values.only ?? Object.keys(measurements))
  const unknown = wanted.find((name) => !Object.hasOwn(measurements, name))
  if (unknown !== undefined) throw new Failure(`There is no measurement ${unknown}.\n\n${help}`)
  if (!(keys > 0 && files > 0)) throw new Failure(`Numbers must be positive.\n\n${help}`)

  if (!values['no-build']) await bundle()
  if (!existsSync(inRoot('bench', 'node_modules'))) {
    say('installing what to compare with into bench/node_modules (once)')
    await npmInstall('npm install in bench/', inRoot('bench'), [])
  }
  const parts = [about()]
  for (const name of wanted) parts.push((await measurements[name]?.()) ?? '')
  const report = `${parts.join('\n\n')}\n`
  console.log(`\n${report}`)
  if (values.write) writeFileSync(inRoot('docs', 'performance.md'), report)
  say(`measured (${seconds()})`)
})

/** On what and with what it was measured. */
function about() {
  const { devDependencies } = JSON.parse(readFileSync(inRoot('bench', 'package.json'), 'utf8'))
  const versions = Object.entries(devDependencies).map(([name, version]) => `${name} ${version}`)
  return `# Performance

Printed by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: Node.js ${process.version}, ${type()} ${release()}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB. Milliseconds are those of this machine while it was doing this and perhaps more; the ratios were measured in one run, the programs taking turns.

Compared with: ${versions.join(', ')}. The documents are a published report of the form of 2021, repeated up to the size. ✓ a target is reached, ✓✓ so is the more ambitious one, ✗ it is not.`
}
