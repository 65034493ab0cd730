// npm run build: bundles the extension, its language server and the command line into dist/.
import { bundle } from './build/bundle.mjs'
import { runMain } from './lib/failure.mjs'
import { readOptions } from './lib/options.mjs'
import { say, seconds } from './lib/say.mjs'

const help = `npm run build [-- OPTION …]
  --dev     not minified, with source maps
  --watch   build again whenever a source changes (implies --dev)`

runMain(async () => {
  const { values } = readOptions(help, { dev: { type: 'boolean' }, watch: { type: 'boolean' } })
  await bundle({ dev: values.dev || values.watch, watch: values.watch })
  say(`dist/ is built (${seconds()})`)
  if (values.watch) await new Promise(() => {})
})
