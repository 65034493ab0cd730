import { inRoot } from '../lib/paths.mjs'

/**
 * Of js-yaml only the part that reads, and of its types only those of YAML's core schema: the package comes as one file
 * that also writes.
 * @type {import('esbuild').Plugin}
 */
export const partOfYaml = {
  name: 'part-of-yaml',
  setup({ onLoad, onResolve }) {
    const inYaml = (/** @type {string[]} */ ...parts) => inRoot('node_modules', 'js-yaml', 'lib', ...parts)
    onResolve({ filter: /^js-yaml$/ }, () => ({ path: 'js-yaml', namespace: 'part', sideEffects: false }))
    onLoad({ filter: /.*/, namespace: 'part' }, () => ({
      contents: `export { load } from './loader.js'\nexport { default as CORE_SCHEMA } from './schema/core.js'`,
      resolveDir: inYaml(),
    }))
    onResolve({ filter: /\/schema\/default$/ }, ({ importer }) =>
      importer === inYaml('loader.js') ? { path: inYaml('schema', 'core.js') } : undefined,
    )
  },
}
