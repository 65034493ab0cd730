import { parseArgs } from 'node:util'
import { Failure } from './failure.mjs'

/**
 * Reads the command line; an unknown option is an error, `--help` prints the text and ends.
 * @template {import('node:util').ParseArgsConfig['options']} T
 * @param {string} help
 * @param {T} options
 */
export function readOptions(help, options) {
  let parsed
  try {
    parsed = parseArgs({ options: { ...options, help: { type: 'boolean' } }, allowPositionals: true })
  } catch (error) {
    throw new Failure(`${/** @type {Error} */ (error).message}\n\n${help}`)
  }
  const values = /** @type {Record<string, any>} */ (parsed.values)
  if (values.help) {
    console.log(help)
    process.exit(0)
  }
  return { values, positionals: parsed.positionals }
}
