// npm run package: builds the extension and packs it as zwgk-report-<version>.vsix.
import { bundle } from './build/bundle.mjs'
import { packVsix } from './build/vsix.mjs'
import { runMain } from './lib/failure.mjs'
import { readOptions } from './lib/options.mjs'
import { say, seconds } from './lib/say.mjs'

const help = `npm run package [-- OPTION]
  --no-build   pack dist/ as it is`

runMain(async () => {
  const { values } = readOptions(help, { 'no-build': { type: 'boolean' } })
  if (!values['no-build']) await bundle()
  const { file, bytes } = await packVsix()
  say(`${file} (${Math.round(bytes / 1024)} kB, ${seconds()})`)
})
