import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { vsixName, withoutLocalLinks } from '../../scripts/build/vsix.mjs'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { readZip } from '../../scripts/lib/zip.mjs'

const zip = readFileSync(inRoot(vsixName()))
const entries = readZip(zip)
const names = entries.map(({ name }) => name)
const text = (/** @type {string} */ name) =>
  entries
    .find((entry) => entry.name === name)
    ?.content()
    .toString('utf8') ?? ''

describe('the package', () => {
  it.each([
    'package.json',
    'readme.md',
    'changelog.md',
    'LICENSE.txt',
    'dist/package.json',
    'dist/client.js',
    'dist/languageClient.cjs',
    'dist/server.js',
    'dist/forms.js',
    'dist/libraries.js',
    'dist/rules/total-mismatch.md',
  ])('contains %s', (file) => {
    expect(names).toContain(`extension/${file}`)
    expect(text(`extension/${file}`)).not.toBe('')
  })

  it('contains every file that its manifest names', () => {
    const manifest = JSON.parse(text('extension/package.json'))
    const named = JSON.stringify([manifest.main, manifest.browser, manifest.icon, manifest.contributes])
    const files = [
      ...named.matchAll(/"(?:\.\/)?((?:dist|schemas|syntaxes|snippets|images|docs|walkthrough)\/[^"]+|icon\.png)"/g),
    ]
    expect(files.length).toBeGreaterThan(3)
    for (const [, file] of files) expect(names).toContain(`extension/${file}`)
  })

  it('contains the text behind every %key% of its manifest, in both languages', () => {
    const keys = [...text('extension/package.json').matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key)
    expect(keys).toContain('displayName')
    for (const file of ['package.nls.json', 'package.nls.zh-cn.json'])
      expect(Object.keys(JSON.parse(text(`extension/${file}`)))).toEqual(expect.arrayContaining(keys))
  })

  it('contains nothing else', () => {
    const allowed =
      /^(\[Content_Types\]\.xml|extension\.vsixmanifest|extension\/(package(\.nls(\.[\w-]+)?)?\.json|readme\.md|changelog\.md|LICENSE\.txt|icon\.png|images\/icon\.png|dist\/[\w.]+\.(c?js|json)|dist\/rules\/[\w-]+\.md|(schemas|syntaxes|snippets)\/[\w.-]+|walkthrough\/[\w./-]+))$/
    expect(names.filter((name) => !allowed.test(name))).toEqual([])
    // Build servers take the command line from the npm package.
    expect(names).not.toContain('extension/dist/cli.js')
    expect(names.filter((name) => /node_modules|test|\.map$|\.ts$|\.mjs$/.test(name))).toEqual([])
  })

  it('is small', () => {
    expect(zip.length).toBeLessThan(600_000)
    expect(Buffer.byteLength(text('extension/dist/server.js'))).toBeLessThan(450_000)
    expect(Buffer.byteLength(text('extension/dist/languageClient.cjs'))).toBeLessThan(500_000)
  })

  it('loads only a small entry when a Markdown file is opened', () => {
    expect(text('extension/dist/client.js').length).toBeLessThan(30_000)
  })

  it('has no link in its README that leads nowhere', () => {
    const readme = text('extension/readme.md')
    expect(readme.length).toBeGreaterThan(500)
    expect(readme.match(/\]\((?!https?:|mailto:|#)[^)]*\)/g)).toBeNull()
  })

  it('names no path of the machine it was built on', () => {
    const own = entries.filter(({ name }) => name.startsWith('extension/'))
    for (const { name, content } of own) expect(content().includes(inRoot()), name).toBe(false)
  })
})

describe('the README of the package', () => {
  it('loses pictures and keeps the text of local links', () => {
    const before =
      'A [page](docs/a.md), a [site](https://a.example).\n\n![one](a.png)\n\n<img src="b.png" alt="two">\nEnd\n'
    expect(withoutLocalLinks(before)).toBe('A page, a [site](https://a.example).\n\n\nEnd\n')
  })
})
