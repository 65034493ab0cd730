import { Buffer } from 'node:buffer'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'esbuild'
import { inRoot } from '../lib/paths.mjs'

const source = inRoot('server', 'src', 'core', 'formats', 'index.ts')

/**
 * The forms as data that is unpacked when it is needed, within the one file of the command line. In the sources they are
 * modules, which share texts and extend one another; run at build time, they are a third of a bundle as modules and a
 * tenth as compressed data, and nothing of them has to be compiled.
 * @type {import('esbuild').Plugin}
 */
export const packedForms = {
  name: 'packed-forms',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]formats[\\/]index\.ts$/ }, async ({ path }) => {
      if (path !== source) return undefined
      const { forms, sources } = await evaluate()
      const data = Buffer.from(JSON.stringify(toGraph(forms)))
      const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: data.length }
      const packed = brotliCompressSync(data, { params }).toString('base64')
      const unpack = `require('node:zlib').brotliDecompressSync(Buffer.from('${packed}', 'base64')).toString()`
      const contents = `import { fromGraph } from './graph.ts'
export const formats = fromGraph(JSON.parse(${unpack}))`
      return { contents, loader: 'js', watchFiles: sources }
    })
  },
}

const formsName = 'zwgkForms'

/**
 * The forms as a file of their own beside the server, `forms.js`: data, of which the package holds a tenth. Where there
 * is no `require`, the script has been run before.
 * @type {import('esbuild').Plugin}
 */
export const formsBeside = {
  name: 'forms-beside',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^\.\/forms\.js$/ }, ({ path }) => ({ path, external: true }))
    onLoad({ filter: /[\\/]formats[\\/]index\.ts$/ }, async ({ path }) => {
      if (path !== source) return undefined
      const { sources } = await evaluate()
      const contents = `import { fromGraph } from './graph.ts'
if (globalThis.${formsName} === undefined) require('./forms.js')
export const formats = fromGraph(globalThis.${formsName})`
      return { contents, loader: 'js', watchFiles: sources }
    })
  },
}

/** What stands in `forms.js`. Parsing JSON takes less time than the same data as a script. */
export async function formsScript() {
  const { forms } = await evaluate()
  const json = JSON.stringify(toGraph(forms))
    .replace(/[\\']/g, '\\$&')
    .replace(/[\u2028\u2029]/g, (it) => `\\u${it.charCodeAt(0).toString(16)}`)
  return `globalThis.${formsName} = JSON.parse('${json}');\n`
}

/** The forms from the sources as they are, and those sources. @returns {Promise<{ forms: unknown, sources: string[] }>} */
async function evaluate() {
  const options = { bundle: true, format: /** @type {const} */ ('esm'), metafile: true, write: false }
  const { outputFiles, metafile } = await build({ ...options, entryPoints: [source], absWorkingDir: inRoot() })
  const code = Buffer.from(outputFiles?.[0]?.contents ?? []).toString('base64')
  const { formats } = await import(`data:text/javascript;base64,${code}`)
  return { forms: formats, sources: Object.keys(metafile?.inputs ?? {}).map((file) => inRoot(file)) }
}

/**
 * The other way round than `fromGraph`. What is the same object at several places stays one; texts and lists of words
 * that say the same become one, for they are compared by what they say and by nothing else.
 * @param {unknown} value
 * @returns {import('../../server/src/core/formats/graph.ts').Graph}
 */
export function toGraph(value) {
  /** @type {Map<string, object>} */
  const words = new Map()
  /** The object that stands for all that say the same. @param {object} it */
  const one = (it) => {
    if (!isWords(it)) return it
    const said = JSON.stringify(it)
    const known = words.get(said) ?? it
    words.set(said, known)
    return known
  }
  /** @type {Map<object, number>} */
  const places = new Map()
  const count = (/** @type {unknown} */ it) => {
    if (typeof it !== 'object' || it === null) return
    const seen = places.get(one(it)) ?? 0
    places.set(one(it), seen + 1)
    if (seen === 0) Object.values(it).forEach(count)
  }
  count(value)
  /** @type {unknown[]} */
  const shared = []
  /** @type {Map<object, number>} */
  const references = new Map()
  const written = (/** @type {unknown} */ it) => {
    if (typeof it !== 'object' || it === null) return it
    if ((places.get(one(it)) ?? 0) < 2 || Object.keys(it).length === 0) return writtenOut(it)
    const reference = references.get(one(it)) ?? shared.push(writtenOut(it)) - 1
    references.set(one(it), reference)
    return { $: reference }
  }
  const writtenOut = (/** @type {object} */ it) =>
    Array.isArray(it)
      ? it.map(written)
      : Object.fromEntries(Object.entries(it).map(([key, inner]) => [key, written(inner)]))
  return { shared, root: written(value) }
}

/** Lists of words, texts in two languages, and lists of those. @param {object} it @returns {boolean} */
const isWords = (it) =>
  Array.isArray(it)
    ? it.every((item) => typeof item === 'string' || (typeof item === 'object' && item !== null && isWords(item)))
    : Object.keys(it).every((key) => key === 'zh' || key === 'en')
