// npm run bench:prose: writes consistent reports with varied prose, plants single disagreements, prints what is found.
import { mkdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { runMain } from './lib/failure.mjs'
import { readOptions } from './lib/options.mjs'
import { inRoot } from './lib/paths.mjs'

const help = `npm run bench:prose [-- OPTIONS]
  --set NAME   only this set of sentences
  --rounds N   how often each number is planted (default 3)
  --clean N    reports in which nothing is wrong (default 1000)
  --seed N     which ones (default 1)
  --list       print what was missed and what was said of clean reports`

runMain(async () => {
  const string = /** @type {const} */ ({ type: 'string' })
  const options = {
    set: string,
    rounds: string,
    clean: string,
    seed: string,
    list: /** @type {const} */ ({ type: 'boolean' }),
  }
  const { values } = readOptions(help, options)
  const outfile = inRoot('out', 'bench', 'prose.mjs')
  mkdirSync(inRoot('out', 'bench'), { recursive: true })
  await build({
    entryPoints: [inRoot('test', 'prose', 'bench.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    mainFields: ['module', 'main'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
  })
  const { bench } = await import(pathToFileURL(outfile).href)
  bench(
    {
      only: values.set,
      rounds: Number(values.rounds ?? 3),
      clean: Number(values.clean ?? 1000),
      seed: Number(values.seed ?? 1),
      list: values.list === true,
    },
    console.log,
  )
})
