import { build } from 'esbuild'
import { inRoot } from '../lib/paths.mjs'
import { partOfYaml } from './partOfYaml.mjs'

/** What of which package only some reports need: front matter, own forms, a ledger, a paragraph that follows its tables. */
const names = {
  'js-yaml': ['load'],
  'jsonc-parser': ['findNodeAtLocation', 'getNodeValue', 'parseTree', 'printParseErrorCode'],
  'd3-dsv': ['dsvFormat'],
  diff: ['diffArrays'],
}

const global = 'zwgkLibraries'

/**
 * Packages that the server seldom needs, as a file of their own beside it, `libraries.js`, which is read when one of
 * their functions is first called. Where there is no `require`, the script has been run before.
 * @type {import('esbuild').Plugin}
 */
export const librariesBeside = {
  name: 'libraries-beside',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^\.\/libraries\.js$/ }, ({ path }) => ({ path, external: true }))
    onResolve({ filter: new RegExp(`^(?:${Object.keys(names).join('|')})$`) }, ({ path }) => ({
      path,
      namespace: 'beside',
      sideEffects: false,
    }))
    onLoad({ filter: /.*/, namespace: 'beside' }, ({ path }) => ({
      contents: [
        `const own = () => (globalThis.${global} ?? (require('./libraries.js'), globalThis.${global}))['${path}']`,
        ...(Object.entries(names).find(([name]) => name === path)?.[1] ?? []).map(
          (name) => `export const ${name} = (...given) => own().${name}(...given)`,
        ),
        // The file has no other schema.
        ...(path === 'js-yaml' ? ['export const CORE_SCHEMA = undefined'] : []),
      ].join('\n'),
    }))
  },
}

/** What stands in `libraries.js`. */
export async function librariesScript() {
  const parts = Object.entries(names).map(
    ([name, exports]) => `import { ${exports.map((it, i) => `${it} as ${local(name, i)}`).join(', ')} } from '${name}'`,
  )
  const all = Object.entries(names).map(
    ([name, exports]) => `'${name}': { ${exports.map((it, i) => `${it}: ${local(name, i)}`).join(', ')} }`,
  )
  const { outputFiles } = await build({
    stdin: { contents: `${parts.join('\n')}\nglobalThis.${global} = { ${all.join(', ')} }`, resolveDir: inRoot() },
    bundle: true,
    format: 'iife',
    target: 'node20',
    mainFields: ['module', 'main'],
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    plugins: [partOfYaml],
  })
  return outputFiles[0]?.text ?? ''
}

const local = (/** @type {string} */ name, /** @type {number} */ i) => `${name.replace(/\W/g, '_')}_${i}`
