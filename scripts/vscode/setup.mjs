import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { cached } from '../lib/cached.mjs'
import { Failure } from '../lib/failure.mjs'
import { npmInstall } from '../lib/npm.mjs'
import { say, seconds } from '../lib/say.mjs'
import { flavours, nodePackages, unused } from './flavours.mjs'

/**
 * @typedef {{ node: string, entry: string, extensions: string, version: string }} VSCode
 *   the Node.js and the script that serve VS Code, and the folder of its own extensions
 */

/**
 * Gives a VS Code that can be served to a browser; the first run installs it from npm into the cache of the user.
 * @param {string} name one of the flavours
 * @returns {Promise<VSCode>}
 */
export async function setUpVSCode(name = process.env.ZWGK_VSCODE ?? 'latest') {
  const flavour = flavours[name]
  if (!flavour)
    throw new Failure(`There is no VS Code flavour ${name}; there are: ${Object.keys(flavours).join(', ')}.`)
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const fits =
    (major > flavour.needs[0] || (major === flavour.needs[0] && minor >= flavour.needs[1])) && major < flavour.below
  const nodePackage = fits ? undefined : nodePackageFor(name, flavour)

  const platform = `${process.platform}-${process.arch}`
  const key = `vscode-${flavour.codeServer}-${platform}-${nodePackage ? `node${flavour.node}` : `on-node${major}`}`
  const version = `1${flavour.codeServer.slice(1)}`
  const folder = await cached(key, `VS Code ${version}`, async (place) => {
    const since = performance.now()
    say(`VS Code ${version}: first run only, about ${flavour.megabytes} MB from npm, up to a minute or two`)
    writeFileSync(path.join(place, 'package.json'), '{ "private": true }\n')
    const packages = [`code-server@${flavour.codeServer}`, ...(nodePackage ? [`${nodePackage}@${flavour.node}`] : [])]
    await npmInstall(`Installing ${packages.join(' and ')}`, place, ['--save-exact', ...packages])
    say(`VS Code ${version}: ${packages.join(' and ')} installed, now the server's own packages (${seconds(since)})`)
    const server = serverFolder(place)
    leaveOutUnused(path.join(server, 'package.json'))
    await npmInstall(`Installing the packages of VS Code's server`, server, ['--no-save', '--omit=dev'])
    say(`VS Code ${version}: ready (${seconds(since)})`)
  })
  const binary = process.platform === 'win32' ? 'node.exe' : 'node'
  const node = nodePackage ? path.join(folder, 'node_modules', nodePackage, 'bin', binary) : process.execPath
  const server = serverFolder(folder)
  return {
    node,
    entry: path.join(server, 'out', 'server-main.js'),
    extensions: path.join(server, 'extensions'),
    version,
  }
}

/** @param {string} folder */
const serverFolder = (folder) => path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode')

/**
 * @param {string} name
 * @param {import('./flavours.mjs').Flavour} flavour
 */
function nodePackageFor(name, flavour) {
  const found = /** @type {Record<string, string>} */ (nodePackages)[`${process.platform}-${process.arch}`]
  if (flavour.node && found) return found
  throw new Failure(
    `The served VS Code (flavour ${name}) needs Node.js ${flavour.needs.join('.')} or newer, below ${flavour.below}; ` +
      `this is ${process.version} on ${process.platform}-${process.arch}. Run the command with such a Node.js.`,
  )
}

/** Takes out what is never used before the second install: it halves the download. @param {string} file */
function leaveOutUnused(file) {
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  for (const name of unused) delete manifest.dependencies[name]
  writeFileSync(file, JSON.stringify(manifest, null, 2))
}
