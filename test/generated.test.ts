import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { formatDoc, formatIndex } from '../server/src/core/features/formatDoc.ts'
import { escapeMarkdown } from '../server/src/core/features/markup.ts'
import { snippetFile, snippets, type Snippet } from '../server/src/core/features/snippets.ts'
import { formats } from '../server/src/core/formats/index.ts'
import { plainSnippet } from './featureAnswers.ts'
import { fail } from './fixture.ts'
import { analysed } from './skeleton.ts'

const root = new URL('..', import.meta.url)
const committed = readFileSync(new URL('snippets/zwgk.json', root), 'utf8')

test('what is committed is what the forms give', () => {
  expect(committed).toBe(snippetFile(formats))
})

test('the page of every form names each of its labels, definitions and relations', () => {
  for (const format of formats) {
    const page = formatDoc(format)
    const parts = [
      ...format.sections,
      ...format.contents,
      ...format.tables.flatMap((table) => table.blocks.flatMap((it) => [...it.rows, ...it.columns, ...it.groups])),
    ]
    for (const { definition, basis } of parts)
      for (const text of [definition.zh, definition.en, ...basis]) expect(page).toContain(escapeMarkdown(text))
    for (const { title } of format.relations) expect(page).toContain(escapeMarkdown(title.zh))
    expect(page).not.toMatch(/undefined|\[object|\n{3}/)
    expect(readFileSync(new URL(`docs/formats/${format.id}.md`, root), 'utf8')).toBe(page)
  }
  expect(readFileSync(new URL('docs/formats/README.md', root), 'utf8')).toBe(formatIndex(formats))
})

test('the generator finds nothing out of date', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/generate.mjs', '--check'], {
    cwd: fileURLToPath(root),
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(status).toBe(0)
})

test('there is a snippet for the report, each section and each table, with prefixes of its own', () => {
  const all: Readonly<Record<string, Snippet>> = snippets(formats)
  const wanted = formats.reduce((count, { sections, tables }) => count + 1 + sections.length + tables.length, 0)
  expect(Object.keys(all)).toHaveLength(wanted)
  const prefixes = Object.values(all).flatMap(({ prefix }) => prefix)
  expect(prefixes).toEqual([...new Set(prefixes)])
  for (const wantedPrefix of ['年报', 'nianbao', '年报-总体情况', 'nianbao-ztqk', 'nianbao-t3'])
    expect(prefixes).toContain(wantedPrefix)
  for (const { description } of Object.values(all)) expect(description).toMatch(/\p{Script=Han}.* \/ [A-Z]/u)
})

test('the snippet of the whole report gives a report that balances, its names linked', () => {
  const { body } = snippets(formats)['年报'] ?? fail('no snippet for the report')
  const text = body.join('\n')
  expect(text.match(/\$\{1:/g)).toHaveLength(1)
  expect(text.match(/\$1(?!\d)/g)?.length).toBeGreaterThan(0)
  const filled = plainSnippet(text.replaceAll('20××', '2024'))
  const { report, problems } = analysed(filled)
  expect(report?.sections).toHaveLength(6)
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
})
