import { readdirSync } from 'node:fs'
import { build } from 'esbuild'
import { inRoot } from '../lib/paths.mjs'

/**
 * What is loaded with `import('./engine.ts')` becomes one function within the bundle, which runs when it is first asked
 * for. esbuild itself would wrap each of its modules in a function of its own; bundled before, they share one scope,
 * which is a tenth smaller and leaves nothing to be linked at run time.
 * @param {import('esbuild').BuildOptions} options of the bundle around it
 * @returns {import('esbuild').Plugin}
 */
export const wholeChunk = (options) => ({
  name: 'whole-chunk',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /\/engine\.ts$/ }, async ({ path, kind, pluginData, ...rest }) => {
      if (kind !== 'dynamic-import' || pluginData === inside) return undefined
      const found = await resolve(path, { ...rest, kind, pluginData: inside })
      return { path: found.path, namespace: 'chunk' }
    })
    onLoad({ filter: /.*/, namespace: 'chunk' }, async ({ path }) => {
      const { outputFiles, warnings } = await build({
        ...options,
        entryPoints: [path],
        format: 'iife',
        globalName: 'engine',
        write: false,
        sourcemap: options.sourcemap === undefined || options.sourcemap === false ? false : 'inline',
        banner: {},
        plugins: options.plugins ?? [],
      })
      // The build within does not tell which files it has read.
      const watchFiles = readdirSync(inRoot('server', 'src'), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => inRoot('server', 'src', name))
      return { contents: `${outputFiles[0]?.text ?? ''}\nmodule.exports = engine`, loader: 'js', warnings, watchFiles }
    })
  },
})

const inside = { inside: true }
