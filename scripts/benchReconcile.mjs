// npm run bench:reconcile: changes figures in balanced tables of real reports and prints what is found, named and mended.
import { mkdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { runMain } from './lib/failure.mjs'
import { readOptions } from './lib/options.mjs'
import { inRoot } from './lib/paths.mjs'

const help = `npm run bench:reconcile [-- OPTIONS]
  --count N   mutants of each kind (default 2000)
  --seed N    which ones (default 1)`

runMain(async () => {
  const { values } = readOptions(help, { count: { type: 'string' }, seed: { type: 'string' } })
  const outfile = inRoot('out', 'bench', 'reconcile.mjs')
  mkdirSync(inRoot('out', 'bench'), { recursive: true })
  await build({
    entryPoints: [inRoot('test', 'mutation', 'bench.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    mainFields: ['module', 'main'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
    define: { CORPUS: JSON.stringify(pathToFileURL(`${inRoot('test', 'corpus')}/`).href) },
  })
  const { bench } = await import(pathToFileURL(outfile).href)
  bench(Number(values.count ?? 2000), Number(values.seed ?? 1), console.log)
})
