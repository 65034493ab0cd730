import { existsSync, readdirSync, statSync } from 'node:fs'
import { inRoot } from '../lib/paths.mjs'
import { targetTable } from './figures.mjs'

const kilobytes = (/** @type {string} */ file) => (existsSync(file) ? statSync(file).size / 1000 : undefined)

/** How large the built files are. */
export function measureSizes() {
  const vsix = readdirSync(inRoot()).find((name) => name.endsWith('.vsix'))
  const client = ['client.js', 'languageClient.cjs'].map((name) => kilobytes(inRoot('dist', name)) ?? NaN)
  const targets = [
    { what: 'server bundle', value: kilobytes(inRoot('dist', 'server.js')), must: 450, aim: 350, unit: ' KB' },
    { what: 'client bundles', value: client.reduce((a, b) => a + b, 0), must: 500, aim: 440, unit: ' KB' },
    {
      what: '.vsix',
      value: vsix === undefined ? undefined : kilobytes(inRoot(vsix)),
      must: 600,
      aim: 450,
      unit: ' KB',
    },
  ]
  return `## Sizes\n\n${targetTable(targets)}`
}
