import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import path from 'node:path'
import { build } from 'esbuild'
import { bundleOptions } from '../build/bundleOptions.mjs'
import { entries } from '../build/entries.mjs'
import { librariesScript } from '../build/libraries.mjs'
import { formsScript } from '../build/packedForms.mjs'
import { inRoot } from '../lib/paths.mjs'

/**
 * The programs with maps of where their functions come from.
 * @returns {Promise<string>} the folder
 */
export async function buildWithMaps() {
  const folder = inRoot('bench', 'out', 'mapped')
  mkdirSync(folder, { recursive: true })
  for (const entry of entries.filter(({ out }) => out === 'server.js' || out === 'cli.js'))
    await build({ ...bundleOptions(entry, true), outfile: path.join(folder, entry.out) })
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "commonjs" }\n')
  writeFileSync(path.join(folder, 'forms.js'), await formsScript())
  writeFileSync(path.join(folder, 'libraries.js'), await librariesScript())
  return folder
}

/**
 * What tells the source of a place in such a bundle, which counts its lines and columns from 0.
 * @param {string} file
 * @returns {(line: number, column: number) => string} empty where it is of no source
 */
export function sourcesOf(file) {
  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')))
  return (line, column) => {
    const entry = map.findEntry(line, column)
    return 'originalSource' in entry ? entry.originalSource : ''
  }
}
