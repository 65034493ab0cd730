import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../server/src/core/formats/field.ts'
import type { Explained, Format, RelationFormat, TermFormat } from '../server/src/core/formats/format.ts'
import { formats } from '../server/src/core/formats/index.ts'
import { relationsOf } from '../server/src/core/formats/relation.ts'
import { labelKey, withoutNotes } from '../server/src/core/text/label.ts'
import type { Text } from '../server/src/core/text/message.ts'

const numeral = '[一二三四五六七八九十百]+'
const article = `第${numeral}条(?:第${numeral}款)?(?:第（${numeral}）项)?`
const articles = `${article}(?:至${article})?`
const documentNumber = '\\p{Script=Han}+〔\\d{4}〕\\d+号'
/** `条例第二十条第（一）项`, `《某法》（2023年修订）第九条`, `《某办法》（国办函〔2020〕109号）`, `国办公开办函〔2021〕30号`. */
const citation = new RegExp(
  `^(?:条例${articles}|《[^《》]+》(?:（(?:\\d{4}年(?:修订|修正)|${documentNumber})）)?(?:${articles})?|${documentNumber})$`,
  'u',
)

const repeated = (values: readonly string[]): readonly string[] =>
  values.filter((value, i) => values.indexOf(value) !== i)

/** The keys under which a label is found: with its remarks and without them. */
const keysOf = (label: string): readonly string[] => [
  ...new Set([labelKey(label), labelKey(withoutNotes(label))].filter((key) => key !== '')),
]

type Named = { readonly id: string; readonly names: readonly string[] }

/** Keys that two things claim, and keys that one thing lists twice. */
function clashes(named: readonly Named[]): readonly string[] {
  const twice = named.flatMap(({ id, names }) => repeated(names.map(labelKey)).map((key) => `${id} twice ${key}`))
  const owners = new Map<string, string>()
  const shared: string[] = []
  for (const { id, names } of named)
    for (const key of new Set(names.flatMap(keysOf))) {
      const owner = owners.get(key)
      if (owner !== undefined) shared.push(`${key}: ${owner} and ${id}`)
      owners.set(key, id)
    }
  return [...twice, ...shared]
}

type Part = Pick<Explained, 'definition' | 'basis'> &
  Partial<Pick<Explained, 'mistakes'>> & { readonly path: string; readonly english: string }

/** Everything in a format that a hover explains. */
const parts = (format: Format): readonly Part[] => [
  ...format.sections.flatMap((section) => [
    { ...section, path: section.id },
    ...section.topics.map((topic) => ({ ...topic, path: topic.id })),
  ]),
  ...format.tables.flatMap((table) => [
    { ...table, path: table.id },
    ...table.blocks.flatMap((block) =>
      [...block.rows, ...block.columns, ...block.groups.map((group) => ({ ...group, id: group.label }))].map(
        (part) => ({
          ...part,
          path: `${table.id}.${block.id}.${part.id}`,
        }),
      ),
    ),
  ]),
]

const isText = ({ zh, en }: Text): boolean => /\p{Script=Han}/u.test(zh) && /[a-z]/i.test(en) && zh !== en

describe.each(formats.map((format) => ({ id: format.id, format })))('format $id', ({ format }) => {
  const blocks = format.tables.flatMap((table) => table.blocks.map((block) => ({ table, block })))

  it('explains every label over columns and before rows', () => {
    const used = blocks.flatMap(({ block }) => [
      ...block.rows.flatMap((row) => row.path),
      ...block.columns.flatMap((column) => column.group ?? []),
    ])
    const known = blocks.flatMap(({ block }) => block.groups.map((group) => group.label))
    expect([...new Set(used)].sort()).toEqual([...new Set(known)].sort())
  })

  it('survives JSON', () => {
    expect(JSON.parse(JSON.stringify(format))).toStrictEqual(format)
  })

  it('names every part once', () => {
    expect(repeated(parts(format).map((part) => part.path))).toEqual([])
    expect(repeated(format.relations.map((family) => `${family.table}.${family.id}`))).toEqual([])
    expect(repeated(relationsOf(format).map((relation) => relation.id))).toEqual([])
    const fields = blocks.reduce((sum, { block }) => sum + block.rows.length * block.columns.length, 0)
    expect(fieldsOf(format).size).toBe(fields)
  })

  it('explains every part in both languages, with a source and in a few sentences', () => {
    for (const { path, english, definition, basis, mistakes } of parts(format)) {
      expect(isText(definition), `${path} definition`).toBe(true)
      expect(definition.zh, path).toMatch(/。$/)
      expect(definition.en, path).toMatch(/\.$/)
      expect(definition.zh.split('。').length - 1, `${path} sentences`).toBeLessThanOrEqual(3)
      expect(english, path).toMatch(/^[A-Z]/)
      expect(basis, path).not.toEqual([])
      expect(
        basis.filter((source) => !citation.test(source)),
        `${path} basis`,
      ).toEqual([])
      expect(repeated(basis), `${path} basis`).toEqual([])
      expect(mistakes?.filter((mistake) => !isText(mistake)) ?? [], `${path} mistakes`).toEqual([])
    }
  })

  it('copies no definition', () => {
    expect(repeated(parts(format).map((part) => part.definition.zh))).toEqual([])
    expect(repeated(parts(format).map((part) => part.definition.en))).toEqual([])
  })

  it('cites its own basis and those of its relations properly', () => {
    for (const basis of [format.basis, ...format.relations.map((family) => family.basis)])
      expect(basis).toMatch(citation)
    for (const text of [format.title, format.law, ...format.relations.map((family) => family.title)])
      expect(isText(text), text.zh).toBe(true)
  })

  it('leaves no title of a section or topic in doubt', () => {
    expect(
      clashes(
        format.sections.map(({ id, title, aliases, nearMisses }) => ({
          id,
          names: [title, ...aliases, ...(nearMisses ?? [])],
        })),
      ),
    ).toEqual([])
    for (const section of format.sections)
      expect(clashes(section.topics.map(({ id, title, aliases }) => ({ id, names: [title, ...aliases] })))).toEqual([])
  })

  it.each(blocks.map((it) => ({ ...it, name: `${it.table.id}.${it.block.id}` })))(
    'leaves no label of $name in doubt',
    ({ block }) => {
      const columns = block.columns.map(({ id, label, aliases }) => ({ id, names: [label, ...aliases] }))
      expect(clashes(columns)).toEqual([])
      for (const path of new Set(block.rows.map((row) => row.path.join('/')))) {
        const rows = block.rows.filter((row) => row.path.join('/') === path)
        expect(clashes(rows.map(({ id, label, aliases }) => ({ id, names: [label, ...aliases] })))).toEqual([])
      }
      const labels = [...block.rows, ...block.columns].map((part) => labelKey(part.label))
      expect(labels.filter((label) => [block.corner, ...block.cornerAliases].map(labelKey).includes(label))).toEqual([])
    },
  )

  it('gives every field one unit and one kind', () => {
    for (const { table, block } of blocks)
      for (const row of block.rows)
        for (const column of block.columns) {
          const units = [row.unit, column.unit].filter((unit) => unit !== undefined)
          const kinds = [row.kind, column.kind].filter((kind) => kind !== undefined)
          const where = `${table.id}.${row.id}.${column.id}`
          expect(new Set(units.map((unit) => `${unit.zh} ${unit.en}`)).size, `${where} unit`).toBe(1)
          expect(new Set(kinds).size, `${where} kind`).toBeLessThanOrEqual(1)
        }
  })

  it('puts every table into a section', () => {
    const sections = format.sections.map((section) => section.id)
    expect(format.tables.filter((table) => !sections.includes(table.section))).toEqual([])
    expect(format.tables.filter((table) => table.blocks.length === 0)).toEqual([])
    expect(blocks.filter(({ block }) => block.rows.length === 0 || block.columns.length === 0)).toEqual([])
  })

  it('has only blanks that a writer can fill in', () => {
    const templates = [
      format.reportTitle,
      ...format.preamble,
      ...format.sections.flatMap((section) => [
        ...section.template,
        ...section.topics.flatMap((topic) => topic.template),
      ]),
    ]
    for (const template of templates) {
      expect(template.replace(/\{\{[^{}]+\}\}|\{body\}|\{year\}/g, ''), template).not.toMatch(/[{}]/)
      expect(template.trim(), template).toBe(template)
    }
    expect(format.reportTitle).toContain('{body}')
    expect(format.reportTitle).toContain('{year}')
  })

  it('recognises itself by labels that no other form has', () => {
    const labelsOf = (it: Format): readonly string[] =>
      it.tables
        .flatMap((table) => table.blocks)
        .flatMap((block) => [...block.rows, ...block.columns])
        .map((part) => labelKey(part.label))
    const others = formats.filter((it) => it !== format).flatMap(labelsOf)
    expect(format.fingerprints.length).toBeGreaterThan(1)
    expect(format.fingerprints.filter((label) => !labelsOf(format).includes(labelKey(label)))).toEqual([])
    expect(format.fingerprints.filter((label) => others.includes(labelKey(label)))).toEqual([])
  })

  it.each(format.relations.map((family) => ({ name: `${family.table}.${family.id}`, family })))(
    'relates figures that exist in $name',
    ({ family }) => {
      const block = blocks.find((it) => it.table.id === family.table && it.block.id === family.block)?.block
      const rows = block?.rows.map((row) => row.id) ?? []
      const columns = block?.columns.map((column) => column.id) ?? []
      expect(family.left).not.toEqual([])
      expect(family.right).not.toEqual([])
      for (const term of termsOf(family)) {
        // The axis that `each` runs along is left out of a term, and the other one is needed.
        expect(term.row !== undefined, 'row').toBe(family.each !== 'row')
        expect(term.column !== undefined, 'column').toBe(family.each !== 'column')
        for (const [range, ids] of [
          [term.row, rows],
          [term.column, columns],
        ] as const) {
          if (range === undefined) continue
          const places = range.split('..').map((id) => ids.indexOf(id))
          expect(places, range).not.toContain(-1)
          expect(places.length, range).toBeLessThanOrEqual(2)
          expect(places.length === 1 || (places[0] ?? 0) < (places[1] ?? 0), `${range} is in order`).toBe(true)
        }
      }
      const among = family.each === 'row' ? rows : family.each === 'column' ? columns : []
      expect(family.only?.filter((id) => !among.includes(id)) ?? []).toEqual([])
      if (family.derived !== undefined) {
        expect([...family.left, ...family.right]).toContainEqual(family.derived.term)
        expect(Object.values(family.derived.term).some((id) => String(id).includes('..'))).toBe(false)
      }
    },
  )
})

const termsOf = (family: RelationFormat): readonly TermFormat[] => [
  ...family.left,
  ...family.right,
  ...(family.derived === undefined ? [] : [family.derived.term]),
]

it('gives every form an id and years of its own', () => {
  expect(repeated(formats.map((format) => format.id))).toEqual([])
  for (let year = 2008; year <= 2030; year++) {
    const inForce = formats.filter(({ years }) => (years.from ?? year) <= year && year <= (years.to ?? year))
    expect(inForce.length, `forms in force in ${year}`).toBeLessThanOrEqual(1)
  }
})

describe('the form of 2021', () => {
  const format = formats.find((it) => it.id === '2021')
  if (format === undefined) throw new Error('the form of 2021 is missing')
  const table = (id: string) => format.tables.find((it) => it.id === id)
  const cells = (id: string): number => [...fieldsOf(format).values()].filter((field) => field.table.id === id).length

  it('has six sections, five topics and three tables', () => {
    expect(format.sections.map((section) => section.title)).toEqual([
      '总体情况',
      '主动公开政府信息情况',
      '收到和处理政府信息公开申请情况',
      '政府信息公开行政复议、行政诉讼情况',
      '存在的主要问题及改进情况',
      '其他需要报告的事项',
    ])
    expect(format.sections.flatMap((section) => section.topics.map((topic) => topic.title))).toEqual([
      '主动公开',
      '依申请公开',
      '政府信息管理',
      '政府信息公开平台建设',
      '监督保障',
    ])
    expect(format.tables.map((it) => [it.id, it.section])).toEqual([
      ['t2', 's2'],
      ['t3', 's3'],
      ['t4', 's4'],
    ])
  })

  it('has 10, 175 and 15 cells in the order of the official tables', () => {
    expect(['t2', 't3', 't4'].map(cells)).toEqual([10, 175, 15])
    const requests = table('t3')?.blocks[0]
    expect(requests?.rows.map((row) => row.id)).toEqual(
      Array.from({ length: 25 }, (_, i) => `r${String(i + 1).padStart(2, '0')}`),
    )
    expect(requests?.columns.map((column) => column.id)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'])
    expect(table('t2')?.blocks.map((block) => [block.head, ...block.rows.map((row) => row.id)])).toEqual([
      ['第二十条第（一）项', 'reg', 'doc'],
      ['第二十条第（五）项', 'lic'],
      ['第二十条第（六）项', 'pen', 'enf'],
      ['第二十条第（八）项', 'fee'],
    ])
    expect(table('t4')?.blocks[0]?.rows.map((row) => row.id)).toEqual(['fy', 'ss1', 'ss2'])
    expect(table('t4')?.blocks[0]?.columns.map((column) => column.id)).toEqual([
      'keep',
      'fix',
      'other',
      'pending',
      'total',
    ])
  })

  it('tells the rows of table three apart even where their groups are blank', () => {
    const rows = table('t3')?.blocks.flatMap((block) => block.rows) ?? []
    expect(clashes(rows.map(({ id, label, aliases }) => ({ id, names: [label, ...aliases] })))).toEqual([])
  })

  it('groups and numbers the results as printed', () => {
    const printed = new Map<string, number>()
    for (const row of table('t3')?.blocks[0]?.rows ?? []) {
      const group = row.path.join('/')
      printed.set(group, (printed.get(group) ?? 0) + 1)
      if (row.path.length === 2) expect(row.label).toMatch(new RegExp(`^${printed.get(group) ?? 0}\\.`))
    }
    expect([...printed]).toEqual([
      ['', 3],
      ['三、本年度办理结果', 3],
      ['三、本年度办理结果/（三）不予公开', 8],
      ['三、本年度办理结果/（四）无法提供', 3],
      ['三、本年度办理结果/（五）不予处理', 5],
      ['三、本年度办理结果/（六）其他处理', 3],
    ])
  })

  it('measures everything in 件 but the charges, in 万元', () => {
    const others = [...fieldsOf(format).values()].filter((field) => field.unit?.zh !== '件')
    expect(others.map((field) => [field.id, field.unit?.zh, field.kind])).toEqual([
      ['t2.fee.amount', '万元', 'decimal'],
    ])
    expect([...fieldsOf(format).values()].filter((field) => field.kind !== 'count')).toHaveLength(1)
  })

  it('relates 25 rows, 7 columns and 7 balances, 3 rows of cases, and 2 stocks', () => {
    const counts = new Map<string, number>()
    for (const { family } of relationsOf(format)) {
      const id = `${family.table}.${family.id}`
      counts.set(id, (counts.get(id) ?? 0) + 1)
    }
    expect(Object.fromEntries(counts)).toEqual({
      't3.row-total': 25,
      't3.column-total': 7,
      't3.balance': 7,
      't4.row-total': 3,
      't2.stock-doc': 1,
      't2.stock-reg': 1,
    })
    // A body without the power to make rules writes zeros there, which leaves 43.
    expect(relationsOf(format).filter((relation) => relation.family.notApplicableWhenZero !== true)).toHaveLength(43)
  })

  it('adds twenty-one results to the total of table three, and six columns to that of a row', () => {
    const relation = (id: string) => relationsOf(format).find((it) => it.id === id)
    expect(relation('t3.column-total.c1')?.right.map((term) => term.field)).toEqual(
      Array.from({ length: 21 }, (_, i) => `t3.r${String(i + 3).padStart(2, '0')}.c1`),
    )
    expect(relation('t3.row-total.r25')?.right).toHaveLength(6)
    expect(relation('t3.balance.c7')?.left.map((term) => term.field)).toEqual(['t3.r01.c7', 't3.r02.c7'])
    expect(relation('t3.balance.c7')?.right.map((term) => term.field)).toEqual(['t3.r24.c7', 't3.r25.c7'])
    expect(relation('t4.row-total.ss2')?.right.map((term) => term.field)).toEqual([
      't4.ss2.keep',
      't4.ss2.fix',
      't4.ss2.other',
      't4.ss2.pending',
    ])
  })

  it.each([
    ['s1', '政府信息公开总体情况'],
    ['s2', '行政机关主动公开政府信息的情况'],
    ['s3', '行政机关收到和处理政府信息公开申请情况'],
    ['s3', '依申请公开政府信息情况'],
    ['s4', '因政府信息公开工作被申请行政复议和提起行政诉讼情况'],
    ['s4', '因政府信息公开工作被申请行政复议、提起行政诉讼的情况'],
    ['s5', '政府信息公开工作存在的主要问题及改进情况'],
    ['s5', '存在问题及改进措施'],
    ['s6', '其它需要报告的事项'],
    ['s1.4', '平台建设方面'],
    ['s1.5', '保障监督'],
    ['s1.5', '政府信息公开监督保障情况'],
  ])('knows %s as %s, as published reports write it', (id, title) => {
    const named = [...format.sections, ...format.sections.flatMap((section) => section.topics)]
    const found = named.filter((it) => it.aliases.some((alias) => labelKey(alias) === labelKey(title)))
    expect(found.map((it) => it.id)).toContain(id)
  })
})
