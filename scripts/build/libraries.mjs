import { build } from 'esbuild'
import { inRoot } from '../lib/paths.mjs'
import { partOfYaml } from './partOfYaml.mjs'

/**
 * What only some reports need: front matter, forms of the user's own, a ledger, a paragraph that follows its tables, tables
 * that are laid out anew. Its
 * functions are called with plain data and return plain data, so that it makes no difference where they live.
 * @type {Record<string, { filter: RegExp, from: string, exports: string[] }>}
 */
const beside = {
  yaml: { filter: /^js-yaml$/, from: 'js-yaml', exports: ['load'] },
  csv: { filter: /^d3-dsv$/, from: 'd3-dsv', exports: ['dsvFormat'] },
  diff: { filter: /^diff$/, from: 'diff', exports: ['diffArrays'] },
  width: { filter: /^get-east-asian-width$/, from: 'get-east-asian-width', exports: ['eastAsianWidth'] },
  ownFormats: {
    filter: /\/formats\/ownFormats\.ts$/,
    from: './server/src/core/formats/ownFormats.ts',
    exports: ['readOwnFormats'],
  },
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
    for (const [name, { filter }] of Object.entries(beside))
      onResolve({ filter }, () => ({ path: name, namespace: 'beside', sideEffects: false }))
    onLoad({ filter: /.*/, namespace: 'beside' }, ({ path }) => ({
      contents: [
        `const own = () => (globalThis.${global} ?? (require('./libraries.js'), globalThis.${global})).${path}`,
        ...(beside[path]?.exports ?? []).map((name) => `export const ${name} = (...given) => own().${name}(...given)`),
        // The file has no other schema.
        ...(path === 'yaml' ? ['export const CORE_SCHEMA = undefined'] : []),
      ].join('\n'),
    }))
  },
}

/** What stands in `libraries.js`. */
export async function librariesScript() {
  const parts = Object.entries(beside).map(
    ([name, { from, exports }]) =>
      `import { ${exports.map((it) => `${it} as ${name}_${it}`).join(', ')} } from '${from}'`,
  )
  const all = Object.entries(beside).map(
    ([name, { exports }]) => `${name}: { ${exports.map((it) => `${it}: ${name}_${it}`).join(', ')} }`,
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
