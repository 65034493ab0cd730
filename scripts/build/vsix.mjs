import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Failure } from '../lib/failure.mjs'
import { inModules, inRoot } from '../lib/paths.mjs'
import { mustRun } from '../lib/run.mjs'

/** The time stamp of every file in the package, so that the same sources give the same bytes: 2025-01-01. */
const SOURCE_DATE_EPOCH = '1735689600'

/** The name of the package, which carries the version. */
export function vsixName() {
  const { name, version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'))
  return `${name}-${version}.vsix`
}

/**
 * Packs dist/ and what .vscodeignore lets through.
 * @returns {Promise<{ file: string, bytes: number }>} relative to the checkout
 */
export async function packVsix() {
  const missing = ['README.md', 'CHANGELOG.md', 'LICENSE', 'dist/client.js'].filter((file) => !existsSync(inRoot(file)))
  if (missing.length > 0) throw new Failure(`The package needs ${missing.join(', ')}.`)
  mkdirSync(inRoot('out', 'package'), { recursive: true })
  const readme = path.join('out', 'package', 'README.md')
  writeFileSync(inRoot(readme), withoutLocalLinks(readFileSync(inRoot('README.md'), 'utf8')))
  const file = vsixName()
  const args = ['package', '--no-dependencies', '--out', file, '--readme-path', readme]
  const allowed = ['--no-rewrite-relative-links', '--allow-missing-repository']
  await mustRun('vsce package', process.execPath, [inModules('@vscode', 'vsce', 'vsce'), ...args, ...allowed], {
    cwd: inRoot(),
    env: { SOURCE_DATE_EPOCH, ...process.env },
  })
  return { file, bytes: statSync(inRoot(file)).size }
}

/**
 * The README as VS Code shows it on the page of the extension, which cannot open files of the package: a picture goes,
 * a link to a file of the checkout becomes its text.
 * @param {string} text
 */
export function withoutLocalLinks(text) {
  return text
    .replace(/^[ \t]*(!\[[^\]]*\]\((?!https:)[^)]*\)[ \t]*)+\r?\n(\r?\n)?/gm, '')
    .replace(/!\[[^\]]*\]\((?!https:)[^)]*\)/g, '')
    .replace(/<img\b[^>]*\bsrc="(?!https:)[^"]*"[^>]*>/g, '')
    .replace(/(?<!!)\[([^\]]*)\]\((?!https?:|mailto:|#)[^)]*\)/g, '$1')
}
