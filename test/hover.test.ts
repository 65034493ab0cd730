import { readdirSync, readFileSync } from 'node:fs'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import type { Node } from 'mdast'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { hover } from '../server/src/core/features/hover.ts'
import { escapeMarkdown } from '../server/src/core/features/markup.ts'
import { fieldsOf } from '../server/src/core/formats/field.ts'
import { formats } from '../server/src/core/formats/index.ts'
import { relationsOf } from '../server/src/core/formats/relation.ts'
import { sectionTitle } from '../server/src/core/formats/skeleton.ts'
import { fail } from './fixture.ts'
import { analysed, skeleton } from './skeleton.ts'

const analysis = analysed(skeleton)
const report = analysis.report ?? fail('the skeleton is no report')
const { format } = report
const at = (offset: number, locale: 'zh-cn' | 'en' = 'zh-cn'): string => hover(analysis, offset, locale)?.markdown ?? ''

test('a new report holds every field of its form', () => {
  const found = report.tables.flatMap(({ value }) => [...value.figures.keys()])
  expect(new Set(found)).toEqual(new Set(fieldsOf(format).keys()))
  expect(found).toHaveLength(25 * 7 + 15 + 10)
})

describe.each(report.tables.map((table) => [table.value.table.id, table] as const))('%s', (_, { at: from, value }) => {
  test('every figure has a card with its definitions, its legal basis and its relations', () => {
    for (const { field, cell } of value.figures.values()) {
      const found = hover(analysis, from + cell.span.start, 'zh-cn') ?? fail(`no card for ${field.id}`)
      expect(found.span).toEqual({ start: from + cell.span.start, end: from + cell.span.end })
      expect(found.markdown).toContain(`### ${escapeMarkdown(field.row.label)} · ${escapeMarkdown(field.column.label)}`)
      for (const it of [field.row, field.column]) {
        expect(found.markdown).toContain(escapeMarkdown(it.definition.zh))
        for (const basis of it.basis) expect(found.markdown).toContain(escapeMarkdown(basis))
        for (const mistake of it.mistakes) expect(found.markdown).toContain(escapeMarkdown(mistake.zh))
      }
      expect(found.markdown).toContain(field.unit?.zh ?? fail(`${field.id} has no unit`))
      if ([...field.row.basis, ...field.column.basis].some((basis) => basis.startsWith('条例')))
        expect(found.markdown).toContain(escapeMarkdown(format.law.zh))
      const relations = relationsOf(format).filter(({ left, right }) =>
        [...left, ...right].some((term) => term.field === field.id),
      )
      expect(found.markdown.match(/\*\*勾稽\*\*/g) ?? []).toHaveLength(relations.length)
      expect(found.markdown.match(/— \*\*(?:平|不适用)\*\*/g) ?? []).toHaveLength(relations.length)
    }
  })

  test('every label has a card, in both languages', () => {
    for (const label of value.labels) {
      if (label.kind === 'group') continue
      const named = label.kind === 'row' ? label.row : label.column
      const offset = from + label.cell.span.start
      expect(at(offset)).toContain(escapeMarkdown(named.definition.zh))
      expect(at(offset)).toContain(escapeMarkdown(named.english))
      expect(at(offset, 'en')).toContain(escapeMarkdown(named.definition.en))
      for (const basis of named.basis) expect(at(offset)).toContain(escapeMarkdown(basis))
    }
    const corner = value.grid.rows[0]?.cells[0] ?? fail('no corner')
    expect(at(from + corner.span.start)).toMatch(/\*\*依据\*\*/)
  })
})

test('every title of a section and a topic has a card', () => {
  expect(report.sections).toHaveLength(6)
  for (const { section, title } of report.sections) {
    expect(at(title.content.start)).toContain(escapeMarkdown(section.definition.zh))
    expect(at(title.content.start)).toContain(escapeMarkdown(sectionTitle(section, format)))
    for (const topic of section.topics) expect(at(title.content.start)).toContain(escapeMarkdown(topic.title))
    for (const table of format.tables.filter((it) => it.section === section.id))
      expect(at(title.content.start)).toContain(escapeMarkdown(table.title))
  }
  const topics = report.topics.filter((it) => !report.sections.some(({ title }) => title.span.start === it.span.start))
  expect(topics).toHaveLength(5)
  for (const { topic, content } of topics) expect(at(content.start)).toContain(escapeMarkdown(topic.definition.zh))
})

const corpus = new URL('./corpus/', import.meta.url)

test.each(readdirSync(corpus).filter((name) => name.endsWith('.md')))(
  'every label and figure of %s has a card',
  (name) => {
    const text = readFileSync(new URL(name, corpus), 'utf8')
    const read = analysed(text)
    const tables = read.report?.tables ?? fail(`${name} is no report`)
    expect(tables.length > 0 || text.includes('统计报表')).toBe(true)
    for (const { at: from, value } of tables) {
      const unknown = new Set(
        value.unknownRows.map(({ cell }) => value.grid.rows.findIndex((it) => it.cells.includes(cell))),
      )
      const units = value.blocks.flatMap((block) =>
        block.unitColumn === undefined ? [] : [block.unitColumn, ...block.rows.flatMap((row) => row.unit?.zh ?? [])],
      )
      for (const cell of value.grid.rows.flatMap(({ cells }, i) => (unknown.has(i) ? [] : cells)))
        if (cell.text !== '' && !units.includes(cell.text))
          expect(hover(read, from + cell.span.start, 'zh-cn')?.markdown ?? '', cell.text).toContain('**依据**')
    }
  },
)

test('no card has a hole, and no prose has a card', () => {
  for (let offset = 0; offset < skeleton.length; offset += 7)
    for (const locale of ['zh-cn', 'en'] as const)
      expect(at(offset, locale)).not.toMatch(/undefined|NaN|\[object|\{\w+\}/)
  expect(hover(analysis, skeleton.indexOf('编制本报告'), 'zh-cn')).toBeUndefined()
  expect(hover(analysis, skeleton.length + 10, 'zh-cn')).toBeUndefined()
})

test('the official labels of every form are escaped', () => {
  for (const { tables } of formats) for (const table of tables) expect(escapeMarkdown(table.title)).toBe(table.title)
})

const processor = unified()
  .data('micromarkExtensions', [gfmTable()])
  .data('fromMarkdownExtensions', [gfmTableFromMarkdown()])
  .use(remarkParse)

const kinds = (node: Node): readonly string[] => [
  node.type,
  ...('children' in node ? (node.children as readonly Node[]).flatMap(kinds) : []),
]

/** Cells as hostile as a paste can make them; within a pipe table a pipe has to be escaped. */
const nasty = [
  '[点](https://example.com)',
  '![x](https://example.com/x.png)',
  '<img src=x onerror=alert(1)>',
  '<https://example.com>',
  'https://example.com',
  'www.example.com',
  'a@example.com',
  '**粗** _斜_ ~~删~~ `码`',
  '&lt;b&gt;',
  '$(zap) ${1:x}',
  '3 \\| 4',
  '\\',
  '](command:x)',
  '\u0000\u0007',
  '甲'.repeat(500),
]

test.each(nasty.map((cell) => [cell.slice(0, 20), cell]))(
  'the cell %j stays text in every card of its table',
  (_, cell) => {
    const text = skeleton.replace('| 行政复议 | 0 |', `| 行政复议 | ${cell} |`)
    const spoilt = analysed(text)
    const table = spoilt.report?.tables.find(({ value }) => value.table.id === 't4') ?? fail('no table four')
    const total = table.value.figures.get('t4.fy.total') ?? fail('no total')
    const { markdown } = hover(spoilt, table.at + total.cell.span.start, 'zh-cn') ?? fail('no card')
    const tree = processor.parse(markdown)
    expect(kinds(tree).filter((it) => /^(?:link|image|html|inlineCode|code|definition|delete)/.test(it))).toEqual([])
    expect(markdown).not.toMatch(/(?:https?:\/\/|www\.|[\w.]@\w)/)
    for (const node of tree.children)
      if (node.type === 'table') for (const row of node.children) expect(row.children).toHaveLength(3)
    expect(Math.max(...markdown.split('\n').map((it) => it.length))).toBeLessThan(600)
  },
)
