// npm run generate: writes what is derived from the forms and committed. With --check it only says what is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { Failure, runMain } from './lib/failure.mjs'
import { readOptions } from './lib/options.mjs'
import { inRoot } from './lib/paths.mjs'
import { say } from './lib/say.mjs'

const help = `npm run generate [-- OPTION]
  --check   write nothing; fail if a generated file is out of date`

/** The parts of the core that derive files from the forms. */
const sources = `
  export { formats } from './server/src/core/formats/index.ts'
  export { formatDoc, formatIndex } from './server/src/core/features/formatDoc.ts'
  export { formatSchema } from './server/src/core/formats/schema.ts'
  export { snippetFile } from './server/src/core/features/snippets.ts'
`

runMain(async () => {
  const { values } = readOptions(help, { check: { type: 'boolean' } })
  const { formats, formatDoc, formatIndex, formatSchema, snippetFile } = await loadCore()
  /** @type {Record<string, string>} */
  const files = {
    'snippets/zwgk.json': snippetFile(formats),
    'schemas/zwgk-format.schema.json': formatSchema(),
    'docs/formats/README.md': formatIndex(formats),
    ...Object.fromEntries(
      formats.map((/** @type {{ id: string }} */ format) => [`docs/formats/${format.id}.md`, formatDoc(format)]),
    ),
  }
  const stale = Object.entries(files).filter(([file, text]) => read(file) !== text)
  if (values.check && stale.length > 0)
    throw new Failure(`Out of date: ${stale.map(([file]) => file).join(', ')}. Run npm run generate.`)
  for (const [file, text] of stale) {
    mkdirSync(path.dirname(inRoot(file)), { recursive: true })
    writeFileSync(inRoot(file), text)
  }
  say(stale.length === 0 ? 'Nothing to generate.' : `Written: ${stale.map(([file]) => file).join(', ')}`)
})

/** The core is TypeScript: it is bundled in memory and imported from there. */
async function loadCore() {
  const { outputFiles } = await build({
    stdin: { contents: sources, resolveDir: inRoot(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
  })
  const code = Buffer.from(outputFiles[0]?.text ?? '').toString('base64')
  return import(`data:text/javascript;base64,${code}`)
}

/** @param {string} file */
const read = (file) => (existsSync(inRoot(file)) ? readFileSync(inRoot(file), 'utf8') : undefined)
