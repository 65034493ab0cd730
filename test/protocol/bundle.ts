import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { bundleOptions } from '../../scripts/build/bundleOptions.mjs'
import { entries } from '../../scripts/build/entries.mjs'
import { librariesScript } from '../../scripts/build/libraries.mjs'
import { formsScript } from '../../scripts/build/packedForms.mjs'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Bundles a server as the build does, so that the tests speak with what ships and still need no build. Test files run
 * at the same time; each bundles once, writes a file of its own and renames it, which is atomic.
 */
export const bundleServer = (platform: Platform): Promise<string> => (bundles[platform] ??= bundle(platform))

type Platform = 'node' | 'browser'

const bundles: Partial<Record<Platform, Promise<string>>> = {}

async function bundle(platform: Platform): Promise<string> {
  const folder = path.join(root, 'out', 'test')
  const file = path.join(folder, platform === 'node' ? 'server.cjs' : 'web-server.js')
  const entry = entries.find(({ out }) => out === 'server.js')
  if (entry === undefined) throw new Error('the build has no such entry')
  const { outputFiles } = await build({ ...bundleOptions(entry, false), write: false, logLevel: 'silent' })
  const text = outputFiles[0]?.text
  if (text === undefined) throw new Error('the bundler gave no file')
  mkdirSync(folder, { recursive: true })
  const beside = { 'forms.js': await formsScript(), 'libraries.js': await librariesScript() }
  if (platform === 'node') for (const [name, script] of Object.entries(beside)) put(path.join(folder, name), script)
  put(file, platform === 'node' ? text : `${Object.values(beside).join('')}${text}`)
  return file
}

function put(file: string, text: string): void {
  const own = `${file}.${process.pid}.${Date.now()}`
  writeFileSync(own, text)
  renameSync(own, file)
}
