import { readdirSync, readFileSync } from 'node:fs'
import Ajv from 'ajv'
import { describe, expect, test } from 'vitest'
import { analyse } from '../server/src/core/analyse.ts'
import { completions } from '../server/src/core/features/completions.ts'
import { extendFormat, type FormatPatch } from '../server/src/core/formats/extend.ts'
import { fieldsOf } from '../server/src/core/formats/field.ts'
import type { Format } from '../server/src/core/formats/format.ts'
import { formats } from '../server/src/core/formats/index.ts'
import { readOwnFormats, type OwnFormats } from '../server/src/core/formats/ownFormats.ts'
import { parseFormat } from '../server/src/core/formats/parseFormat.ts'
import { formatSchema } from '../server/src/core/formats/schema.ts'
import { relationsOf } from '../server/src/core/formats/relation.ts'
import { reportSkeleton } from '../server/src/core/formats/skeleton.ts'
import { toText } from '../server/src/core/formats/template.ts'
import { readDocument } from '../server/src/core/markdown/document.ts'
import { defaultSettings } from '../server/src/core/settings.ts'
import { fail } from './fixture.ts'
import { seeded } from './random.ts'

const root = new URL('..', import.meta.url)
const sampleFile = readdirSync(new URL('samples/', root)).find((name) => name.endsWith('.zwgk-format.json')) ?? ''
const sample = readFileSync(new URL(`samples/${sampleFile}`, root), 'utf8')
const samplePatch = JSON.parse(sample) as FormatPatch
const format2021 = formats.find(({ id }) => id === '2021') ?? fail('no form 2021')

const schema = new Ajv({ allErrors: true, strict: false })
const validate = schema.compile(JSON.parse(formatSchema()) as object)
const accepted = (value: unknown): boolean => validate(value)

/** As a file says it: without what files can only inherit. */
const asFile = (form: Format): unknown =>
  JSON.parse(
    JSON.stringify({ ...form, mentions: undefined, succession: undefined, paragraphs: undefined, ledger: undefined }),
  ) as unknown
const own = (text: string): OwnFormats => readOwnFormats([{ name: 'own.json', text }], formats)
const ownOf = (value: unknown): OwnFormats => own(JSON.stringify(value, null, 2))

describe('what is written is what is read', () => {
  test('the committed schema is the one that the shapes give', () => {
    expect(readFileSync(new URL('schemas/zwgk-format.schema.json', root), 'utf8')).toBe(formatSchema())
  })

  test.each(formats.map((format) => [format.id, format] as const))('form %s as a whole file', (_, format) => {
    const file = { ...(asFile(format) as Format), id: 'own-form' }
    expect(accepted(file), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
    expect(parseFormat(file, formats)).toEqual({ format: file })
  })

  test('the sample, by the schema and by the program', () => {
    expect(accepted(samplePatch), JSON.stringify(validate.errors)).toBe(true)
    const { formats: read, problems } = own(sample)
    expect(problems).toEqual([])
    const [form] = read
    expect(form === undefined ? [] : [...fieldsOf(form).keys()].filter((id) => !fieldsOf(format2021).has(id))).toEqual([
      't2.lic-pledge.decisions',
    ])
    expect(form === undefined ? 0 : relationsOf(form).length).toBe(relationsOf(format2021).length + 1)
  })

  test('a sentence in one language, and what may be left out', () => {
    const { formats: read, problems } = ownOf({
      ...samplePatch,
      relations: undefined,
      form: { id: 'short', title: '简写' },
      blocks: {
        't2.art20-5': {
          rows: { add: [{ items: [{ id: 'x', label: '其他事项', definition: '其他。', basis: ['自定'] }] }] },
        },
      },
    })
    expect(problems).toEqual([])
    expect(read[0]).toMatchObject({ id: 'short', title: { zh: '简写', en: '简写' }, years: format2021.years })
    const row = read[0]?.tables[0]?.blocks.flatMap((block) => block.rows).find(({ id }) => id === 'x')
    expect(row).toMatchObject({ english: '其他事项', aliases: [], path: [], mistakes: [] })
  })
})

describe('a report in a form of its own', () => {
  const [form] = own(sample).formats
  const known = form === undefined ? formats : [...formats, form]
  const text = toText(reportSkeleton(form ?? format2021), { body: '云江省档案局', year: '2025' }).replace(
    '| 其中：告知承诺制办理 | 0 |',
    '| 其中：告知承诺制办理 | 3 |',
  )

  test('is recognised, bound and checked by it', () => {
    const { report, problems } = analyse(readDocument(text), defaultSettings, { formats: known })
    expect(report?.format.id).toBe('yunjiang-2025')
    expect(report?.tables.flatMap(({ value }) => [...value.figures]).length).toBe(fieldsOf(form ?? format2021).size)
    expect(problems.filter(({ severity }) => severity !== 'information').map(({ code }) => code)).toContain(
      'part-exceeds-whole',
    )
  })

  test('is offered in front matter', () => {
    const begun = `---\nzwgk:\n  format: \n---\n${text}`
    const at = begun.indexOf('format: ') + 'format: '.length
    const offered = completions(analyse(readDocument(begun), defaultSettings, { formats: known }), at, 'zh-cn')
    expect(offered.map(({ label }) => label)).toContain('yunjiang-2025')
  })

  test('and the national form stays what it was for every other report', () => {
    const national = toText(reportSkeleton(format2021), { body: '某县档案局', year: '2025' })
    const before = analyse(readDocument(national), defaultSettings)
    const after = analyse(readDocument(national), defaultSettings, { formats: known })
    expect(after.report?.format.id).toBe('2021')
    expect(after.problems).toEqual(before.problems)
  })
})

describe('problems are told at their place', () => {
  const at = (text: string): readonly string[] =>
    own(text).problems.map(({ message, span }) => `${text.slice(span.start, span.end)} → ${message.text.en}`)
  const changed = (change: (patch: Record<string, unknown>) => unknown): string => {
    const value = JSON.parse(sample) as Record<string, unknown>
    change(value)
    return JSON.stringify(value, null, 2)
  }
  const row = (value: Record<string, unknown>): Record<string, unknown> =>
    ((value['blocks'] as never)['t2.art20-5'] as { rows: { add: { items: Record<string, unknown>[] }[] } }).rows.add[0]
      ?.items[0] ?? fail('the sample has no row')
  const relation = (value: Record<string, unknown>): Record<string, unknown> =>
    (value['relations'] as { add: { items: Record<string, unknown>[] }[] }).add[0]?.items[0] ?? fail('no relation')

  test.each<[string, string, readonly string[]]>([
    ['broken JSON', '{ "extends": "2021", ', ['→ not correct JSON']],
    ['no object', '[]', ['[] → an object is wanted']],
    ['nothing said', '{}', ['{} → “{name}” is missing']],
    [
      'no such base',
      changed((it) => void Object.assign(it, { extends: '1949' })),
      ['"1949" → there is no form “{name}” to extend'],
    ],
    [
      'an id that is taken',
      changed((it) => void Object.assign(it['form'] as object, { id: '2019' })),
      ['"2019" → “{id}” is the id of another form'],
    ],
    [
      'a reserved id',
      changed((it) => void Object.assign(it['form'] as object, { id: 'auto' })),
      ['"auto" → “{id}” is the id of another form'],
    ],
    ['an id with a blank', changed((it) => void Object.assign(row(it), { id: 'a b' })), ['"a b" → only small letters']],
    [
      'a slip in a key',
      changed((it) => void Object.assign(row(it), { lable: 'x' })),
      ['"lable" → there is no “{name}” here'],
    ],
    ['a field that is missing', changed((it) => Reflect.deleteProperty(row(it), 'basis')), ['{ → “{name}” is missing']],
    ['a wrong kind', changed((it) => void Object.assign(row(it), { kind: 'float' })), ['"float" → must be one of']],
    [
      'a number that is none',
      changed((it) => void Object.assign(it['form'] as object, { years: { from: '2025' } })),
      ['"2025" → a whole number'],
    ],
    [
      'a block that is not there',
      changed((it) => void Object.assign(it, { blocks: { 't2.art20-7': {} } })),
      ['"t2.art20-7" → the form that is extended has no', '"lic-pledge" → there is no'],
    ],
    [
      'a row of the base again',
      changed((it) => void Object.assign(row(it), { id: 'lic' })),
      ['{ → the form that is extended has'],
    ],
    [
      'a label in doubt',
      changed((it) => void Object.assign(row(it), { label: '行政许可', path: [], aliases: [] })),
      ['"行政许可" → “{label}” and “{other}”'],
    ],
    [
      'a group that is not there',
      changed((it) => void Object.assign(row(it), { path: ['行政审批'] })),
      ['"行政审批" → there is no'],
    ],
    [
      'a row of a relation that is not there',
      changed((it) => void Object.assign(relation(it), { right: [{ row: 'none', column: 'decisions' }] })),
      ['"none" → there is no'],
    ],
    [
      'a relation without a column',
      changed((it) => void Object.assign(relation(it), { right: [{ row: 'lic' }] })),
      ['{ → it does not say which column'],
    ],
    [
      'a range the wrong way round',
      changed((it) => void Object.assign(relation(it), { right: [{ row: 'lic-pledge..lic', column: 'decisions' }] })),
      ['"lic-pledge..lic" → “{first}” comes after'],
    ],
  ])('%s', (_, text, wanted) => {
    const found = at(text)
    for (const line of wanted.slice(0, 1))
      expect(
        found.some((it) => it.startsWith(line) || it.includes(line)),
        found.join('\n'),
      ).toBe(true)
    expect(own(text).formats).toEqual([])
  })

  test('and harm no other file', () => {
    const { formats: read, problems } = readOwnFormats(
      [
        { name: 'a.json', text: '{' },
        { name: 'b.json', text: sample },
        { name: 'c.json', text: JSON.stringify({ extends: 'd', form: { id: 'c', title: '丙' } }) },
        { name: 'd.json', text: JSON.stringify({ extends: 'yunjiang-2025', form: { id: 'd', title: '丁' } }) },
        { name: 'e.json', text: JSON.stringify({ extends: 'f', form: { id: 'e', title: '戊' } }) },
        { name: 'f.json', text: JSON.stringify({ extends: 'e', form: { id: 'f', title: '己' } }) },
        { name: 'g.json', text: JSON.stringify({ extends: '2021', form: { id: 'd', title: '庚' } }) },
      ],
      formats,
    )
    // Of two that want one name the first that can be read has it.
    expect(read.map(({ id, title }) => id + title.zh)).toEqual(['yunjiang-2025云江省2025年格式（示例）', 'd庚', 'c丙'])
    expect(problems.map(({ file }) => file)).toEqual(['a.json', 'd.json', 'e.json', 'f.json'])
  })
})

test('whatever a file holds, reading it ends in a form that works or in problems', () => {
  const random = seeded(20260102)
  const rounds = Number(process.env['ROUNDS'] ?? 150)
  const values: readonly unknown[] = [null, 0, '', 'x', '2021', true, [], {}, [null], { id: 'x' }, 't3', 'lic..lic']
  const mutate = (value: unknown, depth: number): unknown => {
    if (depth === 0 || typeof value !== 'object' || value === null) return random.pick(values)
    const keys = Object.keys(value)
    if (keys.length === 0) return random.pick(values)
    const key = random.pick(keys)
    const copy: unknown = Array.isArray(value) ? [...(value as unknown[])] : { ...value }
    const record = copy as Record<string, unknown>
    if (random.below(6) === 0 && !Array.isArray(value)) Reflect.deleteProperty(record, key)
    else record[key] = mutate(record[key], depth - 1)
    return copy
  }
  const bases: readonly unknown[] = [samplePatch, { ...(asFile(format2021) as Format), id: 'whole' }]
  for (let round = 0; round < rounds; round++) {
    const value = mutate(random.pick(bases), 1 + random.below(9))
    const { format, problems } = parseFormat(value, formats)
    if (format === undefined) expect(problems.length, `round ${round}`).toBeGreaterThan(0)
    else expect(() => [fieldsOf(format), relationsOf(format), reportSkeleton(format)], `round ${round}`).not.toThrow()
    // The editor underlines nothing that the program accepts.
    if (format !== undefined)
      expect(accepted(value), `round ${round}: ${JSON.stringify(validate.errors?.slice(0, 2))}`).toBe(true)
  }
})

test('the patches of the official forms are read as files, too', () => {
  const { formats: read, problems } = ownOf(samplePatch)
  expect(problems).toEqual([])
  const patch = JSON.parse(sample) as FormatPatch
  expect(read[0]).toEqual(extendFormat(format2021, patch))
})
