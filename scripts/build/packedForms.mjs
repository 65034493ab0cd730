import { Buffer } from 'node:buffer'
import { brotliCompressSync, constants, deflateRawSync } from 'node:zlib'
import { build } from 'esbuild'
import { inRoot } from '../lib/paths.mjs'

const source = inRoot('server', 'src', 'core', 'formats', 'index.ts')

/**
 * The forms as data that is unpacked when it is needed. In the sources they are modules, which share texts and extend
 * one another; run at build time, they are a third of a bundle as plain data and a tenth as compressed data, and the
 * reader need not compile them. Node.js has a decompressor of its own, which takes a millisecond.
 * @param {'node' | 'browser'} platform
 * @returns {import('esbuild').Plugin}
 */
export const packedForms = (platform) => ({
  name: 'packed-forms',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]formats[\\/]index\.ts$/ }, async ({ path }) => {
      if (path !== source) return undefined
      const data = Buffer.from(JSON.stringify(toGraph(await evaluate())))
      return { contents: platform === 'node' ? forNode(data) : forBrowser(data), loader: 'js' }
    })
  },
})

/** @param {Buffer} data */
const forNode = (data) => {
  const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: data.length }
  const packed = brotliCompressSync(data, { params }).toString('base64')
  return `import { brotliDecompressSync } from 'node:zlib'
import { fromGraph } from './graph.ts'
export const formats = fromGraph(JSON.parse(brotliDecompressSync(Buffer.from('${packed}', 'base64')).toString()))`
}

/** @param {Buffer} data */
const forBrowser = (data) => `import { inflateSync, strFromU8 } from 'fflate'
import { fromGraph } from './graph.ts'
const packed = Uint8Array.from(atob('${deflateRawSync(data, { level: 9 }).toString('base64')}'), (it) => it.charCodeAt(0))
export const formats = fromGraph(JSON.parse(strFromU8(inflateSync(packed))))`

/** The forms, from the sources as they are. @returns {Promise<unknown>} */
async function evaluate() {
  const { outputFiles } = await build({ entryPoints: [source], bundle: true, format: 'esm', write: false })
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')
  const { formats } = await import(`data:text/javascript;base64,${code}`)
  return formats
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
