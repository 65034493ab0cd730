import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { atEnd } from './ending.mjs'
import { temporaryFolder } from './paths.mjs'

/** Removes a folder even while a program that is just ending still writes to it. @param {string} folder */
export const removeFolder = (folder) =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })

/**
 * Makes a temporary folder that goes when the script ends.
 * @param {string} name
 */
export function temporary(name) {
  const folder = mkdtempSync(path.join(temporaryFolder, `${name}-`))
  const forget = atEnd(() => removeFolder(folder))
  return { folder, remove: () => (forget(), removeFolder(folder)) }
}
