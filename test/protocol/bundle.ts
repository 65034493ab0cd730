import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

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
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'server', 'src', platform === 'node' ? 'main.node.ts' : 'main.web.ts')],
    bundle: true,
    platform,
    format: platform === 'node' ? 'cjs' : 'iife',
    target: platform === 'node' ? 'node20' : 'es2022',
    supported: { 'dynamic-import': false },
    mainFields: platform === 'node' ? ['module', 'main'] : ['browser', 'module', 'main'],
    // A worker is no page: without this a package would bring a variant that wants `document`.
    conditions: platform === 'node' ? [] : ['worker'],
    write: false,
    logLevel: 'silent',
  })
  const text = outputFiles[0]?.text
  if (text === undefined) throw new Error('the bundler gave no file')
  mkdirSync(folder, { recursive: true })
  const own = `${file}.${process.pid}.${Date.now()}`
  writeFileSync(own, text)
  renameSync(own, file)
  return file
}
