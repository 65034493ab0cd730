import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../server/src/core/formats/field.ts'
import { extendFormat, type FormatPatch } from '../server/src/core/formats/extend.ts'
import type { Explained, Format, RelationFormat, RowFormat, TermFormat } from '../server/src/core/formats/format.ts'
import { formats } from '../server/src/core/formats/index.ts'
import { relationsOf } from '../server/src/core/formats/relation.ts'
import { inForce } from '../server/src/core/report/evidence.ts'
import { fold, labelKey, withoutNotes } from '../server/src/core/text/label.ts'
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
    // A row that has parts explains itself.
    const rows = new Set(blocks.flatMap(({ block }) => block.rows.map((row) => row.label)))
    const known = blocks.flatMap(({ block }) => block.groups.map((group) => group.label))
    expect([...new Set(used)].filter((label) => !rows.has(label)).sort()).toEqual([...new Set(known)].sort())
  })

  it('puts the parts of a row behind it and into the same groups', () => {
    for (const { block } of blocks)
      block.rows.forEach((row, i) => {
        row.path.forEach((label, level) => {
          const whole = block.rows.findIndex((it) => it.label === label)
          if (whole < 0) return
          expect(whole, row.id).toBeLessThan(i)
          expect(block.rows[whole]?.path, row.id).toEqual(row.path.slice(0, level))
        })
      })
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
          const open = column.openUnits === undefined ? 0 : 1
          expect(new Set(units.map((unit) => `${unit.zh} ${unit.en}`)).size + open, `${where} unit`).toBe(1)
          expect(new Set(kinds).size, `${where} kind`).toBeLessThanOrEqual(1)
        }
  })

  it('says of every content where it may stand and by which words it is known', () => {
    const sections = format.sections.map((section) => section.id)
    const places = [...sections, ...format.sections.flatMap((section) => section.topics.map((topic) => topic.id))]
    expect(repeated(format.contents.map((content) => content.id))).toEqual([])
    for (const { id, definition, basis, satisfiedBy, within, home, phrases, template, english } of format.contents) {
      expect(isText(definition), id).toBe(true)
      expect(english, id).toMatch(/^[A-Z]/)
      expect(basis.filter((source) => !citation.test(source))).toEqual([])
      expect(basis, id).not.toEqual([])
      expect(satisfiedBy === undefined || places.includes(satisfiedBy), id).toBe(true)
      for (const section of [...(home ?? []), ...(within === undefined ? [] : [within])])
        expect(sections, id).toContain(section)
      // What a fix puts in must be found again.
      const fixed = template.replace(/\{\{[^{}]*\}\}/g, '')
      expect(
        phrases.some((phrase) => fixed.includes(phrase)),
        id,
      ).toBe(true)
      for (const phrase of phrases) expect(phrase, id).toBe(fold(phrase))
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
      ...format.contents.map((content) => content.template),
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
    // A variant shares what the form has that it varies.
    const others = formats.filter((it) => !overlap(it, format)).flatMap(labelsOf)
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

const overlap = ({ years: a }: Format, { years: b }: Format): boolean =>
  (a.from ?? 0) <= (b.to ?? 9999) && (b.from ?? 0) <= (a.to ?? 9999)

it('gives every form an id of its own, and every year a form with its variants behind it', () => {
  const ids = formats.map((format) => format.id)
  expect(repeated(ids)).toEqual([])
  for (let year = 2008; year <= 2030; year++) {
    const [general, ...variants] = formats.filter((format) => inForce(format, year))
    expect(general, String(year)).toBeDefined()
    for (const variant of variants) expect(variant.id).toMatch(new RegExp(`^${general?.id ?? ''}-`))
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

const formOf = (id: string): Format => {
  const format = formats.find((it) => it.id === id)
  if (format === undefined) throw new Error(`the form ${id} is missing`)
  return format
}

const rowsOf = (format: Format): readonly RowFormat[] =>
  format.tables.flatMap((table) => table.blocks).flatMap((block) => block.rows)

const countsOf = (format: Format): Readonly<Record<string, number>> => {
  const counts = new Map<string, number>()
  for (const { family } of relationsOf(format))
    counts.set(`${family.table}.${family.id}`, (counts.get(`${family.table}.${family.id}`) ?? 0) + 1)
  return Object.fromEntries(counts)
}

describe('the form of 2019', () => {
  const format = formOf('2019')

  it('has a table two of five groups, a table three of 23 rows and the table four of 2021', () => {
    const cells = (id: string): number => [...fieldsOf(format).values()].filter((field) => field.table.id === id).length
    expect(['t2', 't3', 't4'].map(cells)).toEqual([22, 161, 15])
    expect(
      format.tables[0]?.blocks.map((block) => [
        block.head,
        block.columns.map((column) => column.label).join(' '),
        ...block.rows.map((row) => row.label),
      ]),
    ).toEqual([
      ['第二十条第（一）项', '本年新制作数量 本年新公开数量 对外公开总数量', '规章', '规范性文件'],
      ['第二十条第（五）项', '上一年项目数量 本年增/减 处理决定数量', '行政许可', '其他对外管理服务事项'],
      ['第二十条第（六）项', '上一年项目数量 本年增/减 处理决定数量', '行政处罚', '行政强制'],
      ['第二十条第（八）项', '上一年项目数量 本年增/减', '行政事业性收费'],
      ['第二十条第（九）项', '采购项目数量 采购总金额', '政府集中采购'],
    ])
    expect(format.tables[1]?.blocks[0]?.rows.map((row) => row.label).slice(-3)).toEqual([
      '（六）其他处理',
      '（七）总计',
      '四、结转下年度继续办理',
    ])
  })

  it('adds nineteen results to the total of table three', () => {
    const total = relationsOf(format).find((it) => it.id === 't3.column-total.c7')
    expect(total?.right.map((term) => term.field)).toEqual([
      ...Array.from({ length: 18 }, (_, i) => `t3.r${String(i + 3).padStart(2, '0')}.c7`),
      't3.r21o.c7',
    ])
    expect(countsOf(format)).toEqual({
      't3.row-total': 23,
      't3.column-total': 7,
      't3.balance': 7,
      't4.row-total': 3,
      't2.disclosed': 2,
      't2.remaining-art20-5': 2,
      't2.remaining-art20-6': 2,
      't2.remaining-art20-8': 1,
    })
  })

  it('cites nothing that was not yet in force', () => {
    const cited = [...parts(format).flatMap((part) => part.basis), ...format.relations.map((family) => family.basis)]
    expect(cited.filter((source) => /202\d年|〔202\d〕/.test(source))).toEqual([])
  })
})

describe('the form of 2008', () => {
  const format = formOf('2008')

  it('has the six contents of article 32 and requires no section for itself', () => {
    expect(format.contents.map((content) => content.title)).toEqual([
      '主动公开政府信息的情况',
      '依申请公开和不予公开政府信息的情况',
      '政府信息公开的收费及减免情况',
      '因政府信息公开申请行政复议、提起行政诉讼的情况',
      '政府信息公开工作存在的主要问题及改进情况',
      '其他需要报告的事项',
    ])
    expect(format.sections.filter((section) => section.required)).toEqual([])
  })

  it('has the indicators of the national table with their units', () => {
    expect(rowsOf(format)).toHaveLength(58)
    const units = new Map<string, number>()
    for (const row of rowsOf(format)) units.set(row.unit?.zh ?? '', (units.get(row.unit?.zh ?? '') ?? 0) + 1)
    expect(Object.fromEntries(units)).toEqual({ 条: 7, 件: 33, 次: 9, 篇: 1, 万元: 2, 个: 2, 人: 3, 人次: 1 })
  })

  it('counts sums, parts and repetitions', () => {
    expect(Object.keys(countsOf(format))).toEqual([
      ...['received', 'closed', 'answered', 'refused', 'reviews', 'suits', 'staff'].map((id) => `stats.${id}`),
      'stats.disclosed',
      ...['a21', 'a22', 'a23', 'a24', 'a25'].map((id) => `stats.channel-${id}`),
      ...['documents-disclosed', 'documents-made', 'concerns', 'briefings', 'interviews', 'answered-closed'].map(
        (id) => `stats.${id}`,
      ),
    ])
    const answered = relationsOf(format).find((it) => it.id === 'stats.answered')
    expect(answered?.right.map((term) => term.field)).toEqual(
      Array.from({ length: 8 }, (_, i) => `stats.c3${i + 1}.value`),
    )
  })

  it('says of what is cited from memory that it is', () => {
    const sure = rowsOf(format).filter((row) => row.certainty === undefined)
    expect(sure.map((row) => row.id)).toEqual([])
  })
})

describe('the table of Shandong', () => {
  const format = formOf('2008-shandong-2017')
  const base = formOf('2008')

  it('has thirteen groups in the order of the districts’ reports', () => {
    const outermost = rowsOf(format).map((row) => row.path[0] ?? row.label)
    expect([...new Set(outermost)].map((label) => label.replace(/、.*/, ''))).toEqual([
      ...Array.from('一二三四五六七八九十'),
      '十一',
      '十二',
      '十三',
    ])
    expect(rowsOf(format)).toHaveLength(75)
  })

  it('renames the groups also where rows name them', () => {
    expect(rowsOf(format).find((row) => row.id === 'l21')?.path).toEqual([
      '十二、机构建设和保障经费情况',
      '（三）从事政府信息公开工作人员数',
    ])
    expect(rowsOf(format).find((row) => row.id === 'f2')?.path).toEqual(['六、被举报投诉数量'])
  })

  it('adds up what it adds', () => {
    const own = relationsOf(format).filter((it) => relationsOf(base).every((other) => other.id !== it.id))
    expect(own.map((it) => it.id)).toEqual(
      ['complaints', 'deposited', 'websites', 'places', 'visitors', 'places-twice'].map((id) => `stats.${id}`),
    )
    const received = relationsOf(format).find((it) => it.id === 'stats.received')
    expect(received?.right).toHaveLength(5)
  })

  it('can do without the reading points of group twelve', () => {
    expect(rowsOf(format).flatMap((row) => (row.optional === true ? [row.id] : []))).toEqual(['l1b'])
  })
})

describe('a form told by its differences', () => {
  const base = formOf('2021')
  const form = { id: 'x', title: { zh: '试', en: 'trial' }, basis: '某发〔2030〕1号', years: {}, fingerprints: [] }
  const extend = (patch: Omit<FormatPatch, 'extends' | 'form'>) =>
    extendFormat(base, { extends: '2021', form, ...patch })

  it('is its base where nothing is said', () => {
    expect(extend({})).toEqual({ ...base, ...form })
  })

  it('puts in, takes out and changes', () => {
    const [section] = base.sections
    if (section === undefined) throw new Error('no section')
    const extended = extend({
      sections: {
        remove: ['s6'],
        change: { s5: { title: '问题' } },
        add: [{ items: [{ ...section, id: 's0' }] }, { after: 's1', items: [{ ...section, id: 's1b' }] }],
      },
    })
    expect(extended.sections.map(({ id }) => id)).toEqual(['s0', 's1', 's1b', 's2', 's3', 's4', 's5'])
    expect(extended.sections.at(-1)?.title).toBe('问题')
  })

  it.each<[string, Omit<FormatPatch, 'extends' | 'form'>]>([
    ['no section s9', { sections: { remove: ['s9'] } }],
    ['no table t9', { tables: { change: { t9: {} } } }],
    ['no block t3.nothing', { blocks: { 't3.nothing': {} } }],
    ['no row r99', { blocks: { 't3.requests': { rows: { add: [{ after: 'r99', items: [] }] } } } }],
    ['no group 无此组', { blocks: { 't3.requests': { groups: { change: { 无此组: {} } } } } }],
    ['no relation t3.nothing', { relations: { remove: ['t3.nothing'] } }],
    ['a section s2 already', { sections: { add: [{ items: base.sections.slice(1, 2) }] } }],
    ['does not cite', { sources: { 某某文件: '他文件' } }],
  ])('says that there is %s', (what, patch) => {
    expect(() => extend(patch)).toThrow(`form x, which extends 2021: the base`)
    expect(() => extend(patch)).toThrow(what)
  })

  it('is not made of another form than the one it names', () => {
    expect(() => extendFormat(formOf('2019'), { extends: '2021', form })).toThrow('it is made to extend 2021')
  })
})
